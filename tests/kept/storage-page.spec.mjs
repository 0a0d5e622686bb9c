// What is kept, in plain words: how much, how safe, and a quiet word about a backup now and then.

import { NOTHING, setGoal, stored, today } from "../goals/keep.mjs";
import { expect, test } from "../app.mjs";
import { backUp, choose, backupFile, day, goal, openSettings, record, restore } from "./backup.mjs";
import { first, said, seed } from "./copies.mjs";

test.use({ timezoneId: "America/New_York" });

const fact = (page, name) => page.locator("dt").getByText(name, { exact: true }).locator("xpath=../dd");
const reminder = (app) => app.main.getByText("Only this browser has your goals.");

test("what is kept is counted, and how much room it takes is said", async ({ app, page }) => {
  await seed(app, {
    "alongside:goal:walk": goal("Walk"), "alongside:goal:call": goal("Call"), "alongside:settings": record({ theme: "light" }),
    "alongside:event:a": day("walk", "2026-11-01"), "alongside:event:b": day("walk", "2026-11-02"), "alongside:event:c": day("walk", "2026-11-02", { what: "lapse" }),
    "alongside:event:d": day("call", "2026-11-02"), "alongside:event:e": day("call", "2026-11-03", { what: "cleared" }),
  });
  await openSettings(app);
  await expect(fact(page, "Goals")).toHaveText("2");
  await expect(fact(page, "Days noted")).toHaveText("3");
  await expect(fact(page, "Settings")).toHaveText("Kept");
  await expect(fact(page, "Room taken")).toHaveText("Less than 1% of what this browser gives");
  await page.evaluate(() => localStorage.setItem("another page", "x".repeat(1_100_000)));
  await openSettings(app);
  await expect(fact(page, "Room taken")).toHaveText("20% of what this browser gives");
});

test("with nothing kept that is said, and looking keeps nothing", async ({ app, page }) => {
  await openSettings(app);
  await expect(app.main).toContainText("Nothing of this site is saved in this browser.");
  await expect(page.locator("dt")).toHaveCount(0);
  expect(await stored(page)).toEqual(NOTHING);
});

test("the contents lead to each part, and the address stays as it is", async ({ app, page }) => {
  await openSettings(app);
  const address = page.url();
  for (const [link, heading] of [["Backup", "Backup"], ["Restore", "Restore"], ["On this device", "What is on this device"], ["Erase", "Erase everything"], ["Look and language", "Look and language"]]) {
    await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: link, exact: true }).click();
    const there = page.getByRole("heading", { name: heading, exact: true });
    await expect(there).toBeFocused();
    await expect(there).toBeInViewport();
    expect(page.url()).toBe(address);
  }
});

test.describe("the browser is asked not to delete it", () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      let promised = false;
      window.asked = 0;
      navigator.storage.persisted = async () => promised;
      navigator.storage.persist = async () => { window.asked += 1; return (promised = window.willing ?? true); };
    }),
  );
  const asked = (page) => page.evaluate(() => window.asked);

  test("after the first save, once, and never by a page for a hard moment", async ({ app, page }) => {
    for (const address of ["", "help-now", "cope-now", "cope", "goals", "goal-new", "settings"]) {
      await app.open(address);
      expect(await asked(page), address).toBe(0);
    }
    await setGoal(app, { name: "Walk" });
    await expect.poll(() => asked(page)).toBe(1);
    await today(app, "Done").click();
    await expect(said(page, "Noted")).toBeVisible();
    await page.getByRole("link", { name: "Goals", exact: true }).first().click();
    await page.getByRole("link", { name: "New goal" }).click();
    await page.getByLabel("Your words for it").fill("Call");
    await page.getByRole("button", { name: "Save this goal" }).click();
    await expect(app.heading).toHaveText("Call");
    expect(await asked(page)).toBe(1);
  });

  test("after settings were kept, and after a restore, if that came first", async ({ app, page }) => {
    await openSettings(app);
    await page.getByRole("button", { name: "Keep these settings on my device" }).click();
    await expect.poll(() => asked(page)).toBe(1);
    await page.goto(`${app.site.url}favicon.svg`);
    await page.evaluate(() => localStorage.clear());
    await page.evaluate(() => new Promise((resolve) => Object.assign(indexedDB.deleteDatabase("alongside"), { onsuccess: resolve })));
    await openSettings(app);
    await restore(page, backupFile({ "alongside:goal:walk": goal("Walk") }));
    await expect.poll(() => asked(page)).toBe(1);
  });

  test("its answer is said, and it can be asked again by hand", async ({ app, page }) => {
    await page.addInitScript(() => (window.willing = false));
    await seed(app, { "alongside:goal:walk": goal("Walk") });
    await openSettings(app);
    await expect(fact(page, "This browser")).toContainText("It has not promised to keep this.");
    expect(await asked(page)).toBe(0);
    await page.getByRole("button", { name: "Ask it to keep this" }).click();
    await expect(fact(page, "This browser")).toContainText("It did not promise.");
    await page.addInitScript(() => (window.willing = true));
    await openSettings(app);
    await page.getByRole("button", { name: "Ask it to keep this" }).click();
    await expect(fact(page, "This browser")).toHaveText("It has promised not to delete this by itself.");
  });
});

test("a browser that can’t promise is not spoken of", async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "storage", { get: () => undefined }));
  await setGoal(app, { name: "Walk" });
  await openSettings(app);
  await expect(fact(page, "Last backup")).toHaveText("Never");
  await expect(page.locator("dt", { hasText: "This browser" })).toHaveCount(0);
});

test.describe("what a browser may delete", () => {
  const folded = (page) => page.locator("details", { hasText: "When a browser deletes it by itself" });

  test("stands folded, for all browsers", async ({ app, page }) => {
    await openSettings(app);
    await expect(page.getByText("may delete it after 7 days without a visit")).toBeHidden();
    await folded(page).locator("summary").click();
    for (const words of ["Safari, and any browser on an iPhone or iPad", "A private window deletes it", "cookies and site data", "runs out of room", "inside another app", "home screen"]) await expect(folded(page)).toContainText(words);
  });

  test("in Apple’s browsers their seven days are not folded away", async ({ app, page }) => {
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "vendor", { get: () => "Apple Computer, Inc." }));
    await openSettings(app);
    await expect(page.getByText("This browser may delete it when you have not visited for 7 days.")).toBeVisible();
    await expect(folded(page)).not.toContainText("Safari, and any");
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "standalone", { get: () => true }));
    await openSettings(app);
    await expect(page.getByText("You opened this page from your home screen.")).toBeVisible();
  });
});

test.describe("the reminder of a backup", () => {
  const NOW = "2026-11-20T15:00:00Z";
  test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

  /** Notes and takes back a day so many times: each is a change. */
  async function change(app, times) {
    await app.open("goals");
    await app.main.getByRole("button", { name: "Done", exact: true }).first().evaluate(async (button, times) => {
      for (let at = 0; at < times; at += 1) {
        button.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, times);
    await expect(said(app.page, /Noted|Taken back/)).toBeVisible();
  }

  test("comes after the first goal, leads to the backup, and goes when there is one", async ({ app, page }) => {
    await app.open("goals");
    await expect(reminder(app)).toHaveCount(0);
    await setGoal(app, { name: "Walk" });
    for (const address of ["", "help-now", "cope-now", "cope"]) {
      await app.open(address);
      await expect(reminder(app), address).toHaveCount(0);
    }
    await app.open("goals");
    await expect(reminder(app)).toBeVisible();
    await page.getByRole("button", { name: "Make a backup" }).click();
    await expect(app.heading).toHaveText("Settings");
    await expect(page.getByRole("heading", { name: "Backup", exact: true })).toBeFocused();
    await expect(page.getByRole("button", { name: "Back up", exact: true })).toBeInViewport();
    await backUp(page);
    await app.open("goals");
    await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
    await expect(reminder(app)).toHaveCount(0);
  });

  test("once sent away it comes after a week and twenty changes, not before", async ({ app, page }) => {
    await setGoal(app, { name: "Walk" });
    await app.open("goals");
    await page.getByRole("button", { name: "Not now" }).click();
    await expect(reminder(app)).toHaveCount(0);
    await expect(app.main).toBeFocused();
    await change(app, 20);
    await app.open("goals");
    await expect(reminder(app), "twenty changes in a day").toHaveCount(0);
    await page.clock.setFixedTime("2026-11-26T15:00:00Z");
    await app.open("goals");
    await expect(reminder(app), "six days").toHaveCount(0);
    await page.clock.setFixedTime("2026-11-27T15:00:00Z");
    await app.open("goals");
    await expect(reminder(app)).toBeVisible();
    await page.getByRole("button", { name: "Not now" }).click();
    await page.clock.setFixedTime("2026-12-27T15:00:00Z");
    await change(app, 19);
    await app.open("goals");
    await expect(reminder(app), "nineteen changes").toHaveCount(0);
    await change(app, 1);
    await app.open("goals");
    await expect(reminder(app)).toBeVisible();
  });

  test("is not for those who have just brought a backup", async ({ app }) => {
    await openSettings(app);
    await restore(app.page, backupFile({ "alongside:goal:walk": goal("Walk") }));
    await app.open("goals");
    await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
    await expect(reminder(app)).toHaveCount(0);
  });

  test("is not for those who keep nothing, or only settings", async ({ app, page }) => {
    await openSettings(app);
    await page.getByRole("button", { name: "Keep these settings on my device" }).click();
    await expect(said(page, "Your settings are saved")).toBeVisible();
    await app.open("goals");
    await expect(app.main.getByRole("link", { name: "Set a first goal" })).toBeVisible();
    await expect(reminder(app)).toHaveCount(0);
    expect(Object.keys(await first(page)).sort()).toEqual(["alongside:meta", "alongside:settings"]);
  });
});

test("erasing says what it does not erase", async ({ app, page }) => {
  await openSettings(app);
  await expect(app.main).toContainText("It does not remove your browser’s history, or backups you made.");
  await choose(page, "x");
  await expect(page.getByText("This is not a backup.")).toBeVisible();
});
