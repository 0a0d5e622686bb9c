// Says which faults of docs/RELIABILITY.md have tests, and what came of them in the last run of all tests. Fails if a row
// has none, or one that failed.
//   node tools/reliability.mjs [--write]   writes the table, too

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FAULTS } from "./lib/faults.mjs";

/** What `tools/test.mjs` leaves: the report of the browser tests and the words of the native ones. */
const BROWSER = "target/browser-tests.json";
const NATIVE = "target/core-tests.txt";
const TABLE = "docs/RELIABILITY.md";

/** Tests of the browser that name a row: `{ row, name, passed }`. A skipped one proves nothing. */
export function browserTests(report) {
  const inside = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(inside)];
  return (report.suites ?? []).flatMap(inside).flatMap(({ title, ok, tests }) => {
    const [, row, name] = title.match(/^row (\d+): (.+)$/) ?? [];
    const ran = tests.some(({ status }) => status !== "skipped");
    return row && ran ? [{ row: Number(row), name, passed: ok }] : [];
  });
}

/** The same of native tests, from what `cargo test` says. */
export function nativeTests(output) {
  const lines = output.matchAll(/^test (?:\S+::)?row_(\d+)_(\w+)(?: - should panic)? \.\.\. (ok|FAILED)$/gm);
  return [...lines].map(([, row, name, word]) => ({ row: Number(row), name: name.replaceAll("_", " "), passed: word === "ok" }));
}

/** What is wrong: a row without tests, a test that failed or names no row. */
export function problems(tests, faults = FAULTS) {
  const has = (row) => tests.some((test) => test.row === row);
  return [
    ...faults.filter(({ row }) => !has(row)).map(({ row, fault }) => `row ${row} has no test: ${fault}`),
    ...tests.filter(({ row }) => !faults.some((fault) => fault.row === row)).map(({ row, name }) => `there is no row ${row}: ${name}`),
    ...tests.filter(({ passed }) => !passed).map(({ row, name }) => `row ${row} failed: ${name}`),
  ];
}

/** The document. */
export function written(tests, date, faults = FAULTS) {
  const of = (row) => tests.filter((test) => test.row === row);
  const result = (own) => {
    if (own.length === 0) return "no test yet";
    const passed = own.filter((test) => test.passed).length;
    return passed === own.length ? `${passed} passed` : `${passed} passed, **${own.length - passed} failed**`;
  };
  const cell = (text) => text.replaceAll("|", "\\|");
  const rows = faults.map(({ row, fault, expected }) => `| ${row} | ${cell(fault)} | ${cell(expected)} | ${result(of(row))} |`);
  const lists = faults.filter(({ row }) => of(row).length > 0).map(({ row, fault }) => {
    const names = of(row).map(({ name, passed }) => `- ${name}${passed ? "" : " **failed**"}`);
    return `### ${row}. ${fault}\n\n${names.join("\n")}\n`;
  });
  return `# Reliability

What may go wrong with what a person keeps, what must happen then, and the tests that prove it. This file is written by
\`make test-long\`; what is behind it is in [ARCHITECTURE.md](ARCHITECTURE.md). Faults of the page itself (rows 1 to 7)
and of feeds (from 28 on) are tested in \`tests/safety\` and \`tests/find\`.

The run of ${date}:

| row | fault | what must happen | tests |
|---|---|---|---|
${rows.join("\n")}

## The tests

A test with words of the page runs in a whole browser, the others are native.

${lists.join("\n")}`;
}

function main(write) {
  const missing = [BROWSER, NATIVE].filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`alongside: ${missing.join(" and ")} missing. \`make test\` makes it.`);
  const tests = [...browserTests(JSON.parse(readFileSync(BROWSER, "utf8"))), ...nativeTests(readFileSync(NATIVE, "utf8"))];
  tests.sort((one, other) => one.row - other.row);
  const wrong = problems(tests);
  for (const problem of wrong) console.error(problem);
  if (write) writeFileSync(TABLE, written(tests, new Date().toISOString().slice(0, 10)));
  console.log(`${FAULTS.length} faults have tests: ${tests.length}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes("--write"));
