// What a nonprofit gets wrong: a clear sentence says what and where, and all the rest works.

import { expect, test } from "../app.mjs";
import { meeting, only } from "./lists.mjs";

const GOOD = only([meeting("good")])[0];
const told = (page, words) => page.getByRole("alert").or(page.getByRole("status")).filter({ hasText: words });

test.use({ provoked: /status of 404/ });

for (const [what, feed, why] of [
  ["is missing", { src: "directory/nowhere.json" }, /no such file/],
  ["is no list at all", { src: "directory/bad.json", text: "Noon, at the church,\nbring 1{" }, /First row|first row/],
  ["is cut off", { src: "directory/bad.json", text: '[{"name":"A","day":1},{"name":"B"' }, /./],
  ["is a web page", { src: "directory/bad.json", text: "<!doctype html><title>Sign in</title>" }, /./],
  ["is a number", { src: "directory/bad.json", text: "42" }, /./],
  ["is an object without meetings", { src: "directory/bad.json", rows: { places: [] } }, /./],
  ["lies on another host", { src: "https://lists.example.org/aa.json" }, /another host/],
]) {
  test(`a list that ${what} is named as it is written, and the others work`, async ({ app, page, site }) => {
    site.has([{ id: "bad", label: "Bad list", ...feed }, GOOD]);
    await app.find();
    await app.shows(["good"]);
    const message = told(page, feed.src);
    await expect(message).toHaveCount(1);
    await expect(message).toContainText(why);
    await expect(page.locator("[data-unread]")).toHaveCount(0);
  });
}

test("when every list fails, the total is 0 and the page says where else to look", async ({ app, page, site }) => {
  site.has([{ src: "directory/nowhere.json", label: "Gone" }]);
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "0");
  await expect(told(page, "directory/nowhere.json")).toHaveCount(1);
  await expect(app.main.getByRole("link", { name: "Kinds of support" })).toBeVisible();
});

test("an empty list says that it is empty", async ({ app, page, site }) => {
  site.has([{ src: "directory/empty.json", id: "empty", label: "Empty list", rows: [] }, GOOD]);
  await app.find();
  await app.shows(["good"]);
  await expect(app.main).toContainText("directory/empty.json");
  await expect(app.main).toContainText(/empty/i);
});

test("one bad row in a thousand is counted and explained", async ({ app, page, site }) => {
  const rows = Array.from({ length: 1_000 }, (_, n) => (n === 500 ? { slug: "nameless", day: 1 } : meeting(`m${n}`)));
  site.has(only(rows));
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "999");
  const unread = page.locator("[data-unread]");
  await expect(unread).toHaveAttribute("data-unread", "1");
  await expect(unread).toContainText("1 row");
  await unread.click();
  await expect(app.main).toContainText("row 501");
  await expect(app.main).toContainText("directory/aa.json");
});

test("bad rows of all lists are added up", async ({ app, page, site }) => {
  site.has([GOOD, { src: "directory/two.json", id: "two", label: "Two", rows: [null, meeting("b"), {}] }, { src: "directory/three.json", id: "three", label: "Three", rows: ["x"] }]);
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "2");
  await expect(page.locator("[data-unread]")).toHaveAttribute("data-unread", "3");
});

test("a missing site.json: the app works with its defaults and says so", async ({ app, page, site }) => {
  site.remove("site.json");
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "0");
  await expect(told(page, "site.json")).toHaveCount(1);
  await app.open("goals");
  await expect(app.heading).toHaveText("My goals");
});

for (const [what, text] of [["cut off", '{"name": "River'], ["a list", "[]"], ["empty", ""], ["a web page", "<!doctype html>"]]) {
  test(`a site.json that is ${what}: the app works with its defaults and says so`, async ({ app, page, site }) => {
    site.write("site.json", text);
    await app.find();
    await expect(app.found).toHaveAttribute("data-total", "0");
    await expect(told(page, "site.json")).toHaveCount(1);
    await expect(app.main.getByRole("link", { name: "Kinds of support" })).toBeVisible();
  });
}

test("fields with wrong values are named and take their defaults; the others and the lists hold", async ({ app, page, site }) => {
  site.has([GOOD], { timezone: "Riverbend/Nowhere", country: 7, languages: "en", distance: "leagues", leave_to: "javascript:alert(1)" });
  await app.find();
  await app.shows(["good"]);
  await expect(page.getByRole("banner")).toContainText("Riverbend Recovery");
  for (const field of ["country", "distance", "leave_to"]) await expect(app.main, field).toContainText(field);
  await expect(page.locator("[data-action=leave]")).toHaveAttribute("href", /^https:\/\/www\.weather\.gov\/?$/);
});

test("an unknown time zone is named, and the list is read with another", async ({ app, site }) => {
  site.has([{ ...GOOD, timezone: "Riverbend/Nowhere" }]);
  await app.find();
  await app.shows(["good"]);
  await expect(app.main).toContainText("Riverbend/Nowhere");
});

test("entries of feeds that can’t be read are named, and the others hold", async ({ app, page, site }) => {
  site.has([GOOD]);
  site.write("site.json", { name: "Riverbend Recovery", feeds: [7, { label: "No place" }, { src: "directory/aa.json", id: "aa", program: "aa" }] });
  await app.find();
  await app.shows(["good"]);
  await expect(told(page, "site.json")).toContainText(/feeds/);
});

for (const fragment of [
  `q=${"%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E".repeat(5)}`,
  "q=%E0%A4%A&day=%ZZ",
  `${"q=a&day=1&".repeat(10_000)}q=good&day=`,
  "need=%3Csvg%20onload%3D1%3E,__proto__&speaks=%22%3E%3Cscript%3E&free=1%00&walk_in=%E2%80%AE&sort=constructor",
  `type=${"A,".repeat(20_000)}`,
  `region=${"x".repeat(100_000)}`,
  "day=-1,99999999999999999999,NaN&time=%00&any=1&near=NaN,NaN&within=-1e999",
  "q=%22%22%22%7C%7C%7C&open=%3Cscript%3E&program=__proto__&kind=constructor",
]) {
  test(`row 35: a hostile address runs nothing and breaks nothing: ${fragment.slice(0, 40)}`, async ({ app, page, site }) => {
    site.has([GOOD]);
    await app.find(fragment);
    await expect(page).toHaveTitle(/Find support/);
    await expect(app.main.locator("img, script, svg[onload]")).toHaveCount(0);
    await expect(page.locator("[data-action=help]")).toBeVisible();
    await app.edit("");
    await app.shows(["good"]);
  });
}
