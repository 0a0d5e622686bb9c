// Two copies of everything that is kept: they stay equal, and one is enough.

import { expect, test } from "../app.mjs";
import { bigNumber, setGoal, today } from "../goals/keep.mjs";
import { areEqual, first, keysOf, LONG, oldDays, said, second, seed } from "./copies.mjs";

test("what is noted is in both copies, and what is deleted is so in both", async ({ app, page }) => {
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  expect((await second(page)).records, "“Noted” is said when the second copy has it").toEqual(await first(page));
  await page.getByText("Change this goal").click();
  await page.getByRole("button", { name: "Delete this goal" }).click();
  await expect(said(page, "deleted")).toBeVisible();
  const { records } = await second(page);
  expect(records).toEqual(await first(page));
  expect(JSON.stringify(records)).not.toContain("Walk");
  expect(keysOf(records, "goal")).toHaveLength(1);
});

for (const gone of ["first", "second"]) {
  test(`the ${gone} copy is gone: the other brings everything back, also the settings`, async ({ app, page }) => {
    await setGoal(app, { name: "Walk" });
    await today(app, "Done").click();
    await app.open("settings");
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.getByRole("button", { name: "Keep these settings on my device" }).click();
    await expect(said(page, "Your settings are saved")).toBeVisible();
    await areEqual(page);
    const before = await first(page);
    // From a page of the site without the app.
    await page.goto(`${app.site.url}favicon.svg`);
    await page.evaluate(async (gone) => {
      if (gone === "first") return localStorage.clear();
      await new Promise((resolve, reject) => Object.assign(indexedDB.deleteDatabase("alongside"), { onsuccess: resolve, onerror: reject, onblocked: reject }));
    }, gone);
    await app.open();
    await expect.poll(() => first(page)).toEqual(before);
    await expect.poll(async () => (await second(page))?.records).toEqual(before);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await app.open("goals");
    await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
  });
}

test(`row 16: two tabs that write ${LONG ? 500 : 50} times each at once: nothing is lost in either copy`, async ({ app, context, page }) => {
  test.setTimeout(240_000);
  const writes = LONG ? 500 : 50;
  const goal = (name) => JSON.stringify({ v: 1, d: { rev: 1, kind: "time_since", name, first_day: "2026-01-01" } });
  await seed(app, { "alongside:goal:one": goal("One"), "alongside:goal:two": goal("Two") });
  const other = await context.newPage();
  await app.open("goal#one");
  await other.goto(`${app.site.url}goal#two`);
  const press = (tab) => tab.getByRole("button", { name: "I had a lapse", exact: true }).first().evaluate(async (button, writes) => {
    for (let at = 0; at < writes; at += 1) {
      button.click();
      await new Promise((resolve) => queueMicrotask(resolve));
    }
  }, writes);
  await Promise.all([press(page), press(other)]);
  // Every second one takes the one before back: a second revision of the same record. Many of these are soon folded.
  const folded = (copy) => keysOf(copy, "archive").flatMap((key) => JSON.parse(copy[key]).d.gone.split(" "));
  const count = (copy) => keysOf(copy, "event").reduce((sum, key) => sum + JSON.parse(copy[key]).d.rev, 0) + folded(copy).filter((entry) => entry.endsWith(".C")).length * 2;
  // While events are being folded a part holds them and their keys are still there.
  await expect.poll(async () => count(await first(page)), { timeout: 60_000 }).toBe(2 * writes);
  await expect.poll(async () => count((await second(page)).records), { timeout: 60_000 }).toBe(2 * writes);
  await areEqual(page);
});

test("row 10: a stored value that was cut is replaced by the whole one, and kept for download", async ({ app, page }) => {
  test.setTimeout(LONG ? 600_000 : 90_000);
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  const whole = await first(page);
  const [key] = keysOf(whole, "goal");
  const step = LONG ? 1 : Math.ceil(whole[key].length / 5);
  for (let length = 0; length < whole[key].length; length += step) {
    await page.goto(`${app.site.url}favicon.svg`);
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, whole[key].slice(0, length)]);
    await app.open("goals");
    await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
    await expect.poll(() => first(page)).toEqual(whole);
  }
  await app.open("settings");
  await expect(app.main).toContainText("set aside");
});

test("row 12: a stored value that was cut in both copies costs no other, and is not overwritten", async ({ app, page }) => {
  await seed(app, { ...oldDays(3), "alongside:goal:cut": '{"v":1,"d":{"rev":1,"na', "alongside:event:cut": '{"v":1,"d":{"rev":1,"goal":"walk","day":"2026-0' });
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
  await areEqual(page);
  expect(await first(page)).toMatchObject({ "alongside:goal:cut": '{"v":1,"d":{"rev":1,"na' });
});

test("row 13: what a newer version wrote is touched in neither copy", async ({ app, page }) => {
  const newer = { "alongside:goal:newer": '{"v":99,"d":{"rev":1,"shape":"new"}}', "alongside:archive:newer": '{"v":99,"parts":[]}', "alongside:settings": '{"v":99,"d":{"rev":1,"theme":7}}' };
  await seed(app, newer);
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  await app.open("settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("button", { name: "Keep these settings on my device" }).click();
  await areEqual(page);
  expect(await first(page)).toMatchObject(newer);
});

test("an older tab never replaces a newer record in the second copy", async ({ app, page }) => {
  await setGoal(app, { name: "Walk" });
  await expect.poll(async () => keysOf((await second(page))?.records, "goal")).toHaveLength(1);
  const [key] = keysOf(await first(page), "goal");
  const newer = JSON.stringify({ v: 1, d: { rev: 9, kind: "do", name: "Run", first_day: "2026-01-01" } });
  await page.evaluate(async ([key, text]) => {
    const database = await new Promise((resolve) => (Object.assign(indexedDB.open("alongside"), { onsuccess: (event) => resolve(event.target.result) })));
    const change = database.transaction("records", "readwrite");
    change.objectStore("records").put(text, key);
    await new Promise((resolve) => (change.oncomplete = resolve));
    database.close();
  }, [key, newer]);
  await page.getByText("Change this goal").click();
  await page.getByLabel("The number shown large").selectOption("Strength");
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  expect((await second(page)).records[key]).toBe(newer);
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "Run" })).toBeVisible();
  await expect.poll(async () => (await first(page))[key]).toBe(newer);
});

for (const [what, block] of Object.entries({
  "is missing": () => delete Window.prototype.indexedDB && delete window.indexedDB,
  "is forbidden": () => (IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }),
  "fails": () => (IDBFactory.prototype.open = function () { const request = new EventTarget(); setTimeout(() => request.onerror?.(new Event("error"))); return request; }),
  "can’t write": () => (IDBObjectStore.prototype.put = () => { throw new DOMException("no room", "QuotaExceededError"); }),
})) {
  test(`row 8: a database that ${what}: the first copy alone does`, async ({ app, page }) => {
    await page.addInitScript(block);
    await setGoal(app, { name: "Walk" });
    await today(app, "Done").click();
    await expect(said(page, "Noted")).toBeVisible();
    await page.reload();
    await expect(bigNumber(app)).toHaveText("1");
    await expect(today(app, "Done")).toHaveAttribute("aria-pressed", "true");
    await app.open("settings");
    await page.getByRole("button", { name: "Erase everything" }).click();
    await page.getByRole("button", { name: "Erase now" }).click();
    await expect(said(page, "Everything is erased")).toBeVisible();
    expect(keysOf(await first(page), "goal")).toEqual([]);
    await app.open("goals");
    await expect(app.main.getByRole("link", { name: "Set a first goal" })).toBeVisible();
  });
}

test("a database that doesn’t answer: “Noted” doesn’t wait for it", async ({ app, page }) => {
  await page.addInitScript(() => (IDBFactory.prototype.open = () => new EventTarget()));
  await setGoal(app, { name: "Walk" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible({ timeout: 2_000 });
});
