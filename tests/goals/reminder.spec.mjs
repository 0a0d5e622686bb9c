// A reminder in the person's own calendar: a time, days, a word, and nothing that says what it is.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";
import { expect, test } from "../app.mjs";
import { record } from "../kept/backup.mjs";
import { seed } from "../kept/copies.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });
test.beforeEach(async ({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

const goal = (more) => ({ "alongside:goal:walk": record({ kind: "do", name: "No wine", first_day: "2026-11-01", order: 0, ...more }) });
const button = (app, name) => app.main.getByRole("button", { name, exact: true });
const open = (app) => app.main.locator("summary", { hasText: "A reminder in your calendar" }).press("Enter");

/** The file, and what two programs that know nothing of each other read in it. */
async function file(app, page) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(app, "Save the calendar file").press("Enter")]);
  const text = readFileSync(await download.path(), "utf8");
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
  const times = event.iterator();
  const starts = Array.from({ length: 4 }, () => times.next()?.toString()).filter(Boolean);
  const [other] = Object.values(ical.parseICS(text)).filter(({ type }) => type === "VEVENT");
  expect(other.summary).toBe(event.summary);
  const pad = (number) => String(number).padStart(2, "0");
  expect(`${other.start.getFullYear()}-${pad(other.start.getMonth() + 1)}-${pad(other.start.getDate())}T${pad(other.start.getHours())}:${pad(other.start.getMinutes())}:00`).toBe(event.startDate.toString());
  return { text, starts, summary: event.summary, name: download.suggestedFilename() };
}

test("a daily goal: by keyboard, without a time no button, under a neutral word", async ({ app, page }) => {
  await seed(app, goal());
  await app.open("goal#walk");
  await open(app);
  await expect(button(app, "Save the calendar file")).toHaveCount(0);
  await app.main.getByLabel("At", { exact: true }).fill("07:30");
  const { text, starts, summary, name } = await file(app, page);
  expect(summary).toBe("Time for me");
  expect(name).toBe("reminder.ics");
  expect(starts).toEqual(["2026-11-20T07:30:00", "2026-11-21T07:30:00", "2026-11-22T07:30:00", "2026-11-23T07:30:00"]);
  expect(text).toContain("BEGIN:VALARM");
  expect(text).not.toContain("wine");
});

test("chosen days, and a word of the person’s own", async ({ app, page }) => {
  await seed(app, goal({ schedule: { weekdays: [1, 4] } }));
  await app.open("goal#walk");
  await open(app);
  const days = app.main.getByRole("group", { name: "On these days" });
  await expect(days.getByRole("button", { pressed: true })).toHaveText(["Monday", "Thursday"]);
  await days.getByRole("button", { name: "Thursday" }).press("Space");
  await app.main.getByLabel("At", { exact: true }).fill("18:00");
  await app.main.getByLabel("What the calendar shows").fill("Tea, then call");
  const { starts, summary } = await file(app, page);
  expect(summary).toBe("Tea, then call");
  expect(starts.slice(0, 2)).toEqual(["2026-11-23T18:00:00", "2026-11-30T18:00:00"]);
  await days.getByRole("button", { name: "Monday" }).press("Space");
  await expect(button(app, "Save the calendar file"), "no day, no file").toHaveCount(0);
});

test("once in some days, and something once on its day", async ({ app, page }) => {
  await seed(app, goal({ schedule: { every: 3 } }));
  await app.open("goal#walk");
  await open(app);
  await app.main.getByLabel("At", { exact: true }).fill("12:00");
  expect((await file(app, page)).starts.slice(0, 2)).toEqual(["2026-11-22T12:00:00", "2026-11-25T12:00:00"]);
  await seed(app, goal({ kind: { one_off: { due: "2026-12-24" } } }));
  await app.open("goal#walk");
  await open(app);
  await app.main.getByLabel("At", { exact: true }).fill("12:00");
  expect((await file(app, page)).starts).toEqual(["2026-12-24T12:00:00"]);
});

test("the time for worries, once or each day", async ({ app, page }) => {
  await app.open("skill#worry-time");
  await expect(app.main.getByText("A reminder in your calendar")).toBeHidden();
  await app.main.getByLabel(/^When/).fill("18:15");
  await open(app);
  expect((await file(app, page)).starts).toEqual(["2026-11-20T18:15:00"]);
  await app.main.getByLabel("Each day").check();
  expect((await file(app, page)).starts.slice(0, 2)).toEqual(["2026-11-20T18:15:00", "2026-11-21T18:15:00"]);
  expect(await page.evaluate(() => localStorage.length), "nothing is kept for that").toBe(0);
});
