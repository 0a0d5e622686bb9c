// What every page has, however its address is written.

import { PAGES } from "../../tools/lib/pages.mjs";
import { expect, test } from "../app.mjs";

const SPELLINGS = [
  ["plain", PAGES, (file) => (file === "index" ? "" : file)],
  ["with a slash", PAGES, (file) => (file === "index" ? "" : `${file}/`)],
  ["with the name of its file", PAGES.slice(0, 4), (file) => `${file}.html`],
];

for (const [spelling, pages, address] of SPELLINGS) {
  test(`one heading, one main, one banner with help and leave, ${spelling}`, async ({ app, page }) => {
    test.slow();
    const titles = new Set();
    for (const { file } of pages) {
      await app.open(address(file));
      const banner = page.getByRole("banner");
      await expect(app.heading, file).toHaveCount(1);
      await expect(app.heading, file).not.toBeEmpty();
      await expect(app.heading, file).not.toHaveText("This page doesn’t exist");
      await expect(app.main, file).toHaveCount(1);
      await expect(banner, file).toHaveCount(1);
      await expect(banner.locator("[data-action]"), file).toHaveCount(2);
      await expect(banner.locator('a[data-action="help"]'), file).toHaveAccessibleName("Get help now");
      await expect(banner.locator('a[data-action="leave"]'), file).toHaveAccessibleName("Leave this page");
      await expect(page.getByRole("link", { name: "Skip to the main part" }), file).toHaveCount(1);
      await expect(page, file).toHaveTitle(`${await app.heading.innerText()} – Riverbend Recovery`);
      titles.add(await page.title());
      await expect(page.locator("html"), file).toHaveAttribute("lang", "en");
    }
    expect(titles.size, "titles differ from page to page").toBe(pages.length);
  });
}

test("every link of the frame leads to a page that exists", async ({ app, page, request }) => {
  await app.open();
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href));
  const own = [...new Set(links.filter((href) => href.startsWith(new URL(page.url()).origin)).map((href) => href.split("#")[0]))];
  expect(own.length).toBeGreaterThan(6);
  for (const href of own) expect((await request.get(href)).status(), href).toBe(200);
});

test("an example site says on every page that it is one", async ({ app, page, site }) => {
  site.has([], { example: true });
  for (const address of ["", "find", "goals", "skill#box-breath"]) {
    await app.open(address);
    await expect(page.getByText("This is an example site")).toBeVisible();
  }
});

test("the name of the site stands in the banner, and where Leave leads to is its choice", async ({ app, page, context, site }) => {
  await context.route("https://weather.example.org/**", (route) => route.fulfill({ body: "" }));
  site.has([], { name: "Fern Ferry Peers", leave_to: "https://weather.example.org/" });
  await app.open();
  await expect(page.getByRole("banner")).toContainText("Fern Ferry Peers");
  await expect(page.locator("[data-action=leave]")).toHaveAttribute("href", "https://weather.example.org/");
});
