// Measures what a person waits for and what their phone has to carry, and writes docs/PERFORMANCE.md.
//   node tools/measure.mjs [--quick]     --quick: one round, and nothing is written
// With ALONGSIDE_BESIDE, a folder with the file `app.js` of tsml-ui, that finder is measured in the same run.

import { chromium } from "playwright-core";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { serve } from "./serve.mjs";
import { firstVisit } from "./measure/bytes.mjs";
import { beside } from "./measure/beside.mjs";
import { rows } from "./measure/feed.mjs";
import { combined, emptyField, fastTyping, firstRows, keystrokes, leaving, memory } from "./measure/speed.mjs";

const quick = process.argv.includes("--quick");
const ROUNDS = quick ? 1 : 5;
const SIZES = [1_000, 20_000, 100_000];
const SLOW = [1, 4];
const SITES = "target/measure";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--enable-blink-features=ForceEagerMeasureMemory"];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGS });
const lines = [];
const say = (line = "") => {
  console.log(line);
  lines.push(line);
};

await bytes();
await speed();
await others();
await browser.close();
if (!quick) writeFileSync("docs/PERFORMANCE.md", document(lines));

async function bytes() {
  const root = site("none", null);
  const host = await serve({ root });
  for (const [page, budget, ready] of [
    ["", 179_000, (tab) => tab.waitForSelector("#app h1")],
    ["find", 300_000, (tab) => tab.waitForSelector("[data-total]")],
  ]) {
    const files = await firstVisit(browser, host.url, root, page, ready);
    const total = files.reduce((sum, file) => sum + file.sent, 0);
    say(`### First visit to \`/${page}\`: ${number(total)} bytes (budget ${number(budget)})`);
    say();
    table(["file", "raw", "brotli 11"], files.map(({ file, raw, sent }) => [file.replace(/-[0-9a-f]{16}/, ""), number(raw), number(sent)]));
  }
  await host.close();
}

async function speed() {
  const results = [];
  for (const size of SIZES) {
    const feed = JSON.stringify(rows(size));
    const root = site(String(size), feed);
    const host = await serve({ root, headers: { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" } });
    await warm(host.url);
    for (const slow of SLOW) {
      const first = await times(() => firstRows(browser, host.url, slow));
      const empty = median((await rounds(() => emptyField(browser, slow))).flat());
      const keys = (await rounds(() => keystrokes(browser, host.url, slow))).flat().map((time) => Math.max(0, time - empty));
      const choice = Math.max(0, median((await rounds(() => combined(browser, host.url, slow))).flat()) - empty);
      const kept = await fastTyping(browser, host.url, slow);
      const left = await times(() => leaving(browser, host.url, slow));
      const carried = slow === 1 ? await times(() => memory(browser, host.url)) : null;
      results.push([
        number(size), `${slow}×`, `${(feed.length / 1e6).toFixed(1)} MB`, seconds(first), `${Math.round(percentile(keys, 0.5))} ms`,
        `${Math.round(percentile(keys, 0.95))} ms`, `${Math.round(choice)} ms`, kept ? "all" : "not all", `${Math.round(left)} ms`, carried ? `${(carried / 1e6).toFixed(0)} MB` : "–",
      ]);
      console.log(results.at(-1).join(" | "));
    }
    await host.close();
  }
  say("### `/find` with one feed of raw Meeting Guide JSON");
  say();
  table(["listings", "processor slowed", "feed", "first rows", "keystroke, median", "keystroke, p95", "day, two types, two words", "letters kept, one every 40 ms", "leave", "memory"], results);
}

async function others() {
  const folder = process.env.ALONGSIDE_BESIDE;
  if (!folder) return console.log("ALONGSIDE_BESIDE is not set: no other finder is measured.");
  const results = [];
  for (const size of SIZES) {
    for (const slow of SLOW) results.push(...(await beside(browser, { dist: "dist", other: folder, sites: SITES, size, slow })));
  }
  say("### Beside tsml-ui, in the same run, with the same feed");
  say();
  table(["listings", "processor slowed", "finder", "first rows", "keystroke to last change, median", "p95"], results);
}

/** A copy of the release with one feed, or none. */
function site(name, feed) {
  const root = join(SITES, name);
  rmSync(root, { recursive: true, force: true });
  cpSync("dist", root, { recursive: true });
  if (feed) {
    mkdirSync(join(root, "directory"));
    writeFileSync(join(root, "directory/meetings.json"), feed);
    const settings = { name: "Measured", timezone: "America/New_York", feeds: [{ src: "directory/meetings.json", program: "aa" }] };
    writeFileSync(join(root, "site.json"), JSON.stringify(settings));
  }
  return root;
}

/** The host packs each file once; that is not what a visitor waits for. */
async function warm(url) {
  await firstRows(browser, url, 1);
}

async function rounds(run) {
  const all = [];
  for (let round = 0; round < ROUNDS; round += 1) all.push(await run());
  return all;
}

async function times(run) {
  return median(await rounds(run));
}

function median(values) {
  return percentile(values, 0.5);
}

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function table(head, body) {
  for (const row of [head, head.map(() => "---"), ...body]) say(`| ${row.join(" | ")} |`);
  say();
}

function number(value) {
  return Math.round(value).toLocaleString("en-US");
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function document(measured) {
  const { model } = cpus()[0];
  return `# Performance

Written by \`make measure\` on ${new Date().toISOString().slice(0, 10)}: ${browser.version()} headless, ${cpus().length} cores (${model}).
Each time is the median of ${ROUNDS} rounds. Machines differ: compare ratios.

- **First rows**: from the start of the navigation to the first frame with a result; the host packs the feed.
- **Keystroke**: from \`keydown\` to the frame that shows the answer to the whole text, less what the same browser needs
  for a letter in a field of an empty page, measured in the same run.
- **Leave**: from the tap on “Leave this page”, while the list is being read, to a blank screen.
- **Memory**: page and worker, JavaScript and wasm, after the list is read and garbage is collected.
- The slowed-down processor is that of the page; the browser's tools don't slow workers down.

${measured.join("\n")}`;
}
