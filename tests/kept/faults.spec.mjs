// Faults of what is stored, and clocks and calendars that are not as they should be. The rows are those of
// docs/RELIABILITY.md.

import { expect, test } from "../app.mjs";
import { bigNumber, setGoal, today } from "../goals/keep.mjs";
import { areEqual, first, keysOf, LONG, oldDays, said, second, seed } from "./copies.mjs";

const goalText = (more = {}) => JSON.stringify({ v: 1, d: { rev: 1, kind: "do", name: "Walk “Zoë” 🌱", reason: "é \" \\ 漢", first_day: "2026-01-01", ...more } });
const eventText = JSON.stringify({ v: 1, d: { rev: 2, goal: "walk", day: "2026-01-02", at: 1767290400123, what: "lapse", note: "a “note”" } });
const partText = JSON.stringify({ v: 1, d: { rev: 1, goals: ["walk"], days: { "2026-01-03": "d0AbCdEfGhIjKlMnQAAAA.C" }, notes: { aaaa: "words" } } });

/** Each text under keys of its own, beside a goal that is whole. */
function beside(texts) {
  const entries = texts.map(([sort, text], at) => [`alongside:${sort}:bad${at}`, text]);
  return { "alongside:goal:whole": goalText({ name: "Whole" }), ...Object.fromEntries(entries) };
}

/** The app works as ever with what is whole, and each text is as it was. */
async function worksBeside(app, texts) {
  const { page } = app;
  const stored = beside(texts);
  await seed(app, stored);
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "Whole" })).toBeVisible();
  await app.main.locator("li", { hasText: "Whole" }).getByRole("button", { name: "Done", exact: true }).click();
  await expect(said(page, "Noted")).toBeVisible();
  expect(await first(page)).toMatchObject(stored);
  await areEqual(page);
  await app.open("settings");
}

for (const [sort, text] of [["goal", goalText()], ["event", eventText], ["archive", partText]]) {
  test(`row 10: a stored ${sort} cut at every place: set aside, never overwritten, and the rest works`, async ({ app }) => {
    test.slow();
    const cuts = Array.from({ length: text.length }, (_, length) => [sort, text.slice(0, length)]);
    // A browser may hand over half a character; it is no text of ours, so it only must not be in the way.
    const whole = cuts.filter(([, cut]) => cut.isWellFormed());
    await worksBeside(app, whole);
    await expect(app.main).toContainText(`${whole.length} entries were set aside`);
  });
}

test("row 10: half a character in a stored value is in nobody’s way", async ({ app, page }) => {
  await seed(app, { "alongside:goal:whole": goalText({ name: "Whole" }), "alongside:goal:half": goalText().replace("🌱", "\ud83c"), "alongside:event:half": '{"v":1,"d":{"rev":1,"note":"\udf31' });
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "Whole" })).toBeVisible();
  await app.main.locator("li", { hasText: "Whole" }).getByRole("button", { name: "Done", exact: true }).click();
  await expect(said(page, "Noted")).toBeVisible();
});

for (const [key, text] of [["settings", '{"v":1,"d":{"rev":1,"theme":"dark","day_start":4}}'], ["meta", '{"v":1,"d":{"rev":1,"era":"aaaabbbbccccdddd"}}']]) {
  test(`row 10: the ${key} cut at ${LONG ? "every place" : "some places"}: the app starts and goals are kept`, async ({ app, page }) => {
    test.setTimeout(LONG ? 600_000 : 60_000);
    for (let length = 0; length < text.length; length += LONG ? 1 : 11) {
      await page.goto(`${app.site.url}favicon.svg`);
      await page.evaluate(async ([key, text, goal]) => {
        localStorage.clear();
        await new Promise((resolve) => Object.assign(indexedDB.deleteDatabase("alongside"), { onsuccess: resolve, onerror: resolve, onblocked: resolve }));
        localStorage.setItem(key, text);
        localStorage.setItem("alongside:goal:whole", goal);
      }, [`alongside:${key}`, text.slice(0, length), goalText({ name: "Whole" })]);
      await app.open("goals");
      await app.main.getByRole("button", { name: "Done", exact: true }).click();
      await expect(said(page, "Noted")).toBeVisible();
      expect((await first(page))[`alongside:${key}`]).toBe(text.slice(0, length));
      expect(keysOf((await second(page)).records, "event")).toHaveLength(1);
    }
  });
}

const BODIES = ["null", "[]", "7", '"x"', "{}", '{"rev":1}', '{"rev":"1"}', '{"rev":-1}', '{"rev":1.5}', '{"rev":1,"kind":7,"name":{}}', '{"rev":1,"goal":null,"day":20260101,"at":"x","what":[]}', '{"rev":1,"goals":{},"days":[]}', '{"rev":1,"goals":[7],"days":{"x":7}}', '{"rev":1,"deleted":"yes"}'];
const WRONG = ["null", "[]", "0", "true", '"x"', "{}", "[[[[{}]]]]", '{"v":1}', '{"v":null,"d":{}}', '{"v":"1","d":{"rev":1}}', '{"v":-1,"d":{"rev":1}}', ...BODIES.map((body) => `{"v":1,"d":${body}}`)];

test("row 11: valid JSON of the wrong types: set aside, never overwritten, and the rest works", async ({ app }) => {
  const texts = ["goal", "event", "archive"].flatMap((sort) => WRONG.map((text) => [sort, text]));
  await worksBeside(app, texts);
  // A part of the archive may leave out what it has none of, so some of these are parts with nothing in them.
  await expect(app.main).toContainText(/entries were set aside/);
  const [, count] = (await app.main.textContent()).match(/(\d+) entries were set aside/);
  expect(Number(count)).toBeGreaterThanOrEqual(2 * WRONG.length);
});

for (const key of ["settings", "meta"]) {
  test(`row 11: ${key} of the wrong types: the app starts, goals are kept, and it stays as it was`, async ({ app, page }) => {
    test.slow();
    for (const text of WRONG.filter((_, at) => LONG || at % 4 === 0)) {
      await page.goto(`${app.site.url}favicon.svg`);
      await page.evaluate(async ([key, text, goal]) => {
        localStorage.clear();
        await new Promise((resolve) => Object.assign(indexedDB.deleteDatabase("alongside"), { onsuccess: resolve, onerror: resolve, onblocked: resolve }));
        localStorage.setItem(key, text);
        localStorage.setItem("alongside:goal:whole", goal);
      }, [`alongside:${key}`, text, goalText({ name: "Whole" })]);
      await app.open("goals");
      await app.main.getByRole("button", { name: "Done", exact: true }).click();
      await expect(said(page, "Noted")).toBeVisible();
      expect((await first(page))[`alongside:${key}`], text).toBe(text);
      expect(keysOf(await first(page), "event"), text).toHaveLength(1);
    }
  });
}

test("row 19: a clock that is a year slow, then ten years fast: no number below zero, nothing deleted, nothing noted", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-11-20T15:00:00Z");
  await setGoal(app, { name: "No drinking", sort: "since", since: "2026-11-10" });
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  await areEqual(page);
  const before = await first(page);
  for (const [time, pages] of [["2025-11-20T15:00:00Z", ["goals", "check-in"]], ["2036-11-20T15:00:00Z", ["goals", "check-in"]]]) {
    await page.clock.setFixedTime(time);
    for (const address of [...pages, ...keysOf(before, "goal").map((key) => `goal#${key.split(":")[2]}`)]) {
      await app.open(address);
      // The hyphen of a phone number stands after a digit.
      await expect(app.main).not.toContainText(/(?<!\d)[-−]\d|NaN|Infinity/);
    }
    expect(await first(page), time).toEqual(before);
  }
  await page.clock.setFixedTime("2026-11-20T15:00:00Z");
  await app.open("goals");
  await expect(app.main.locator("li.goal-card", { hasText: "No drinking" })).toContainText("10");
  expect(await first(page)).toEqual(before);
});

test("row 19: what was folded while the clock was ten years fast is there when it is right again", async ({ app, page }) => {
  const days = 250;
  await seed(app, oldDays(days, { ago: 0 }));
  const now = Date.now();
  await page.clock.install({ time: now + 3652 * 86_400_000 });
  await app.open("goal#walk");
  await page.clock.fastForward(4_000);
  await expect.poll(async () => keysOf(await first(page), "archive").length, { timeout: 20_000 }).toBe(1);
  await page.clock.setFixedTime(now);
  await app.open("goal#walk");
  await expect(bigNumber(app)).toHaveText(new RegExp(`^${days}\\b`));
});

/** One goal that began on a day, seen at one instant in a zone. */
for (const [zone, instant, since, days, why] of [
  ["America/New_York", "2026-11-01T04:30:00Z", "2026-10-30", 2, "half an hour after the midnight before the clocks go back"],
  ["America/New_York", "2026-11-02T04:30:00Z", "2026-10-30", 2, "the 25th hour of that day"],
  ["America/New_York", "2026-11-02T05:30:00Z", "2026-10-30", 3, "half an hour later a new day"],
  ["America/New_York", "2026-03-09T03:59:00Z", "2026-03-01", 7, "the end of a day of 23 hours"],
  ["America/New_York", "2026-03-09T04:01:00Z", "2026-03-01", 8, "and the beginning of the next"],
  ["Pacific/Kiritimati", "2026-11-20T11:00:00Z", "2026-11-10", 11, "14 hours ahead it is tomorrow"],
  ["Pacific/Pago_Pago", "2026-11-20T10:00:00Z", "2026-11-10", 9, "11 hours behind it is yesterday"],
  ["Asia/Kathmandu", "2026-11-19T18:20:00Z", "2026-11-10", 10, "5:45 ahead, five minutes after midnight"],
  ["UTC", "2025-02-28T12:00:00Z", "2024-02-29", 365, "a year after February 29, less a day"],
  ["UTC", "2025-03-01T12:00:00Z", "2024-02-29", 366, "the day after"],
  ["UTC", "2028-02-29T12:00:00Z", "2024-02-29", 1461, "the next February 29"],
]) {
  test.describe(() => {
    test.use({ timezoneId: zone });
    test(`row 20: ${zone}, ${instant}: ${days} days since ${since} (${why})`, async ({ app, page }) => {
      await page.clock.setFixedTime(instant);
      await seed(app, { "alongside:goal:one": JSON.stringify({ v: 1, d: { rev: 1, kind: "time_since", name: "One", first_day: since } }) });
      await app.open("goal#one");
      await expect(app.main).toContainText(`Current run: ${days.toLocaleString("en-US")} days.`);
    });
  });
}
