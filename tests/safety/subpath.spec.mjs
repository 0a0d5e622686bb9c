// The same folder below a sub-path, with no rebuild.

import { expect, test } from "../app.mjs";
import { meeting, only } from "../find/lists.mjs";
import { setGoal } from "../goals/keep.mjs";

test.use({ subPath: "/recovery/site/", viewport: { width: 1100, height: 800 } });

test("all three parts work, from addresses with and without a slash", async ({ app, page, site }) => {
  test.slow();
  site.has(only([meeting("one")]));
  for (const start of ["", "find", "find/", "goals/"]) {
    await app.open(start);
    const navigation = page.getByRole("banner").getByRole("navigation");
    await navigation.getByRole("link", { name: "Find" }).click();
    await app.matches(["one"]);
    await expect(page).toHaveURL(new RegExp(`^${site.url}find(/|\\.html)?$`));
    await navigation.getByRole("link", { name: "Cope" }).click();
    await app.main.locator("ul.links a").first().click();
    await expect(page).toHaveURL(new RegExp(`^${site.url}skill#`));
    await navigation.getByRole("link", { name: "Home" }).click();
    await expect(page).toHaveURL(site.url);
  }
});

test("a listing and a goal open from their own addresses", async ({ app, page, site }) => {
  site.has(only([meeting("one")]));
  await app.open("listing/#aa~one");
  await expect(app.heading).toHaveText("Meeting one");
  await setGoal(app, { name: "Walk" });
  await page.reload();
  await expect(app.heading).toHaveText("Walk");
  expect(page.url()).toMatch(new RegExp(`^${site.url}goal#`));
});

test("every request stays below it", async ({ app, context, site }) => {
  const outside = [];
  context.on("request", (request) => request.url().startsWith(site.url) || outside.push(request.url()));
  site.has(only([meeting("one")]));
  await app.find();
  await app.open("support/");
  expect(outside).toEqual([]);
});

test("help and leave work", async ({ app, page, site }) => {
  await app.open("goals/");
  await page.locator("[data-action=help]").click();
  await expect(page).toHaveURL(`${site.url}help-now`);
  await expect(app.heading).toHaveText("Help now");
  await page.locator("[data-action=leave]").click();
  await page.waitForURL("https://www.weather.gov/");
});
