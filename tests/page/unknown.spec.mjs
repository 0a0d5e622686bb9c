// Addresses that lead to nothing: the heading says so, and a link leads on.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../app.mjs";

const RELEASE = process.env.ALONGSIDE_DIST || "dist";

for (const [page_, words, list] of [
  ["kind", /don’t know this kind/, /\/support$/],
  ["skill", /don’t have this skill/, /\/cope$/],
  ["goal", /isn’t on this device/, /\/goals$/],
  ["listing", /not in the list/, /\/find$/],
]) {
  test(`/${page_} without an id, or with one that nobody has, says so and links to the list`, async ({ app, page }) => {
    for (const fragment of ["", "#", "#nobody-has-this", "#%E0%A4%A", "#<img src=x>", `#${"x".repeat(5_000)}`]) {
      await app.open(page_ + fragment);
      await expect(app.heading, fragment.slice(0, 30)).toHaveText(words);
      await expect(app.main.locator("a.btn").first()).toHaveAttribute("href", list);
      await expect(page).toHaveTitle(words);
      await expect(app.main.locator("img")).toHaveCount(0);
    }
  });
}

test("a changed id changes the page at once", async ({ app, page }) => {
  await app.open("skill#box-breath");
  const first = await app.heading.innerText();
  await app.edit("nobody-has-this");
  await expect(app.heading).toHaveText(/don’t have this skill/);
  await page.goBack();
  await expect(app.heading).toHaveText(first);
  await app.open("kind#detox-facilities");
  await expect(app.heading).toHaveText("Detox facilities");
  await app.edit("");
  await expect(app.heading).toHaveText(/don’t know this kind/);
});

test("an unknown page inside the app has a heading, help lines and a way home", async ({ app, page, site }) => {
  site.write("nowhere.html", readFileSync(join(RELEASE, "index.html"), "utf8"));
  await app.open("nowhere");
  await expect(app.heading).toHaveText("This page doesn’t exist");
  await expect(app.main.locator('a[href^="tel:"]').first()).toBeVisible();
  await app.main.getByRole("link", { name: /start/ }).click();
  await expect(page).toHaveURL(site.url);
  await expect(app.heading).not.toHaveText("This page doesn’t exist");
});

test("going back to an address that the site never had keeps the app", async ({ app, page }) => {
  await app.open("goals");
  await page.evaluate(() => history.pushState(null, "", "never-here"));
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  await expect(app.heading).toHaveText("This page doesn’t exist");
  await page.goBack();
  await expect(app.heading).toHaveText("My goals");
});
