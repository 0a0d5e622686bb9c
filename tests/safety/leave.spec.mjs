// "Leave this page" on pages of the running app, by tap and by keyboard, and what Back shows afterwards.

import { PAGES } from "../../tools/lib/pages.mjs";
import { expect, test } from "../app.mjs";
import { meeting, only } from "../find/lists.mjs";
import { setGoal } from "../goals/keep.mjs";

const AWAY = "https://www.weather.gov/";

async function shift(page, times) {
  for (let press = 0; press < times; press += 1) await page.keyboard.press("Shift");
}

test("one tap leaves from every page, and the screen is blank in the same task", async ({ app, page }) => {
  test.setTimeout(90_000);
  for (const { file } of PAGES) {
    await app.open(file === "index" ? "" : file);
    const left = await page.evaluate(() => {
      document.querySelector("[data-action=leave]").click();
      return { text: document.body.innerText.trim(), shown: document.documentElement.getClientRects().length, title: document.title.trim() };
    });
    expect(left, file).toEqual({ text: "", shown: 0, title: "\u200b" });
    await page.waitForURL(AWAY);
  }
});

test("Shift three times leaves from pages of all three parts", async ({ app, page }) => {
  for (const address of ["", "find", "skill#box-breath", "goals", "help-now"]) {
    await app.open(address);
    await shift(page, 3);
    await page.waitForURL(AWAY);
  }
});

test("each press is announced politely", async ({ app, page }) => {
  await app.open("goals");
  const status = page.getByRole("status").filter({ hasText: "Shift" });
  await shift(page, 1);
  await expect(status).toContainText("two more times");
  await shift(page, 1);
  await expect(status).toContainText("one more time");
});

test("writing in capitals, and going back through fields, never leaves", async ({ app, page, site }) => {
  site.has(only([meeting("one", { name: "AA BB CC" })]));
  await app.find();
  await app.search.focus();
  for (const key of ["A", "A", "Space", "B", "B", "Space", "C", "C"]) await page.keyboard.press(key === "Space" ? key : `Shift+Key${key}`);
  await app.matches(["one"]);
  await expect(app.search).toHaveValue("AA BB CC");
  for (let time = 0; time < 5; time += 1) await page.keyboard.press("Shift+Tab");
  await page.keyboard.down("Shift");
  for (let time = 0; time < 5; time += 1) await page.keyboard.down("Shift");
  await page.keyboard.up("Shift");
  await page.keyboard.press("a");
  await shift(page, 1);
  await expect(page.getByRole("status").filter({ hasText: "two more times" }), "all that didn’t count").toHaveCount(1);
  expect(page.url()).toContain("/find#");
});

test("after leaving, Back shows nothing of what was read, searched or written", async ({ app, page, site }) => {
  site.has(only([meeting("one")]));
  await app.open();
  await app.main.getByRole("link", { name: /Find people/ }).click();
  await app.settled();
  await app.search.fill("meeting");
  await page.getByRole("group", { name: "Quick choices" }).getByRole("button", { name: "In person" }).click();
  await page.locator("[data-listing] a").first().click();
  await expect(app.heading).toHaveText("Meeting one");
  await page.locator("[data-action=leave]").click();
  await page.waitForURL(AWAY);
  await page.goBack();
  expect(page.url()).toBe("about:blank");
});

test("leaving keeps what was saved", async ({ app, page }) => {
  await setGoal(app, { name: "Walk" });
  await page.locator("[data-action=leave]").click();
  await page.waitForURL(AWAY);
  await app.open("goals");
  await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
});

test("leaving works while the app is still loading", async ({ app, page }) => {
  await page.route("**/*.wasm", () => {});
  await page.goto(`${app.site.url}find`);
  await page.waitForFunction(() => window.alongsideTrouble);
  await page.locator("[data-action=leave]").click();
  await page.waitForURL(AWAY);
});
