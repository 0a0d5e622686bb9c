// `/listing`: all of one listing, by the id after the `#`.

import { expect, test } from "../app.mjs";
import { meeting, only } from "./lists.mjs";

test.use({ timezoneId: "America/New_York" });

const WHOLE = meeting("whole", {
  name: "Step Sisters", day: 2, location: "Alano Club", types: ["O", "W"], notes: "Ring the bell.\nCoffee is free.",
  conference_url: "https://zoom.us/j/1234567890", conference_phone: "+1 555 010 0142", group: "Riverbend Women", updated: "2026-10-01 12:00:00",
});

test("a result opens its listing, which says all of it", async ({ app, page, site }) => {
  site.has(only([WHOLE, meeting("other")]));
  await app.find("q=sisters");
  await page.locator("[data-listing] a").click();
  await expect(page).toHaveURL(`${site.url}listing#aa~whole`);
  await expect(app.heading).toHaveText("Step Sisters");
  for (const words of ["Tuesday", "7:00", "8:00", "Alano Club", "12 Elm St", "Open", "Women", "Ring the bell.", "Coffee is free.", "Riverbend Women"]) {
    await expect(app.main).toContainText(words);
  }
  const join = app.main.getByRole("link", { name: /Zoom/ }).first();
  await expect(join).toHaveAttribute("href", "https://zoom.us/j/1234567890");
  await expect(join).toHaveAttribute("rel", /noreferrer/);
  await expect(app.main.locator('a[href="tel:+15550100142"]').first()).toBeVisible();
});

test("a listing opens from its link alone, and below a trailing slash", async ({ app, site }) => {
  site.has(only([WHOLE]));
  for (const address of ["listing#aa~whole", "listing/#aa~whole", "listing.html#aa~whole", "listing#aa%7Ewhole"]) {
    await app.open(address);
    await expect(app.heading, address).toHaveText("Step Sisters");
  }
});

test("an edited id shows the other listing at once", async ({ app, page, site }) => {
  site.has(only([WHOLE, meeting("other")]));
  await app.open("listing#aa~whole");
  await expect(app.heading).toHaveText("Step Sisters");
  await app.edit("aa~other");
  await expect(app.heading).toHaveText("Meeting other");
  await page.goBack();
  await expect(app.heading).toHaveText("Step Sisters");
});

test("no id, an unknown one and an unreadable one say so in the heading and link to the list", async ({ app, page, site }) => {
  site.has(only([WHOLE]));
  for (const fragment of ["", "#aa~gone", "#%E0%A4%A", "#<b>x</b>"]) {
    await app.open(`listing${fragment}`);
    await expect(app.heading, fragment).toHaveText(/not in the list/);
    await expect(app.main.getByRole("link", { name: "Find support" })).toHaveAttribute("href", /\/find$/);
    await expect(page).toHaveTitle(/not in the list/);
  }
});

test("what is not taking place is counted, shown and marked", async ({ app, page, site }) => {
  site.has(only([meeting("closed", { types: ["TC"] })]));
  await app.find();
  await app.shows(["closed"]);
  await expect(page.locator("[data-listing]")).toContainText("Not meeting now");
  await page.locator("[data-listing] a").click();
  await expect(app.main).toContainText("not taking place");
});

test("both clocks are shown where they differ", async ({ app, site }) => {
  site.has(only([meeting("west", { day: 3, timezone: "America/Los_Angeles", conference_url: "https://zoom.us/j/1" })]));
  await app.open("listing#aa~west");
  await expect(app.main).toContainText("7:00");
  await expect(app.main).toContainText("10:00");
});

test("what one looked at is in no request", async ({ app, page, site }) => {
  site.has(only([WHOLE]));
  const asked = [];
  page.on("request", (request) => asked.push(request.url() + (request.headers().referer ?? "")));
  await app.find("q=sisters&day=2");
  await page.locator("[data-listing] a").click();
  await expect(app.heading).toHaveText("Step Sisters");
  expect(asked.filter((address) => /sisters|day=|whole/.test(address))).toEqual([]);
});
