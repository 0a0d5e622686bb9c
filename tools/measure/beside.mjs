// Two finders on one machine in one run: ours, and tsml-ui, which most sites of the field use. Both get the same list.

import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../serve.mjs";
import { rows } from "./feed.mjs";

const WORDS = ["serenity", "candlelight", "oak ave"];
/** So long nothing changes after the last change that a letter brings. */
const QUIET = 400;
const PATIENCE = 180_000;

const FINDERS = [
  { name: "Alongside", page: "find", row: "[data-listing]", field: "input[type=search]", prepare: ours },
  { name: "tsml-ui", page: "", row: "#tsml-ui tbody tr", field: "#tsml-ui input", prepare: theirs },
];

/** Gives a row of the table for each finder; what a finder can't do in three minutes is said. */
export async function beside(browser, { dist, other, sites, size, slow }) {
  const feed = JSON.stringify(rows(size));
  const results = [];
  for (const finder of FINDERS) {
    const root = join(sites, "beside");
    rmSync(root, { recursive: true, force: true });
    finder.prepare(root, feed, { dist, other });
    const host = await serve({ root });
    const start = [size.toLocaleString("en-US"), `${slow}×`, finder.name];
    try {
      const { first, keys } = await measured(browser, host.url, finder, slow);
      const at = (share) => `${Math.round([...keys].sort((a, b) => a - b)[Math.floor(keys.length * share)])} ms`;
      results.push([...start, `${(first / 1000).toFixed(2)} s`, at(0.5), at(0.95)]);
    } catch (error) {
      results.push([...start, String(error.message).split("\n")[0], "–", "–"]);
    }
    console.log(results.at(-1).join(" | "));
    await host.close();
  }
  return results;
}

function ours(root, feed, { dist }) {
  cpSync(dist, root, { recursive: true });
  mkdirSync(join(root, "directory"), { recursive: true });
  writeFileSync(join(root, "directory/feed.json"), feed);
  const feeds = [{ src: "directory/feed.json", program: "aa" }];
  writeFileSync(join(root, "site.json"), JSON.stringify({ name: "Measured", timezone: "America/New_York", feeds }));
}

function theirs(root, feed, { other }) {
  mkdirSync(root, { recursive: true });
  cpSync(join(other, "app.js"), join(root, "app.js"));
  writeFileSync(join(root, "feed.json"), feed);
  const body = `<div id="tsml-ui" data-src="feed.json" data-timezone="America/New_York"></div><script src="app.js"></script>`;
  writeFileSync(join(root, "index.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><title>tsml-ui</title>${body}</html>`);
}

async function measured(browser, url, { page: path, row, field }, slow) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.route((asked) => asked.origin !== new URL(url).origin, (route) => route.abort());
    const devtools = await context.newCDPSession(page);
    if (slow > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: slow });
    await page.addInitScript((row) => {
      const mark = () => (window.firstAt = performance.now());
      const look = () => requestAnimationFrame(document.querySelector(row) ? mark : look);
      look();
    }, row);
    await page.goto(url + path);
    const first = await (await page.waitForFunction(() => window.firstAt, null, { timeout: PATIENCE })).jsonValue();
    return { first, keys: await typed(page, field) };
  } finally {
    await context.close();
  }
}

/** From each keydown to the last change of the page that it brings, in milliseconds. */
async function typed(page, field) {
  await page.waitForTimeout(2_000);
  await page.evaluate(() => {
    window.changedAt = 0;
    const watch = new MutationObserver(() => (window.changedAt = performance.now()));
    watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    document.addEventListener("keydown", () => (window.pressedAt = performance.now()), true);
  });
  const times = [];
  for (const word of WORDS) {
    await page.fill(field, "");
    await settled(page);
    await page.focus(field);
    for (const letter of word) {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      await settled(page);
      times.push(await page.evaluate(() => Math.max(0, window.changedAt - window.pressedAt)));
    }
  }
  return times;
}

/** Waits until a frame has come and nothing has changed for a while: whoever is busy draws no frame. */
async function settled(page) {
  const isQuiet = (quiet) => performance.now() - Math.max(window.changedAt, window.pressedAt ?? 0) > quiet;
  await page.waitForFunction(isQuiet, QUIET, { timeout: PATIENCE });
}
