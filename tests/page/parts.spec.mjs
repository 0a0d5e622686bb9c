// Every part of the interface, on the page that shows each in each state: axe, and the whole way by keyboard.

import { existsSync } from "node:fs";
import { expect, PARTS_SITE, test } from "../app.mjs";
import { LOOKS, wear } from "./looks.mjs";
import { PARTS, SETTING } from "./states.mjs";
import { missed, tabThrough } from "./tab.mjs";
import { violations } from "./violations.mjs";

test.skip(!existsSync(PARTS_SITE), `There is no ${PARTS_SITE}: make parts builds it.`);
test.use({ ...SETTING, release: PARTS_SITE, viewport: { width: 390, height: 844 } });

for (const { name, show } of PARTS) {
  test(`${name}: axe`, async ({ app, page, site }) => {
    test.setTimeout(60_000);
    await show({ app, page, site });
    for (const look of LOOKS) {
      await wear(page, look);
      expect.soft(await violations(page), `${look.width} pixels, ${look.colors}`).toEqual([]);
    }
  });
}

const part = (page, name) => page.locator("main > section", { has: page.getByRole("heading", { level: 2, name, exact: true }) });

test("tabs go by arrows, Home and End, and the arrows turn with the way one reads", async ({ app, page }) => {
  await app.open("parts");
  const tab = (at) => part(page, "Tabs").getByRole("tab").nth(at);
  const chosen = async (at) => {
    await expect(tab(at)).toBeFocused();
    await expect(tab(at)).toHaveAttribute("aria-selected", "true");
    await expect(part(page, "Tabs").getByRole("tabpanel")).toHaveAccessibleName(await tab(at).innerText());
  };
  await tab(0).focus();
  for (const [key, at] of [["ArrowRight", 1], ["End", 2], ["ArrowRight", 0], ["ArrowLeft", 2], ["Home", 0]]) {
    await page.keyboard.press(key);
    await chosen(at);
  }
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  for (const [key, at] of [["ArrowLeft", 1], ["ArrowRight", 0], ["ArrowRight", 2]]) {
    await page.keyboard.press(key);
    await chosen(at);
  }
  await page.keyboard.press("Tab");
  await expect(part(page, "Tabs").getByRole("tabpanel")).toBeFocused();
});

test("steps go forth and back, and the focus stays with the step", async ({ app, page }) => {
  await app.open("parts");
  const steps = part(page, "Steps");
  const words = steps.locator(".stepper-words");
  await steps.getByRole("button", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await expect(words).toHaveText("A short one.");
  await expect(words).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(words).not.toHaveText("A short one.");
  await expect(words).toBeFocused();
});

test("a dialog holds the focus, closes by Escape and beside it, and gives the focus back", async ({ app, page }) => {
  await app.open("parts");
  const opener = page.getByRole("button", { name: "Open the dialog" });
  const question = page.getByRole("dialog", { name: "A question" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(question.getByRole("button", { name: "Keep it" })).toBeFocused();
  for (const key of ["Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    const where = await page.evaluate(() => (document.activeElement === document.body ? "the browser" : document.activeElement.closest("dialog") ? "the dialog" : document.activeElement.outerHTML));
    expect(["the dialog", "the browser"]).toContain(where);
  }
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press("Space");
  await question.getByRole("button", { name: "Keep it" }).press("Enter");
  await expect(question).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(question).toBeHidden();
  await expect(opener).toBeFocused();
});

test("a folded part opens and closes by keyboard", async ({ app, page }) => {
  await app.open("parts");
  const fold = part(page, "Disclosure").locator("details").first();
  await fold.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(fold).toHaveAttribute("open");
  await expect(fold.locator("p")).toBeVisible();
  await page.keyboard.press("Space");
  await expect(fold).not.toHaveAttribute("open");
});

test("one of several is chosen by arrows, chips and boxes by Space", async ({ app, page }) => {
  await app.open("parts");
  const choices = part(page, "Choices").getByRole("group", { name: "Side by side" });
  await choices.getByRole("radio", { name: "One" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(choices.getByRole("radio", { name: "Two" })).toBeChecked();
  await page.keyboard.press("ArrowLeft");
  await expect(choices.getByRole("radio", { name: "One" })).toBeFocused();
  const chip = page.getByRole("button", { name: "Not chosen" });
  await chip.focus();
  await page.keyboard.press("Space");
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Enter");
  await expect(chip).toHaveAttribute("aria-pressed", "false");
});

test("what a message offers is reached with Tab, and the focus is not lost when it was taken", async ({ app, page }) => {
  await app.open("parts");
  await page.getByRole("button", { name: "Show a toast" }).focus();
  await page.keyboard.press("Enter");
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toBeVisible();
  const isThere = () => undo.evaluate((button) => button === document.activeElement);
  for (let presses = 0; presses < 30 && !(await isThere()); presses += 1) await page.keyboard.press("Tab");
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(undo).toHaveCount(0);
  await expect(app.main).toBeFocused();
});

test("the whole page by Tab, forth and back, on a phone and on a desk", async ({ app, page, site }) => {
  test.setTimeout(60_000);
  for (const screen of [{ width: 320, height: 640 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(screen);
    await PARTS[0].show({ app, page, site });
    for (const key of ["Tab", "Shift+Tab"]) {
      const { left, wrong } = await tabThrough(page, key);
      expect.soft({ left, wrong, missed: await missed(page) }, `${key}, ${screen.width} pixels`).toEqual({ left: true, wrong: [], missed: [] });
    }
  }
});

test("chosen, pressed and done are told from the others in forced colors, without a look at the text’s color", async ({ app, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await app.open("parts");
  const looks = (selector) =>
    page.locator(selector).first().evaluate((one) => {
      const { backgroundColor, borderBlockEndColor, borderStyle } = getComputedStyle(one);
      return [backgroundColor, borderBlockEndColor, borderStyle, getComputedStyle(one, "::before").content, getComputedStyle(one, "::before").borderStyle].join(" ");
    });
  const different = [
    ['.chip[aria-pressed="true"]', '.chip[aria-pressed="false"]'],
    ['[role="tab"][aria-selected="true"]', '[role="tab"][aria-selected="false"]'],
    [".choice input:checked + span", ".choice input:not(:checked) + span"],
    ['.btn.state[aria-pressed="true"]', ".btn:not(.state, .primary, .help)"],
    ...["not_done", "lapse", "skipped", "unknown"].map((state) => ['.day[data-state="done"]', `.day[data-state="${state}"]`]),
    ['.day[data-state="not_done"]', '.day[data-state="skipped"]'],
    ['.day[data-state="skipped"]', '.day[data-state="unknown"]'],
  ];
  for (const [one, other] of different) expect.soft(await looks(one), `${one} and ${other}`).not.toBe(await looks(other));
});
