// A browser that keeps nothing, or has no room: said once, and the app works on in memory.

import { expect, test } from "../app.mjs";
import { bigNumber, setGoal, today } from "./keep.mjs";

const notice = (page, words) => page.getByRole("status").filter({ hasText: words });

for (const [what, block] of [
  ["throws", () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("blocked", "SecurityError"); } })],
  ["is missing", () => Object.defineProperty(window, "localStorage", { get: () => null })],
  ["refuses every call", () => {
    const refuse = () => { throw new DOMException("blocked", "SecurityError"); };
    for (const name of ["getItem", "setItem", "removeItem", "key", "clear"]) Storage.prototype[name] = refuse;
    Object.defineProperty(Storage.prototype, "length", { get: refuse });
  }],
]) {
  test(`row 8: storage that ${what}: said once, and goals work in memory`, async ({ app, page }) => {
    await page.addInitScript(block);
    await setGoal(app, { name: "Walk" });
    await today(app, "Done").click();
    await expect(today(app, "Done")).toHaveAttribute("aria-pressed", "true");
    await expect(bigNumber(app)).toHaveText("1");
    await expect(notice(page, "keeps nothing for this site")).toHaveCount(1);
    await page.getByRole("button", { name: "I understand" }).click();
    await page.getByRole("link", { name: "My goals" }).first().click();
    await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
    await app.main.getByRole("button", { name: "Not done", exact: true }).click();
    await expect(notice(page, "keeps nothing for this site")).toHaveCount(0);
  });
}

test("row 8: blocked storage is no matter to someone who only looks for a meeting", async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("blocked", "SecurityError"); } }));
  await app.find();
  await expect(notice(page, "keeps nothing")).toHaveCount(0);
  await app.open("help-now");
  await expect(app.main.locator('a[href="tel:988"]').first()).toBeVisible();
});

test("row 9: a full disk: what was saved is safe, what is added holds until the page closes", async ({ app, page }) => {
  await setGoal(app, { name: "Walk" });
  const before = await app.records();
  await page.evaluate(() => {
    let filler = "x".repeat(2 ** 21);
    for (let n = 0; filler.length > 0; n += 1) {
      try {
        localStorage.setItem(`filler${n}`, filler);
      } catch {
        filler = filler.slice(filler.length / 2 + 0.5);
      }
    }
  });
  await today(app, "Done").click();
  await expect(today(app, "Done")).toHaveAttribute("aria-pressed", "true");
  await expect(notice(page, "no room left")).toHaveCount(1);
  const kept = await page.evaluate((keys) => keys.map((key) => JSON.parse(localStorage.getItem(key))), Object.keys(before));
  expect(kept).toEqual(Object.values(before));
});

test("a browser without random numbers says so instead of losing the goal silently", async ({ app, page }) => {
  await page.addInitScript(() => (crypto.getRandomValues = () => { throw new Error("none"); }));
  await app.open("goal-new");
  await page.getByLabel("Your words for it").fill("Walk");
  await page.getByRole("button", { name: "Save this goal" }).click();
  await expect(page.getByRole("status").filter({ hasText: "could not be noted" })).toBeVisible();
  await expect(page.getByLabel("Your words for it")).toHaveValue("Walk");
});
