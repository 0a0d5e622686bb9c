// Reading, hashing and walking files.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

export const readText = (path) => readFileSync(path, "utf8");
export const readJson = (path) => JSON.parse(readText(path));

/** Every file below `root`, as sorted paths relative to it. */
export function walk(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** A short name for these bytes: it changes when they do. */
export function shortHash(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 16);
}

/** The value that a content security policy takes for an inline block. */
export function cspHash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
