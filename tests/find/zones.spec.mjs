// Time is right: on the nights when clocks change, around midnight, and far from home.

import { expect, test } from "../app.mjs";
import { meeting, only } from "./lists.mjs";

/** The one meeting of a list, as a result shows it at an instant. */
async function shown(app, page, site, now, fields, feed = {}) {
  await page.clock.setFixedTime(now);
  site.has(only([meeting("it", fields)], feed));
  await app.find();
  return page.locator("[data-listing]");
}

// A Sunday at nine in the morning, 25 minutes before: after each change of the clocks, by the local clock.
const MORNINGS = [
  ["America/New_York", "2026-03-08T12:35:00Z", "spring"],
  ["America/New_York", "2026-11-01T13:35:00Z", "autumn"],
  ["America/Los_Angeles", "2026-03-08T15:35:00Z", "spring"],
  ["America/Los_Angeles", "2026-11-01T16:35:00Z", "autumn"],
  ["Europe/London", "2026-03-29T07:35:00Z", "spring"],
  ["Europe/London", "2026-10-25T08:35:00Z", "autumn"],
  ["Australia/Sydney", "2026-10-03T21:35:00Z", "spring"],
  ["Australia/Sydney", "2026-04-04T22:35:00Z", "autumn"],
];

for (const visitor of [null, "Asia/Tokyo", "America/Phoenix"]) {
  for (const [zone, now, season] of MORNINGS) {
    test.describe(`${season} in ${zone}, seen from ${visitor ?? "there"}`, () => {
      test.use({ timezoneId: visitor ?? zone, locale: "en-US" });
      test("nine in the morning is by the clock there, on the day there", async ({ app, page, site }) => {
        const result = await shown(app, page, site, now, { day: 0, time: "09:00", end_time: "10:00", timezone: zone });
        await expect(result).toContainText("9:00 AM");
        await expect(result).toContainText("in 25 min");
        const start = new Date(Date.parse(now) + 25 * 60_000);
        const clock = { weekday: "long", hour: "numeric", minute: "2-digit" };
        const [there, yours] = [zone, visitor ?? zone].map((timeZone) => new Intl.DateTimeFormat("en-US", { timeZone, ...clock }).format(start));
        if (there !== yours) {
          await expect(result).toContainText(`Your time: ${yours.replace(" at ", ", ").replace(/^(\w+),? /, "$1, ")}`);
        } else {
          await expect(result).not.toContainText("Your time");
        }
        for (const [fragment, total] of [["day=0", 1], ["day=6", 0], ["day=1", 0], ["time=morning", 1], ["open=soon", 1], ["open=now", 0]]) {
          await app.edit(fragment);
          await app.shows(total ? ["it"] : [], `#${fragment}`);
        }
      });
      test("and it is on for an hour", async ({ app, page, site }) => {
        const later = new Date(Date.parse(now) + 55 * 60_000);
        const result = await shown(app, page, site, later, { day: 0, time: "09:00", end_time: undefined, timezone: zone });
        await expect(result).toContainText("On now, 30 min left");
      });
    });
  }
}

test.describe("an online meeting of New York, joined from London", () => {
  test.use({ timezoneId: "Europe/London", locale: "en-US" });
  const online = (day) => ({ day, time: "19:00", end_time: "20:00", timezone: "America/New_York", conference_url: "https://zoom.us/j/1", attendance_option: "online" });
  for (const [now, own, shownAs, day, why] of [
    ["2026-01-10T12:00:00Z", 0, "12:00 AM", 1, "five hours apart: the next day"],
    ["2026-03-07T12:00:00Z", 0, "11:00 PM", 0, "New York has changed its clocks, London has not"],
    ["2026-03-28T12:00:00Z", 0, "12:00 AM", 1, "London changes in the night before"],
    ["2026-10-26T12:00:00Z", 3, "11:00 PM", 3, "London has changed back, New York has not"],
    ["2026-10-31T12:00:00Z", 0, "12:00 AM", 1, "New York changes back in the night before"],
  ]) {
    test(`${now.slice(0, 10)}: ${why}`, async ({ app, page, site }) => {
      const result = await shown(app, page, site, now, online(own));
      await expect(result.locator("strong").first()).toHaveText(shownAs);
      await app.edit(`day=${day}`);
      await app.shows(["it"]);
      await app.edit(`day=${(day + 6) % 7},${(day + 1) % 7}`);
      await app.shows([]);
    });
  }
});

test.describe("in New York", () => {
  test.use({ timezoneId: "America/New_York", locale: "en-US" });

  test("half past midnight is tomorrow until midnight, and a weekday of its own", async ({ app, page, site }) => {
    // Saturday, ten to midnight.
    const result = await shown(app, page, site, "2026-11-22T04:50:00Z", { day: 0, time: "00:30", end_time: "01:30" });
    await expect(result).toContainText("12:30 AM");
    await expect(result).toContainText("in 40 min");
    for (const [fragment, total] of [["day=today", 0], ["day=tomorrow", 1], ["day=0", 1], ["day=6", 0], ["time=night", 1], ["time=morning", 0], ["open=soon", 1]]) {
      await app.edit(fragment);
      await app.shows(total ? ["it"] : [], `#${fragment}`);
    }
  });

  for (const [now, says, open] of [
    ["2026-11-22T04:29:00Z", "in 1 min", 0],
    ["2026-11-22T04:30:00Z", "On now, 60 min left", 1],
    ["2026-11-22T05:15:00Z", "On now, 15 min left", 1],
    ["2026-11-22T05:29:00Z", "On now, 1 min left", 1],
    ["2026-11-22T05:30:00Z", "Saturday", 0],
  ]) {
    test(`what starts on Saturday at half past eleven, at ${now.slice(11, 16)} UTC: ${says}`, async ({ app, page, site }) => {
      const result = await shown(app, page, site, now, { day: 6, time: "23:30", end_time: "00:30" });
      await expect(result).toContainText(says);
      await app.edit("open=now");
      await app.shows(open ? ["it"] : []);
      await app.edit("day=6");
      await app.shows(["it"], "it began on Saturday");
      await app.edit("day=0");
      await app.shows([], "it did not begin on Sunday");
    });
  }

  test("a time that the clocks skip is an hour later", async ({ app, page, site }) => {
    const result = await shown(app, page, site, "2026-03-08T07:15:00Z", { day: 0, time: "02:30", end_time: "03:00" });
    await expect(result).toContainText("in 15 min");
  });

  test("a time that the clocks show twice is the first", async ({ app, page, site }) => {
    const result = await shown(app, page, site, "2026-11-01T05:15:00Z", { day: 0, time: "01:30", end_time: "02:00" });
    await expect(result).toContainText("in 15 min");
  });
});

test("a traveller sees what is on by the clock there, and their own beside it", async ({ app, browser, site }) => {
  const fields = { day: 0, time: "19:00", end_time: "20:00", timezone: "America/New_York" };
  for (const [timezoneId, yours] of [["America/New_York", null], ["America/Los_Angeles", "Sunday, 4:00 PM"], ["Asia/Kolkata", "Monday, 5:30 AM"], ["Australia/Lord_Howe", "Monday, 11:00 AM"]]) {
    const context = await browser.newContext({ timezoneId, locale: "en-US" });
    const tab = await context.newPage();
    const result = await shown(new app.constructor(tab, site), tab, site, "2026-11-20T15:00:00Z", fields);
    await expect(result).toContainText("7:00 PM");
    if (yours) await expect(result).toContainText(`Your time: ${yours}`);
    else await expect(result).not.toContainText("Your time");
    await context.close();
  }
});
