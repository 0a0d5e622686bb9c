// Setting a goal of every kind, from a starting point or from nothing, and changing it later.

import { readJson } from "../../tools/lib/files.mjs";
import { expect, test } from "../app.mjs";
import { record } from "../kept/backup.mjs";
import { first, keysOf, seed } from "../kept/copies.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });
test.beforeEach(async ({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

const { points } = readJson("public/content/en/starting_points.json");
const save = (app) => app.main.getByRole("button", { name: "Save this goal" });
const kind = (app, words) => app.main.getByRole("radio", { name: words });

/** The one goal that is stored. */
const kept = async (page) => {
  const all = await first(page);
  const [key] = keysOf(all, "goal");
  return JSON.parse(all[key]).d;
};

test("from a starting point three taps make a goal", async ({ app, page }) => {
  await app.open("goals");
  await app.main.getByRole("link", { name: /goal/i }).first().click();
  await app.main.getByRole("button", { name: "Walk", exact: true }).click();
  await expect(app.main.getByLabel("Your words for it")).toBeFocused();
  await save(app).click();
  await expect(app.heading).toHaveText("Walk");
  await expect(app.main).toContainText("Shoes by the door tonight.");
  expect(await kept(page)).toMatchObject({ kind: { at_least: { target: 10000, unit: "minutes" } }, name: "Walk" });
});

test("every starting point is a goal as it stands", async ({ app }) => {
  test.slow();
  for (const point of points) {
    await app.open("goal-new");
    await app.main.getByRole("button", { name: point.name, exact: true }).click();
    await save(app).click();
    await expect(app.heading).toHaveText(point.name);
  }
});

test("something less, with steps down on one’s own dates: it says how to be safe and lets the person go on", async ({ app, page }) => {
  await app.open("goal-new");
  await kind(app, "At most so much of something").check();
  await expect(app.main.getByRole("heading", { name: "Before you stop" })).toBeVisible();
  await app.main.getByLabel("Your words for it").fill("Pills");
  await save(app).click();
  await expect(app.main.getByLabel("How much", { exact: true })).toBeFocused();
  await expect(app.main).toContainText("Write a number, such as 10 or 2.5.");
  await app.main.getByLabel("How much", { exact: true }).fill("2,5");
  await app.main.getByLabel("Of what").fill("pills");
  await app.main.getByRole("button", { name: "Add a step" }).click();
  await expect(app.main.getByLabel("Step 1: from which day")).toBeFocused();
  await app.main.getByLabel("Step 1: from which day").fill("2026-12-01");
  await save(app).click();
  await expect(app.main).toContainText("Each step needs its day and a number.");
  await app.main.getByLabel("Step 1: at most").fill("2");
  await app.main.getByLabel("What it is about").selectOption("benzodiazepines");
  await save(app).click();
  await expect(app.heading).toHaveText("Pills");
  expect(await kept(page)).toMatchObject({ kind: { at_most: { target: 2500, unit: "pills", taper: [{ from: "2026-12-01", target: 2000 }] } }, substance: "benzodiazepines" });
});

test("on chosen days, so often a week or a month, once in some days", async ({ app, page }) => {
  await app.open("goal-new");
  await app.main.getByLabel("Your words for it").fill("Call");
  await app.main.getByLabel("How often").selectOption({ label: "On chosen days of the week" });
  await save(app).click();
  await expect(app.main).toContainText("Choose one day at least.");
  await app.main.getByRole("checkbox", { name: "Monday" }).check();
  await app.main.getByRole("checkbox", { name: "Friday" }).check();
  await save(app).click();
  await expect(app.heading).toHaveText("Call");
  expect((await kept(page)).schedule).toEqual({ weekdays: [1, 5] });
  await page.getByText("Change this goal").click();
  for (const [option, count, schedule] of [["So many times a week", "3", { per_week: 3 }], ["So many times a month", "2", { per_month: 2 }], ["Once in so many days", "4", { every: 4 }]]) {
    await app.main.getByLabel("How often").selectOption({ label: option });
    await page.locator("#goal-count").fill(count);
    await app.main.getByRole("button", { name: "Keep these changes" }).click();
    await expect.poll(async () => (await kept(page)).schedule).toEqual(schedule);
  }
});

test("meetings to go to: any, or one from the list", async ({ app, page }) => {
  const listing = { id: "aa~early", row: JSON.stringify([{ name: "Early Birds", slug: "early" }]), label: "AA" };
  await seed(app, { "alongside:saved:a": record({ listing: listing.id, row: listing.row, label: "AA", at: 1 }) });
  await app.open("goal-new");
  await kind(app, "Meetings to go to").check();
  await app.main.getByLabel("Your words for it").fill("Meetings");
  await app.main.getByLabel("How many times a week").fill("2");
  await app.main.getByLabel("Which meeting").selectOption("Early Birds");
  await save(app).click();
  await expect(app.heading).toHaveText("Meetings");
  expect((await kept(page)).kind).toEqual({ attend: { times: 2, listing: { id: "aa~early", name: "Early Birds" } } });
});

test("something to do once has steps to check off, and keeps them when its words change", async ({ app, page }) => {
  await app.open("goal-new");
  await kind(app, "Something to do once").check();
  await app.main.getByLabel("Your words for it").fill("Appointment");
  await page.locator("#goal-steps").fill("Find the number\nCall");
  await app.main.getByLabel("By which day").fill("2026-12-01");
  await save(app).click();
  await expect(app.main).toContainText("December 1");
  await app.main.getByRole("checkbox", { name: "Find the number" }).check();
  await expect.poll(async () => (await kept(page)).kind.one_off.steps[0].done_on).toBe("2026-11-20");
  await page.getByText("Change this goal").click();
  await app.main.getByLabel("Your words for it").fill("My appointment");
  await page.locator("#goal-steps").fill("Call\nFind the number");
  await app.main.getByRole("button", { name: "Keep these changes" }).click();
  await expect(app.heading).toHaveText("My appointment");
  await expect(app.main.getByRole("checkbox", { name: "Find the number" })).toBeChecked();
  await page.reload();
  await expect(app.main.getByRole("checkbox", { name: "Call" })).not.toBeChecked();
});

test("money and time it used to take are checked, also where they are folded away", async ({ app, page }) => {
  await app.open("goal-new");
  await kind(app, "Time since I stopped").check();
  await app.main.getByLabel("Your words for it").fill("Sober");
  await app.main.getByText("More, if you like").click();
  await app.main.getByLabel("Money it used to cost a day").fill("a lot");
  await app.main.getByText("More, if you like").click();
  await save(app).click();
  await expect(app.main.getByLabel("Money it used to cost a day")).toBeFocused();
  await app.main.getByLabel("Money it used to cost a day").fill("12.50");
  await app.main.getByLabel("Currency").fill("mxn");
  await app.main.getByLabel("Minutes it used to take a day").fill("90");
  await save(app).click();
  await expect(app.heading).toHaveText("Sober");
  expect((await kept(page)).cost).toEqual({ per_day: 12500, currency: "MXN", minutes_per_day: 90 });
});

test("a goal that starts later says so and counts nothing yet", async ({ app, page }) => {
  await app.open("goal-new");
  await kind(app, "Time since I stopped").check();
  await app.main.getByLabel("Your words for it").fill("Sober");
  await page.locator("#goal-day").fill("2026-11-25");
  await save(app).click();
  await expect(app.main).toContainText("This starts on Wednesday, November 25");
  await expect(app.main.getByRole("group", { name: /next run/ })).toHaveCount(0);
  expect(await app.main.innerText()).not.toContain("NaN");
});
