// Numbers: each explains itself on a tap, unknown days make a range, and the person picks the large one or none.

import { expect, test } from "../app.mjs";
import { record } from "../kept/backup.mjs";
import { seed } from "../kept/copies.mjs";
import { bigNumber } from "./keep.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });
test.beforeEach(async ({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

const goal = (fields) => ({ "alongside:goal:g": record({ kind: "do", name: "Goal", first_day: "2026-11-01", order: 0, ...fields }) });
const days = (what, dates) => Object.fromEntries(dates.map((date) => [`alongside:event:${what}${String.fromCharCode(96 + date)}`.replace("_", ""), record({ goal: "g", day: `2026-11-${String(date).padStart(2, "0")}`, at: date, what })]));
const line = (app, words) => app.main.locator(".explained details", { hasText: words });

test("every run is listed, the last first", async ({ app }) => {
  const done = (day, what = "done") => record({ goal: "walk", day, at: Date.parse(`${day}T13:00:00Z`), offset: -300, what });
  await seed(app, {
    "alongside:goal:walk": record({ kind: "do", name: "Walk", first_day: "2026-11-01", order: 0 }),
    "alongside:event:a": done("2026-11-01"), "alongside:event:b": done("2026-11-02"), "alongside:event:c": done("2026-11-03", "not_done"), "alongside:event:d": done("2026-11-04"),
  });
  await app.open("goal#walk");
  await app.main.locator("summary", { hasText: "Every run" }).press("Enter");
  await expect(app.main.getByRole("table", { name: "Every run" }).locator("tbody tr")).toHaveText([/^November 4, 2026November 4, 20261 day$/, /^November 1, 2026November 2, 20262 days$/]);
});

test("unknown days are a range, skipped days are left out, and a tap says why", async ({ app }) => {
  // Of 19 days that are over 8 are done, 2 not done, 1 skipped, and 8 unknown.
  await seed(app, { ...goal({}), ...days("done", [1, 2, 3, 4, 5, 6, 7, 8]), ...days("not_done", [9, 10]), ...days("skipped", [11]) });
  await app.open("goal#g");
  await expect(bigNumber(app)).toHaveText("8 to 16");
  await expect(line(app, "Good days: 8 to 16 of 18 days.")).toBeVisible();
  await expect(app.main.getByText("Where days are not known, it is a range.")).toBeHidden();
  await line(app, "Good days").locator("summary").press("Enter");
  await expect(app.main.getByText("Where days are not known, it is a range.")).toBeVisible();
  await expect(line(app, "Of what was planned: 44 to 88 %.")).toBeVisible();
});

test("by the week: runs are weeks, the running week is said, and what comes next", async ({ app }) => {
  // 2026-11-16 is a Monday.
  await seed(app, { ...goal({ schedule: { per_week: 2 }, first_day: "2026-11-02" }), ...days("done", [2, 4, 9, 12, 17]) });
  await app.open("goal#g");
  await expect(line(app, "Current run: 2 weeks. Longest: 2 weeks.")).toBeVisible();
  await expect(line(app, "This week: 1 of 2.")).toBeVisible();
});

test("money and time that were not spent, in any currency, by the days that are known", async ({ app, page }) => {
  await seed(app, goal({ kind: "time_since", cost: { per_day: 12500, currency: "EUR", minutes_per_day: 90 }, headline: "money" }));
  await app.open("goal#g");
  await expect(bigNumber(app)).toHaveText("€237.50");
  await expect(line(app, "Not spent: €237.50.")).toBeVisible();
  await expect(line(app, "Time not spent: 28 hours.")).toBeVisible();
  await expect(app.main).toContainText("Reached: 24 hours, on November 2, 2026.");
  await page.getByText("Change this goal").click();
  await page.getByLabel("The number shown large").selectOption("Longest run");
  await expect(bigNumber(app)).toHaveText("19");
  await page.getByLabel("The number shown large").selectOption("No number");
  await expect(bigNumber(app)).toHaveCount(0);
  await expect(line(app, "Not spent: €"), "who wants no numbers sees none until they ask").toBeHidden();
  await app.main.locator("summary", { hasText: "Show the numbers" }).click();
  await expect(line(app, "Not spent: €")).toBeVisible();
});

test("a taper says its next step, and something to do once has steps and no count of days", async ({ app }) => {
  await seed(app, { ...goal({ kind: { at_most: { target: 6000, unit: "drinks", taper: [{ from: "2026-12-01", target: 4000 }] } } }), "alongside:goal:once": record({ kind: { one_off: { steps: [{ words: "Call", done_on: "2026-11-19" }, { words: "Go" }] } }, name: "Once", first_day: "2026-11-01", order: 1 }) });
  await app.open("goal#g");
  await expect(app.main).toContainText("From December 1, 2026: 4 drinks at most.");
  await app.open("goal#once");
  await expect(app.main).toContainText("Steps done: 1 of 2.");
  await expect(bigNumber(app)).toHaveCount(0);
  await expect(app.main).not.toContainText("Strength");
});
