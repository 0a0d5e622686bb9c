// Nothing jumps while a page loads: the sum of its layout shifts, on a slow phone with an empty cache.

import { expect, test } from "../app.mjs";
import { PAGES } from "../../tools/lib/pages.mjs";
import { many, only } from "../find/lists.mjs";

const LIMIT = 0.02;
/** About what a phone has at the edge of a town: as "Slow 4G", with the latency of a request. */
const SLOW_NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const LONG = Boolean(process.env.ALONGSIDE_LONG);
const SLOW = ["index", "find", "help-now", "cope"];

/** Notes every shift, with what moved, from before the page begins. */
function noteShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      const what = ({ node, previousRect: from, currentRect: to }) => {
        const element = node?.nodeType === 1 ? node : node?.parentElement;
        return `${element?.tagName.toLowerCase() ?? "?"}.${element?.className?.baseVal ?? element?.className ?? ""} from ${Math.round(from.top)} (${Math.round(from.height)}) to ${Math.round(to.top)} (${Math.round(to.height)})`;
      };
      if (!hadRecentInput) window.shifts.push({ value, moved: sources.map(what) });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

async function shiftsOf({ page, context, app }, file, slow) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.clearBrowserCache");
  if (slow) {
    await devtools.send("Network.emulateNetworkConditions", SLOW_NETWORK);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  await page.goto(app.site.url + (file === "index" ? "" : file));
  await expect(page.locator("#static")).toHaveCount(0, { timeout: 30_000 });
  await expect(page.locator("main .loading")).toHaveCount(0, { timeout: 30_000 });
  if (file === "find") await app.settled();
  await page.waitForLoadState("networkidle");
  const shifts = await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.shifts)))));
  await devtools.detach();
  return { sum: shifts.reduce((sum, { value }) => sum + value, 0), shifts };
}

for (const [name, viewport] of [["a phone", { width: 390, height: 844 }], ["a desk", { width: 1280, height: 800 }]]) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    for (const { file } of PAGES.filter(({ file }) => LONG || SLOW.includes(file))) {
      test(`/${file === "index" ? "" : file} stands still while it loads`, async ({ app, page, context, site }) => {
        test.setTimeout(90_000);
        site.has(only(many(120)));
        await page.addInitScript(noteShifts);
        const { sum, shifts } = await shiftsOf({ page, context, app }, file, SLOW.includes(file));
        test.info().annotations.push({ type: "layout shift", description: `${file}: ${sum.toFixed(4)}` });
        expect(sum, JSON.stringify(shifts.filter(({ value }) => value > 0.001), null, 1)).toBeLessThan(LIMIT);
      });
    }
  });
}
