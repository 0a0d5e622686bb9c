// The same page for other eyes: four times as large, with letters twice as big, with the spacing that some readers set,
// and read from right to left. Nothing scrolls sideways, is cut off, or stands in the way of something else.

import { expect, test } from "../app.mjs";
import { cutOff, overlaps, sideways, tooSmall } from "./geometry.mjs";
import { BROUGHT, PLAIN, SETTING } from "./states.mjs";

/** WCAG 1.4.12. */
const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

const WAYS = [
  { way: "320 pixels", size: [320, 640] },
  { way: "1280 pixels enlarged four times", size: [320, 256] },
  { way: "letters twice as big on a phone that lies", size: [640, 360], root: "200%" },
  { way: "letters twice as big on a desk", size: [1280, 800], root: "200%" },
  { way: "a reader’s spacing on a small phone", size: [320, 640], spacing: SPACING },
  { way: "a reader’s spacing on a desk", size: [1280, 800], spacing: SPACING },
  { way: "from right to left on a small phone", size: [320, 640], dir: "rtl" },
  { way: "from right to left on a desk", size: [1280, 800], dir: "rtl" },
];
const STATES = [...PLAIN, ...BROUGHT];
const GROUPS = 4;

test.use(SETTING);

async function go(page, { size: [width, height], root = "", spacing = "", dir = "ltr" }) {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    ([root, spacing, dir]) => {
      document.documentElement.style.fontSize = root;
      document.documentElement.dir = dir;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(spacing);
      document.adoptedStyleSheets = [sheet];
    },
    [root, spacing, dir],
  );
}

for (let group = 0; group < GROUPS; group += 1) {
  const states = STATES.filter((_, at) => at % GROUPS === group);
  test(`enlarged, spaced and mirrored, from ${states[0].name} to ${states.at(-1).name}`, async ({ app, page, site }) => {
    test.setTimeout(180_000);
    for (const { name, show } of states) {
      await show({ app, page, site });
      for (const way of WAYS) {
        await go(page, way);
        expect.soft(await sideways(page), `${name}, ${way.way}: scrolls sideways`).toBe(0);
        expect.soft(await cutOff(page), `${name}, ${way.way}`).toEqual([]);
        expect.soft(await overlaps(page), `${name}, ${way.way}: in each other’s way`).toEqual([]);
      }
      await go(page, WAYS[0]);
      expect.soft(await tooSmall(page), `${name}: too small to tap`).toEqual([]);
    }
  });
}
