import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, nativeTests, problems, written } from "./reliability.mjs";

const FAULTS = [{ row: 8, fault: "one | other", expected: "calm" }, { row: 9, fault: "two", expected: "kept" }];
const spec = (title, status, ok = status !== "unexpected") => ({ title, ok, tests: [{ status }] });

test("browser tests are found at any depth; those without a row, and skipped ones, don’t count", () => {
  const report = { suites: [{ specs: [spec("row 8: a", "expected"), spec("plain", "expected")], suites: [{ specs: [spec("row 9: b: c", "unexpected"), spec("row 9: d", "skipped"), spec("row 9: e", "flaky")] }] }] };
  assert.deepEqual(browserTests(report), [{ row: 8, name: "a", passed: true }, { row: 9, name: "b: c", passed: false }, { row: 9, name: "e", passed: true }]);
});

test("native tests are found in any module; ignored ones don’t count", () => {
  const output = "running 4 tests\ntest records::migrate::tests::row_15_killed_at_any_write ... ok\ntest row_9_full ... FAILED\ntest row_9_slow ... ignored\ntest other ... ok\n";
  assert.deepEqual(nativeTests(output), [{ row: 15, name: "killed at any write", passed: true }, { row: 9, name: "full", passed: false }]);
});

test("a row without a test, one that failed and one that isn’t there are said", () => {
  assert.deepEqual(problems([{ row: 8, name: "a", passed: true }, { row: 9, name: "b", passed: true }], FAULTS), []);
  assert.deepEqual(problems([{ row: 8, name: "a", passed: false }], FAULTS), ["row 9 has no test: two", "row 8 failed: a"]);
  assert.equal(problems([{ row: 8, name: "a", passed: true }, { row: 9, name: "b", passed: true }, { row: 7, name: "c", passed: true }], FAULTS).length, 1);
});

test("the table names each fault, what came of it, and every test", () => {
  const text = written([{ row: 8, name: "a", passed: true }, { row: 8, name: "b", passed: false }], "2026-01-02", FAULTS);
  assert.match(text, /The run of 2026-01-02/);
  assert.match(text, /\| 8 \| one \\\| other \| calm \| 1 passed, \*\*1 failed\*\* \|/);
  assert.match(text, /\| 9 \| two \| kept \| no test yet \|/);
  assert.match(text, /- a\n- b \*\*failed\*\*/);
});
