// A backup: one tap, and everything is in one file that says nothing by its name.

import { NOTHING, setGoal, stored, today } from "../goals/keep.mjs";
import { expect, test } from "../app.mjs";
import { backUp, backupFile, choose, openSettings, preview, restoreNow } from "./backup.mjs";
import { areEqual, eraseAll, first, said, seed } from "./copies.mjs";

const TODAY = "2026-11-20";
test.use({ timezoneId: "America/New_York" });
test.beforeEach(({ page }) => page.clock.setFixedTime(`${TODAY}T15:00:00Z`));

const backup = (page) => page.locator("section", { has: page.getByRole("heading", { name: "Backup", exact: true }) });

/** What a backup holds of what is kept. */
const records = (kept) => Object.fromEntries(Object.entries(kept).filter(([key]) => key !== "alongside:meta"));

async function keepSomething(app) {
  await setGoal(app, { name: "Walk <b>ten</b> “minutes”", since: "2026-11-01" });
  await today(app, "Done").click();
  await expect(said(app.page, "Noted")).toBeVisible();
}

test("one tap gives the file, as it is documented, under a name that says nothing", async ({ app, page }) => {
  await keepSomething(app);
  await openSettings(app);
  const { name, text } = await backUp(page);
  expect(name).toBe(`notes-${TODAY}.json`);
  expect(text).toBe(backupFile(records(await first(page)), { made: TODAY }));
  await expect(said(page, `Saved as notes-${TODAY}.json`)).toContainText("Anyone who opens it can read it");
});

test("nothing is stored by looking, and with nothing kept there is nothing to take away", async ({ app, page }) => {
  await openSettings(app);
  await expect(backup(page)).toContainText("nothing to back up yet");
  await expect(page.getByRole("button", { name: "Back up", exact: true })).toHaveCount(0);
  await choose(page, "no backup");
  await expect(page.getByText("This is not a backup.")).toBeVisible();
  await choose(page, backupFile({ "alongside:goal:a": '{"v":1,"d":{"rev":1,"kind":"do","name":"Walk","first_day":"2026-01-01"}}' }));
  await expect(preview(page)).toContainText("Walk");
  expect(await stored(page)).toEqual(NOTHING);
});

test("the age of the last backup is said, and kept only once there is one", async ({ app, page }) => {
  await keepSomething(app);
  await openSettings(app);
  const age = page.locator("dt", { hasText: "Last backup" }).locator("+ dd");
  await expect(age).toHaveText("Never");
  expect((await first(page))["alongside:meta"]).not.toContain("backup");
  await backUp(page);
  await expect(age).toHaveText("Today");
  await areEqual(page);
  await page.clock.setFixedTime("2026-12-02T15:00:00Z");
  await openSettings(app);
  await expect(age).toHaveText("12 days ago");
});

test.describe("with a passphrase", () => {
  const passphrase = "four words häng together";

  async function protect(page, typed = passphrase, again = typed) {
    await page.getByLabel("Protect it with a passphrase").check();
    await page.getByLabel("Passphrase", { exact: true }).fill(typed);
    await page.locator("#passphrase-again").fill(again);
  }

  test("the file says no word of it, opens with it, and a wrong one costs nothing", async ({ app, page }) => {
    await keepSomething(app);
    await openSettings(app);
    await protect(page);
    const { name, text } = await backUp(page);
    expect(name).toBe(`notes-${TODAY}.json`);
    expect(text).not.toMatch(/Walk|goal|event/);
    expect(Object.keys(JSON.parse(text))).toEqual(["format", "version", "made", "encrypted"]);
    await expect(said(page, "Saved as")).toContainText("Only your passphrase opens it");
    const before = records(await first(page));
    await eraseAll(app);
    const empty = await first(page);
    await choose(page, text);
    const typed = page.getByLabel("What is its passphrase");
    for (const wrong of ["", "four words hang together", passphrase.toUpperCase()]) {
      await typed.fill(wrong);
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await expect(page.getByText("This passphrase does not open it. Nothing is lost.")).toBeVisible();
      await expect(typed).toBeFocused();
    }
    expect(await first(page)).toEqual(empty);
    // Another keyboard may send the letter and its dots apart.
    await typed.fill(passphrase.normalize("NFD"));
    await page.keyboard.press("Enter");
    await restoreNow(page);
    expect(records(await first(page))).toEqual(before);
  });

  test("one changed byte is like a wrong passphrase", async ({ app, page }) => {
    await keepSomething(app);
    await openSettings(app);
    await protect(page);
    const { text } = await backUp(page);
    const before = await first(page);
    const { body } = JSON.parse(text).encrypted;
    await choose(page, text.replace(body, body.replace(/^./, (letter) => (letter === "A" ? "B" : "A"))));
    await page.getByLabel("What is its passphrase").fill(passphrase);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(page.getByText("This passphrase does not open it.")).toBeVisible();
    expect(await first(page)).toEqual(before);
  });

  test("it is asked for twice, what is easy to guess is named and not refused", async ({ app, page }) => {
    await keepSomething(app);
    await openSettings(app);
    await page.getByLabel("Protect it with a passphrase").check();
    await page.getByRole("button", { name: "Back up", exact: true }).click();
    await expect(page.getByText("Type a passphrase first.")).toBeVisible();
    await expect(page.getByLabel("Passphrase", { exact: true })).toBeFocused();
    await protect(page, "1234", "12345");
    await expect(page.getByText("Digits alone are quick to guess.")).toBeVisible();
    await page.getByRole("button", { name: "Back up", exact: true }).click();
    await expect(page.getByText("The two are not the same.")).toBeVisible();
    await expect(page.locator("#passphrase-again")).toBeFocused();
    await expect(page.getByLabel("Passphrase", { exact: true })).toHaveAttribute("type", "password");
    await page.locator("form", { hasText: "Protect it with" }).getByLabel("Show what I type").check();
    await expect(page.getByLabel("Passphrase", { exact: true })).toHaveAttribute("type", "text");
    await protect(page, "1234");
    expect((await backUp(page)).text).toContain('"encrypted"');
    await expect(page.getByLabel("Passphrase", { exact: true }), "it is forgotten").toHaveValue("");
  });

  test("a browser without ciphers doesn’t offer it, and says what it can’t open", async ({ app, page }) => {
    await page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined }));
    await keepSomething(app);
    await openSettings(app);
    await expect(page.getByLabel("Protect it with a passphrase")).toHaveCount(0);
    const key = { id: "k", kdf: { name: "PBKDF2-SHA256", rounds: 600000, salt: "AAAA" }, cipher: "A256GCM", iv: "AAAA", key: "AAAA" };
    await choose(page, JSON.stringify({ format: "alongside-backup", version: 1, encrypted: { key, iv: "AAAA", body: "AAAA" } }));
    await expect(page.getByText("This browser can’t open protected backups here.")).toBeVisible();
  });
});

test.describe("where a browser saves no files", () => {
  test("the text is copied, and restores when it is pasted", async ({ app, context, page }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await keepSomething(app);
    await openSettings(app);
    await page.getByText("Other ways").click();
    await page.getByRole("button", { name: "Copy as text" }).click();
    await expect(said(page, "Copied.")).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toBe(backupFile(records(await first(page)), { made: TODAY }));
    const before = records(await first(page));
    await eraseAll(app);
    await page.getByText("Paste it as text").click();
    await page.getByLabel("The text of the backup").fill(text);
    await page.getByRole("button", { name: "Look at it" }).click();
    await restoreNow(page);
    expect(records(await first(page))).toEqual(before);
  });

  test("without a clipboard the text stands there to be copied by hand", async ({ app, page }) => {
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
    await keepSomething(app);
    await openSettings(app);
    await page.getByText("Other ways").click();
    await page.getByRole("button", { name: "Copy as text" }).click();
    await expect(said(page, "does not let this page copy")).toBeVisible();
    await expect(page.getByLabel("The backup as text")).toBeFocused();
    expect(JSON.parse(await page.getByLabel("The backup as text").inputValue()).format).toBe("alongside-backup");
    expect((await first(page))["alongside:meta"], "nobody knows whether they did").not.toContain("backup");
  });

  test("a browser that can share hands the file to another app", async ({ app, page }) => {
    await page.addInitScript(() => {
      navigator.canShare = ({ files }) => files.length === 1;
      navigator.share = async ({ files: [file] }) => (window.shared = { name: file.name, text: await file.text() });
    });
    await keepSomething(app);
    await openSettings(app);
    await page.getByText("Other ways").click();
    await page.getByRole("button", { name: "Send to an app" }).click();
    await expect(said(page, "Handed over.")).toBeVisible();
    const { name, text } = await page.evaluate(() => window.shared);
    expect(name).toBe(`notes-${TODAY}.txt`);
    expect(text).toBe(backupFile(records(await first(page)), { made: TODAY }));
  });

  test("a browser that can’t share is not asked to", async ({ app, page }) => {
    await keepSomething(app);
    await openSettings(app);
    await page.getByText("Other ways").click();
    await expect(page.getByRole("button", { name: "Copy as text" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Send to an app" })).toHaveCount(0);
  });
});

test("what only the second copy has is in the file, too", async ({ app, page }) => {
  await keepSomething(app);
  await openSettings(app);
  await areEqual(page);
  const kept = records(await first(page));
  const goal = Object.keys(kept).find((key) => key.startsWith("alongside:goal:"));
  await page.evaluate((key) => localStorage.removeItem(key), goal);
  expect(Object.keys(JSON.parse((await backUp(page)).text).records)).toContain(goal);
});

test("what can’t be read is not in the file, and costs nothing else", async ({ app, page }) => {
  await seed(app, { "alongside:goal:torn": '{"v":1,"d":{"na', "alongside:goal:newer": '{"v":99,"d":{"rev":1,"shape":"new"}}' });
  await keepSomething(app);
  await openSettings(app);
  const held = Object.keys(JSON.parse((await backUp(page)).text).records);
  expect(held).toContain("alongside:goal:newer");
  expect(held).not.toContain("alongside:goal:torn");
  expect(held.filter((key) => key.startsWith("alongside:event:"))).toHaveLength(1);
});
