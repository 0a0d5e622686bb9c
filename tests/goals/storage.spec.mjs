// What is kept on the device: nothing before a save, every record whole, nothing lost.

import { expect, test } from "../app.mjs";
import { PAGES } from "../../tools/lib/pages.mjs";
import { meeting, only } from "../find/lists.mjs";
import { NOTHING, bigNumber, setGoal, stored, today } from "./keep.mjs";

test("nothing is stored by visiting every page, searching and trying settings", async ({ app, context, page, site }) => {
  test.slow();
  site.has(only([meeting("one")]));
  for (const { file } of PAGES) await app.open(file === "index" ? "" : file);
  await app.find("q=one&day=0");
  await page.locator("[data-listing] a").click();
  await app.open("cope#situation=craving");
  await app.open("skill#box-breath");
  await app.open("kind#detox-facilities");
  await app.open("settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByLabel("My day begins at").selectOption("4");
  expect(await stored(page)).toEqual(NOTHING);
  expect(await context.cookies()).toEqual([]);
});

test("one key holds one record, written whole, under a name that says nothing", async ({ app }) => {
  await setGoal(app, { name: "Secret words" });
  await today(app, "Done").click();
  await expect(today(app, "Done")).toHaveAttribute("aria-pressed", "true");
  const records = await app.records();
  const keys = Object.keys(records).sort();
  expect(keys).toHaveLength(3);
  expect(keys[0]).toMatch(/^alongside:event:[a-z0-9]+$/);
  expect(keys[1]).toMatch(/^alongside:goal:[a-z0-9]+$/);
  expect(keys[2]).toBe("alongside:meta");
  for (const record of Object.values(records)) {
    expect(Object.keys(record).sort()).toEqual(["d", "v"]);
    expect(record.v).toBe(1);
  }
});

test("a reload, and the browser’s next start, show what was saved", async ({ app, page }) => {
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await page.reload();
  await expect(app.heading).toHaveText("Walk");
  await expect(today(app, "Done")).toHaveAttribute("aria-pressed", "true");
  await expect(bigNumber(app)).toHaveText("1");
});

test("a second tab follows, both ways, and nothing either writes is lost", async ({ app, context, page, site }) => {
  await setGoal(app, { name: "Walk" });
  const other = await context.newPage();
  await other.goto(page.url());
  const theirs = other.getByRole("button", { name: "Done", exact: true });
  await today(app, "Done").click();
  await expect(theirs).toHaveAttribute("aria-pressed", "true");
  await theirs.click();
  await expect(today(app, "Done")).toHaveAttribute("aria-pressed", "false");
  await other.goto(`${site.url}goal-new`);
  await other.getByLabel("Your words for it").fill("Call someone");
  await other.getByRole("button", { name: "Save this goal" }).click();
  await page.getByRole("link", { name: "My goals" }).first().click();
  await expect(app.main.getByRole("link", { name: "Call someone" })).toBeVisible();
  await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
});

test("row 16: two tabs that note at the same moment keep both notes", async ({ app, context, page, site }) => {
  for (const name of ["One", "Two"]) await setGoal(app, { name });
  const other = await context.newPage();
  await app.open("check-in");
  await other.goto(`${site.url}check-in`);
  const press = (tab, name) => tab.getByRole("group", { name }).getByRole("button", { name: "Done", exact: true }).click();
  await Promise.all([press(page, "One"), press(other, "Two")]);
  for (const tab of [page, other]) await expect(tab.getByRole("main").getByRole("button", { pressed: true })).toHaveCount(2);
  await page.reload();
  await expect(app.main.getByRole("button", { pressed: true })).toHaveCount(2);
});

test("row 12: what can’t be read is set aside, untouched, said and offered", async ({ app, page }) => {
  await setGoal(app, { name: "Walk" });
  const broken = { "alongside:goal:broken1": '{"v":1,"d":{"na', "alongside:event:broken2": "null", "alongside:goal:newer3": '{"v":99,"d":{"rev":1,"shape":"new"}}', "elsewhere": "not ours" };
  await page.evaluate((entries) => Object.entries(entries).forEach(([key, text]) => localStorage.setItem(key, text)), broken);
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
  await app.main.getByRole("button", { name: "Done", exact: true }).click();
  await expect(app.main.getByRole("button", { name: "Done", exact: true })).toHaveAttribute("aria-pressed", "true");
  await app.open("settings");
  await expect(app.main).toContainText("2 entries were set aside");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a copy" }).click();
  const copy = await (await saved).createReadStream();
  const text = (await copy.toArray()).join("");
  expect(text).toContain("alongside:goal:broken1");
  const kept = await page.evaluate((keys) => keys.map((key) => localStorage.getItem(key)), Object.keys(broken));
  expect(kept).toEqual(Object.values(broken));
});

test("row 17: erasing asks once, says what will be gone, and leaves nothing, in every tab", async ({ app, context, page, site }) => {
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  const other = await context.newPage();
  await other.goto(`${site.url}goals`);
  await expect(other.getByRole("link", { name: "Walk" })).toBeVisible();
  await app.open("settings");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await expect(app.main).toContainText("This can’t be undone");
  await page.getByRole("button", { name: "Keep everything" }).click();
  expect(Object.keys(await app.records())).toHaveLength(3);
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("button", { name: "Erase now" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Everything is erased" })).toBeVisible();
  // Empty databases are left for a minute, so that a killed browser brings nothing back: see tests/kept.
  expect(await stored(page)).toEqual({ ...NOTHING, databases: ["alongside", "alongside-mark"] });
  await expect(other.getByRole("link", { name: "Set a first goal" })).toBeVisible();
});

test("settings are kept only once the person says so", async ({ app, page }) => {
  await app.open("settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.reload();
  await app.isUp();
  await expect(page.getByRole("radio", { name: "As my device" })).toBeChecked();
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("button", { name: "Keep these settings on my device" }).click();
  expect(Object.keys(await app.records()).sort()).toEqual(["alongside:meta", "alongside:settings"]);
  await page.reload();
  await app.isUp();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
});
