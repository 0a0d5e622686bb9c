// `/listing`: what can be done with it, and what it explains.

import { expect, test } from "../app.mjs";
import { meeting, only } from "./lists.mjs";

test.use({ timezoneId: "America/New_York" });

const RICH = meeting("rich", {
  name: "Step Sisters", day: [2, 4], types: ["O", "W", "POA"], conference_url: "https://zoom.us/j/1", conference_url_notes: "Passcode: hope",
  conference_phone: "+1 646 555 0100,,123456#", conference_phone_notes: "Press star 6 to speak", location: "Alano Club", location_notes: "Door at the side",
  district: "District 7", phone: "555 010 0199", email: "group@example.org", website: "https://group.example.org/", venmo: "@Sisters", square: "$sisters",
  paypal: "sisters", homegroup_online: "sis", contact_1_name: "Mary Roe", contact_1_phone: "555 010 0123",
});
const FEED = { email: ["lists@example.org", "second@example.org"] };

test("each way to join, to call and to contribute is a link, with its notes", async ({ app, site }) => {
  site.has(only([RICH], FEED));
  await app.open("listing#aa~rich");
  await expect(app.main.getByRole("link", { name: "Join by phone" })).toHaveAttribute("href", "tel:+16465550100,,123456%23");
  await expect(app.main.getByRole("link", { name: "Call 555 010 0199" })).toHaveAttribute("href", "tel:5550100199");
  for (const words of ["Passcode: hope", "Press star 6 to speak", "Door at the side", "District 7", "Tuesday", "Thursday"]) {
    await expect(app.main).toContainText(words);
  }
  for (const [words, href] of [
    ["Venmo: @Sisters", "https://venmo.com/Sisters"],
    ["Cash App: $sisters", "https://cash.app/$sisters"],
    ["PayPal: sisters", "https://www.paypal.com/paypalme/sisters"],
    ["Homegroup Online: sis", "https://donate.homegroup.online/sis"],
    ["group@example.org", "mailto:group@example.org"],
  ]) {
    await expect(app.main.getByRole("link", { name: words })).toHaveAttribute("href", href);
  }
  await expect(app.main).not.toContainText(/Mary Roe|0123/);
});

test("types are explained, and what a first time is like", async ({ app, site }) => {
  site.has(only([RICH]));
  await app.open("listing#aa~rich");
  await expect(app.main.locator(".type-notes")).toContainText("Open: ");
  await expect(app.main.locator(".type-notes")).toContainText("Proof of Attendance: ");
  await app.main.getByText("Your first time").click();
  await expect(app.main).toContainText("sit, listen, and say nothing");
});

test("others at the same door are named with their times", async ({ app, page, site }) => {
  site.has(only([RICH, meeting("late", { name: "Late Shift", day: 5, time: "23:00", location: "Alano Club" }), meeting("far", { formatted_address: "9 Oak St, Riverbend, NY 10001, USA" })]));
  await app.open("listing#aa~rich");
  await app.main.getByText("1 other at this address").click();
  await app.main.getByRole("link", { name: /Late Shift.*Friday, 11:00/ }).click();
  await expect(app.heading).toHaveText("Late Shift");
  expect(page.url()).toContain("#aa~late");
});

test("a correction is a mail to those who keep the list, filled in", async ({ app, site }) => {
  site.has(only([RICH], FEED));
  await app.open("listing#aa~rich");
  const href = await app.main.getByRole("link", { name: "Report a mistake by mail" }).getAttribute("href");
  const [to, query] = href.split("?");
  const { subject, body } = Object.fromEntries(new URLSearchParams(query));
  expect(to).toBe("mailto:lists@example.org,second@example.org");
  expect(subject).toContain("Step Sisters");
  expect(body).toContain("aa~rich");
  expect(body).toContain("AA, Riverbend");
  expect(href).not.toContain("+");
});

test("the address is copied; a computer is offered no map app, what is only online no way at all", async ({ app, context, page, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  site.has(only([RICH, meeting("online", { conference_url: "https://zoom.us/j/2", attendance_option: "online" })]));
  await app.open("listing#aa~rich");
  await app.main.getByRole("button", { name: "Copy the address" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Alano Club, 12 Elm St, Riverbend, NY 10001, USA");
  await expect(app.main.getByRole("link", { name: "Open in your map app" })).toHaveCount(0);
  await app.edit("aa~online");
  await expect(app.heading).toHaveText("Meeting online");
  await expect(app.main.getByRole("button", { name: "Copy the address" })).toHaveCount(0);
});

for (const [device, userAgent, scheme] of [
  ["Android", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36", "geo:0,0?q="],
  ["an iPhone", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1", "maps:?q="],
]) {
  test.describe(`on ${device}`, () => {
    test.use({ userAgent });
    test("the map app gets the address, and that it leaves the page is said", async ({ app, site }) => {
      site.has(only([RICH]));
      await app.open("listing#aa~rich");
      const link = app.main.getByRole("link", { name: "Open in your map app" });
      await expect(link).toHaveAttribute("href", `${scheme}12%20Elm%20St,%20Riverbend,%20NY%2010001,%20USA`);
      await expect(app.main).toContainText("This leaves the page");
    });
  });
}

test("only the listing is in the link that is shared", async ({ app, context, page, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  site.has(only([RICH]));
  await app.find("q=sisters&day=2");
  await page.locator("[data-listing] a").click();
  await app.main.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("The link is copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}listing#aa~rich`);
});

test("where a browser can share, it is handed the same link", async ({ app, page, site }) => {
  await page.addInitScript(() => (navigator.share = (what) => ((window.shared = what), Promise.resolve())));
  site.has(only([RICH]));
  await app.open("listing#aa~rich");
  await app.main.getByRole("button", { name: "Share" }).click();
  expect(await page.evaluate(() => window.shared)).toEqual({ title: "Step Sisters", url: `${site.url}listing#aa~rich` });
});

test("a monthly meeting says in which weeks, and when next", async ({ app, page, site }) => {
  await page.clock.setFixedTime("2026-11-20T15:00:00Z");
  site.has(only([meeting("monthly", { day: "2nd and last Tuesday", time: "19:00", end_time: "20:00" })]));
  await app.find();
  await expect(page.locator("[data-listing]")).toContainText("2nd and last Tuesday");
  await page.locator("[data-listing] a").click();
  await expect(app.main).toContainText("2nd and last Tuesday, 7:00 PM to 8:00 PM, next on Nov 24");
});

test("a service says who it is for, what it costs, how to get in and what to bring", async ({ app, page, site }) => {
  const service = {
    slug: "detox", name: "Riverbend Detox", service: "yes", kind: "detox-facilities", hours: "Mon-Sun 0:00-24:00", phone: "555 010 0111", formatted_address: "5 Elm St, Riverbend, NY 10001, USA",
    cost: "Free", eligibility: "Adults", admission: "Walk in, day or night", documents: "Nothing", languages: "English, Spanish", accessibility: "Ramp", transit: "Bus 7",
  };
  site.has([{ src: "directory/services.json", id: "s", label: "County", rows: [service] }]);
  await app.find();
  await expect(page.locator("[data-listing]")).toContainText("Open now");
  await page.locator("[data-listing] a").click();
  for (const words of ["Free", "Adults", "Walk in, day or night", "English, Spanish", "Ramp", "Bus 7", "What to bring", "All day"]) {
    await expect(app.main).toContainText(words);
  }
});

test("what is by appointment says so", async ({ app, page, site }) => {
  site.has(only([meeting("call", { day: undefined, time: undefined, end_time: undefined })]));
  await app.find();
  await expect(page.locator("[data-listing]")).toContainText("By appointment");
});
