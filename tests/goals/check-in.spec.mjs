// A check-in: each part is optional, five taps are enough, what was said is below and can be changed.

import { expect, test } from "../app.mjs";
import { record } from "../kept/backup.mjs";
import { first, hold, keysOf, said, second, seed } from "../kept/copies.mjs";
import { NOTHING, stored } from "./keep.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });
test.beforeEach(async ({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

const WALK = { "alongside:goal:walk": record({ kind: "do", name: "Walk", first_day: "2026-11-01", order: 0 }) };
const button = (app, name) => app.main.getByRole("button", { name, exact: true });
const list = (app) => app.main.locator(".check-ins > li");
const events = async (page) => {
  const all = await first(page);
  return keysOf(all, "event").map((key) => JSON.parse(all[key]).d).filter(({ what }) => what);
};

test("a goal, a mood and an urge in five taps", async ({ app, page }) => {
  await seed(app, WALK);
  await app.open("goals");
  let taps = 0;
  const tap = async (target) => {
    await target.click();
    taps += 1;
  };
  await tap(app.main.getByRole("link", { name: "Check in" }));
  await tap(app.main.getByRole("group", { name: "Walk" }).getByRole("button", { name: "Done", exact: true }));
  await tap(button(app, "Good"));
  await tap(button(app, "3"));
  await tap(button(app, "Keep this check-in"));
  expect(taps).toBe(5);
  await expect(list(app)).toContainText(["Mood: Good, Urge: 3 of 10"]);
  await expect(list(app)).toContainText(["10:00 AM"]);
  const kept = await events(page);
  expect(kept.map(({ what }) => what).sort()).toEqual(["check_in", "done"]);
  expect(kept.find(({ what }) => what === "check_in")).toMatchObject({ day: "2026-11-20", offset: -300, details: { mood: 8, urge: 3 } });
});

test("nothing is kept before it is said, and an empty one says so", async ({ app, page }) => {
  await app.open("check-in");
  await button(app, "Keep this check-in").click();
  await expect(app.main).toContainText("Say one thing first");
  await expect(page.getByLabel(/A line for yourself/)).toBeFocused();
  await button(app, "So-so").click();
  await button(app, "So-so").click();
  await page.getByLabel(/A line for yourself/).fill("words that nobody kept");
  await app.open("goals");
  expect(await stored(page)).toEqual(NOTHING);
});

test("a strong urge or the lowest mood brings the way to help at once", async ({ app }) => {
  await app.open("check-in");
  await button(app, "6").click();
  await expect(app.main.getByText("That sounds hard")).toHaveCount(0);
  await button(app, "7").click();
  await expect(app.main.getByText("That sounds hard")).toBeVisible();
  await expect(app.main.locator('a[href="tel:988"]')).toBeVisible();
  await expect(app.main.getByRole("link", { name: "Get through this moment" })).toBeVisible();
  await button(app, "1").click();
  await expect(app.main.getByText("That sounds hard")).toHaveCount(0);
  await button(app, "Very low").click();
  await expect(app.main.getByText("That sounds hard")).toBeVisible();
});

test("by keyboard alone: what is behind it and a line; changed, deleted and brought back", async ({ app, page }) => {
  await app.open("check-in");
  await app.main.locator("summary", { hasText: "What is behind it" }).press("Enter");
  await button(app, "Hungry").press("Space");
  await button(app, "Payday or money").press("Space");
  await page.getByLabel(/A line for yourself/).press("A");
  await page.keyboard.type(" long day");
  await button(app, "Keep this check-in").press("Enter");
  await expect(page.locator("#week")).toBeFocused();
  await expect(list(app)).toContainText(["Hungry, Payday or money"]);
  await expect(list(app)).toContainText(["A long day"]);
  await page.clock.setFixedTime("2026-11-20T20:00:00Z");
  await list(app).getByRole("button", { name: /^Change/ }).press("Enter");
  await expect(page.getByLabel(/A line for yourself/)).toHaveValue("A long day");
  await expect(page.locator("#how")).toBeFocused();
  await button(app, "2").press("Space");
  await expect(button(app, "2")).toHaveAttribute("aria-pressed", "true");
  await button(app, "Keep this check-in").press("Enter");
  await expect(page.locator("#week")).toBeFocused();
  await expect(list(app)).toHaveCount(1);
  await expect(list(app)).toContainText(["10:00 AM"]);
  await expect(list(app)).toContainText(["Urge: 2 of 10, Hungry"]);
  await list(app).getByRole("button", { name: /^Delete/ }).press("Enter");
  await expect(list(app)).toHaveCount(0);
  await expect(page.locator("#week")).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(list(app)).toHaveCount(1);
  await page.reload();
  await expect(list(app)).toContainText(["A long day"]);
});

test("a message that comes late gives way to a newer one, so Undo is of what was done last", async ({ app, page }) => {
  await app.open("check-in");
  await button(app, "Good").click();
  await button(app, "Keep this check-in").click();
  await expect(said(page, "Kept")).toBeVisible();
  const letGo = await hold(page);
  await list(app).getByRole("button", { name: /^Change/ }).click();
  await button(app, "Low").click();
  await button(app, "Keep this check-in").click();
  await expect(list(app)).toContainText(["Low"]);
  await list(app).getByRole("button", { name: /^Delete/ }).click();
  await expect(list(app)).toHaveCount(0);
  await letGo();
  await expect.poll(async () => Object.values((await second(page)).records).some((text) => text.includes("check_in"))).toBe(false);
  await expect(said(page, "Deleted")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(list(app)).toContainText(["Low"]);
});

test("a second check-in on one day stands beside the first; those of last week are not shown", async ({ app, page }) => {
  const said = (day, mood) => record({ day, at: Date.parse(`${day}T13:00:00Z`), offset: -300, what: "check_in", details: { mood } });
  await seed(app, { "alongside:event:a": said("2026-11-20", 5), "alongside:event:b": said("2026-11-14", 8), "alongside:event:c": said("2026-11-13", 0) });
  await app.open("check-in");
  await expect(list(app)).toHaveCount(2);
  await button(app, "Very good").click();
  await button(app, "Keep this check-in").click();
  await expect(list(app)).toHaveCount(3);
  await expect(list(app).first()).toContainText("Very good");
});

test("goals that rest today are not asked about", async ({ app }) => {
  await seed(app, { ...WALK, "alongside:goal:rest": record({ kind: "do", name: "Resting", first_day: "2026-11-01", order: 1, pauses: [{ from: "2026-11-19" }] }), "alongside:goal:later": record({ kind: "do", name: "Later", first_day: "2026-11-25", order: 2 }) });
  await app.open("check-in");
  await expect(app.main.locator(".goals h2")).toHaveText(["Walk"]);
});
