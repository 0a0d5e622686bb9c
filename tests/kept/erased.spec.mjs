// Erasing everything, in every tab, so that nothing brings it back.

import { expect, test } from "../app.mjs";
import { NOTHING, setGoal, stored, today } from "../goals/keep.mjs";
import { areEqual, countAll, eraseAll, first, keysOf, said, second } from "./copies.mjs";

/** What an erase leaves for a minute. */
const EMPTY = { records: {}, marks: {} };
const databases = async (page) => (await stored(page)).databases.sort();

test("after an erase no record is left anywhere, at once; after a minute no database either", async ({ app, page }) => {
  await page.clock.install();
  // Each sort of thing that is kept: records of two sorts, a tombstone, a text that was set aside, a cache.
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  await today(app, "Done").click();
  await areEqual(page);
  const [key] = keysOf(await first(page), "goal");
  await page.goto(`${app.site.url}favicon.svg`);
  await page.evaluate((key) => localStorage.setItem(key, "torn"), key);
  await page.evaluate(() => caches.open("alongside-1").then((cache) => cache.put("/x", new Response("x"))));
  await app.open("goals");
  await expect.poll(async () => Object.values((await second(page)).marks)).toEqual(["torn"]);
  await eraseAll(app);
  expect(await countAll(page)).toBe(0);
  expect(await second(page)).toEqual(EMPTY);
  expect(await databases(page), "the second is the mark").toEqual(["alongside", "alongside-mark"]);
  await page.clock.fastForward(61_000);
  await expect.poll(() => stored(page)).toEqual(NOTHING);
});

test("what is saved right after an erase stays, and the mark goes", async ({ app, page }) => {
  await page.clock.install();
  await setGoal(app, { name: "Walk" });
  await eraseAll(app);
  await setGoal(app, { name: "Run" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  expect(await databases(page)).toContain("alongside-mark");
  await page.clock.fastForward(61_000);
  await expect.poll(() => databases(page)).toEqual(["alongside"]);
  expect((await second(page)).records).toEqual(await first(page));
  await today(app, "Done").click();
  await areEqual(page);
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "Run" })).toBeVisible();
  await expect(app.main.getByRole("link", { name: "Walk" })).toHaveCount(0);
});

for (const [when, interrupt] of Object.entries({
  "its first step": async () => {
    const database = await new Promise((resolve) => (Object.assign(indexedDB.open("alongside"), { onsuccess: (event) => resolve(event.target.result) })));
    const change = database.transaction(["records", "marks"], "readwrite");
    change.objectStore("records").clear();
    change.objectStore("marks").put("", "erased");
    await new Promise((resolve) => (change.oncomplete = resolve));
    database.close();
  },
  "all steps, and the first copy came back": async () => {
    const database = await new Promise((resolve) => (Object.assign(indexedDB.open("alongside"), { onsuccess: (event) => resolve(event.target.result) })));
    const change = database.transaction(["records"], "readwrite");
    change.objectStore("records").clear();
    await new Promise((resolve) => (change.oncomplete = resolve));
    database.close();
    await new Promise((resolve) => (indexedDB.open("alongside-mark").onsuccess = (event) => resolve(event.target.result.close())));
  },
})) {
  test(`an erase that was interrupted after ${when} is finished at the next start, on any page`, async ({ app, page }) => {
    await setGoal(app, { name: "Walk" });
    await today(app, "Done").click();
    await expect(said(page, "Noted")).toBeVisible();
    await page.goto(`${app.site.url}favicon.svg`);
    await page.evaluate(interrupt);
    await app.open();
    await expect.poll(() => countAll(page)).toBe(0);
    expect(await databases(page)).toEqual(["alongside", "alongside-mark"]);
  });
}

test("row 17: a tab that is frozen with the database open: erased all the same", async ({ app, context, page }) => {
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  const frozen = await context.newPage();
  await frozen.goto(`${app.site.url}favicon.svg`);
  await frozen.evaluate(() => new Promise((resolve) => (indexedDB.open("alongside").onsuccess = resolve)));
  await eraseAll(app);
  expect(await countAll(page)).toBe(0);
  await setGoal(app, { name: "Run" });
  await today(app, "Done").click();
  await areEqual(page);
  expect(keysOf(await first(page), "goal")).toHaveLength(1);
});

test("where the browser doesn’t say which databases there are, visiting leaves nothing, and the mark is a record for a minute", async ({ app, page }) => {
  await page.clock.install();
  await page.addInitScript(() => (window.names = () => IDBFactory.prototype.asked.call(indexedDB)));
  await page.addInitScript(() => { IDBFactory.prototype.asked = IDBFactory.prototype.databases; delete IDBFactory.prototype.databases; });
  const names = () => page.evaluate(async () => (await window.names()).map(({ name }) => name));
  for (const address of ["", "goals", "settings"]) await app.open(address);
  expect(await names(), "nothing by visiting").toEqual([]);
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  await eraseAll(app);
  expect(await names()).toEqual(["alongside"]);
  await setGoal(app, { name: "Run" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "Run" })).toBeVisible();
  await eraseAll(app);
  await page.clock.fastForward(61_000);
  await expect.poll(names).toEqual([]);
  await page.clock.fastForward(61_000);
  await app.open("goals");
  expect(await names()).toEqual([]);
});

test("row 17: every open tab is empty at once, and what it saves then is new", async ({ app, context, page }) => {
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Walk");
  await eraseAll(app);
  await expect(other.getByRole("heading", { level: 1 })).not.toHaveText("Walk");
  await other.goto(`${app.site.url}goal-new`);
  await other.getByLabel("Your words for it").fill("Run");
  await other.getByRole("button", { name: "Save this goal" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Run");
  await expect.poll(async () => keysOf((await second(page))?.records, "goal")).toHaveLength(1);
  expect(JSON.stringify([await first(page), await second(page)])).not.toContain("Walk");
});

test("row 17: a tab that slept through an erase brings nothing back", async ({ app, context, page }) => {
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  const asleep = await context.newPage();
  await asleep.addInitScript(() => window.addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  await asleep.goto(page.url());
  await expect(asleep.getByRole("heading", { level: 1 })).toHaveText("Walk");
  await eraseAll(app);
  await expect(asleep.getByRole("heading", { level: 1 })).toHaveText("Walk");
  await asleep.getByRole("button", { name: "Not done", exact: true }).first().evaluate((button) => button.click());
  await expect(asleep.getByRole("heading", { level: 1 })).not.toHaveText("Walk");
  await expect.poll(() => first(page)).toEqual({});
  expect((await second(page))?.records ?? {}).toEqual({});
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "Set a first goal" })).toBeVisible();
});

test("row 17: a tab that writes in the very moment of an erase, before it can see it, brings nothing back", async ({ app, context, page }) => {
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  const late = await context.newPage();
  await late.addInitScript(() => {
    window.addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
    const read = Storage.prototype.getItem;
    // Another process may see a change of local storage some milliseconds later.
    Storage.prototype.getItem = function (key) {
      return (key === "alongside:meta" && window.stale) || read.call(this, key);
    };
  });
  await late.goto(page.url());
  await expect(late.getByRole("heading", { level: 1 })).toHaveText("Walk");
  await late.evaluate(() => (window.stale = localStorage.getItem("alongside:meta")));
  await eraseAll(app);
  await late.getByRole("button", { name: "Not done", exact: true }).first().evaluate((button) => button.click());
  await expect(said(late, "Noted")).toBeVisible();
  await expect.poll(() => first(page)).toEqual({});
  expect((await second(page))?.records ?? {}).toEqual({});
});
