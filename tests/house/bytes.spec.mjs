// What a first visit costs: the budgets of docs/BUDGETS.md, so that no change exceeds one unnoticed.

import { firstVisit } from "../../tools/measure/bytes.mjs";
import { expect, test } from "./served.mjs";

const BUDGETS = [["", 179_000]];

for (const [address, budget] of BUDGETS) {
  test(`the first visit to /${address} is ${budget} bytes or less`, async ({ browser, site }) => {
    const files = await firstVisit(browser, site.url, "dist", address, (tab) => tab.waitForSelector("#app h1"));
    const sum = files.reduce((sum, { sent }) => sum + sent, 0);
    console.log(`first visit to /${address}: ${sum} bytes`);
    expect(sum, files.map(({ file, sent }) => `${file} ${sent}`).join("\n")).toBeLessThanOrEqual(budget);
  });
}
