// Runs every check that decides whether a change may land, and sums up. Each step runs even when one before it has
// failed, so that one run shows all there is to mend.
//   node tools/test.mjs [--long]

import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";

const long = process.argv.includes("--long");

const STEPS = [
  { name: "formatting", run: ["cargo", "fmt", "--all", "--check"] },
  { name: "lints", run: ["cargo", "clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"] },
  { name: "lints of the app in the browser", run: ["cargo", "clippy", "--target", "wasm32-unknown-unknown", "--quiet", "--", "-D", "warnings"] },
  { name: "core tests", run: ["cargo", "test", "--workspace"], count: cargoCounts, keep: "target/core-tests.txt" },
  ...(long ? [longCoreTests()] : []),
  ...contentChecks(),
  { name: "calendars", run: ["node", "tools/check-calendar.mjs"] },
  { name: "tool tests", run: ["node", "--test", ...toolTests()], count: nodeCounts },
  { name: "browser tests", run: ["node_modules/.bin/playwright", "test", "--config", "tools/playwright.config.mjs"], count: playwrightCounts },
  { name: "reliability", run: ["node", "tools/reliability.mjs", ...(long ? ["--write"] : [])] },
  ...(long ? [{ name: "Lighthouse", run: ["node", "tools/lighthouse.mjs", "--write"] }] : []),
];

/** Named one by one: given a folder, Node would also run this very file. */
function toolTests() {
  const files = readdirSync("tools", { recursive: true }).filter((file) => file.endsWith(".test.mjs"));
  return files.sort().map((file) => `tools/${file}`);
}

/** Property tests with many cases and the fuzz targets, two at a time: without optimization they take a night. */
function longCoreTests() {
  const run = ["cargo", "test", "--package", "alongside-core", "--profile", "fuzz", "--lib", "--tests", "--", "--ignored", "--test-threads=2"];
  return { name: "long core tests", run, count: cargoCounts, keep: "target/core-tests-long.txt" };
}

/** What people read: its form, its words, its translations. */
function contentChecks() {
  const checks = { content: "tools/check-content.mjs", words: "tools/check-words.mjs", translations: "tools/check-translations.mjs" };
  return Object.entries(checks).map(([name, file]) => ({ name, run: ["node", file] }));
}

const totals = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
const failed = [];
for (const step of STEPS) {
  console.log(`\n== ${step.name}`);
  const started = Date.now();
  const { code, output } = await run(step.run);
  if (step.keep) writeFileSync(step.keep, output);
  const counts = step.count?.(output) ?? { passed: 0, failed: 0, skipped: 0 };
  // A step without tests is one check; a step that stopped before it could count has failed once.
  if (!step.count || (code !== 0 && counts.failed === 0)) counts[code === 0 ? "passed" : "failed"] += 1;
  for (const key of Object.keys(totals)) totals[key] += counts[key];
  if (counts.failed > 0) failed.push(...(namesOf(output).length ? namesOf(output) : [step.name]));
  const seconds = Math.round((Date.now() - started) / 1000);
  summary.push(`${step.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped, ${seconds} s`);
}

console.log(`\n== summary\n${summary.join("\n")}`);
for (const name of failed) console.log(`failed: ${name}`);
if (totals.skipped > 0) console.log(`${totals.skipped} skipped`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

function run([command, ...args]) {
  return new Promise((resolve) => {
    const env = { ...process.env, ALONGSIDE_LONG: long ? "1" : "", NO_COLOR: "1", FORCE_COLOR: undefined, NODE_TEST_CONTEXT: undefined };
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (stream) => (chunk) => {
      output += chunk;
      stream.write(chunk);
    };
    child.stdout.on("data", keep(process.stdout));
    child.stderr.on("data", keep(process.stderr));
    child.on("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve({ code: 1, output });
    });
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** The names of the tests that failed, as cargo, Node and Playwright write them, so that they stand at the end, too. */
function namesOf(output) {
  const found = output.matchAll(/^(?:test (.+) \.\.\. FAILED|not ok \d+ - (.+)|✖ (.+) \(\d.*ms\)| {2}\d+\) (.+ › .+?)\s*)$/gm);
  return [...new Set([...found].map((match) => match.slice(1).find(Boolean)))];
}

function cargoCounts(output) {
  return sum(output, /(\d+) passed; (\d+) failed; (\d+) ignored/g);
}

function nodeCounts(output) {
  const of = (word) => Number(output.match(new RegExp(`^\\S* ?${word} (\\d+)$`, "m"))?.[1] ?? 0);
  return { passed: of("pass"), failed: of("fail"), skipped: of("skipped") };
}

function playwrightCounts(output) {
  const of = (word) => Number(output.match(new RegExp(`^\\s+(\\d+) ${word}`, "m"))?.[1] ?? 0);
  return { passed: of("passed") + of("flaky"), failed: of("failed") + of("did not run"), skipped: of("skipped") };
}

function sum(output, pattern) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed, skipped] of output.matchAll(pattern)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
    counts.skipped += Number(skipped);
  }
  return counts;
}
