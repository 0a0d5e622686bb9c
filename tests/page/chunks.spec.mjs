// The app comes in chunks: what a page needs beyond the start is loaded when the page is first visited.

import { expect, test } from "../app.mjs";
import { PAGES } from "../../tools/lib/pages.mjs";

const CHUNK = /\/alongside-[0-9a-f]{16}_(?!bg)\w+\.wasm$/;
const GOALS = "**/alongside-*_goals.wasm";

test.use({ viewport: { width: 1100, height: 800 } });

const link = (app, name) => app.page.getByRole("banner").getByRole("navigation").getByRole("link", { name });
const moment = (app) => app.main.getByRole("status").filter({ hasText: "One moment" });
const sentence = (app) => app.main.getByRole("alert").filter({ hasText: "could not be loaded" });
const retry = (app) => app.main.getByRole("button", { name: "Try again" });
const chunks = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name)).then((names) => names.filter((name) => CHUNK.test(name)).sort());

/** Holds an answer back until it is let go. */
async function held(page, pattern) {
  let letGo;
  const gone = new Promise((resolve) => (letGo = resolve));
  await page.route(pattern, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

for (const subPath of ["/", "/recovery/site/"]) {
  test.describe(`below ${subPath}`, () => {
    test.use({ subPath });

    test("each page asks at once for just what it needs, and the start for nothing more", async ({ app, page }) => {
      test.slow();
      for (const { file } of PAGES) {
        await app.open(file === "index" ? "" : file);
        const announced = await page.locator('link[rel=preload][as=fetch]').evaluateAll((links) => links.map((link) => link.getAttribute("href")));
        const wanted = announced.map((href) => new URL(href, page.url()).href).filter((url) => CHUNK.test(url)).sort();
        expect(await chunks(page), `/${file}`).toEqual(wanted);
        expect(wanted.length > 0, `/${file}`).toBe(!["index", "help-now"].includes(file));
        expect(wanted.every((url) => url.startsWith(app.site.url))).toBe(true);
      }
    });
  });
}

test("a pointer on a link, or the focus, is enough to load its page", async ({ app, page }) => {
  await app.open();
  for (const [name, aim] of [["Find", "hover"], ["Goals", "focus"]]) {
    const asked = page.waitForRequest(new RegExp(`_${name.toLowerCase()}\\.wasm$`));
    await link(app, name)[aim]();
    await asked;
  }
  await expect(app.heading).toHaveText("You don’t have to do this alone.");
});

test("where data is to be saved, a page is loaded only when it is opened", async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await app.open();
  await link(app, "Goals").hover();
  await link(app, "Goals").focus();
  await link(app, "Cope").click();
  await expect(app.heading).toHaveText("Coping skills");
  expect((await chunks(page)).some((name) => name.endsWith("_goals.wasm"))).toBe(false);
});

test("while a page is loaded the frame stays, and only a wait that can be felt is said", async ({ app, page }) => {
  await app.open();
  const letGo = await held(page, GOALS);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await link(app, "Goals").click();
  await expect(app.heading).toHaveCount(0);
  await expect(link(app, "Goals")).toHaveAttribute("aria-current", "page");
  await page.clock.runFor(150);
  await expect(moment(app)).toHaveCount(0);
  await page.clock.runFor(100);
  await expect(moment(app)).toBeVisible();
  await expect(page.getByRole("banner").locator("[data-action]")).toHaveCount(2);
  letGo();
  await expect(app.heading).toHaveText("My goals");
  await expect(moment(app)).toHaveCount(0);
  await page.clock.runFor(100);
  await expect(app.heading).toBeFocused();
  await expect(page).toHaveTitle("My goals – Riverbend Recovery");
});

test("Back while a page is loaded goes back, and stays there when it comes", async ({ app, page }) => {
  await app.open();
  const letGo = await held(page, GOALS);
  await link(app, "Goals").click();
  await expect(moment(app)).toBeVisible();
  await page.goBack();
  await expect(app.heading).toHaveText("You don’t have to do this alone.");
  const here = page.waitForResponse(GOALS);
  letGo();
  await (await here).finished();
  await link(app, "Cope").click();
  await expect(app.heading).toHaveText("Coping skills");
  await page.goBack();
  await expect(app.heading).toHaveText("You don’t have to do this alone.");
  await link(app, "Goals").click();
  await expect(app.heading).toHaveText("My goals");
  await expect(app.heading).toBeFocused();
});

test.describe("a page that does not arrive", () => {
  test.use({ provoked: /status of 404|ERR_FAILED|404 for|Failed to fetch|WebAssembly|CompileError/i });

  const BROKEN = {
    "no connection": (route) => route.abort(),
    "no such file": (route) => route.fulfill({ status: 404, body: "not here" }),
    "a web page instead": (route) => route.fulfill({ contentType: "text/html", body: "<h1>Sign in</h1>" }),
  };
  for (const [what, answer] of Object.entries(BROKEN)) {
    test(`${what}: it is said, help lines are there, and Try again helps once it can`, async ({ app, page }) => {
      await app.open();
      await page.route(GOALS, answer);
      await link(app, "Goals").click();
      await expect(sentence(app)).toBeVisible();
      await expect(app.heading).toHaveCount(1);
      await expect(app.heading).toBeFocused();
      await expect(app.main.locator('a[href="tel:988"]')).toBeVisible();
      await page.unroute(GOALS);
      await retry(app).click();
      await expect(app.heading).toHaveText("My goals");
      await expect(app.heading).toBeFocused();
      await expect(sentence(app)).toHaveCount(0);
    });
  }

  test("opened by its address: the app stands around the sentence, and other pages work", async ({ app, page }) => {
    await page.route(GOALS, BROKEN["no connection"]);
    await app.open("goals");
    await expect(sentence(app)).toBeVisible();
    await expect(app.heading).toHaveCount(1);
    await link(app, "Cope").click();
    await expect(app.heading).toHaveText("Coping skills");
    await page.unroute(GOALS);
    await page.goBack();
    await expect(app.heading).toHaveText("My goals");
  });

  test("a host with a newer release: Try again loads the page anew", async ({ app, page }) => {
    await app.open();
    await page.route(GOALS, BROKEN["no such file"]);
    await link(app, "Goals").click();
    await expect(sentence(app)).toBeVisible();
    await page.evaluate(() => (window.before = true));
    await retry(app).click();
    await expect.poll(() => page.evaluate(() => window.before).catch(() => true)).toBeUndefined();
    await expect(sentence(app)).toBeVisible();
    await page.unroute(GOALS);
    await page.reload();
    await expect(app.heading).toHaveText("My goals");
  });
});
