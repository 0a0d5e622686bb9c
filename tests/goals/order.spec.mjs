// Goals that rest, are put away, come back, and stand in the order one wants. No day is lost.

import { expect, test } from "../app.mjs";
import { record } from "../kept/backup.mjs";
import { seed } from "../kept/copies.mjs";
import { bigNumber, day } from "./keep.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });
test.beforeEach(async ({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

const GOALS = Object.fromEntries(["Walk", "Call", "Sleep"].map((name, order) => [`alongside:goal:g${order}`, record({ kind: "do", name, first_day: "2026-11-01", order })]));
const DONE = Object.fromEntries([17, 18, 19].map((date) => [`alongside:event:e${date}`.replaceAll("1", "b").replaceAll("7", "c").replaceAll("8", "d").replaceAll("9", "f"), record({ goal: "g0", day: `2026-11-${date}`, at: Date.parse(`2026-11-${date}T15:00:00Z`), what: "done" })]));
const names = (app) => app.main.locator("ul.goals h2");
const change = (page) => page.getByText("Change this goal").click();

test("a goal that is folded away stands under “More”, and its name is not on the page", async ({ app, page }) => {
  await seed(app, {
    "alongside:goal:walk": record({ kind: "do", name: "Walk", first_day: "2026-11-01", order: 0 }),
    "alongside:goal:dry": record({ kind: "time_since", name: "No wine", first_day: "2026-11-01", order: 1 }),
  });
  await app.open("goal#dry");
  await app.main.locator("summary", { hasText: "Change this goal" }).press("Enter");
  await app.main.getByRole("button", { name: "Fold away on the list" }).press("Enter");
  await expect(app.main.getByRole("button", { name: "Show on the list again" })).toBeVisible();
  for (const where of ["goals", "check-in"]) {
    await app.open(where);
    await expect(app.main.getByRole("heading", { name: "Walk" }).first()).toBeVisible();
    expect(await app.main.innerText(), where).not.toContain("No wine");
    await app.main.locator("summary", { hasText: /^More$/ }).press("Enter");
    await expect(app.main.getByRole("heading", { name: "No wine" })).toBeVisible();
  }
  await app.open("goal#dry");
  await app.main.locator("summary", { hasText: "Change this goal" }).press("Enter");
  await app.main.getByRole("button", { name: "Show on the list again" }).press("Enter");
  await app.open("goals");
  await expect(app.main.getByRole("heading", { name: "No wine" })).toBeVisible();
});

test("goals move up and down by keyboard, and stay there", async ({ app, page }) => {
  await seed(app, GOALS);
  await app.open("goals");
  await app.main.getByRole("button", { name: "Change the order" }).press("Enter");
  await app.main.getByRole("button", { name: "Move up: Sleep" }).press("Enter");
  await expect(names(app)).toHaveText(["Walk", "Sleep", "Call"]);
  await expect(app.main.getByRole("button", { name: "Move up: Sleep" })).toBeFocused();
  await app.main.getByRole("button", { name: "Move down: Walk" }).press("Enter");
  await expect(names(app)).toHaveText(["Sleep", "Walk", "Call"]);
  await page.reload();
  await expect(names(app)).toHaveText(["Sleep", "Walk", "Call"]);
});

test("stopped for now and started again, nothing that was lived is lost", async ({ app, page }) => {
  await seed(app, { ...GOALS, ...DONE });
  await app.open("goal#g0");
  await expect(bigNumber(app)).toContainText("3");
  await change(page);
  await app.main.getByRole("button", { name: "Stop for now" }).click();
  await expect(app.main).toContainText("Stopped for now since Friday, November 20");
  await expect(bigNumber(app)).toContainText("3");
  await page.clock.setFixedTime("2026-11-30T15:00:00Z");
  await page.reload();
  await expect(app.main).toContainText("Current run: 3 days.");
  await change(page);
  await app.main.getByRole("button", { name: "Start again today" }).click();
  await expect(app.main).not.toContainText("Stopped for now");
  await expect(app.main).toContainText("Current run: 3 days.");
  await expect(app.main).toContainText("Pause from Friday, November 20 to Sunday, November 29");
});

test("a pause for some days keeps the run, says so, and can be taken away", async ({ app, page }) => {
  await seed(app, { ...GOALS, ...DONE });
  await app.open("goal#g0");
  await change(page);
  await page.getByLabel("Pause from").fill("2026-11-20");
  await page.getByLabel("Until (may stay empty)").fill("2026-11-19");
  await app.main.getByRole("button", { name: "Add this pause" }).click();
  await expect(app.main).toContainText("a last day that is not before it");
  await page.getByLabel("Until (may stay empty)").fill("2026-11-22");
  await app.main.getByRole("button", { name: "Add this pause" }).click();
  await expect(app.main.locator(".notice").first()).toContainText("Pause from Friday, November 20 to Sunday, November 22");
  await page.clock.setFixedTime("2026-11-23T15:00:00Z");
  await page.reload();
  await expect(app.main).toContainText("Current run: 3 days.");
  await change(page);
  await app.main.getByRole("button", { name: /^Remove: Pause from/ }).click();
  await expect(app.main).toContainText("Current run: 0 days.");
});

test("put away it leaves the list, keeps its days, and comes back; Undo works, too", async ({ app, page }) => {
  await seed(app, { ...GOALS, ...DONE });
  await app.open("goal#g0");
  await change(page);
  await app.main.getByRole("button", { name: "Put away" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(app.main).not.toContainText("Put away since");
  await app.main.getByRole("button", { name: "Put away" }).click();
  await expect(app.main).toContainText("Put away since");
  await app.open("goals");
  await expect(names(app)).toHaveText(["Call", "Sleep"]);
  await app.main.locator("summary", { hasText: "Put away" }).click();
  await app.main.getByRole("link", { name: "Walk" }).click();
  await expect(day(app, "November 18")).toHaveAccessibleName(/Done/);
  await change(page);
  await app.main.getByRole("button", { name: "Bring back" }).click();
  await app.open("goals");
  await expect(names(app)).toHaveText(["Walk", "Call", "Sleep"]);
});
