// What tests of the two copies do again and again.

import { expect } from "../app.mjs";

export const LONG = Boolean(process.env.ALONGSIDE_LONG);

/** Everything in the database, by place; `null` if there is none. Looking creates none. */
export function second(page) {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "alongside")) return null;
    const answer = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
    const database = await answer(indexedDB.open("alongside"));
    const all = async (place) => {
      const store = database.transaction(place).objectStore(place);
      const [keys, texts] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
      return Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
    };
    const places = { records: await all("records"), marks: await all("marks") };
    database.close();
    return places;
  });
}

/** How many records the browser holds for this site, whatever they are called: in each place of each database. */
export function countAll(page) {
  return page.evaluate(async () => {
    const answer = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
    let count = localStorage.length + sessionStorage.length + (await caches.keys()).length + document.cookie.length;
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const place of database.objectStoreNames) count += await answer(database.transaction(place).objectStore(place).count());
      database.close();
    }
    return count + (await navigator.serviceWorker.getRegistrations()).length;
  });
}

/** Keeps the second copy busy, as a slow disk does; gives what lets it go on. */
export async function hold(page) {
  await page.evaluate(async () => {
    const database = await new Promise((resolve) => (indexedDB.open("alongside").onsuccess = ({ target }) => resolve(target.result)));
    const store = database.transaction("records", "readwrite").objectStore("records");
    const wait = () => (window.letGo ? database.close() : (store.count().onsuccess = wait));
    wait();
  });
  return () => page.evaluate(() => (window.letGo = true));
}

/** The keys and texts of the first copy. */
export const first = (page) => page.evaluate(() => ({ ...localStorage }));

/** Writes texts into the first copy, as an earlier visit would have. */
export async function seed(app, texts) {
  await app.open();
  await app.page.evaluate((texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text)), texts);
}

/** Waits until both copies hold the same. */
export async function areEqual(page) {
  await expect(async () => expect((await second(page))?.records).toEqual(await first(page))).toPass({ timeout: 10_000 });
}

/** The keys of one sort in a copy. */
export const keysOf = (copy, sort) => Object.keys(copy ?? {}).filter((key) => key.startsWith(`alongside:${sort}:`));

export async function eraseAll(app) {
  const { page } = app;
  await app.open("settings");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("button", { name: "Erase now" }).click();
  await expect(said(page, "Everything is erased")).toBeVisible();
}

export const said = (page, words) => page.getByRole("status").filter({ hasText: words });

const DAY_MS = 86_400_000;

/** A goal and so many days of it, one after the other, the last one so many days ago. */
export function oldDays(count, { ago = 61, goal = "walk", name = "Walk" } = {}) {
  const now = Date.now();
  const date = (days) => new Date(now - days * DAY_MS).toISOString().slice(0, 10);
  const texts = { [`alongside:goal:${goal}`]: JSON.stringify({ v: 1, d: { rev: 1, kind: "do", name, first_day: date(count + ago + 1) } }) };
  for (let at = 0; at < count; at += 1) {
    const id = `${goal}${[...String(at)].map((digit) => "abcdefghij"[digit]).join("")}`.padEnd(16, "x");
    texts[`alongside:event:${id}`] = JSON.stringify({ v: 1, d: { rev: 1, goal, day: date(ago + at), at: now - (ago + at) * DAY_MS, what: "done" } });
  }
  return texts;
}
