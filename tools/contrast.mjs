// The contrast of every pair of colors that the parts use, computed from style/tokens.css by WCAG's formula.
//   node tools/contrast.mjs [--write]     --write: puts the table into docs/ACCESSIBILITY.md

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readText } from "./lib/files.mjs";

const DOCUMENT = "docs/ACCESSIBILITY.md";

const GROUNDS = ["paper", "surface", "sunk"];
const WASHES = ["pine-wash", "dawn-wash", "sky-wash", "clay-wash"];

/** What stands on what, and how much it needs: 4.5 for text, 3 for what is no text but has to be seen. */
export const PAIRS = [
  pair("Text", 4.5, ["ink"], [...GROUNDS, ...WASHES]),
  pair("Second text, hints, placeholders", 4.5, ["ink-soft"], [...GROUNDS, ...WASHES]),
  pair("Links and what is chosen", 4.5, ["pine"], [...GROUNDS, "pine-wash"]),
  pair("A chosen chip or segment, the big number", 4.5, ["pine-deep"], ["surface", "pine-wash"]),
  pair("Today, on now, a lapse", 4.5, ["dawn-ink"], [...GROUNDS, "dawn-wash"]),
  pair("Online, information, numbers of steps", 4.5, ["sky"], [...GROUNDS, "sky-wash"]),
  pair("Errors and danger", 4.5, ["clay"], [...GROUNDS, "clay-wash"]),
  pair("On a filled button or day", 4.5, ["on-fill"], ["pine", "pine-deep", "sky", "clay"]),
  pair("On the hill", 4.5, ["on-hill"], ["hill"]),
  pair("A short message", 4.5, ["paper"], ["ink"]),
  pair("Edges of controls", 3, ["line-strong"], [...GROUNDS, ...WASHES]),
  pair("Focus ring", 3, ["pine"], [...GROUNDS, ...WASHES]),
  pair("Signs and lines of meters, charts and notices", 3, ["pine", "sky", "clay", "dawn-ink"], GROUNDS),
  pair("The hill", 3, ["hill"], ["paper"], ["light"]),
];

function pair(what, needs, fronts, backs, schemes = ["light", "dark", "more contrast, light", "more contrast, dark"]) {
  return { what, needs, fronts, backs, schemes };
}

/** The colors of each scheme by name, as a browser would find them: later rules win over earlier ones. */
export function schemes(css) {
  const block = (start) => {
    const at = css.indexOf(start);
    if (at < 0) throw new Error(`style/tokens.css has no ${start}`);
    return values(css.slice(at, css.indexOf("}", at)));
  };
  const light = block(":root {");
  const dark = { ...light, ...block(':root[data-theme="dark"] {') };
  const more = block(":root:root:root {");
  return { light, dark, "more contrast, light": { ...light, ...more }, "more contrast, dark": { ...dark, ...more } };
}

/** What the device's wish and the person's own choice of dark say, which must be the same. */
export function bothDarks(css) {
  const after = (start) => values(css.slice(css.indexOf(start), css.indexOf("}", css.indexOf(start))));
  return [after(':root:not([data-theme="light"]) {'), after(':root[data-theme="dark"] {')];
}

function values(block) {
  return Object.fromEntries([...block.matchAll(/--([a-z-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
}

/** A color of a scheme; a name that stands for another one is followed. */
function color(scheme, name) {
  const value = scheme[name];
  const other = value?.match(/^var\(--([a-z-]+)\)$/)?.[1];
  if (other) return color(scheme, other);
  if (!/^#[0-9a-f]{6}$/.test(value ?? "")) throw new Error(`--${name} is no color: ${value}`);
  return value;
}

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG's contrast of two colors, 1 to 21. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Each pair in each scheme: `{ what, needs, front, back, scheme, ratio }`. */
export function measured(css) {
  const all = schemes(css);
  return PAIRS.flatMap(({ what, needs, fronts, backs, schemes }) =>
    schemes.flatMap((scheme) =>
      fronts.flatMap((front) =>
        backs.map((back) => ({ what, needs, front, back, scheme, ratio: contrast(color(all[scheme], front), color(all[scheme], back)) })),
      ),
    ),
  );
}

/** The least contrast of each use and scheme, with the pair that has it. */
export function table(css) {
  const all = measured(css);
  const names = Object.keys(schemes(css));
  const cell = (use, scheme) => {
    const least = all.filter(({ what, scheme: its }) => what === use.what && its === scheme).sort((a, b) => a.ratio - b.ratio)[0];
    return least ? `${floor(least.ratio)} (${least.front} on ${least.back})` : "decoration";
  };
  const rows = PAIRS.map((use) => [use.what, `${use.needs}`, ...names.map((scheme) => cell(use, scheme))]);
  const head = ["what", "needs", ...names];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

// Never rounded up: 4.499 is not 4.5.
const floor = (ratio) => (Math.floor(ratio * 10) / 10).toFixed(1);

/** A document with the text between two marks replaced. */
export function between(text, mark, content) {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${DOCUMENT} has no place for “${mark}”`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = table(readText("style/tokens.css"));
  console.log(found);
  if (process.argv.includes("--write")) writeFileSync(DOCUMENT, between(readText(DOCUMENT), "contrast", found));
}
