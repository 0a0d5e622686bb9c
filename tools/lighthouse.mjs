// Lighthouse, as for a phone, on five pages of a site with 1,500 meetings. Fails unless accessibility and best
// practices are 100; the performance of /find is written down, not judged: machines differ.
//   node tools/lighthouse.mjs [--write]     --write: puts the table into docs/ACCESSIBILITY.md

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { between } from "./contrast.mjs";
import { readText } from "./lib/files.mjs";
import { rows } from "./measure/feed.mjs";
import { serve } from "./serve.mjs";

const RELEASE = process.env.ALONGSIDE_DIST || "dist";
const ROOT = "target/lighthouse";
const DOCUMENT = "docs/ACCESSIBILITY.md";
const PAGES = ["", "find", "help-now", "cope", "goals"];
const FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

makeSite();
const host = await serve({ root: ROOT });
const measured = [];
for (const page of PAGES) measured.push(await audit(page));
await host.close();

const table = [
  "| page | accessibility | best practices | performance | total blocking time | interactive | layout shift |",
  "| --- | --- | --- | --- | --- | --- | --- |",
  ...measured.map(({ page, accessibility, practices, performance, blocking, interactive, shift }) => `| \`/${page}\` | ${[accessibility, practices, performance, blocking, interactive, shift].join(" | ")} |`),
].join("\n");
console.log(table);
if (process.argv.includes("--write")) writeFileSync(DOCUMENT, between(readText(DOCUMENT), "lighthouse", table));
const failed = measured.filter(({ accessibility, practices }) => accessibility < 100 || practices < 100);
for (const { page, why } of failed) console.error(`/${page}: ${why.join("; ")}`);
process.exit(failed.length > 0 ? 1 : 0);

function makeSite() {
  rmSync(ROOT, { recursive: true, force: true });
  cpSync(RELEASE, ROOT, { recursive: true });
  mkdirSync(join(ROOT, "directory"));
  writeFileSync(join(ROOT, "directory/meetings.json"), JSON.stringify(rows(1_500)));
  const site = { name: "Measured", country: "US", timezone: "America/New_York", feeds: [{ src: "directory/meetings.json", program: "aa" }] };
  writeFileSync(join(ROOT, "site.json"), JSON.stringify(site));
}

/** One page with an empty cache, in a browser of its own. */
async function audit(page) {
  const file = join(ROOT, "report.json");
  const address = `http://localhost:${host.port}/${page}`;
  await run("node_modules/.bin/lighthouse", [address, "--quiet", "--output=json", `--output-path=${file}`, `--chrome-flags=${FLAGS}`, "--only-categories=accessibility,best-practices,performance"]);
  const { categories, audits } = JSON.parse(readFileSync(file, "utf8"));
  const score = (name) => Math.round(categories[name].score * 100);
  const imperfect = ["accessibility", "best-practices"].flatMap((name) => categories[name].auditRefs).filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1);
  return {
    page,
    accessibility: score("accessibility"),
    practices: score("best-practices"),
    performance: score("performance"),
    blocking: `${Math.round(audits["total-blocking-time"].numericValue)} ms`,
    interactive: `${(audits.interactive.numericValue / 1000).toFixed(1)} s`,
    shift: audits["cumulative-layout-shift"].numericValue.toFixed(3),
    why: imperfect.map(({ id }) => `${id}: ${JSON.stringify(audits[id].details?.items?.[0]?.node?.snippet ?? audits[id].title)}`),
  };
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CHROME_PATH: process.env.CHROMIUM || "/usr/bin/chromium" };
    const child = spawn(command, args, { env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`Lighthouse ended with ${code}`))));
  });
}
