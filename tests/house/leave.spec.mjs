// "Leave this page": by tap and by keyboard, and what Back and Forward show afterwards.

import { expect, test } from "./served.mjs";

const AWAY = "https://www.weather.gov/";

async function ready(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => window.alongsideTrouble);
}

async function shift(page, times) {
  for (let press = 0; press < times; press += 1) await page.keyboard.press("Shift");
}

test("the screen is blank in the task of the tap, then the other site is there", async ({ watched, site }) => {
  const { page } = watched;
  await ready(page, site.url);
  const left = await page.evaluate(() => {
    document.querySelector("[data-action=leave]").click();
    return { text: document.body.innerText.trim(), shown: document.documentElement.getClientRects().length };
  });
  expect(left).toEqual({ text: "", shown: 0 });
  await page.waitForURL(AWAY);
});

test("Back and Forward show nothing of the visit: pages of one document", async ({ watched, site }) => {
  const { page } = watched;
  await ready(page, `${site.url}find#q=read`);
  await page.evaluate(() => history.pushState(null, "", "find#q=read%20again"));
  await page.evaluate(() => history.pushState(null, "", "kind#detox-facilities"));
  await page.locator("[data-action=leave]").click();
  await page.waitForURL(AWAY);
  await page.goForward();
  expect(page.url()).not.toMatch(/find|kind|#/);
  await page.goBack();
  await page.goBack();
  expect(page.url()).toBe("about:blank");
});

test("Back shows nothing of the visit: pages of several documents", async ({ watched, site }) => {
  const { page } = watched;
  for (const address of ["", "find#q=read", "goals"]) await ready(page, site.url + address);
  await page.locator("[data-action=leave]").click();
  await page.waitForURL(AWAY);
  await page.goBack();
  expect(page.url()).toBe("about:blank");
});

test("coming back to the site later works as ever", async ({ watched, site }) => {
  const { page } = watched;
  for (const address of ["", "find"]) await ready(page, site.url + address);
  await page.locator("[data-action=leave]").click();
  await page.waitForURL(AWAY);
  await ready(page, site.url);
  await expect(page.locator("h1")).toBeVisible();
});

test("an address that is not of the web is not followed", async ({ watched, site }) => {
  const { page } = watched;
  await ready(page, site.url);
  await page.evaluate(() => {
    const link = document.querySelector("[data-action=leave]");
    link.href = "javascript:alert(1)";
    link.click();
  });
  await page.waitForURL(AWAY);
});

test("three presses of Shift alone leave, and each is announced", async ({ watched, site }) => {
  const { page } = watched;
  await ready(page, site.url);
  const status = page.locator("#leave-status");
  await shift(page, 1);
  await expect(status).toHaveText("Press Shift two more times to leave this page.");
  await shift(page, 1);
  await expect(status).toHaveText("Press Shift one more time to leave this page.");
  await shift(page, 1);
  await page.waitForURL(AWAY);
});

test("capitals, Shift with Tab, a held Shift and another key between don’t leave", async ({ watched, site }) => {
  const { page } = watched;
  await ready(page, site.url);
  for (let time = 0; time < 4; time += 1) {
    await page.keyboard.press("Shift+KeyA");
    await page.keyboard.press("Shift+Tab");
  }
  await shift(page, 2);
  await page.keyboard.press("x");
  await shift(page, 2);
  for (let time = 0; time < 9; time += 1) await page.keyboard.down("Shift");
  await page.keyboard.up("Shift");
  await expect(page.locator("#leave-status")).toHaveText("Press Shift one more time to leave this page.");
  expect(page.url()).toBe(site.url);
});

test("presses more than five seconds apart start over", async ({ watched, site }) => {
  const { page } = watched;
  await page.clock.install();
  await ready(page, site.url);
  await shift(page, 2);
  await page.clock.fastForward(5001);
  await shift(page, 1);
  await expect(page.locator("#leave-status")).toHaveText("Press Shift two more times to leave this page.");
  await page.clock.fastForward(4000);
  await shift(page, 1);
  await page.clock.fastForward(4000);
  await shift(page, 1);
  await page.waitForURL(AWAY);
});
