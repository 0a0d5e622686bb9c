// A meeting in the person's own calendar: at the right time, by a title of their choice.

import { expect, test } from "../app.mjs";
import { meeting, only } from "./lists.mjs";

test.use({ timezoneId: "America/New_York" });

async function file(app, press) {
  const [download] = await Promise.all([app.page.waitForEvent("download"), press()]);
  expect(download.suggestedFilename()).toBe("calendar.ics");
  const parts = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

const ROW = meeting("night", { name: "Night Owls", day: 6, time: "23:30", end_time: "00:30", location: "Alano Club", notes: "Ring the bell" });

test("a weekly meeting comes each week, past midnight, with its zone", async ({ app, page, site }) => {
  await page.clock.setFixedTime("2026-11-20T15:00:00Z");
  site.has(only([ROW]));
  await app.open("listing#aa~night");
  await app.main.getByText("Add to calendar").click();
  const text = await file(app, () => app.main.getByRole("button", { name: "Save the calendar file" }).click());
  for (const line of [
    "VERSION:2.0", "SUMMARY:Night Owls", "DTSTART;TZID=America/New_York:20261121T233000", "DTEND;TZID=America/New_York:20261122T003000",
    "RRULE:FREQ=WEEKLY;BYDAY=SA", "TZID:America/New_York", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "DTSTAMP:20261120T150000Z",
  ]) {
    expect(text.split("\r\n")).toContain(line);
  }
  expect(text.replaceAll("\r\n ", "")).toContain("LOCATION:Alano Club\\, 12 Elm St\\, Riverbend\\, NY 10001\\, USA");
});

test("by a neutral word nothing in it says what it is", async ({ app, page, site }) => {
  site.has(only([ROW]));
  await app.open("listing#aa~night");
  await app.main.getByText("Add to calendar").click();
  await app.main.getByRole("radio", { name: "A neutral word" }).check();
  await page.getByLabel("The word").fill("Choir");
  const text = await file(app, () => app.main.getByRole("button", { name: "Save the calendar file" }).click());
  expect(text).toContain("SUMMARY:Choir\r\n");
  expect(text).not.toMatch(/Night|Owls|aa~|Ring|AA/);
});

test("a monthly meeting comes in its weeks; the saved list is one file", async ({ app, page, site }) => {
  await page.clock.setFixedTime("2026-11-20T15:00:00Z");
  site.has(only([ROW, meeting("monthly", { name: "Monthly", day: "2nd and last Tuesday", time: "19:00", end_time: "20:00", timezone: "Europe/London" })]));
  for (const id of ["night", "monthly"]) {
    await app.open(`listing#aa~${id}`);
    await app.main.getByRole("button", { name: "Save to my list" }).click();
    await expect(page.getByRole("button", { name: "In my list" })).toBeVisible();
  }
  await app.open("saved");
  await app.main.getByText("Add to calendar").click();
  const text = await file(app, () => app.main.getByRole("button", { name: "Save the calendar file" }).click());
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2);
  expect(text).toContain("RRULE:FREQ=MONTHLY;BYDAY=2TU,-1TU");
  expect(text).toContain("DTSTART;TZID=Europe/London:20261124T190000");
});

test("what has no day and time is offered no calendar", async ({ app, site }) => {
  site.has(only([meeting("call", { day: undefined, time: undefined }), meeting("day", { time: "25:99" })]));
  for (const id of ["call", "day"]) {
    await app.open(`listing#aa~${id}`);
    await expect(app.heading).toHaveText(`Meeting ${id}`);
    await expect(app.main.getByText("Add to calendar")).toHaveCount(0);
  }
});
