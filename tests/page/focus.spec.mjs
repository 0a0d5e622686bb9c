// Going from page to page without seeing it: where the focus is, what is said, what the title says.

import { expect, test } from "../app.mjs";
import { meeting, only } from "../find/lists.mjs";

test.beforeEach(({ site }) => site.has(only([meeting("one"), meeting("two", { day: 1 })])));

const follow = (app, name) => app.page.getByRole("banner").getByRole("navigation").getByRole("link", { name }).click();
const says = (page, words) => expect(page.locator("p.sr[aria-live=polite]")).toHaveText(words);

test.use({ viewport: { width: 1100, height: 800 } });

test("the first page keeps the focus where the browser puts it", async ({ app, page }) => {
  await app.open("goals");
  await expect(page.locator("body")).toBeFocused();
});

test("after a link the heading has the focus, the title follows, and the page is said", async ({ app, page }) => {
  await app.open();
  for (const [link, heading] of [["Find", "Find support"], ["Cope", "Coping skills"], ["Goals", "My goals"]]) {
    await follow(app, link);
    await expect(app.heading).toHaveText(heading);
    await expect(app.heading).toBeFocused();
    await expect(page).toHaveTitle(`${heading} – Riverbend Recovery`);
    await says(page, heading);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  }
});

test("Back and Forward move the focus too", async ({ app, page }) => {
  await app.open();
  await follow(app, "Cope");
  await expect(app.heading).toHaveText("Coping skills");
  await page.goBack();
  await expect(app.heading).not.toHaveText("Coping skills");
  await expect(app.heading).toBeFocused();
  await page.goForward();
  await expect(app.heading).toHaveText("Coping skills");
  await expect(app.heading).toBeFocused();
});

test("a page whose content loads gives the focus to its heading once it is there", async ({ app, page }) => {
  await app.open("cope");
  await app.main.locator("ul.links a").first().click();
  await expect(app.heading).not.toHaveText("Coping skills");
  await expect(app.heading).toBeFocused();
  await app.open("find");
  await page.getByRole("link", { name: "Meeting one" }).click();
  await expect(app.heading).toHaveText("Meeting one");
  await expect(app.heading).toBeFocused();
  await says(page, "Meeting one");
});

test("a filter leaves the focus on what was pressed", async ({ app, page }) => {
  await app.find();
  const chip = page.getByRole("group", { name: "Quick choices" }).getByRole("button", { name: "In person" });
  await chip.click();
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await app.settled();
  await expect(chip).toBeFocused();
  await app.search.pressSequentially("meeting");
  await app.settled();
  await expect(app.search).toBeFocused();
  const box = page.getByRole("checkbox", { name: /^Sunday/ });
  await box.focus();
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
  await app.settled();
  await expect(page.getByRole("checkbox", { name: /^Sunday/ })).toBeFocused();
});

test("the page that is open is marked in the navigation", async ({ app, page }) => {
  for (const [address, name] of [["", "Home"], ["find", "Find"], ["listing", "Find"], ["skill", "Cope"], ["check-in", "Goals"]]) {
    await app.open(address);
    await expect(page.getByRole("banner").locator('[aria-current="page"]')).toHaveText(name);
  }
});
