// What tests of the goals do again and again, in the words of the page.

import { expect } from "../app.mjs";

/** Sets a goal through the form and ends on its page. `since` is a date as `YYYY-MM-DD`. */
export async function setGoal(app, { name, sort = "do", since }) {
  const { page } = app;
  await app.open("goal-new");
  await page.getByRole("radio", { name: sort === "do" ? "Something I do" : "Time since I stopped" }).check();
  await page.getByLabel("Your words for it").fill(name);
  if (since) await page.locator("#goal-day").fill(since);
  await page.getByRole("button", { name: "Save this goal" }).click();
  await expect(app.heading).toHaveText(name);
}

/** The buttons of today’s card. */
export const today = (app, name) => app.main.locator("section", { has: app.page.getByRole("heading", { name: "Today" }) }).getByRole("button", { name, exact: true });

/** One day of the grid, by the date as `November 20`. */
export const day = (app, date) => app.main.getByRole("table").getByRole("button", { name: date });

/** What stands in the one big number. */
export const bigNumber = (app) => app.main.locator(".big-number");

/** Says what the browser stored, under whatever name. */
export function stored(page) {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

export const NOTHING = { local: [], session: [], cookies: "", databases: [], caches: [], workers: 0 };
