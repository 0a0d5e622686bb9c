// A list of 20,000 rows: the page stays awake while it is read, and keeps every letter.

import { expect, test } from "../app.mjs";
import { HOLD_MEMORY, keystrokes } from "../../tools/measure/speed.mjs";
import { many, only } from "./lists.mjs";

// One after the other: what is timed here wants the machine for itself.
test.describe.configure({ mode: "default", timeout: 60_000 });

const ROWS = many(20_000);

/** Opens `/find` and resolves once the big list has begun to arrive. */
async function begins(app, page) {
  const arrives = page.waitForResponse("**/directory/aa.json");
  await app.open("find");
  await arrives;
}

/** Has the page report how long after a tap `isAnswered` first holds. */
function watchTaps(page, isAnswered) {
  return page.addInitScript(`addEventListener("pointerup", ({ timeStamp }) => {
    const isAnswered = ${isAnswered};
    const tell = () => console.info("answered after " + (performance.now() - timeStamp));
    const look = () => (isAnswered() ? tell() : setTimeout(look));
    setTimeout(look);
    // A page that is gone has answered, too.
    addEventListener("pagehide", tell);
  }, true);`);
}

async function answerTo(page) {
  const message = await page.waitForEvent("console", (message) => message.text().startsWith("answered after"));
  return Number(message.text().split(" ").pop());
}

/** The best of three: other work on the machine only ever adds time. */
async function fastest(measure) {
  let best = Infinity;
  for (let time = 0; time < 3 && best >= 100; time += 1) best = Math.min(best, await measure());
  return best;
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
  await watchTaps(page, () => document.documentElement.getClientRects().length === 0 || document.body.innerText.trim() === "");
  const took = await fastest(async () => {
    await begins(app, page);
    await expect(app.found).toHaveCount(0);
    const answered = answerTo(page);
    // What a page says in its last moment may be lost, so the next one waits until it was heard.
    await page.route("https://www.weather.gov/**", async (route) => {
      await answered;
      await route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" });
    });
    await page.locator("[data-action=leave]").click({ noWaitAfter: true });
    const milliseconds = await answered;
    await page.waitForURL("https://www.weather.gov/");
    await page.unroute("https://www.weather.gov/**");
    return milliseconds;
  });
  expect(took).toBeLessThan(100);
});

test("Shift three times leaves while the list is read", async ({ app, page, site }) => {
  site.has(only(ROWS));
  await begins(app, page);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await page.waitForURL("https://www.weather.gov/");
});

test("Get help now answers within 100 ms while the list is read", async ({ app, page, site }) => {
  site.has(only(ROWS));
  await watchTaps(page, () => document.querySelector("h1")?.textContent === "Help now");
  const took = await fastest(async () => {
    await begins(app, page);
    const answered = answerTo(page);
    await page.locator("[data-action=help]").click();
    return answered;
  });
  expect(took).toBeLessThan(100);
});

test("the total says that it is busy while a new filter is computed", async ({ app, page, site }) => {
  site.has(only(ROWS));
  await app.find();
  await app.found.evaluate((found) => {
    window.wasBusy = 0;
    new MutationObserver(() => (window.wasBusy += Number(found.getAttribute("aria-busy") === "true"))).observe(found, { attributes: true });
  });
  await app.edit("q=hope&day=2");
  await expect(app.found).not.toHaveAttribute("data-total", "20000");
  await app.settled();
  expect(await page.evaluate(() => window.wasBusy)).toBeGreaterThan(0);
});

test("the total is that of the whole list, 50 are shown", async ({ app, page, site }) => {
  site.has(only(ROWS));
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "20000");
  await expect(page.locator("[data-listing]")).toHaveCount(50);
});

test("row 34: 100,000 rows, one with a megabyte of notes: letters are answered, the text is cut, memory holds", async ({ app, browser, page, site }) => {
  test.setTimeout(180_000);
  const huge = { slug: "huge", name: "Candlelight Serenity", notes: "word ".repeat(200_000) };
  site.has(only([huge, ...many(100_000)]));
  const times = (await keystrokes(browser, site.url, 4)).sort((a, b) => a - b);
  expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(200);
  // The worker's own memory, which is where the lists are.
  await page.route("**/loader.js", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: HOLD_MEMORY + (await answer.text()) });
  });
  await app.open("listing#aa~huge");
  await expect(app.heading).toHaveText("Candlelight Serenity", { timeout: 60_000 });
  const shown = await app.main.innerText();
  expect(shown.length).toBeGreaterThan(10_000);
  expect(shown.length).toBeLessThan(30_000);
  const held = await page.workers()[0].evaluate(() => globalThis.heldMemory.buffer.byteLength);
  expect(held).toBeLessThan(120_000_000);
});
