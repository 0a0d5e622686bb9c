// Erasing everything, in every tab, so that nothing brings it back.

import { expect, test } from "../app.mjs";
import { NOTHING, setGoal, stored, today } from "../goals/keep.mjs";
import { eraseAll, first, keysOf, said, second } from "./copies.mjs";

test("after an erase only its mark is left, and after a minute not even that", async ({ app, page }) => {
  await page.clock.install();
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  await page.evaluate(() => caches.open("alongside-1").then((cache) => cache.put("/x", new Response("x"))));
  await eraseAll(app);
  expect(await first(page)).toEqual({});
  expect(await second(page)).toEqual({ records: {}, marks: { erase: "settling" } });
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
  await page.clock.fastForward(61_000);
  await expect.poll(async () => (await second(page)).marks).toEqual({});
  expect((await second(page)).records).toEqual(await first(page));
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "Run" })).toBeVisible();
  await expect(app.main.getByRole("link", { name: "Walk" })).toHaveCount(0);
});

test("every open tab is empty at once, and what it saves then is new", async ({ app, context, page }) => {
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

test("a tab that slept through an erase brings nothing back", async ({ app, context, page }) => {
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

test("a tab that writes in the very moment of an erase, before it can see it, brings nothing back", async ({ app, context, page }) => {
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

test("an erase that was interrupted after its mark is finished at the next start, on any page", async ({ app, page }) => {
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  await page.goto(`${app.site.url}favicon.svg`);
  await page.evaluate(async () => {
    const database = await new Promise((resolve) => (Object.assign(indexedDB.open("alongside"), { onsuccess: (event) => resolve(event.target.result) })));
    const change = database.transaction("marks", "readwrite");
    change.objectStore("marks").put("erasing", "erase");
    await new Promise((resolve) => (change.oncomplete = resolve));
    database.close();
  });
  await app.open();
  await expect.poll(() => first(page)).toEqual({});
  expect((await second(page)).records).toEqual({});
});
