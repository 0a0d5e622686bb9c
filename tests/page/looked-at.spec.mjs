// What each page shows first, in other colors, on paper, and to people who ask for less motion or more contrast.

import { expect, test } from "../app.mjs";
import { PAGES } from "../../tools/lib/pages.mjs";
import { PLAIN, SETTING } from "./states.mjs";

test.use(SETTING);

/** The first thing to do on each page: what a person came for, without scrolling. */
const FIRST = {
  index: ".door",
  find: "[data-listing] a",
  listing: "main .btn.primary",
  support: "main a.btn",
  kind: "main .btn.primary",
  cope: "main .links a",
  "cope-now": "main .options .btn",
  skill: "main .btn.primary",
  plan: "main .btn.primary",
  goals: "main .btn.primary",
  goal: "main .btn.primary",
  "goal-new": "main .wrapped .chip",
  "check-in": "main .chip",
  learn: "main .contents a",
  "first-step": "main .btn.primary",
  saved: "main .btn.primary",
  "help-now": "main .line-call",
  card: "main .check",
  settings: "main .contents a",
};

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the first thing to do is seen on every page without scrolling, and no bar covers it", async ({ app, page, site }) => {
    test.setTimeout(60_000);
    expect(Object.keys(FIRST)).toEqual(PAGES.map(({ file }) => file).filter((file) => file !== "parts"));
    for (const { name, show } of PLAIN) {
      await show({ app, page, site });
      const first = page.locator(FIRST[name]).first();
      await expect(first, name).toBeVisible();
      const isWhole = await first.evaluate((element) => {
        const { left, top, bottom, width } = element.getBoundingClientRect();
        const covers = (y) => document.elementFromPoint(left + width / 2, y)?.closest(".top, .tabbar, .toasts");
        return scrollY === 0 && bottom <= innerHeight && !covers(top + 3) && !covers(bottom - 3);
      });
      expect.soft(isWhole, `/${name}: ${FIRST[name]}`).toBe(true);
    }
  });

  test("what to do on a page is 44 pixels high at least", async ({ app, page, site }) => {
    test.setTimeout(60_000);
    for (const { name, show } of PLAIN) {
      await show({ app, page, site });
      const small = await page.locator("button:visible, .btn:visible, .chip:visible, .door:visible, .links a:visible, .line-call:visible, .line-text:visible, .tabbar a:visible, summary:visible, main label:visible:has(input)").evaluateAll((all) =>
        all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 100)),
      );
      expect.soft(small, `/${name}`).toEqual([]);
    }
  });
});

test.describe("on paper", () => {
  test("bars, buttons and fields are gone, what was folded is there, and the foot says whose page it is", async ({ app, page, site }) => {
    site.has([], { contact: { phone: "555-0100" } });
    for (const address of ["learn", "first-step", "kind#detox-facilities", "help-now", "skill#urge-surf"]) {
      await app.open(address);
      await expect(page.locator("main .loading")).toHaveCount(0);
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      await expect(page.locator(".top-actions, .main-nav, .tabbar, .foot, .toasts, .skip, .no-print, .tabs, .stepper").filter({ visible: true }), address).toHaveCount(0);
      await expect(page.locator(".print-foot"), address).toHaveText("Riverbend Recovery · 555-0100");
      await expect(page.locator(".print-foot"), address).toBeVisible();
      await expect(app.heading).toBeVisible();
      const folded = await page.locator("main details > :not(summary)").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height === 0).map((one) => one.outerHTML.slice(0, 80)));
      expect(folded, address).toEqual([]);
      await page.emulateMedia({ media: "screen", colorScheme: "light" });
    }
  });

  test("text is dark on white, whatever the screen was", async ({ app, page }) => {
    await app.open("learn");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const pale = await page.locator("main :is(h1, h2, p, li, summary)").evaluateAll((all) => {
      const sum = (color) => color.match(/[\d.]+/g).slice(0, 3).reduce((total, part) => total + Number(part), 0);
      return all.filter((one) => sum(getComputedStyle(one).color) > 330).map((one) => one.outerHTML.slice(0, 80));
    });
    expect(pale).toEqual([]);
    expect(await page.evaluate(() => matchMedia("print").matches)).toBe(true);
  });
});

test.describe("from right to left", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test("the header is mirrored, and arrows point where reading goes", async ({ app, page }) => {
    await app.open("support");
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    const left = (selector) => page.locator(selector).first().evaluate((one) => one.getBoundingClientRect().left);
    expect(await left(".brand")).toBeGreaterThan(await left(".main-nav"));
    expect(await left(".main-nav")).toBeGreaterThan(await left(".top-actions"));
    const chevron = page.locator(".links .icon:has(use[href$='#chevron'])").first();
    expect(await chevron.evaluate((one) => new DOMMatrix(getComputedStyle(one).transform).a)).toBe(-1);
    const link = page.locator(".links a").first();
    expect(await chevron.evaluate((one) => one.getBoundingClientRect().left)).toBeLessThan(await link.evaluate((one) => one.getBoundingClientRect().left + 40));
  });
});

test.describe("in forced colors", () => {
  test.use({ contextOptions: { forcedColors: "active" }, viewport: { width: 390, height: 844 } });

  /** What a person could tell two elements apart by, other than the color of their text. */
  const marks = (locator) =>
    locator.evaluate((one) => {
      const { backgroundColor, borderColor, borderStyle, borderWidth, textDecorationLine, fontWeight } = getComputedStyle(one);
      return { backgroundColor, borderColor, borderStyle, borderWidth, textDecorationLine, fontWeight };
    });

  test("what is chosen is told from what is not", async ({ app, page }) => {
    await app.open("find#day=today");
    const chips = page.getByRole("group", { name: "Quick choices" });
    expect(await marks(chips.getByRole("button", { pressed: true }).first())).not.toEqual(await marks(chips.getByRole("button", { pressed: false }).first()));
    expect(await marks(page.locator('.tabbar [aria-current="page"]'))).not.toEqual(await marks(page.locator(".tabbar a:not([aria-current])").first()));
    await app.open("settings");
    const words = (checked) => page.locator(`.choice input${checked ? ":checked" : ":not(:checked)"} + span`).first();
    expect(await marks(words(true))).not.toEqual(await marks(words(false)));
    await app.open("first-step");
    expect(await marks(page.getByRole("tab", { selected: true }))).not.toEqual(await marks(page.getByRole("tab", { selected: false }).first()));
  });

  test("what has the focus has a ring of the system’s color", async ({ app, page }) => {
    await app.open("settings");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
      return { outlineStyle, outlineWidth, seen: outlineColor !== getComputedStyle(document.body).backgroundColor };
    });
    expect(ring).toEqual({ outlineStyle: "solid", outlineWidth: "3px", seen: true });
  });
});

test.describe("with less motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing moves on any page, nor when a part is opened or a message comes", async ({ app, page, site }) => {
    for (const { name, show } of PLAIN) {
      await show({ app, page, site });
      expect(await page.evaluate(() => document.getAnimations().length), name).toBe(0);
    }
    await page.getByRole("button", { name: "Keep these settings on my device" }).click();
    await expect(page.locator(".toast")).toBeVisible();
    const moving = await page.locator(".toast, summary .icon, .btn").evaluateAll((all) => all.filter((one) => getComputedStyle(one).animationName !== "none" || parseFloat(getComputedStyle(one).transitionDuration) > 0).length);
    expect(moving).toBe(0);
  });
});

test.describe("with more contrast", () => {
  test("hairlines become real lines, and there is one shade of text", async ({ app, page }) => {
    await app.open();
    const line = () => page.locator(".door").first().evaluate((one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).borderTopColor]);
    const [thin, pale] = await line();
    await page.emulateMedia({ contrast: "more" });
    // The edge of a door takes a moment to change its color.
    await expect.poll(async () => (await line())[1]).not.toBe(pale);
    const [thick] = await line();
    expect([thin, thick]).toEqual(["1px", "2px"]);
    const colors = () => page.locator(".lead, h1, .door-text span").evaluateAll((all) => new Set(all.map((one) => getComputedStyle(one).color)).size);
    await expect.poll(colors).toBe(1);
  });
});
