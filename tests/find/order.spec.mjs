// The order of results, and when "now" is: by the clock of each listing's own zone. The visitor's clock stands still.

import { expect, test } from "../app.mjs";
import { meeting, only } from "./lists.mjs";

test.use({ timezoneId: "America/New_York" });

// Wednesday, noon in New York, 9:00 in Los Angeles.
const NOON = "2026-11-18T17:00:00Z";

test("in progress comes first, then by next start, across the week’s end; not given and inactive come last", async ({ app, page, site }) => {
  await page.clock.setFixedTime(NOON);
  site.has(only([
    meeting("inactive", { day: 3, time: "12:00", types: ["TC"] }),
    meeting("untimed", { day: 3, time: "", end_time: "" }),
    meeting("earlier-today", { day: 3, time: "09:00", end_time: "10:00" }),
    meeting("sunday", { day: 0, time: "08:00", end_time: "09:00" }),
    meeting("tonight", { day: 3, time: "19:00" }),
    meeting("tomorrow", { day: 4, time: "06:00", end_time: "07:00" }),
    meeting("on-since-11", { day: 3, time: "11:00", end_time: "13:00" }),
    meeting("on-since-1130", { day: 3, time: "11:30", end_time: "12:30" }),
  ]));
  await app.find();
  await app.shows(["on-since-11", "on-since-1130", "tonight", "tomorrow", "sunday", "earlier-today", "untimed", "inactive"]);
  await app.edit("day=3");
  await app.shows(["on-since-11", "on-since-1130", "tonight", "earlier-today", "untimed", "inactive"], "what is over today comes last");
});

test("a meeting that goes on past midnight is still on, also across Saturday night", async ({ app, page, site }) => {
  await page.clock.setFixedTime("2026-11-22T05:30:00Z"); // Sunday, 0:30 in New York
  site.has(only([
    meeting("sunday", { day: 0, time: "07:00", end_time: "08:00" }),
    meeting("over", { day: 6, time: "23:00", end_time: "00:30" }),
    meeting("overnight", { day: 6, time: "23:30", end_time: "01:00" }),
    meeting("hour", { day: 6, time: "23:45", end_time: undefined }),
  ]));
  await app.find();
  await app.shows(["overnight", "hour", "sunday", "over"]);
  await app.edit("open=now");
  await app.shows(["overnight", "hour"]);
  await app.edit("open=now&day=6");
  await app.shows(["overnight", "hour"], "the slot that is on began on Saturday");
  await app.edit("open=now&day=0");
  await app.shows([]);
});

test("in person holds in the place’s zone, online in the visitor’s, hybrid in either", async ({ app, page, site }) => {
  await page.clock.setFixedTime("2026-11-19T07:30:00Z"); // Thursday 2:30 in New York, Wednesday 23:30 in Los Angeles
  const west = { day: 3, time: "23:00", end_time: "23:59", timezone: "America/Los_Angeles" };
  const link = { conference_url: "https://zoom.us/j/1234567890" };
  site.has(only([
    meeting("room", west),
    meeting("online", { ...west, ...link, attendance_option: "online" }),
    meeting("hybrid", { ...west, ...link }),
    meeting("east", { day: 4, time: "02:00", end_time: "03:00" }),
  ]));
  await app.find("open=now");
  await app.matches(["room", "online", "hybrid", "east"]);
  await app.edit("day=3");
  await app.matches(["room", "hybrid"]);
  await app.edit("day=4");
  await app.matches(["online", "hybrid", "east"]);
  await app.edit("day=3&time=night");
  await app.matches(["room", "hybrid"], "23:00 where it is");
  await app.edit("day=today");
  await app.matches(["room", "online", "hybrid", "east"], "today is Wednesday there and Thursday here");
});

test("both times are shown where they differ", async ({ app, page, site }) => {
  await page.clock.setFixedTime(NOON);
  site.has(only([
    meeting("west", { day: 3, time: "19:00", timezone: "America/Los_Angeles", conference_url: "https://zoom.us/j/1234567890" }),
    meeting("here", { day: 3, time: "19:00" }),
  ]));
  await app.find();
  await expect(page.locator('[data-listing="aa~west"]')).toContainText("7:00");
  await expect(page.locator('[data-listing="aa~west"]')).toContainText("10:00");
  await expect(page.locator('[data-listing="aa~here"]')).not.toContainText("Your time");
});

test("with words, names in which every term starts a word come first", async ({ app, page, site }) => {
  await page.clock.setFixedTime(NOON);
  site.has(only([
    meeting("inside", { name: "Stepping Understep", day: 3, time: "13:00", notes: "sober" }),
    meeting("note", { name: "Noon", notes: "Sober step study", day: 3, time: "12:30", end_time: "13:30" }),
    meeting("name", { name: "Step into Sober", day: 5 }),
    meeting("name-sooner", { name: "Sober Steps", day: 4 }),
  ]));
  await app.find("q=step%20sober");
  await app.shows(["name-sooner", "name", "note", "inside"]);
});

test("ties are broken by the folded name, then by id", async ({ app, page, site }) => {
  await page.clock.setFixedTime(NOON);
  site.has(only([meeting("b2", { name: "Élan" }), meeting("b1", { name: "elan" }), meeting("c", { name: "Zebra" }), meeting("a", { name: "ábc" })]));
  await app.find();
  await app.shows(["a", "b1", "b2", "c"]);
});

test("a result that is on says so, and the page follows the clock", async ({ app, page, site }) => {
  await page.clock.install({ time: "2026-11-18T16:59:30Z" });
  site.has(only([meeting("noon", { day: 3, time: "12:00", end_time: "12:30" })]));
  await page.goto(`${site.url}find#open=now`);
  await expect(app.found).toHaveAttribute("data-total", "0");
  await page.clock.fastForward(61_000);
  await expect(app.found).toHaveAttribute("data-total", "1");
  await expect(page.locator('[data-listing="aa~noon"]')).toContainText("On now");
});
