// Files that are no backup, or one that somebody tampered with: each gets its sentence, and nothing is changed.

import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "../app.mjs";
import { backUp, backupFile, choose, goal, openSettings, preview, record, restore } from "./backup.mjs";
import { areEqual, first, seed } from "./copies.mjs";

const NAUGHTY = JSON.parse(readFileSync(new URL("naughty/blns.json", import.meta.url), "utf8"));
const WALK = { "alongside:goal:walk": goal("Walk") };
const FILE = backupFile(WALK);

/** A file too big to be handed over in a message. */
function onDisk(content) {
  const file = join(folder, "notes-2026-11-20.json");
  writeFileSync(file, content);
  return file;
}

let folder;
test.beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "alongside-file-"))));
test.afterAll(() => rmSync(folder, { recursive: true }));

const refusal = (page, words) => page.getByRole("status").filter({ hasText: words });

test("row 21: a file of 200 MB is refused by its size, unread, and the page goes on", async ({ app, page }) => {
  const file = onDisk(FILE);
  truncateSync(file, 200 * 2 ** 20);
  await page.addInitScript(() => {
    window.reads = [];
    for (const way of ["arrayBuffer", "text", "stream", "slice"]) {
      const read = Blob.prototype[way];
      Blob.prototype[way] = function (...args) { window.reads.push(way); return read.apply(this, args); };
    }
    for (const way of ["readAsArrayBuffer", "readAsText", "readAsDataURL"]) FileReader.prototype[way] = () => window.reads.push(way);
    new PerformanceObserver((list) => (window.longest = Math.max(window.longest ?? 0, ...list.getEntries().map(({ duration }) => duration)))).observe({ type: "longtask" });
  });
  await seed(app, WALK);
  await openSettings(app);
  // What the app notes about its own storage is there before anything is chosen.
  await areEqual(page);
  const before = await first(page);
  await page.evaluate(() => (window.longest = 0));
  await page.getByLabel("Choose a file").setInputFiles(file);
  await expect(refusal(page, "This is too large for a backup. It was not read. Nothing was changed.")).toBeVisible();
  expect(await page.evaluate(() => window.reads)).toEqual([]);
  expect(await page.evaluate(() => window.longest), "milliseconds without an answer").toBeLessThan(200);
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await first(page)).toEqual(before);
});

test("row 21: a file as long as a backup may be is read without freezing the page for long", async ({ app, page }) => {
  const long = backupFile({ "alongside:goal:walk": goal("x".repeat(31 * 2 ** 20)) });
  await openSettings(app);
  await page.getByLabel("Choose a file").setInputFiles(onDisk(long));
  await expect(preview(page)).toBeVisible({ timeout: 20_000 });
  await preview(page).getByRole("button", { name: "Not now" }).click();
  await expect(preview(page)).toHaveCount(0);
});

test("row 22: 100,000 lists inside each other are refused", async ({ app, page }) => {
  await seed(app, WALK);
  await openSettings(app);
  // What the app notes about its own storage is there before anything is chosen.
  await areEqual(page);
  const before = await first(page);
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  for (const text of [deep, FILE.replace('"Walk"', deep), '{"format":'.repeat(100_000)]) {
    await choose(page, text);
    await expect(refusal(page, "This is built like no backup. Nothing was changed.")).toBeVisible();
    await choose(page, " ");
    await expect(refusal(page, "There is nothing in it.")).toBeVisible();
  }
  expect(await first(page)).toEqual(before);
  expect((await backUp(page)).text, "the app goes on").toContain("Walk");
});

test("row 23: a key that stands twice is damage", async ({ app, page }) => {
  await openSettings(app);
  const [line] = FILE.match(/ {4}"alongside:goal:walk".*/);
  for (const text of [FILE.replace(line, `${line},\n${line}`), FILE.replace('"version": 1', '"version": 1, "version": 1'), FILE.replace('"made"', '"records": {}, "made"')]) {
    await choose(page, text);
    await expect(refusal(page, "It was changed or damaged after it was made. Nothing was changed.")).toBeVisible();
  }
  expect(await first(page)).toEqual({});
});

test("row 23: __proto__ and constructor are keys like others, and nobody’s prototype", async ({ app, page }) => {
  await openSettings(app);
  const odd = '{"v":1,"d":{"rev":1,"kind":"do","name":"constructor","first_day":"2026-11-01","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}';
  const file = backupFile({ __proto__: null, ["__proto__"]: goal("One"), constructor: goal("Two"), "alongside:goal:__proto__": goal("Three"), "alongside:goal:odd": odd });
  expect(file).toContain('"__proto__"');
  await choose(page, file);
  await expect(preview(page)).toContainText("can’t be read here: 3.");
  await expect(preview(page).getByRole("listitem")).toHaveText(/^constructor/);
  await preview(page).getByRole("button", { name: "Restore", exact: true }).click();
  await expect.poll(async () => (await first(page))["alongside:goal:odd"]).toBe(odd);
  expect(Object.keys(await first(page)).sort()).toEqual(["alongside:goal:odd", "alongside:meta"]);
  expect(await page.evaluate(() => [({}).polluted, Object.keys(Object.prototype)])).toEqual([undefined, []]);
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "constructor" })).toBeVisible();
});

test("row 24: every naughty string as a goal comes back byte for byte, is shown as text, and does nothing", async ({ app, page }) => {
  test.slow();
  const dialogs = [];
  page.on("dialog", (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
  const strings = [...NAUGHTY, "<script>window.ran = 1</script>", "<img src=x onerror=window.ran=1>", "</li></ul><svg onload=window.ran=1>", "javascript:window.ran=1", "\u0000\u001f\u007f\u0085\u2028\u2029\ufeff\u202e"];
  const id = (at) => [...String(at)].map((digit) => "abcdefghij"[digit]).join("");
  const records = Object.fromEntries(strings.map((text, at) => [`alongside:goal:n${id(at)}`, record({ kind: "do", name: text, reason: text, first_day: "2026-11-01", lapse: "new_run", headline: "free_days", order: at })]));
  await openSettings(app);
  await choose(page, backupFile(records));
  await expect(preview(page).getByRole("listitem")).toHaveCount(100);
  await expect(preview(page)).toContainText(`And ${strings.length - 100} more goals.`);
  const named = await preview(page).locator("li bdi").evaluateAll((names) => names.map((name) => name.textContent));
  expect(named.filter((name) => !strings.some((text) => text.startsWith(name))), "names in the preview that are not as in the file").toEqual([]);
  await preview(page).getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Done\./ })).toBeVisible({ timeout: 20_000 });
  const kept = await first(page);
  for (const [key, text] of Object.entries(records)) expect(kept[key], text).toBe(text);
  const written = JSON.parse((await backUp(page)).text).records;
  expect(written).toEqual(Object.fromEntries(Object.entries(records).map(([key, text]) => [key, JSON.parse(text)])));
  await app.open("goals");
  await expect(app.main.locator(".goal-card")).toHaveCount(strings.length, { timeout: 20_000 });
  expect(await app.main.locator(".goal-card h2").evaluateAll((names) => names.map((name) => name.textContent))).toEqual(strings);
  expect(await page.locator("script:not([src]), main :is(script, img, iframe, object, embed, audio, video, style, base, meta)").count()).toBe(0);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
  expect(dialogs).toEqual([]);
});

const utf16 = (text) => Buffer.from(`\ufeff${text}`, "utf16le");
const swapped = (text) => utf16(text).swap16();

for (const [what, content, words] of [
  ["an empty file", "", "There is nothing in it. Nothing was changed. Try another copy."],
  ["white space", "\ufeff \r\n", "There is nothing in it."],
  ["a zip", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0xff, 0xfe]), "This is not a backup. Nothing was changed. Look for a file whose name begins with “notes”."],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0xff]), "This is not a backup."],
  ["a text", "Dear diary", "This is not a backup."],
  ["a list", "[]", "This is not a backup."],
  ["half of UTF-16", utf16(FILE).subarray(0, 101), "This is not a backup."],
  ["the file of another app", JSON.stringify({ format: "journal", version: 1, records: {} }), "Another app made this. Nothing was changed."],
  ["the file of a newer version", backupFile(WALK, { version: 2 }), "A newer version of this app made this. Nothing was changed. Load this page again, then try once more."],
  ["a file that was cut", FILE.slice(0, -40), "A part of it is missing. Nothing was changed. Copy it once more from where you keep it."],
  ["a changed word", FILE.replace("Walk", "Talk"), "It was changed or damaged after it was made. Nothing was changed. Try another copy."],
  ["a file without a checksum", FILE.replace(/,\n {2}"sha256".*/, ""), "It was changed or damaged after it was made."],
]) {
  test(`row 25: ${what} gets its own sentence, and nothing is changed`, async ({ app, page }) => {
    await seed(app, WALK);
    await openSettings(app);
    await areEqual(page);
    const before = await first(page);
    await choose(page, content);
    await expect(refusal(page, words)).toBeVisible();
    await expect(preview(page)).toHaveCount(0);
    expect(await first(page)).toEqual(before);
  });
}

for (const [what, content] of [["a byte order mark", Buffer.from(`\ufeff${FILE}`)], ["UTF-16", utf16(FILE)], ["UTF-16 the other way round", swapped(FILE)], ["other line ends and spaces", FILE.replaceAll("\n", "\r\n\t ")]]) {
  test(`row 25: a backup that an editor saved with ${what} is read`, async ({ app, page }) => {
    await openSettings(app);
    await restore(page, content);
    expect(await first(page)).toMatchObject(WALK);
  });
}

test("row 25: a file that is gone when it is to be read is said", async ({ app, page }) => {
  await page.addInitScript(() => (Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"))));
  await openSettings(app);
  await choose(page, FILE);
  await expect(refusal(page, "Your browser could not read this file. Nothing was changed. Try again.")).toBeVisible();
});
