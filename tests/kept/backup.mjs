// Backup files, written by the words of docs/BACKUP.md and not by the app, and what a person does with them.

import { createHash } from "node:crypto";
import { expect } from "../app.mjs";

/** The text of a backup of these records, each as its key and its text. */
export function backupFile(records, { made = "2026-11-20", version = 1, app = "0.1.0" } = {}) {
  const pairs = Object.entries(records).sort(([one], [other]) => (one < other ? -1 : 1));
  const canonical = `{${pairs.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(",")}}`;
  const lines = pairs.map(([key, text]) => `    ${JSON.stringify(key)}: ${text}`).join(",\n");
  const sum = createHash("sha256").update(canonical).digest("hex");
  return `{\n  "format": "alongside-backup",\n  "version": ${version},\n  "made": "${made}",\n  "app": ${JSON.stringify(app)},\n  "records": {\n${lines}\n  },\n  "sha256": "${sum}"\n}\n`;
}

/** A record’s text. */
export const record = (fields, rev = 1) => JSON.stringify({ v: 1, d: { rev, ...fields } });
export const goal = (name, rev = 1) => record({ kind: "do", name, first_day: "2026-11-01" }, rev);
export const day = (goal, date, { what = "done", rev = 1 } = {}) => record({ goal, day: date, at: Date.parse(`${date}T12:00:00Z`), what }, rev);
export const deleted = (rev = 2) => record({ deleted: true }, rev);

/** Opens `/settings`, and waits until what is kept was read. */
export async function openSettings(app) {
  await app.open("settings");
  await expect(app.heading).toHaveText("Settings");
}

const downloaded = async (download) => ({ name: download.suggestedFilename(), text: (await (await download.createReadStream()).toArray()).map(String).join("") });

/** Taps “Back up” and gives the file: its name and its text. */
export async function backUp(page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Back up", exact: true }).click();
  return downloaded(await download);
}

/** Chooses a file to restore. */
export async function choose(page, content, name = "notes-2026-11-20.json") {
  await page.getByLabel("Choose a file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
}

/** What a restore would change. */
export const preview = (page) => page.locator(".card", { has: page.getByRole("heading", { name: "What this backup would change" }) });

/** Restores what is shown. */
export async function restoreNow(page) {
  await preview(page).getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Done\./ })).toBeVisible();
}

/** Chooses a file and restores it. */
export async function restore(page, content) {
  await choose(page, content);
  await restoreNow(page);
}

export const undo = (page) => page.getByRole("main").getByRole("button", { name: "Undo" });
