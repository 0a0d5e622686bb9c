// A summary on paper: only what is ticked, nothing of the rest of the page, kept nowhere.

import { expect, test } from "../app.mjs";
import { record } from "../kept/backup.mjs";
import { first, seed } from "../kept/copies.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });
test.beforeEach(async ({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

const event = (day, what, more = {}) => record({ day, at: Date.parse(`${day}T13:00:00Z`), offset: -300, what, ...more });
const KEPT = {
  "alongside:goal:walk": record({ kind: "do", name: "Walk", first_day: "2026-11-01", order: 0 }),
  "alongside:goal:dry": record({ kind: "time_since", name: "No wine", first_day: "2026-11-01", order: 1 }),
  "alongside:goal:quiet": record({ kind: "do", name: "Read", first_day: "2026-11-01", order: 2, headline: "hidden" }),
  "alongside:event:a": event("2026-11-18", "done", { goal: "walk", note: "rain all day" }),
  "alongside:event:b": event("2026-11-17", "not_done", { goal: "walk" }),
  "alongside:event:c": event("2026-11-16", "lapse", { goal: "dry", note: "the party" }),
  "alongside:event:d": event("2026-11-17", "check_in", { details: { mood: 3, urge: 8, triggers: ["stress"], halt: ["tired"] }, note: "a long one" }),
  "alongside:event:e": event("2026-11-18", "coped", { details: { skill: "box-breath", urge: 8, urge_after: 5 } }),
  "alongside:event:f": event("2026-08-25", "check_in", { details: { mood: 10 } }),
};
const sheet = (app) => app.main.locator(".summary-sheet");
const tick = (app, name) => app.main.getByRole("checkbox", { name, exact: true }).press("Space");

async function open(app) {
  await seed(app, KEPT);
  await app.open("goals");
  await app.main.getByRole("button", { name: "A summary for a counselor or doctor" }).press("Enter");
  await expect(app.main.locator("#summary")).toBeFocused();
}

test("nothing is on it before it is ticked, and what is not ticked never is", async ({ app, page }) => {
  await open(app);
  const before = JSON.stringify(await first(page));
  await expect(sheet(app)).toHaveCount(0);
  await expect(app.main.getByText("Nothing is ticked yet.")).toBeVisible();
  await expect(app.main.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await tick(app, "Walk");
  await expect(sheet(app)).toContainText("1 of 19 days counted. Not done: 1. Not known: 17.");
  await expect(sheet(app)).not.toContainText(/wine|stress|party|rain|Box/i);
  await tick(app, "My notes");
  await expect(sheet(app)).toContainText("rain all day");
  await expect(sheet(app)).toContainText("a long one");
  await expect(sheet(app), "notes of a goal that is not ticked").not.toContainText("the party");
  await tick(app, "No wine");
  await expect(sheet(app)).toContainText("Days with a lapse: 1.");
  await expect(sheet(app)).toContainText("the party");
  await tick(app, "Walk");
  await expect(sheet(app)).not.toContainText("rain all day");
  expect(JSON.stringify(await first(page)), "it is kept nowhere").toBe(before);
});

test("mood, urges, what was behind it and skills, of the days that are chosen; hidden numbers stay hidden", async ({ app }) => {
  await open(app);
  for (const name of ["Mood and urges", "What was behind it", "Skills I used", "Read"]) await tick(app, name);
  await expect(sheet(app).locator("tbody tr")).toHaveText(["Nov 1613.08.0"]);
  await expect(sheet(app)).toContainText("Stress: once.");
  await expect(sheet(app)).toContainText("Tired: once.");
  await expect(sheet(app)).toContainText("Box breathing: once. Urge on average 8.0 before, 5.0 after.");
  await expect(sheet(app)).not.toContainText("The run now");
  await app.main.getByRole("radio", { name: "3 months" }).check();
  await expect(sheet(app).locator("tbody tr")).toHaveCount(2);
});

test("on paper it stands alone, on one page, and does not say where it is from", async ({ app, page }) => {
  await open(app);
  for (const name of ["Walk", "No wine", "Mood and urges", "My notes"]) await tick(app, name);
  await page.emulateMedia({ media: "print" });
  const words = await page.evaluate(() => document.body.innerText);
  expect(words).toContain("From October 24, 2026 to November 20, 2026");
  expect(words).toContain("the party");
  expect(words).not.toMatch(/Riverbend|Your goals|Check in|Nothing is ticked|4 weeks|Close/);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test("closed again, the page prints as before", async ({ app, page }) => {
  await open(app);
  await tick(app, "Walk");
  await app.main.getByRole("button", { name: "Close" }).press("Enter");
  await expect(app.main.getByRole("button", { name: "A summary for a counselor or doctor" })).toBeFocused();
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => document.body.innerText)).toContain("No wine");
});
