// What was noted, to be seen: a year, a week, when urges come. Friday, 20 November 2026, in New York.

import { expect, test } from "../app.mjs";
import { day as dayRecord, record } from "../kept/backup.mjs";
import { seed } from "../kept/copies.mjs";

test.use({ timezoneId: "America/New_York" });
test.beforeEach(({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

const OFFSET = -300;

/** An urge that was noted at this hour in New York. */
const urge = (date, hour, strength, more = {}) =>
  record({ day: date, at: Date.parse(`${date}T00:00:00Z`) + (hour * 60 - OFFSET) * 60_000, offset: OFFSET, what: "check_in", details: { urge: strength }, ...more });

const WALK = {
  "alongside:goal:walk": record({ kind: "do", name: "Walk", first_day: "2026-11-02" }),
  "alongside:event:a": dayRecord("walk", "2026-11-18"),
  "alongside:event:b": dayRecord("walk", "2026-11-19"),
  "alongside:event:c": dayRecord("walk", "2026-11-17", { what: "not_done" }),
  "alongside:event:d": dayRecord("walk", "2026-11-16", { what: "skipped" }),
};

const card = (app, title) => app.main.locator("section.card", { has: app.page.getByRole("heading", { name: title, exact: true }) });

/** The rows of the table behind the fold, as texts. */
async function rows(part) {
  await part.getByText("The numbers as a table").click();
  const table = part.locator("table.numbers");
  await expect(table).toBeVisible();
  return table.locator("tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
}

test("the week says for each goal what counted, in words, in signs and in a table", async ({ app }) => {
  await seed(app, { ...WALK, "alongside:goal:rest": record({ kind: "do", name: "Old", first_day: "2026-11-02", standing: { stopped: { on: "2026-11-10" } } }) });
  await app.open("goals");
  const week = card(app, "The last seven days");
  // Today is not over, and a skipped day is not asked for.
  await expect(week).toContainText("2 of 5 days counted. Not known: 2.");
  await expect(week).not.toContainText("Old");
  const signs = week.locator(".week path");
  await expect(signs).toHaveCount(7);
  expect(await signs.evaluateAll((all) => all.map((path) => path.getAttribute("class")))).toEqual(["unknown", "unknown", "skipped", "not-done", "counted", "counted", "unknown"]);
  expect(await rows(week)).toEqual([
    ["Goal", "Counted", "Not done", "Skipped", "Not known"],
    ["Walk", "2", "1", "1", "2"],
  ]);
});

test("a year of days is a sentence, a drawing and a table by month", async ({ app, page }) => {
  await seed(app, { ...WALK, "alongside:goal:walk": record({ kind: "do", name: "Walk", first_day: "2026-10-25" }) });
  await app.open("goal#walk");
  const year = card(app, "A year of days");
  await expect(year).toContainText("Since October 25, 2026: 2 of 25 days counted. Not known: 22.");
  expect(await rows(year)).toEqual([
    ["Month from", "Counted", "Not done", "Skipped", "Not known"],
    ["Nov 1", "2", "1", "1", "15"],
    ["Oct 1", "0", "0", "0", "7"],
  ]);
  // Each sign is drawn, and is a path of its own shape, with one step per day.
  const steps = (sign) => page.locator(`.year .${sign}`).evaluateAll((all) => all.map((path) => (path.getAttribute("d").match(/M/g) ?? []).length));
  const box = await page.locator(".year .counted").nth(1).boundingBox();
  expect(box.width, "the drawing is drawn").toBeGreaterThan(4);
  expect((await steps("counted")).reduce((sum, count) => sum + count)).toBe(2 + 1);
  expect((await steps("skipped")).reduce((sum, count) => sum + count)).toBe(1 + 1);
});

test("a goal of a few days has no year yet, and nothing of urges is said before one was noted", async ({ app }) => {
  await seed(app, { "alongside:goal:walk": record({ kind: "do", name: "Walk", first_day: "2026-11-18" }) });
  await app.open("goal#walk");
  await expect(app.heading).toHaveText("Walk");
  await expect(card(app, "A year of days")).toHaveCount(0);
  await app.open("goals");
  await expect(card(app, "The last seven days")).toHaveCount(1);
  await expect(card(app, "When urges come")).toHaveCount(0);
});

test("two urges are too few to say when they come, and it is said so", async ({ app }) => {
  await seed(app, { ...WALK, "alongside:event:u1": urge("2026-11-13", 19, 8), "alongside:event:u2": urge("2026-11-06", 20, 7) });
  await app.open("goals");
  const urges = card(app, "When urges come");
  await expect(urges).toContainText("Urges noted: 2. That is too few to say when they are hardest.");
  await expect(urges.getByRole("link")).toHaveCount(0);
});

test("the hardest time is named and leads to an if-then plan", async ({ app, page }) => {
  await seed(app, {
    ...WALK,
    "alongside:event:u1": urge("2026-11-13", 19, 8),
    "alongside:event:u2": urge("2026-11-06", 20, 7),
    "alongside:event:u3": urge("2026-10-30", 18, 9, { what: "lapse", goal: "walk" }),
    "alongside:event:u4": urge("2026-11-17", 9, 2),
    // Written down two days later: its hour is not known.
    "alongside:event:u5": urge("2026-11-10", 60, 10),
  });
  await app.open("goals");
  const urges = card(app, "When urges come");
  await expect(urges).toContainText("Hardest so far: Friday, 6:00 PM to 9:00 PM. Urges noted then: 3. On average 8 of 10.");
  await expect(urges).toContainText("If it is Friday, 6:00 PM to 9:00 PM, and an urge comes, then");
  const cells = urges.locator("table.urges td");
  await expect(cells).toHaveCount(56);
  expect(await cells.evaluateAll((all) => all.reduce((sum, cell) => sum + Number(cell.textContent), 0))).toBe(4);
  expect(await rows(urges)).toEqual([
    ["Time", "Urges", "Average of 10"],
    ["Tuesday, 9:00 AM to 12:00 PM", "1", "2"],
    ["Friday, 6:00 PM to 9:00 PM", "3", "8"],
  ]);
  await urges.getByRole("button", { name: "Make it my own plan" }).press("Enter");
  await expect(page).toHaveURL(/\/skill#if-then$/);
  await expect(app.main.getByLabel("If", { exact: true })).toHaveValue("it is Friday, 6:00 PM to 9:00 PM, and an urge comes");
  await expect(app.main.getByLabel("then I will")).toHaveValue("leave the room and call someone");
});

test("nothing on these pages is wider than a small phone", async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await seed(app, { ...WALK, "alongside:event:u1": urge("2026-11-13", 19, 8) });
  for (const address of ["goals", "goal#walk"]) {
    await app.open(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
});
