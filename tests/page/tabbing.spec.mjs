// Every page with Tab alone: all that can be used is reached, what has the focus shows it and is seen, and the way
// goes out of the page at both ends. `make test` takes one of three screens for each page, and the way back for every second
// one; `make test-long` all.

import { drawn, expect, test } from "../app.mjs";
import { BROUGHT, PLAIN, SETTING } from "./states.mjs";
import { missed, tabThrough } from "./tab.mjs";

const SCREENS = [{ width: 320, height: 640 }, { width: 390, height: 844 }, { width: 1280, height: 800 }];
const LONG = Boolean(process.env.ALONGSIDE_LONG);
// A dialog holds the focus until it is closed: see keyboard.spec.mjs. The others have no app yet.
const STATES = [...PLAIN, ...BROUGHT.filter(({ name }) => !/question|before the app|host/.test(name))];
const GROUPS = 4;

test.use(SETTING);

async function goThrough({ page, app, site }, { name, show }, screen, andBack) {
  await page.setViewportSize(screen);
  await show({ app, page, site });
  await drawn(page);
  const where = `${name} at ${screen.width} × ${screen.height}`;
  const forth = await tabThrough(page);
  expect.soft(forth.left, `${where}: Tab leads out`).toBe(true);
  expect.soft(forth.wrong, where).toEqual([]);
  expect.soft(await missed(page), `${where}: not reached`).toEqual([]);
  if (!andBack) return;
  const back = await tabThrough(page, "Shift+Tab");
  expect.soft(back.left, `${where}: Shift+Tab leads out`).toBe(true);
  expect.soft(back.wrong, `${where}, backwards`).toEqual([]);
  expect.soft(await missed(page), `${where}: not reached backwards`).toEqual([]);
}

// In a few groups, so that they share the time.
for (let group = 0; group < GROUPS; group += 1) {
  const states = STATES.filter((_, at) => at % GROUPS === group);
  test(`Tab and Shift+Tab, from ${states[0].name} to ${states.at(-1).name}`, async ({ app, page, site }) => {
    test.setTimeout(LONG ? 600_000 : 180_000);
    for (const [at, state] of states.entries()) {
      for (const screen of LONG ? SCREENS : [SCREENS[(at + group) % SCREENS.length]]) await goThrough({ app, page, site }, state, screen, LONG || at % 2 === 0);
    }
  });
}
