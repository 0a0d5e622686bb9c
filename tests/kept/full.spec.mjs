// No room: what is in memory can be taken away as a file, and is written when there is room again.

import { expect, test } from "../app.mjs";
import { setGoal, today } from "../goals/keep.mjs";
import { first, keysOf, said } from "./copies.mjs";

test("row 9: a full disk offers a copy, and what is in memory is written when there is room", async ({ app, page }) => {
  await page.addInitScript(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...entry) {
      if (window.full) throw new DOMException("full", "QuotaExceededError");
      write.apply(this, entry);
    };
  });
  await setGoal(app, { name: "Walk" });
  await page.evaluate(() => (window.full = true));
  await today(app, "Done").click();
  await expect(said(page, "no room left")).toHaveCount(1);
  const saved = page.waitForEvent("download");
  await said(page, "no room left").getByRole("button", { name: "Save a copy" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^notes-\d{4}-\d\d-\d\d\.json$/);
  const backup = JSON.parse((await (await file.createReadStream()).toArray()).join(""));
  expect(backup.format).toBe("alongside-backup");
  expect([keysOf(backup.records, "goal").length, keysOf(backup.records, "event").length]).toEqual([1, 1]);
  expect(keysOf(await first(page), "event")).toEqual([]);
  await page.evaluate(() => (window.full = false));
  await page.getByText("Change this goal").click();
  await page.getByLabel("The number shown large").selectOption("Strength");
  await expect.poll(async () => keysOf(await first(page), "event").length).toBe(1);
  await expect(said(page, "no room left")).toHaveCount(0);
});
