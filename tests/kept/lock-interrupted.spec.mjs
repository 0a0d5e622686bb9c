// Turning the lock on, changing its passphrase and turning it off, each interrupted at every write: what was saved is
// there afterwards, whatever the two copies hold, with the passphrase or without one.

import { expect, test } from "../app.mjs";
import { setGoal, today } from "../goals/keep.mjs";
import { first, keysOf, said, second } from "./copies.mjs";
import { changeTo, open, OTHER, tryWith, turnOff, turnOn, WORDS } from "./lock.mjs";

const NAMES = ["Walk by the river", "Read by the river"];

/** From now on only so many writes reach the device; then the page is as good as killed. */
const diesAfter = (page, writes) => page.evaluate((writes) => {
  let left = writes;
  const last = () => left <= 0 || ((left -= 1), false);
  const { setItem } = Storage.prototype;
  const { put } = IDBObjectStore.prototype;
  globalThis.isDead = false;
  const dies = () => {
    globalThis.isDead = true;
    // Never answers: nothing after this is done.
    for (const name of ["encrypt", "decrypt", "deriveKey"]) SubtleCrypto.prototype[name] = () => new Promise(() => {});
    throw new DOMException("", "AbortError");
  };
  Storage.prototype.setItem = function (...args) {
    return last() ? dies() : setItem.apply(this, args);
  };
  IDBObjectStore.prototype.put = function (...args) {
    return globalThis.isDead ? dies() : put.apply(this, args);
  };
}, writes);

/** A new browser's worth of emptiness, from a page of the site without the app. */
async function afresh(app) {
  const { page } = app;
  await page.goto(`${app.site.url}favicon.svg`);
  await page.evaluate(async () => {
    localStorage.clear();
    await new Promise((resolve, reject) => Object.assign(indexedDB.deleteDatabase("alongside"), { onsuccess: resolve, onerror: reject, onblocked: reject }));
  });
  for (const name of NAMES) await setGoal(app, { name });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
}

/** What was saved is there, with one of these passphrases or without any; says which. */
async function isThere(app, passphrases) {
  const { page } = app;
  await app.open("goals");
  const asks = page.getByText("I forgot my passphrase");
  const goals = app.main.locator(".goal-card");
  await expect(asks.or(goals.first())).toBeVisible();
  let used = null;
  for (const passphrase of passphrases) {
    if (!(await asks.isVisible())) break;
    used = passphrase;
    await tryWith(app, passphrase);
    await expect(goals.first().or(page.getByText("That didn’t open it"))).toBeVisible();
  }
  await expect(goals).toHaveCount(2);
  for (const name of NAMES) await expect(app.main.getByRole("link", { name })).toBeVisible();
  await expect(goals.filter({ hasText: NAMES[1] }).getByRole("button", { name: "Done", exact: true })).toHaveAttribute("aria-pressed", "true");
  await app.open("settings");
  await expect(page.getByText("was set aside")).toHaveCount(0);
  return used;
}

/** Does something over and over, each time with one more write, until it is done whole. */
async function atEachWrite(app, before, act, words, passphrases) {
  const { page } = app;
  const used = [];
  for (let writes = 0; ; writes += 1) {
    let done = false;
    await test.step(`after ${writes} writes`, async () => {
      await afresh(app);
      await before();
      await diesAfter(page, writes);
      await act();
      await expect.poll(async () => (done = await said(page, words).isVisible()) || page.evaluate(() => globalThis.isDead)).toBe(true);
      done = await said(page, words).isVisible();
      await page.goto(`${app.site.url}favicon.svg`);
      used.push(await isThere(app, passphrases));
    });
    if (done) return used;
    expect(writes, "it ends").toBeLessThan(20);
  }
}

const fill = async ({ page }) => {
  await page.getByLabel("New passphrase").fill(WORDS);
  await page.locator("#lock-again").fill(WORDS);
  await page.getByRole("button", { name: "Turn on the lock" }).click();
};

test("turning it on, interrupted at each write", async ({ app }) => {
  test.slow();
  const used = await atEachWrite(app, () => app.open("settings"), () => fill(app), "What you save here is encrypted", [WORDS]);
  expect(used[0], "as before").toBe(null);
  expect(used.at(-1), "complete").toBe(WORDS);
  expect(used.length).toBeGreaterThan(4);
});

test("changing the passphrase, interrupted at each write", async ({ app }) => {
  test.slow();
  const used = await atEachWrite(app, () => turnOn(app), () => changeTo(app, WORDS, OTHER), "From now on the new passphrase", [WORDS, OTHER]);
  expect(used).toEqual([WORDS, OTHER]);
});

test("turning it off, interrupted at each write", async ({ app, page }) => {
  test.slow();
  const used = await atEachWrite(app, () => turnOn(app), () => turnOff(app), "The lock is off", [WORDS]);
  expect(used[0], "as before").toBe(WORDS);
  expect(used.at(-1), "complete").toBe(null);
  expect(used.length).toBeGreaterThan(4);
  // Whoever opened it has finished what was begun.
  await expect.poll(async () => JSON.stringify(await second(page))).toContain("river");
});

for (const [what, act] of Object.entries({ "turning it on": (app) => turnOn(app), "a new passphrase": async (app) => {
  await turnOn(app);
  await changeTo(app, WORDS, OTHER);
  await expect(said(app.page, "From now on the new passphrase")).toBeVisible();
}, "turning it off": async (app) => {
  await turnOn(app);
  await turnOff(app);
  await expect(said(app.page, "The lock is off")).toBeVisible();
} })) {
  test(`${what}, and the first copy forgets it all, as after a kill`, async ({ app, page }) => {
    await afresh(app);
    const before = await first(page);
    await act(app);
    const after = (await second(page)).records;
    await page.goto(`${app.site.url}favicon.svg`);
    await page.evaluate((before) => {
      localStorage.clear();
      for (const [key, text] of Object.entries(before)) localStorage.setItem(key, text);
    }, before);
    await app.open("settings");
    await expect.poll(async () => (await first(page))["alongside:goal:x"] ?? (await first(page))[keysOf(after, "goal")[0]]).toBe(after[keysOf(after, "goal")[0]]);
    await isThere(app, [WORDS, OTHER]);
  });
}
