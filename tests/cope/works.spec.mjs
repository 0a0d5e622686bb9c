// What works for this person: their own numbers put skills in order, and are said in words.

import { expect, test } from "../app.mjs";

/** Three times each: one skill that brought the urge down by 3.3 on average, one after which it was higher; and one try. */
const KEPT = [
  ["coach-talk", 8, 4], ["coach-talk", 7, 4], ["coach-talk", 6, 3],
  ["name-the-pitch", 4, 5], ["name-the-pitch", 4, 5], ["name-the-pitch", 4, 5],
  ["leave-now", 9, 0],
];

async function kept(app, page) {
  await app.open("cope");
  await page.evaluate((tries) => {
    tries.forEach(([skill, urge, urge_after], at) => {
      const event = { rev: 1, day: "2026-11-19", at: 1_763_560_000_000 + at, what: "coped", details: { skill, urge, urge_after } };
      localStorage.setItem(`alongside:event:kept${at}`, JSON.stringify({ v: 1, d: event }));
    });
  }, KEPT);
}

const links = (app) => app.main.locator("ul.links a");

test("what helped this person comes first, what did not last, and too few tries say nothing", async ({ app, page }) => {
  await kept(app, page);
  await page.reload();
  await expect(links(app).first()).toContainText("Talk yourself through");
  await expect(links(app).first()).toContainText("3.3 lower for you on average, 3 tries");
  await expect(links(app).last()).toContainText("Name the sales pitch");
  await expect(links(app).last()).toContainText("1 higher for you on average, 3 tries");
  await expect(links(app).filter({ hasText: "Leave the scene" })).toContainText("1 try, too few to say");
  await expect(app.main).toContainText("What brought your own urge down most comes first");
});

test("of the skills that fit a moment, what helped this person starts", async ({ app, page }) => {
  await kept(app, page);
  await app.open("cope-now");
  await app.main.getByRole("button", { name: "A craving" }).click();
  await app.main.getByRole("button", { name: "5 minutes" }).click();
  await expect(app.main.getByRole("heading", { level: 2 }).first()).toHaveText("Talk yourself through");
});

test("who kept nothing sees the library as it is", async ({ app }) => {
  await app.open("cope");
  await expect(links(app).first()).toContainText("Ride the wave");
  await expect(app.main).not.toContainText("for you on average");
});
