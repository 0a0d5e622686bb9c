// Amounts, notes and what set it off, on today and on any day of the past.

import { expect, test } from "../app.mjs";
import { record } from "../kept/backup.mjs";
import { first, keysOf, seed } from "../kept/copies.mjs";
import { day } from "./keep.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });
test.beforeEach(async ({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

const LEAST = { "alongside:goal:walk": record({ kind: { at_least: { target: 10000, unit: "minutes" } }, name: "Walk", first_day: "2026-11-01", order: 0 }) };
const MOST = { "alongside:goal:less": record({ kind: { at_most: { target: 3000, unit: "cigarettes", taper: [{ from: "2026-11-20", target: 2000 }] } }, name: "Fewer", first_day: "2026-11-01", order: 0 }) };
const today = (app) => app.main.locator("section", { has: app.page.getByRole("heading", { name: "Today" }) });
const events = async (page) => {
  const all = await first(page);
  return keysOf(all, "event").map((key) => JSON.parse(all[key]).d).filter(({ what }) => what);
};

test("one tap adds one, a field adds more, a wrong number says so, and each can be taken away", async ({ app, page }) => {
  await seed(app, LEAST);
  await app.open("goal#walk");
  await expect(today(app)).toContainText("Nothing noted yet. Meant: 10 minutes.");
  await today(app).getByRole("button", { name: "Add 1", exact: true }).click();
  await expect(today(app)).toContainText("1 so far, of 10 minutes.");
  await today(app).getByLabel("Another amount").fill("a few");
  await today(app).getByRole("button", { name: "Add", exact: true }).click();
  await expect(today(app)).toContainText("Write a number, such as 10 or 2.5.");
  await today(app).getByLabel("Another amount").fill("9,5");
  await today(app).getByRole("button", { name: "Add", exact: true }).press("Enter");
  await expect(today(app)).toContainText("10.5 so far, of 10 minutes.");
  await expect(day(app, "November 20")).toHaveAccessibleName(/Done/);
  await page.reload();
  await expect(today(app)).toContainText("10.5 so far");
  await today(app).getByRole("button", { name: "Remove 9.5 minutes" }).click();
  await expect(today(app)).toContainText("1 so far");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(today(app)).toContainText("10.5 so far");
});

test("at most: the step that holds today is what is meant; none is a good day; more is said plainly", async ({ app, page }) => {
  await seed(app, MOST);
  await app.open("goal#less");
  await expect(today(app)).toContainText("Nothing noted yet. Meant: 2 cigarettes.");
  await today(app).getByRole("button", { name: "None (0)" }).click();
  await expect(today(app)).toContainText("0 so far, 2 cigarettes at most.");
  await day(app, "November 19").click();
  const past = page.getByRole("group", { name: /November 19/ });
  await expect(past).toContainText("Meant: 3 cigarettes.");
  await past.getByLabel("Another amount").fill("4");
  await past.getByRole("button", { name: "Add", exact: true }).click();
  await expect(day(app, "November 19")).toHaveAccessibleName(/Not done/);
  expect(await app.main.innerText()).not.toMatch(/fail|too much|bad/i);
});

test("a note and what set it off, on a day of the past, are changed and taken away again", async ({ app, page }) => {
  await seed(app, LEAST);
  await app.open("goal#walk");
  await day(app, "November 18").click();
  const past = page.getByRole("group", { name: /November 18/ });
  await past.locator("summary").click();
  await past.getByRole("button", { name: "Stress" }).click();
  await past.getByLabel("In your words").fill("rain all day");
  await past.getByRole("button", { name: "Keep this note" }).click();
  await expect.poll(() => events(page)).toMatchObject([{ goal: "walk", day: "2026-11-18", what: "note", note: "rain all day", details: { triggers: ["stress"] } }]);
  await page.reload();
  await day(app, "November 18").click();
  await past.locator("summary").click();
  await expect(past.getByLabel("In your words")).toHaveValue("rain all day");
  await expect(past.getByRole("button", { name: "Stress" })).toHaveAttribute("aria-pressed", "true");
  await past.getByRole("button", { name: "Stress" }).click();
  await past.getByLabel("In your words").fill("");
  await past.getByRole("button", { name: "Keep this note" }).click();
  await expect.poll(async () => (await events(page)).length).toBe(0);
});

test("a skipped day is neutral for an amount, too", async ({ app }) => {
  await seed(app, LEAST);
  await app.open("goal#walk");
  await today(app).getByRole("button", { name: "Skip", exact: true }).click();
  await expect(day(app, "November 20")).toHaveAccessibleName(/Skip/);
});
