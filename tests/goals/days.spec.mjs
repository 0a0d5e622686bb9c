// A goal and its days: setting one, noting days, taking back, and the numbers that follow. Friday, 20 November 2026.

import { expect, test } from "../app.mjs";
import { bigNumber, day, setGoal, today } from "./keep.mjs";

test.use({ timezoneId: "America/New_York" });
test.beforeEach(({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

test("a first goal is set from the empty page", async ({ app, page }) => {
  await app.open("goals");
  await app.main.getByRole("link", { name: "Set a first goal" }).click();
  await expect(app.heading).toHaveText("New goal");
  await page.getByLabel("Your words for it").fill("Walk ten minutes");
  await page.getByRole("button", { name: "Save this goal" }).click();
  await expect(app.heading).toHaveText("Walk ten minutes");
  await expect(page).toHaveURL(/\/goal#[a-z0-9]+$/);
  await page.goBack();
  await expect(app.heading, "the form is not in the way of Back").toHaveText("My goals");
  await expect(app.main.getByRole("link", { name: "Walk ten minutes" })).toBeVisible();
});

test("a goal without a name or a day is not saved and says what is missing", async ({ app, page }) => {
  await app.open("goal-new");
  await page.getByRole("button", { name: "Save this goal" }).click();
  await expect(page.getByLabel("Your words for it")).toBeFocused();
  await expect(page.getByLabel("Your words for it")).toHaveAttribute("aria-invalid", "true");
  await expect(app.main).toContainText("Give it a name first");
  await page.getByLabel("Your words for it").fill("Walk");
  await page.locator("#goal-day").fill("");
  await page.getByRole("button", { name: "Save this goal" }).click();
  await expect(page.locator("#goal-day")).toBeFocused();
  await expect(app.main).toContainText("Choose a day.");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("today is noted with one tap, and Undo takes it back", async ({ app, page }) => {
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(today(app, "Done")).toHaveAttribute("aria-pressed", "true");
  await expect(bigNumber(app)).toHaveText("1");
  await expect(app.main).toContainText("Current run: 1 day.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(today(app, "Done")).toHaveAttribute("aria-pressed", "false");
  await expect(app.main).toContainText("Current run: 0 days.");
});

test("a tap on what is pressed opens the day again, and a change of mind replaces it", async ({ app }) => {
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await today(app, "Not done").click();
  await expect(today(app, "Not done")).toHaveAttribute("aria-pressed", "true");
  await expect(today(app, "Done")).toHaveAttribute("aria-pressed", "false");
  await today(app, "Not done").click();
  await expect(today(app, "Not done")).toHaveAttribute("aria-pressed", "false");
});

test("a day of the past is noted from the grid, which says every day in words", async ({ app, page }) => {
  await setGoal(app, { name: "Walk", since: "2026-11-10" });
  const cells = app.main.getByRole("table").getByRole("button");
  await expect(cells).toHaveCount(35);
  for (const label of await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label")))) {
    expect(label).toMatch(/^\w+day, \w+ \d{1,2}.*: (not noted|before this goal began)$/);
  }
  await expect(day(app, "November 9")).toBeDisabled();
  await day(app, "November 18").click();
  const open = page.getByRole("group", { name: /November 18/ });
  await expect(open.getByRole("heading")).toBeFocused();
  await open.getByRole("button", { name: "Done", exact: true }).click();
  await expect(day(app, "November 18")).toHaveAccessibleName(/Wednesday, November 18.*: Done/);
  await open.getByRole("button", { name: "Skip" }).click();
  await expect(day(app, "November 18")).toHaveAccessibleName(/: Skip/);
  await open.getByRole("button", { name: "Close" }).click();
  await expect(open).toHaveCount(0);
});

test("any day since the first is reached, five weeks at a time, by keyboard", async ({ app, page }) => {
  await setGoal(app, { name: "Walk", since: "2026-08-30" });
  const button = (name) => app.main.getByRole("button", { name });
  await expect(button("Five weeks later")).toHaveCount(0);
  await button("Five weeks earlier").press("Enter");
  await expect(page.locator("#days-shown")).toBeFocused();
  await expect(page.locator("#days-shown")).toHaveText("September 12, 2026 to October 16, 2026");
  await button("Five weeks earlier").press("Enter");
  await expect(button("Five weeks earlier"), "the goal is no older").toHaveCount(0);
  await expect(day(app, "August 29")).toBeDisabled();
  await day(app, "August 30").press("Enter");
  await page.getByRole("group", { name: /August 30/ }).getByRole("button", { name: "Done", exact: true }).press("Enter");
  await expect(day(app, "August 30")).toHaveAccessibleName(/: Done/);
  await expect(bigNumber(app)).toContainText("1");
  await button("Five weeks later").press("Enter");
  await button("Five weeks later").press("Enter");
  await expect(day(app, "November 20")).toBeVisible();
});

test("skipped days neither count nor end a run, unknown days end it", async ({ app, page }) => {
  await setGoal(app, { name: "Walk", since: "2026-11-01" });
  const note = async (date, how) => {
    await day(app, date).click();
    await page.getByRole("group", { name: new RegExp(`${date}\\b`) }).getByRole("button", { name: how, exact: true }).click();
  };
  await note("November 17", "Done");
  await note("November 18", "Skip");
  await note("November 19", "Done");
  await expect(app.main).toContainText("Current run: 2 days.");
  await note("November 15", "Done");
  await expect(app.main, "the 16th is unknown").toContainText("Current run: 2 days.");
  await today(app, "Done").click();
  await expect(app.main).toContainText("Current run: 3 days. Longest: 3 days.");
});

test("time since counts quiet days, and shows the next milestone", async ({ app }) => {
  await setGoal(app, { name: "No drinking", sort: "since", since: "2026-11-10" });
  await expect(bigNumber(app)).toHaveText("10");
  await expect(app.main).toContainText("Current run: 10 days.");
  await expect(app.main).toContainText("Next: 30 days");
  await expect(day(app, "November 15")).toHaveAccessibleName(/free day/);
});

test("a lapse ends the run and takes back no free day; care comes before numbers; the next run starts when they say", async ({ app, page }) => {
  await setGoal(app, { name: "No drinking", sort: "since", since: "2026-11-10" });
  await today(app, "I had a lapse").click();
  await expect(app.main.getByRole("status").filter({ hasText: "Try not to be alone" })).toBeVisible();
  await expect(app.main.locator('a[href^="tel:"]').first()).toBeVisible();
  await expect(bigNumber(app)).toHaveText("10");
  await expect(app.main).toContainText("Longest: 10 days");
  expect(await app.main.innerText()).not.toMatch(/relapse|failure|failed|dirty/i);
  await app.main.getByRole("group", { name: /next run/ }).getByRole("button", { name: "Tomorrow" }).click();
  await expect(app.main).toContainText("Your next run starts on");
  await page.clock.setFixedTime("2026-11-23T15:00:00Z");
  await page.reload();
  await expect(app.main).toContainText("Current run: 2 days. Longest: 10 days.");
});

test("what a lapse means can be chosen later, and every number follows", async ({ app, page }) => {
  await setGoal(app, { name: "No drinking", sort: "since", since: "2026-11-01" });
  await day(app, "November 11").click();
  await page.getByRole("group", { name: /November 11/ }).getByRole("button", { name: "I had a lapse" }).click();
  await expect(day(app, "November 11")).toHaveAccessibleName(/I had a lapse/);
  await expect(app.main).toContainText("Current run: 0 days.");
  await page.getByText("Change this goal").click();
  await page.getByRole("radio", { name: "Keep counting, and mark the day" }).check();
  await expect(app.main).toContainText("Current run: 19 days.");
});

test("the headline is the person’s choice, also no number at all", async ({ app, page }) => {
  await setGoal(app, { name: "No drinking", sort: "since", since: "2026-10-21" });
  await page.getByText("Change this goal").click();
  await page.getByLabel("The number shown large").selectOption("Strength");
  await expect(bigNumber(app)).toHaveText("80");
  await page.getByLabel("The number shown large").selectOption("No number");
  await expect(bigNumber(app)).toHaveCount(0);
});

test("a deleted goal can be brought back with its days", async ({ app, page }) => {
  await setGoal(app, { name: "Walk", since: "2026-11-19" });
  await today(app, "Done").click();
  await page.getByText("Change this goal").click();
  await page.getByRole("button", { name: "Delete this goal" }).click();
  await expect(app.heading).toHaveText("My goals");
  await expect(app.main.getByRole("link", { name: "Walk" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await app.main.getByRole("link", { name: "Walk" }).click();
  await expect(today(app, "Done")).toHaveAttribute("aria-pressed", "true");
});

test("a deleted goal stays deleted after a reload, and only its tombstone is left", async ({ app, page }) => {
  await setGoal(app, { name: "Secret words" });
  await today(app, "Done").click();
  await page.getByText("Change this goal").click();
  await page.getByRole("button", { name: "Delete this goal" }).click();
  await expect(app.heading).toHaveText("My goals");
  await page.reload();
  await app.isUp();
  await expect(app.main.getByRole("link", { name: "Set a first goal" })).toBeVisible();
  const records = await app.records();
  expect(JSON.stringify(records)).not.toContain("Secret words");
  const { "alongside:meta": meta, ...others } = records;
  expect(Object.keys(meta.d).sort()).toEqual(["era", "rev"]);
  expect(Object.values(others).every(({ d }) => d.deleted === true)).toBe(true);
});

test("check-in notes every goal with one tap", async ({ app, page }) => {
  await setGoal(app, { name: "Walk" });
  await setGoal(app, { name: "No drinking", sort: "since", since: "2026-11-18" });
  await app.open("check-in");
  await page.getByRole("group", { name: "Walk" }).getByRole("button", { name: "Done", exact: true }).click();
  await page.getByRole("group", { name: "No drinking" }).getByRole("button", { name: "Free day" }).click();
  await app.open("goals");
  await expect(app.main.getByRole("button", { pressed: true })).toHaveCount(2);
});

test("the day begins when the person says", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-11-20T07:00:00Z"); // 2 at night in New York
  await app.open("settings");
  await page.getByLabel("My day begins at").selectOption("4");
  await page.getByRole("button", { name: "Keep these settings on my device" }).click();
  await app.open("check-in");
  await expect(app.main.locator(".lead")).toContainText("November 19");
});
