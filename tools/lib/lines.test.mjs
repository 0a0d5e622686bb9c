// The block of help lines that works with no script.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linesBlock } from "./lines.mjs";

const line = (id, countries, needs, more = {}) => ({
  id, name: id, countries, needs, include: true, tel: [{ number: "1", label: "1", extra: null }], sms: null, ...more,
});

const LINES = [
  line("us-talk", ["US"], ["talk"]),
  line("us-emergency", ["US"], ["danger_now"]),
  line("us-treatment", ["US"], ["treatment"]),
  line("us-alone", ["US"], ["use_alone"]),
  line("gb-hidden", ["GB"], ["danger_now"], { include: false }),
  line("gb-web", ["GB"], ["talk"], { tel: [] }),
  line("gb-text", ["GB"], ["talk"], { tel: [], sms: { to: "85258", body: "A&B" } }),
  line("eu", "AT BE BG HR CY CZ DK EE FI FR".split(" "), ["danger_now"]),
];

const names = (html) => [...html.matchAll(/line-name">([^<]*)/g)].map(([, name]) => name);

test("a country gets emergency, talk and treatment, in this order", () => {
  assert.deepEqual(names(linesBlock(LINES, "US")), ["us-emergency", "us-talk", "us-treatment"]);
});

test("with all lines, the emergency number stands above those for before use", () => {
  const all = names(linesBlock(LINES, "US", { all: true }));
  assert.equal(all[0], "us-emergency");
  assert.ok(all.includes("us-alone"));
});

test("no country, or one we know nothing of, gets every country, and the union once", () => {
  for (const country of [undefined, "JP"]) {
    assert.deepEqual(names(linesBlock(LINES, country)), ["us-emergency", "us-talk", "gb-text", "eu"]);
  }
  assert.equal(linesBlock(LINES).match(/European Union/g).length, 1);
});

test("a line to leave out, or one that can’t be dialled, never appears", () => {
  const html = linesBlock(LINES, undefined, { all: true });
  assert.doesNotMatch(html, /gb-hidden|gb-web/);
});

test("a text’s set word is in its link", () => {
  assert.match(linesBlock(LINES), /href="sms:85258\?&amp;body=A%26B"/);
});
