// Small phones, big letters, and people who ask for no motion.

import { PAGES } from "../../tools/lib/pages.mjs";
import { expect, test } from "../app.mjs";
import { meeting, only } from "../find/lists.mjs";
import { setGoal } from "../goals/keep.mjs";

/** How far the page can be scrolled sideways. */
const sideways = (page) => page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);

const LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenträgerinnentreffen".repeat(2);
const LIST = only([
  meeting("one", { location: "A church with a name that takes more than one line on a small phone", types: ["O", "W", "BE", "ST", "X", "LGBTQ"] }),
  meeting("long", { name: LONG, notes: `https://example.org/${"x".repeat(300)}`, conference_url: `https://meet.example.org/${"y".repeat(300)}`, email: `${"z".repeat(60)}@example.org` }),
]);

test.describe("at 320 pixels", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("no page scrolls sideways", async ({ app, page, site }) => {
    test.slow();
    site.has(LIST);
    const more = ["listing#aa~long", "listing#aa~one", "skill#box-breath", "kind#detox-facilities", "find#q=zzz", "cope#situation=craving&minutes=5", "find#type=O&day=0,1,2,3,4,5,6&region=Riverbend"];
    for (const address of [...PAGES.map(({ file }) => (file === "index" ? "" : file)), ...more]) {
      await app.open(address);
      if (address.startsWith("find")) await app.settled();
      await expect.poll(() => sideways(page), { message: `/${address}` }).toBe(0);
    }
  });

  // A width for buttons side by side once became their height when they stand below each other.
  test("what to do first at a listing is buttons of a line or two", async ({ app, page, site }) => {
    site.has(only([meeting("both", { conference_url: "https://meet.example.org/x", conference_phone: "555-0100-1234" })]));
    await app.open("listing#aa~both");
    for (const name of ["Join online", "Join by phone"]) {
      const { height } = await page.locator(".primary-action").getByRole("link", { name }).boundingBox();
      expect(height).toBeGreaterThanOrEqual(44);
      expect(height).toBeLessThan(90);
    }
  });

  test("a goal with its grid and an open day fits", async ({ app, page }) => {
    await setGoal(app, { name: LONG.slice(0, 80), sort: "since", since: "2026-01-01" });
    await app.main.getByRole("table").getByRole("button").nth(20).click();
    await page.getByText("Change this goal").click();
    expect(await sideways(page)).toBe(0);
  });

  test("all filters are reached, folded at first", async ({ app, page, site }) => {
    site.has(LIST);
    await app.find();
    await expect(page.getByRole("checkbox").first()).toBeHidden();
    await page.locator("summary").filter({ hasText: "Filters" }).click();
    await expect(page.getByRole("checkbox").first()).toBeVisible();
    expect(await sideways(page)).toBe(0);
  });

  test("what is tapped is 44 pixels high, or 24 within a line", async ({ app, page, site }) => {
    site.has(LIST);
    for (const address of ["", "find", "goals", "goal-new", "cope", "skill#box-breath", "settings"]) {
      await app.open(address);
      if (address === "find") await app.settled();
      const small = await page.locator("button:visible, a.btn:visible, a.door:visible, .tabbar a:visible, summary:visible").evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 100)),
      );
      expect(small, `/${address}`).toEqual([]);
    }
  });
});

test.describe("with letters twice as big", () => {
  test.use({ viewport: { width: 640, height: 900 } });

  test("nothing is cut off", async ({ app, page, site }) => {
    site.has(LIST);
    for (const address of ["", "find", "goals", "help-now", "settings"]) {
      await app.open(address);
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      expect(await sideways(page), `/${address}`).toBe(0);
    }
  });
});

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("the pacer is a bar with words, and nothing moves by itself", async ({ app, page }) => {
    await app.open("skill#box-breath");
    await app.main.getByRole("button", { name: "Start" }).click();
    await expect(app.main.locator(".pacer-word")).toHaveText("Breathe in");
    await expect(app.main.locator(".pacer-bar")).toBeVisible();
    await expect(app.main.locator(".pacer-disc")).toBeHidden();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});
