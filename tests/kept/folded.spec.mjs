// Old days are folded into archive parts, and are there as before.

import { expect, test } from "../app.mjs";
import { bigNumber, today } from "../goals/keep.mjs";
import { areEqual, first, keysOf, oldDays, said, second, seed } from "./copies.mjs";

const DAYS = 250;
/** The days since then are not noted, so this is the least of a range. */
const counted = (days) => new RegExp(`^${days}\\b`);

async function areFolded(page) {
  await expect.poll(async () => [keysOf(await first(page), "archive").length, keysOf(await first(page), "event").length], { timeout: 20_000 }).toEqual([1, 0]);
  await areEqual(page);
}

test("old days are folded, in both copies, and every number stays", async ({ app, page }) => {
  await seed(app, oldDays(DAYS));
  await app.open("goal#walk");
  await expect(bigNumber(app)).toHaveText(counted(DAYS));
  expect(keysOf(await first(page), "event"), "not while the page starts").toHaveLength(DAYS);
  await areFolded(page);
  await expect(bigNumber(app)).toHaveText(counted(DAYS));
  await page.reload();
  await expect(bigNumber(app)).toHaveText(counted(DAYS));
  await today(app, "Done").click();
  await expect(bigNumber(app)).toHaveText(counted(DAYS + 1));
});

test("two tabs that fold at once count nothing twice", async ({ app, context, page }) => {
  await seed(app, oldDays(DAYS));
  const other = await context.newPage();
  await Promise.all([app.open("goal#walk"), other.goto(`${app.site.url}goal#walk`)]);
  await areFolded(page);
  for (const tab of [page, other]) {
    await expect(tab.locator(".big-number")).toHaveText(counted(DAYS));
    await tab.reload();
    await expect(tab.locator(".big-number")).toHaveText(counted(DAYS));
  }
});

test("a goal that is deleted takes its folded days along, also their words", async ({ app, page }) => {
  await seed(app, oldDays(DAYS));
  await app.open("goal#walk");
  await areFolded(page);
  await page.getByText("Change this goal").click();
  await page.getByRole("button", { name: "Delete this goal" }).click();
  await expect(said(page, "deleted")).toBeVisible();
  await page.reload();
  await app.isUp();
  const held = async () => Object.entries(await first(page)).filter(([key, text]) => key.startsWith("alongside:archive:") && text.includes('"days"')).map(([, text]) => JSON.parse(text).d.days);
  await expect.poll(async () => (await held()).every((days) => Object.keys(days).length === 0), { timeout: 20_000 }).toBe(true);
  expect(JSON.stringify(await second(page))).not.toContain("Walk");
});
