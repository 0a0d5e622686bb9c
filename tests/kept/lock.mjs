// What tests of the lock do again and again, in the words of the page.

import { expect } from "../app.mjs";
import { said } from "./copies.mjs";

export const WORDS = "green boat under nine lamps";
export const OTHER = "seven quiet paper rivers";

/** The field of whatever asks for the passphrase, on a private page or in the settings. */
const OPENING = "#lock-open, #lock-open-here";

/** Types a new passphrase twice and turns the lock on. */
export async function turnOn(app, words = WORDS) {
  const { page } = app;
  await app.open("settings");
  await page.getByLabel("New passphrase").fill(words);
  await page.locator("#lock-again").fill(words);
  await page.getByRole("button", { name: "Turn on the lock" }).click();
  await expect(said(page, "The lock is on")).toBeVisible();
}

/** Opens the lock on a page that asks for it. */
export async function open(app, words = WORDS) {
  await tryWith(app, words);
  await expect(app.page.locator(OPENING)).toHaveCount(0);
}

export async function tryWith(app, words) {
  await app.page.locator(OPENING).fill(words);
  await app.page.getByRole("button", { name: "Open", exact: true }).click();
}

export async function changeTo(app, old, words) {
  const { page } = app;
  await page.getByText("Change the passphrase").first().click();
  const form = page.locator("form").filter({ hasText: "Passphrase now" });
  await form.getByLabel("Passphrase now").fill(old);
  await form.getByLabel("New passphrase").fill(words);
  await form.locator("#lock-again").fill(words);
  await form.getByRole("button", { name: "Change the passphrase" }).click();
}

export async function turnOff(app, words = WORDS) {
  const { page } = app;
  await page.getByText("Turn off the lock").first().click();
  const form = page.locator("form").filter({ hasText: "stored as plain text" });
  await form.getByLabel("Passphrase", { exact: true }).fill(words);
  await form.getByRole("button", { name: "Turn off the lock" }).click();
}

/** Says whether a private page asks for the passphrase. */
export const isClosed = (app) => expect(app.heading).toHaveText("Your entries are locked");
