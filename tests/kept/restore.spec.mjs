// Bringing a backup back: what it would change is shown first, what is newer here stays, and it can be taken back.

import { isDeepStrictEqual } from "node:util";
import { bigNumber, setGoal, today } from "../goals/keep.mjs";
import { expect, test } from "../app.mjs";
import { backUp, backupFile, choose, day, deleted, goal, openSettings, preview, record, restore, restoreNow, undo } from "./backup.mjs";
import { areEqual, eraseAll, first, keysOf, said, second, seed } from "./copies.mjs";

test.use({ timezoneId: "America/New_York" });

const row = (page, name) => preview(page).getByRole("listitem").filter({ hasText: name });
const withoutMeta = (kept) => Object.fromEntries(Object.entries(kept).filter(([key]) => key !== "alongside:meta"));

/** Contents without their revisions: an undo is a later edit. */
const contents = (kept) =>
  Object.fromEntries(Object.entries(withoutMeta(kept)).map(([key, text]) => [key, { ...JSON.parse(text).d, rev: undefined }]).filter(([, { deleted }]) => !deleted));

test("backup, erase, restore: the goals page has the same numbers", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-20T15:00:00Z") });
  const days = (goal, from, to) => Object.fromEntries(Array.from({ length: to - from + 1 }, (_, at) => [`alongside:event:${goal}${"abcdefghijklmnopqrstuvwxyz"[at]}`, day(goal, `2026-11-${String(from + at).padStart(2, "0")}`)]));
  await seed(app, { "alongside:goal:walk": goal("Walk"), "alongside:goal:dry": record({ kind: "time_since", name: "No drinking", first_day: "2026-03-01" }), ...days("walk", 2, 19), ...days("dry", 4, 9) });
  await app.open("goals");
  await expect(bigNumber(app)).toHaveCount(2);
  const shown = () => app.main.locator(".goal-card").allInnerTexts();
  const before = await shown();
  expect(before.join()).toMatch(/\b18\b/);
  await openSettings(app);
  const { text } = await backUp(page);
  await eraseAll(app);
  await restore(page, text);
  await app.open("goals");
  await expect(bigNumber(app)).toHaveCount(2);
  expect(await shown()).toEqual(before);
  await areEqual(page);
});

test("what would change is said for each goal, and happens", async ({ app, page }) => {
  await seed(app, {
    "alongside:goal:walk": goal("Walk", 5), "alongside:event:a": day("walk", "2026-11-01"), "alongside:event:b": day("walk", "2026-11-02", { what: "skipped", rev: 3 }),
    "alongside:goal:call": goal("Call", 1), "alongside:goal:same": goal("Read", 2),
  });
  await openSettings(app);
  await choose(page, backupFile({
    "alongside:goal:walk": goal("Walk a little", 4), "alongside:event:a": day("walk", "2026-11-01"), "alongside:event:b": day("walk", "2026-11-02"), "alongside:event:c": day("walk", "2026-11-03"),
    "alongside:goal:call": goal("Call a friend", 2), "alongside:goal:same": goal("Read", 2), "alongside:goal:sleep": goal("Sleep"),
  }));
  await expect(preview(page)).toContainText("Made on November 20, 2026.");
  await expect(page.getByRole("heading", { name: "What this backup would change" })).toBeFocused();
  await expect(row(page, "Walk")).toContainText("What is here is newer, and stays.");
  await expect(row(page, "Walk")).toContainText("Days: 1 new · 1 newer here, and stay · 1 the same");
  await expect(row(page, "Call")).toContainText("The backup has a newer version of it.");
  await expect(row(page, "Read")).toContainText("This goal is the same here.");
  await expect(row(page, "Sleep")).toContainText("This goal is new here.");
  const before = await first(page);
  await preview(page).getByRole("button", { name: "Not now" }).click();
  await expect(preview(page)).toHaveCount(0);
  expect(await first(page)).toEqual(before);
  await choose(page, backupFile({ "alongside:goal:call": goal("Call a friend", 2), "alongside:goal:sleep": goal("Sleep"), "alongside:goal:walk": goal("Walk a little", 4) }));
  await restoreNow(page);
  await expect(said(page, "Done. 2 entries are back")).toBeVisible();
  const after = await first(page);
  expect(Object.values(contents(after)).map(({ name }) => name).filter(Boolean).sort()).toEqual(["Call a friend", "Read", "Sleep", "Walk"]);
  expect(after["alongside:event:b"]).toBe(before["alongside:event:b"]);
  await areEqual(page);
});

test("what was deleted here stays deleted unless it is ticked", async ({ app, page }) => {
  await setGoal(app, { name: "Walk", since: "2026-11-01" });
  await today(app, "Done").click();
  await expect(said(page, "Noted")).toBeVisible();
  await openSettings(app);
  const { text } = await backUp(page);
  await app.page.goBack();
  await app.open("goals");
  await app.main.getByRole("link", { name: "Walk" }).click();
  await page.getByText("Change this goal").click();
  await page.getByRole("button", { name: "Delete this goal" }).click();
  await expect(said(page, "deleted")).toBeVisible();
  await openSettings(app);
  await choose(page, text);
  await expect(row(page, "Walk")).toContainText("You deleted it here. It stays deleted.");
  await expect(preview(page)).toContainText("Nothing would change.");
  await expect(preview(page).getByRole("button", { name: "Restore" })).toHaveCount(0);
  await page.getByLabel("Bring back what I deleted here").check();
  await expect(row(page, "Walk")).toContainText("It comes back.");
  await restoreNow(page);
  await app.open("goals");
  await app.main.getByRole("link", { name: "Walk" }).click();
  await expect(bigNumber(app)).toHaveText(/^1\b/);
});

test("settings stay as they are unless they are ticked", async ({ app, page }) => {
  const file = backupFile({ "alongside:settings": record({ theme: "dark" }, 9), "alongside:goal:walk": goal("Walk") });
  await openSettings(app);
  await restore(page, file);
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", "dark");
  expect(Object.keys(withoutMeta(await first(page)))).toEqual(["alongside:goal:walk"]);
  await choose(page, file);
  await expect(preview(page)).toContainText("Nothing would change.");
  await page.getByLabel("Take over the settings").check();
  await restoreNow(page);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("row 26: the same file twice changes nothing the second time, and the first can be taken back", async ({ app, page }) => {
  const here = { "alongside:goal:walk": goal("Walk"), "alongside:event:a": day("walk", "2026-11-01") };
  const file = backupFile({ "alongside:goal:walk": goal("Walk ten minutes", 3), "alongside:event:a": day("walk", "2026-11-01"), "alongside:event:b": day("walk", "2026-11-02"), "alongside:goal:new": goal("Newer one") });
  await seed(app, here);
  await openSettings(app);
  await restore(page, file);
  const after = await first(page);
  expect(keysOf(after, "event")).toHaveLength(2);
  await choose(page, file);
  await expect(preview(page)).toContainText("Nothing would change. All of it is here already.");
  await expect(preview(page).getByRole("button", { name: "Restore" })).toHaveCount(0);
  expect(await first(page)).toEqual(after);
  await preview(page).getByRole("button", { name: "Not now" }).click();
  await restore(page, backupFile({ "alongside:goal:third": goal("Third") }));
  await undo(page).click();
  await expect(said(page, "Undone.")).toBeVisible();
  expect(contents(await first(page))).toEqual(contents(after));
  await areEqual(page);
});

test("an undo gives back what was here, also after another page was looked at", async ({ app, page }) => {
  const here = { "alongside:goal:walk": goal("Walk"), "alongside:event:a": day("walk", "2026-11-01") };
  await seed(app, here);
  await openSettings(app);
  await restore(page, backupFile({ "alongside:goal:walk": goal("Walk ten minutes", 3), "alongside:event:b": day("walk", "2026-11-02"), "alongside:goal:new": goal("Newer one") }));
  await page.getByRole("link", { name: "Goals", exact: true }).first().click();
  await expect(app.main.getByRole("link", { name: "Newer one" })).toBeVisible();
  await page.getByRole("link", { name: "How your privacy works" }).click();
  await undo(page).click();
  await expect(said(page, "Undone.")).toBeVisible();
  expect(contents(await first(page))).toEqual(contents(here));
  await areEqual(page);
  await page.reload();
  await app.isUp();
  expect(contents(await first(page))).toEqual(contents(here));
});

test("another tab shows what was restored at once, and what was undone", async ({ app, context, page }) => {
  await seed(app, { "alongside:goal:walk": goal("Walk") });
  const other = await context.newPage();
  await other.goto(`${app.site.url}goals`);
  await expect(other.getByRole("link", { name: "Walk" })).toBeVisible();
  await openSettings(app);
  await restore(page, backupFile({ "alongside:goal:new": goal("Newer one"), "alongside:event:a": day("new", "2026-11-01") }));
  await expect(other.getByRole("link", { name: "Newer one" })).toBeVisible();
  await undo(page).click();
  await expect(other.getByRole("link", { name: "Newer one" })).toHaveCount(0);
  await expect(other.getByRole("link", { name: "Walk" })).toBeVisible();
});

test("two tabs that restore the same file at once end up the same", async ({ app, context, page }) => {
  const file = backupFile({ "alongside:goal:walk": goal("Walk"), ...Object.fromEntries([..."abcdefghij"].map((id, at) => [`alongside:event:${id}`, day("walk", `2026-11-${String(at + 10)}`)])) });
  await openSettings(app);
  const other = await context.newPage();
  await other.goto(page.url());
  await Promise.all([choose(page, file), choose(other, file)]);
  await Promise.all([restoreNow(page), restoreNow(other)]);
  // Each began an era, of which one holds: the first copy still changes, too.
  await expect.poll(async () => isDeepStrictEqual((await second(page))?.records, await first(page))).toBe(true);
  expect(keysOf(await first(page), "event")).toHaveLength(10);
  expect(contents(await first(page))).toMatchObject({ "alongside:goal:walk": { name: "Walk" } });
});

test("after everything was erased, an undo brings nothing back, also in a tab that has not heard of it", async ({ app, context, page }) => {
  await page.addInitScript(() => window.addEventListener("storage", (event) => window.deaf && event.stopImmediatePropagation(), true));
  await seed(app, { "alongside:goal:walk": goal("Walk") });
  await openSettings(app);
  await restore(page, backupFile({ "alongside:goal:walk": goal("Walk ten minutes", 3) }));
  await page.evaluate(() => (window.deaf = true));
  const other = await context.newPage();
  await eraseAll({ page: other, open: (address) => other.goto(app.site.url + address) });
  await undo(page).click();
  await expect(said(page, "Everything was erased meanwhile.")).toBeVisible();
  expect(await first(page)).toEqual({});
  expect((await second(page))?.records ?? {}).toEqual({});
});

test("erasing in another tab takes the undo along", async ({ app, context, page }) => {
  await openSettings(app);
  await restore(page, backupFile({ "alongside:goal:walk": goal("Walk") }));
  await expect(undo(page)).toBeVisible();
  const other = await context.newPage();
  await eraseAll({ page: other, open: (address) => other.goto(app.site.url + address) });
  await expect(undo(page)).toHaveCount(0);
});

test("erasing in the same tab takes the undo along", async ({ app, page }) => {
  await openSettings(app);
  await restore(page, backupFile({ "alongside:goal:walk": goal("Walk") }));
  await eraseAll({ page, open: async () => {} });
  await page.getByRole("link", { name: "Goals", exact: true }).first().click();
  await page.getByRole("link", { name: "How your privacy works" }).click();
  await expect(page.getByRole("heading", { name: "Restore", exact: true })).toBeVisible();
  await expect(undo(page)).toHaveCount(0);
});

test("what can’t be read here is kept apart before the backup takes its place", async ({ app, page }) => {
  await seed(app, { "alongside:goal:torn": '{"v":1,"d":{"na', "alongside:goal:walk": goal("Walk") });
  await openSettings(app);
  await expect.poll(async () => Object.keys((await second(page))?.records ?? {}).length).toBeGreaterThan(1);
  await restore(page, backupFile({ "alongside:goal:torn": goal("Whole again") }));
  expect((await first(page))["alongside:goal:torn"]).toBe(goal("Whole again"));
  expect(Object.values((await second(page)).marks)).toContain('{"v":1,"d":{"na');
});

test("what a newer version wrote is neither taken from the file nor touched here", async ({ app, page }) => {
  const newer = '{"v":99,"d":{"rev":1,"shape":"new"}}';
  await seed(app, { "alongside:goal:newer": newer });
  await openSettings(app);
  await choose(page, backupFile({ "alongside:goal:newer": goal("Old", 7), "alongside:goal:other": newer, "alongside:goal:walk": goal("Walk") }));
  await expect(preview(page)).toContainText("Left out, because a newer version of this app made it: 1.");
  await restoreNow(page);
  expect((await first(page))["alongside:goal:newer"]).toBe(newer);
  expect(keysOf(await first(page), "goal").sort()).toEqual(["alongside:goal:newer", "alongside:goal:walk"]);
});

test("where nothing can be stored, a backup can still be looked at and used until the page closes", async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => null }));
  await openSettings(app);
  await restore(page, backupFile({ "alongside:goal:walk": goal("Walk") }));
  await page.getByRole("link", { name: "Goals", exact: true }).first().click();
  await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
});
