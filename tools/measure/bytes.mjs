// What the first visit to a page sends, file by file, at brotli 11.

import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const PACKED = new Set([".html", ".js", ".css", ".json", ".svg", ".wasm", ".webmanifest"]);

/** Opens a page of a served folder with an empty cache; gives `[{ file, raw, sent }]`, biggest first. */
export async function firstVisit(browser, url, root, page, isReady) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const files = new Set();
  tab.on("request", (request) => files.add(new URL(request.url()).pathname));
  context.on("serviceworker", () => {});
  await tab.goto(url + page);
  await isReady(tab);
  await tab.waitForLoadState("networkidle");
  await context.close();
  return [...files].map((path) => size(root, path, page)).sort((a, b) => b.sent - a.sent);
}

function size(root, path, page) {
  const file = path === "/" || path === `/${page}` ? `${page || "index"}.html` : path.slice(1);
  const bytes = readFileSync(join(root, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const sent = PACKED.has(extname(file)) ? brotliCompressSync(bytes, { params }).length : bytes.length;
  return { file, raw: bytes.length, sent };
}
