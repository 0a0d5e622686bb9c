// axe on every page and in every state that a visitor brings about: three widths in light, in dark and in the colors
// that a person forces on all pages. `make test` takes three of the nine looks of each; `make test-long` all of them.

import { expect, test } from "../app.mjs";
import { LOOKS, someLooks, wear } from "./looks.mjs";
import { BROUGHT, PLAIN, SETTING } from "./states.mjs";
import { violations } from "./violations.mjs";

const LONG = Boolean(process.env.ALONGSIDE_LONG);

test.use({ ...SETTING, viewport: { width: 390, height: 800 } });

/** Expects none in the looks that belong to a place in the list. */
async function accessible(page, name, place) {
  for (const look of LONG ? LOOKS : someLooks(place)) {
    await wear(page, look);
    expect.soft(await violations(page), `${name}, ${look.width} pixels, ${look.colors}`).toEqual([]);
  }
}

// In two halves, so that they share the time.
for (const half of [0, 1]) {
  test(`each page as it opens, ${half + 1} of 2`, async ({ app, page, site }) => {
    test.setTimeout(180_000);
    for (const [place, { name, show }] of PLAIN.entries()) {
      if (place % 2 !== half) continue;
      await show({ app, page, site });
      await accessible(page, name, place);
    }
  });
}

for (const [place, { name, show }] of BROUGHT.entries()) {
  test(name, async ({ app, page, site }) => {
    await show({ app, page, site });
    await accessible(page, name, place);
  });
}
