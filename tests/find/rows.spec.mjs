// From a row of a list to a listing: ids, texts, days and links, as a visitor sees them.

import { expect, test } from "../app.mjs";
import { meeting, only } from "./lists.mjs";

test.use({ timezoneId: "America/New_York" });
test.beforeEach(({ page }) => page.clock.setFixedTime("2026-11-18T17:00:00Z"));

const shown = async (app) => (await app.ids()).sort();

test("an id is the feed’s id and the slug, made safe for an address", async ({ app, site }) => {
  site.has([
    ...only([meeting("plain"), meeting("with space & sign/ä"), meeting(`long-${"x".repeat(100)}`)]),
    { src: "directory/county.list.json", label: "County", rows: [meeting("stem")] },
  ]);
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "4");
  const ids = await shown(app);
  expect(ids).toContain("aa~plain");
  expect(ids).toContain("aa~with-space---sign--");
  expect(ids).toContain(`aa~${`long-${"x".repeat(100)}`.slice(0, 80)}`);
  expect(ids.every((id) => /^[A-Za-z0-9._~-]+$/.test(id))).toBe(true);
  expect(ids.filter((id) => id.endsWith("~stem"))).toHaveLength(1);
});

test("the first row of a slug keeps it, twins are two, and ids are the same at the next visit", async ({ app, page, site }) => {
  const twin = { name: "Twin", slug: undefined };
  site.has(only([meeting("one"), meeting("one", { name: "Second" }), meeting("x", twin), meeting("x", twin)]));
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "4");
  const ids = await shown(app);
  expect(ids).toContain("aa~one");
  expect(new Set(ids).size).toBe(4);
  const hashed = ids.filter((id) => id !== "aa~one");
  expect(hashed.every((id) => id.startsWith("aa~x"))).toBe(true);
  expect(hashed.filter((id) => id.endsWith("-2"))).toHaveLength(1);
  await page.reload();
  await app.settled();
  expect(await shown(app)).toEqual(ids);
});

test("two feeds with one id: the second gets -2, and a message says so", async ({ app, page, site }) => {
  site.has([...only([meeting("one")]), { src: "directory/more.json", id: "aa", program: "aa", label: "More", rows: [meeting("one")] }]);
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "2");
  expect(await shown(app)).toEqual(["aa-2~one", "aa~one"]);
  await expect(app.main).toContainText("aa-2");
});

test("a row needs a name with something visible in it, and nothing else", async ({ app, page, site }) => {
  site.has(only([{ name: "Only a name" }, { name: 164 }, { slug: "none" }, { name: " \u200b\u202e " }, { name: "&nbsp;" }, "text", null, [], 7]));
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "2");
  await expect(page.getByRole("link", { name: "164" })).toBeVisible();
  const unread = page.locator("[data-unread]");
  await expect(unread).toHaveAttribute("data-unread", "7");
  await expect(unread).toHaveCount(1);
});

test("texts are decoded once, cleaned, and never read as tags", async ({ app, page, site }) => {
  site.has(only([meeting("text", { name: "Tom &amp;amp; Ann&#8217;s &lt;b&gt;Bold&lt;/b&gt; \u202egroup", notes: "<img src=x onerror=alert(1)>" })]));
  await app.open("listing#aa~text");
  await expect(app.heading).toHaveText("Tom &amp; Ann’s <b>Bold</b> group");
  await expect(app.main).toContainText("<img src=x onerror=alert(1)>");
  await expect(app.main.locator("img, b")).toHaveCount(0);
});

test("days and times come in many shapes", async ({ app, site }) => {
  site.has(only([
    meeting("number", { day: 1.0 }), meeting("text", { day: "1" }), meeting("float", { day: "1.0" }), meeting("list", { day: "1,3" }),
    meeting("name", { day: "Monday" }), meeting("pm", { day: 1, time: "7:30 PM", end_time: "8:30 PM" }), meeting("odd", { day: 1, time: "24:00", end_time: "" }),
    meeting("packed", { day: 1, time: "1800", end_time: "" }), meeting("seven", { day: 7 }),
  ]));
  await app.find("day=1");
  await app.matches(["number", "text", "float", "list", "name", "pm", "odd", "packed"]);
  await app.edit("day=1&time=evening");
  await app.matches(["number", "text", "float", "list", "name", "pm"]);
});

test("a day without a readable time says so", async ({ app, page, site }) => {
  site.has(only([meeting("odd", { day: 1, time: "25:99", end_time: "" })]));
  await app.find();
  await expect(page.locator('[data-listing="aa~odd"]')).toContainText("time not given");
});

test("only http and https links are links, opened as https", async ({ app, page, site }) => {
  const online = (slug, conference_url) => meeting(slug, { conference_url, attendance_option: undefined });
  site.has(only([
    online("plain", "http://meet.example.org/hall"), online("script", "javascript:alert(1)"), online("data", "data:text/html,hi"),
    online("user", "https://me:secret@meet.example.org/"), online("bare", "meet.example.org/hall"), online("word", "ask at the desk"),
  ]));
  await app.find("attendance=online");
  await app.matches(["plain", "bare"]);
  for (const slug of ["plain", "bare"]) {
    await app.open(`listing#aa~${slug}`);
    await expect(app.main.locator('a[href="https://meet.example.org/hall"]')).toHaveCount(1);
  }
  for (const slug of ["script", "data", "user"]) {
    await app.open(`listing#aa~${slug}`);
    await expect(app.heading).toHaveText(`Meeting ${slug}`);
    await expect(page.locator('a[href^="javascript:"], a[href^="data:"], a[href*="secret"]')).toHaveCount(0);
  }
});

test("private names, phones and addresses of persons are dropped while reading", async ({ app, page, site }) => {
  site.has(only([meeting("one", { contact_1_name: "Pat Example", contact_1_phone: "+1 555 010 0177", contact_1_email: "pat@example.org", email: "group@example.org" })]));
  await app.find("q=pat");
  await expect(app.found).toHaveAttribute("data-total", "0");
  await app.open("listing#aa~one");
  await expect(app.heading).toHaveText("Meeting one");
  await expect(app.main).not.toContainText("Pat Example");
  expect(await page.content()).not.toMatch(/0177|pat@example/);
  await expect(app.main).toContainText("group@example.org");
});
