// A list of 20,000 rows: the page stays awake while it is read, and keeps every letter.

import { expect, test } from "../app.mjs";
import { many, only } from "./lists.mjs";

test.describe.configure({ mode: "serial", timeout: 60_000 });

const ROWS = many(20_000);

/** Opens `/find` and resolves once the big list has begun to arrive. */
async function begins(app, page) {
  const arrives = page.waitForResponse("**/directory/aa.json");
  await app.open("find");
  await arrives;
}

test("letters typed every 40 ms are all kept", async ({ app, page, site }) => {
  site.has(only(ROWS));
  await app.find();
  await app.search.focus();
  const words = "serenity group oak ave riverbend";
  await page.keyboard.type(words, { delay: 40 });
  await expect(app.search).toHaveValue(words);
  const expected = ROWS.filter(({ name, formatted_address }) => name === "Serenity Group" && formatted_address.includes("Riverbend")).length;
  expect(expected).toBeGreaterThan(10);
  await expect(app.found).toHaveAttribute("data-total", String(expected));
  expect(app.fragment()).toBe(`q=${words}`);
});

test("letters typed while the list is read are kept", async ({ app, page, site }) => {
  site.has(only(ROWS));
  await begins(app, page);
  await app.search.focus();
  await page.keyboard.type("candlelight", { delay: 40 });
  await app.settled();
  await expect(app.search).toHaveValue("candlelight");
  const expected = ROWS.filter(({ name }) => name.includes("Candlelight")).length;
  await expect(app.found).toHaveAttribute("data-total", String(expected));
});

test("leaving blanks the screen within 100 ms while the list is read", async ({ app, page, site }) => {
  site.has(only(ROWS));
  await page.addInitScript(() => {
    addEventListener("pointerdown", () => {
      const since = performance.now();
      const look = () =>
        document.documentElement.getClientRects().length === 0 || document.body.innerText.trim() === ""
          ? console.info(`blank after ${performance.now() - since}`)
          : setTimeout(look);
      setTimeout(look);
    }, true);
  });
  const blank = page.waitForEvent("console", (message) => message.text().startsWith("blank after"));
  await begins(app, page);
  await expect(app.found).toHaveCount(0);
  await page.locator("[data-action=leave]").click({ noWaitAfter: true });
  expect(Number((await blank).text().split(" ").pop())).toBeLessThan(100);
  await page.waitForURL("https://www.weather.gov/");
});

test("the total is that of the whole list, 50 are shown", async ({ app, page, site }) => {
  site.has(only(ROWS));
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "20000");
  await expect(page.locator("[data-listing]")).toHaveCount(50);
});
