// What every file of the style keeps to, so that a page can be read from right to left and nothing moves against a wish.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { readText } from "./lib/files.mjs";

const FILES = readdirSync("style").filter((file) => file.endsWith(".css"));

/** Each declaration as `{ file, name, value }`, without comments. */
const DECLARATIONS = FILES.flatMap((file) => {
  const css = readText(`style/${file}`).replace(/\/\*[\s\S]*?\*\//g, "");
  return [...css.matchAll(/(?:^|[{;\s])(--?[\w-]+|[\w-]+):\s*([^;{}]+);/g)].map(([, name, value]) => ({ file, name, value: value.trim() }));
});

const named = (test) => DECLARATIONS.filter(test).map(({ file, name, value }) => `${file}: ${name}: ${value}`);

test("all declarations are read", () => {
  assert.ok(DECLARATIONS.length > 700, String(DECLARATIONS.length));
});

test("properties are logical: none names a side of the screen", () => {
  const sides = /^((margin|padding|border|scroll-margin|scroll-padding|inset)-(left|right|top|bottom)\b|left$|right$|top$|bottom$|border-(top|bottom)-(left|right)-radius|(min-|max-)?(width|height)$|overflow-[xy]$)/;
  // One row that scrolls by itself: logical `overflow-inline` is not there in all browsers, and the axis is the same both ways.
  const known = new Set(["chips.css: overflow-x: auto"]);
  assert.deepEqual(named(({ name }) => sides.test(name)).filter((one) => !known.has(one)), []);
});

test("values are logical: none names left or right", () => {
  assert.deepEqual(named(({ name, value }) => /^(text-align|float|clear|justify-|place-|caption-side)/.test(name) && /\b(left|right)\b/.test(value)), []);
  assert.deepEqual(named(({ value }) => /\bto (left|right)\b/.test(value)), []);
});

test("four different sides are not written in one line: the second and the fourth would be left and right", () => {
  const four = ({ name, value }) => /^(margin|padding|inset|border-(width|color|style))$/.test(name) && value.split(/\s+(?![^(]*\))/).length === 4;
  assert.deepEqual(named(four), []);
});

test("letters grow with the person's setting: no size of text in pixels", () => {
  assert.deepEqual(named(({ name, value }) => /^(font-size|font|line-height)$/.test(name) && /\dpx/.test(value)), []);
});
