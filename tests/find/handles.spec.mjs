// What `/find` says while it reads, when it has read, and when nothing is there.

import { readFileSync } from "node:fs";
import { PAGES } from "../../tools/lib/pages.mjs";
import { expect, test } from "../app.mjs";
import { meeting, only } from "./lists.mjs";

test("the total appears only when every list is read", async ({ app, context, page, site }) => {
  site.has([...only([meeting("one")]), { src: "directory/slow.json", id: "slow", label: "Slow", rows: [meeting("two")] }]);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await context.route("**/directory/slow.json", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("**/directory/slow.json");
  await app.open("find");
  await asked;
  await expect(page.getByRole("status").filter({ hasText: "Reading" })).toBeVisible();
  await expect(app.found).toHaveCount(0);
  await expect(page.locator("[data-listing]")).toHaveCount(0);
  release();
  await app.matches(["one", "two"]);
});

test("words typed while the lists are read are kept", async ({ app, context, page, site }) => {
  site.has(only([meeting("one"), meeting("two")]));
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await context.route("**/directory/aa.json", async (route) => {
    await held;
    await route.continue();
  });
  await app.open("find");
  await app.search.pressSequentially("meeting two");
  release();
  await app.matches(["two"]);
  await expect(app.search).toHaveValue("meeting two");
  await expect(page).toHaveURL(/#q=meeting%20two$/);
});

test("there is one search field, one total and one id for each result", async ({ app, page, site }) => {
  site.has(only([meeting("one"), meeting("two")]));
  await app.find();
  await expect(app.search).toHaveCount(1);
  await expect(app.found).toHaveCount(1);
  await expect(app.found).toHaveAttribute("data-total", "2");
  expect(await app.ids()).toEqual(["aa~one", "aa~two"]);
  await expect(page.locator("[data-listing]")).toHaveCount(2);
  await expect(page.locator("[data-unread]")).toHaveCount(0);
});

test("no match says 0, in words too, with a way out", async ({ app, page, site }) => {
  site.has(only([meeting("one")]));
  await app.find("q=zzz");
  await expect(app.found).toHaveAttribute("data-total", "0");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear all" }).last().click();
  await app.matches(["one"]);
});

test("the total is announced politely and follows the choice", async ({ app, page, site }) => {
  site.has(only([meeting("sun", { day: 0 }), meeting("mon", { day: 1 })]));
  await app.find();
  const status = page.getByRole("status").filter({ hasText: "result" });
  await expect(status).toContainText("2 results");
  await app.edit("day=0");
  await expect(status).toContainText("1 result");
});

test("the total exists on no other page", async ({ app, page, site }) => {
  site.has(only([meeting("one")]));
  for (const { file } of PAGES.filter(({ file }) => file !== "find")) {
    await app.open(file === "index" ? "" : file);
    await expect(page.locator("[data-total]"), file).toHaveCount(0);
  }
});

test("a result says when, where, how to join, and which types", async ({ app, page, site }) => {
  site.has(only([
    meeting("room", { day: 2, location: "Alano Club", types: ["O", "W"] }),
    meeting("online", { day: 4, conference_url: "https://us02web.zoom.us/j/123", attendance_option: "online" }),
  ]));
  await app.find();
  const room = page.locator('[data-listing="aa~room"]');
  for (const words of ["7:00", "Tuesday", "Alano Club", "12 Elm St", "Open", "Women"]) await expect(room).toContainText(words);
  await expect(page.locator('[data-listing="aa~online"]')).toContainText("Zoom");
  await expect(page.locator('[data-listing="aa~online"]')).not.toContainText("12 Elm St");
});

test("a provider’s name is shown only for its own host", async ({ app, page, site }) => {
  const link = (slug, conference_url) => meeting(slug, { conference_url, attendance_option: "online" });
  site.has(only([link("real", "https://zoom.us/j/1"), link("fake", "https://zoom.us.example.org/j/1"), link("mine", "https://notzoom.us/j/1")]));
  await app.find();
  await expect(page.locator('[data-listing="aa~real"]')).toContainText("Zoom");
  await expect(page.locator('[data-listing="aa~fake"]')).not.toContainText("Zoom");
  await expect(page.locator('[data-listing="aa~mine"]')).not.toContainText("Zoom");
});

test("no lists: the total is 0, and the page points to kinds and national finders", async ({ app, page, site }) => {
  site.has([]);
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "0");
  await expect(app.main.getByRole("link", { name: "Kinds of support" })).toBeVisible();
  await expect(app.main.getByRole("link", { name: "National help to find support" })).toBeVisible();
  await expect(page.getByRole("alert").filter({ visible: true })).toHaveCount(0);
});

test("the release holds no example data", async () => {
  const site = JSON.parse(readFileSync(`${process.env.ALONGSIDE_DIST || "dist"}/site.json`, "utf8"));
  expect(site.feeds).toEqual([]);
  expect(site.example).toBeUndefined();
});
