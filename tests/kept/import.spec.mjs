// What other trackers wrote: seen first, merged, twice the same, and taken back. Nothing is written before that.

import { deflateRawSync, crc32 } from "node:zlib";
import { expect, test } from "../app.mjs";
import { NOTHING, stored } from "../goals/keep.mjs";
import { choose, openSettings, restoreNow } from "./backup.mjs";

test.use({ timezoneId: "America/New_York" });
test.beforeEach(async ({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

/** A zip as other programs write it: packed, with a directory at its end. */
function zip(files, { lie } = {}) {
  const locals = [];
  const directory = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(plain), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(lie ?? plain.length, 8);
    const local = Buffer.concat([Buffer.from("504b0304140000000800000000000000".slice(0, 28), "hex"), sizes, Buffer.from([name.length, 0, 0, 0]), name, packed]);
    directory.push(Buffer.concat([Buffer.from("504b01021400140000000800", "hex"), Buffer.alloc(4), sizes, Buffer.from([name.length, 0]), Buffer.alloc(12), le32(at), name]));
    locals.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(directory);
  const count = Buffer.from([directory.length, 0]);
  return Buffer.concat([...locals, entries, Buffer.from("504b050600000000", "hex"), count, count, le32(entries.length), le32(at), Buffer.from([0, 0])]);
}

function le32(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

const LOOP = {
  "Habits.csv": "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?\n001,Caminar ñ,YES_NO,,,1,1,#fff,,,,false\n",
  "001 Caminar ñ/Checkmarks.csv": "Date,Value,Notes\n2026-11-19,YES_MANUAL,\n2026-11-18,YES_MANUAL,\n2026-11-17,SKIP,\n2026-11-16,DREAM,\n",
};
const GROVE = JSON.stringify({ schemaVersion: 1, trees: [{ name: "Sober", mode: 0, startDate: "2026-11-01T09:00:00.000", lastReset: "2026-11-10T09:00:00.000", relapses: [{ timestamp: "2026-11-10T09:00:00.000", reason: "fiesta" }] }] });

test("Loop’s archive: what it holds is seen, what was not read has its reason, and the days are there", async ({ app, page }) => {
  await openSettings(app);
  await choose(page, zip(LOOP), "Loop Habits CSV.zip");
  await expect(page.locator("#restore-what")).toBeVisible();
  await expect(page.getByText("Caminar ñ").first()).toBeVisible();
  await page.getByText("1 thing was not read").click();
  await expect(page.locator(".left-out")).toHaveText("Caminar ñ: DREAM – It says nothing that is known here.");
  expect(await stored(page), "looking keeps nothing").toEqual(NOTHING);
  await restoreNow(page);
  await app.open("goals");
  await app.main.getByRole("link", { name: "Caminar ñ" }).click();
  await expect(app.main).toContainText("Current run: 2 days.");
});

test("the same file twice changes nothing, and Undo takes all of it back", async ({ app, page }) => {
  await openSettings(app);
  await choose(page, GROVE);
  await restoreNow(page);
  await choose(page, GROVE);
  await expect(page.getByText("Nothing would change.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Restore", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Not now" }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /taken back|Undone|as before/i })).toBeVisible();
  await app.open("goals");
  await expect(app.main.getByText("Sober")).toHaveCount(0);
});

test("what is no tracker’s file, a broken zip, and one that lies about its size are refused and nothing changes", async ({ app, page }) => {
  await openSettings(app);
  for (const [content, name] of [['{"theme":"dark"}', "settings.json"], [zip({ "readme.txt": "hello" }), "a.zip"], [zip(LOOP).subarray(0, 120), "cut.zip"], [zip({ "Habits.csv": `Name,FrequencyNumerator\n${"x".repeat(9 * 1024 * 1024)}` }, { lie: 100 }), "bomb.zip"]]) {
    await choose(page, content, name);
    await expect(page.locator("#restore").locator("xpath=ancestor::section").getByRole("status"), name).toContainText(/Nothing was changed|nothing/i);
    await expect(page.locator("#restore-what"), name).toHaveCount(0);
  }
  expect(await stored(page)).toEqual(NOTHING);
});

test("KiARC’s Sobriety and Quitter are read, too", async ({ app, page }) => {
  await openSettings(app);
  await choose(page, JSON.stringify([{ name: "Vape", status: "Ongoing", history: { [Date.parse("2026-11-10T15:00:00Z")]: 0 }, priority: 0, daily_notes: {}, time_saving: "00:00", savings: {}, milestones: [] }]));
  await restoreNow(page);
  await choose(page, JSON.stringify({ alcohol: "2026-11-01T08:00:00.000", theme: "dark", days: '{"alcohol":[3]}' }));
  await page.getByText("1 thing was not read").click();
  await expect(page.locator(".left-out")).toContainText("It has no day that can be read.");
  await restoreNow(page);
  await app.open("goals");
  const cards = app.main.locator(".goal-card");
  await expect(cards.filter({ hasText: "Vape" }).locator(".big-number")).toHaveText("10");
  await expect(cards.filter({ hasText: "alcohol" }).locator(".big-number")).toHaveText("19");
});
