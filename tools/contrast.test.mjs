import assert from "node:assert/strict";
import { test } from "node:test";
import { bothDarks, between, contrast, measured, table } from "./contrast.mjs";
import { readText } from "./lib/files.mjs";

const css = readText("style/tokens.css");

test("contrast is counted as WCAG does", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#777777", "#777777"), 1);
  assert.equal(contrast("#767676", "#ffffff").toFixed(2), "4.54");
});

test("every pair of colors that the parts use is told apart, in every scheme", () => {
  const all = measured(css);
  assert.ok(all.length > 150);
  assert.deepEqual(all.filter(({ ratio, needs }) => ratio < needs), []);
});

test("a color that is too weak is found, also in the scheme of more contrast", () => {
  const weak = css.replace("--ink-soft: #40535e", "--ink-soft: #9aa8b0");
  const found = measured(weak).filter(({ ratio, needs }) => ratio < needs);
  assert.ok(found.every(({ front, scheme }) => front === "ink-soft" && scheme === "light") && found.length > 0);
});

test("dark by the device and dark by choice are the same", () => {
  const [wished, chosen] = bothDarks(css);
  assert.deepEqual(wished, chosen);
  assert.ok(Object.keys(chosen).length > 15);
});

test("the document has the table of these colors", () => {
  const text = readText("docs/ACCESSIBILITY.md");
  assert.equal(between(text, "contrast", table(css)), text, "run: node tools/contrast.mjs --write");
});
