// The whole way by keyboard: no mouse, no touch.

import { expect, test } from "../app.mjs";
import { meeting, only } from "../find/lists.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 1100, height: 900 } });

/** Presses Tab until an element has the focus, as a person would, and says after how many. */
async function tabTo(page, target, most = 60) {
  for (let presses = 0; presses <= most; presses += 1) {
    if (await target.evaluateAll((all) => all.includes(document.activeElement))) return presses;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} was not reached with ${most} presses of Tab`);
}

test("the skip link is first, shows itself, and leads to the main part", async ({ app, page }) => {
  await app.open("find#day=0");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the main part" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(app.main).toBeFocused();
  await expect(page, "the fragment belongs to what one chose").toHaveURL(/#day=0$/);
});

test("from words to a result to its listing and back", async ({ app, page, site }) => {
  site.has(only([meeting("one", { day: 0 }), meeting("two", { day: 1 })]));
  await app.find();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, app.search);
  await page.keyboard.type("meeting");
  await page.keyboard.press("Enter");
  await app.matches(["one", "two"]);
  await tabTo(page, page.getByRole("checkbox", { name: /^Monday/ }));
  await page.keyboard.press("Space");
  await app.matches(["two"]);
  await tabTo(page, page.getByRole("link", { name: "Meeting two" }));
  await page.keyboard.press("Enter");
  await expect(app.heading).toHaveText("Meeting two");
  await page.goBack();
  await app.matches(["two"]);
});

test("a goal is set, and a day of the past noted", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-11-20T15:00:00Z");
  await app.open("goals");
  await tabTo(page, page.getByRole("link", { name: "Set a first goal" }));
  await page.keyboard.press("Enter");
  await expect(app.heading).toHaveText("New goal");
  await tabTo(page, page.getByLabel("Your words for it"));
  await page.keyboard.type("Walk");
  await page.keyboard.press("Enter");
  await expect(app.heading).toHaveText("Walk");
  await expect(app.heading).toBeFocused();
  await tabTo(page, app.main.getByRole("button", { name: /November 20/ }), 90);
  await page.keyboard.press("Enter");
  const open = page.getByRole("group", { name: /November 20/ });
  await expect(open.getByRole("heading")).toBeFocused();
  await tabTo(page, open.getByRole("button", { name: "Done", exact: true }));
  await page.keyboard.press("Space");
  await expect(open.getByRole("button", { name: "Done", exact: true })).toHaveAttribute("aria-pressed", "true");
  await tabTo(page, page.getByRole("button", { name: "Undo" }), 90);
  await page.keyboard.press("Enter");
  await expect(open.getByRole("button", { name: "Done", exact: true })).toHaveAttribute("aria-pressed", "false");
});

test("the pacer starts and stops", async ({ app, page }) => {
  await app.open("skill#box-breath");
  const button = app.main.getByRole("button", { name: "Start" });
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  await expect(app.main.getByRole("button", { name: "Stop" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(app.main.getByRole("button", { name: "Go on" })).toBeFocused();
});

test("what has the focus is seen to have it", async ({ app, page, site }) => {
  site.has(only([meeting("one")]));
  await app.find();
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
      const around = getComputedStyle(document.activeElement.closest("label, form.search") ?? document.activeElement);
      const shows = ({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      return document.activeElement === document.body || shows({ outlineStyle, outlineWidth, boxShadow }) || shows(around) ? "" : document.activeElement.outerHTML.slice(0, 120);
    });
    expect(seen).toBe("");
  }
});
