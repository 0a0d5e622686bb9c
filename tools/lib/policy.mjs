// The content security policy of every page, and the check that nothing in the folder breaks it.

import { join } from "node:path";
import { readText, walk } from "./files.mjs";

export const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const FORBIDDEN = [
  [/<script(?![^>]*\ssrc=)[^>]*>/i, "an inline script"],
  [/<style[\s>]/i, "an inline style"],
  [/\sstyle=/i, "a style attribute"],
  [/\son[a-z]+=/i, "an inline event handler"],
  [/\{\{|data-trunk/, "an unfilled place"],
];

/** Stops the build if a page carries what its own policy would block. */
export function checkPolicy(folder) {
  for (const file of walk(folder).filter((name) => name.endsWith(".html"))) {
    const html = readText(join(folder, file));
    if (!html.includes('http-equiv="Content-Security-Policy"')) throw new Error(`${file} has no policy`);
    // 404.html stands alone: its one style block is named by hash in its own policy.
    if (file === "404.html") continue;
    for (const [pattern, what] of FORBIDDEN) {
      if (pattern.test(html)) throw new Error(`${file} contains ${what}`);
    }
  }
}
