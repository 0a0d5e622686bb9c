// The page before the app, and without it.

import { readJson } from "../../tools/lib/files.mjs";
import { escape } from "../../tools/lib/html.mjs";
import { PAGES } from "../../tools/lib/pages.mjs";
import { expect, foreign, test } from "./served.mjs";

const addresses = PAGES.flatMap(({ file }) => (file === "index" ? [""] : [file, `${file}/`]));

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("every page has one heading, one main, two actions and help lines to call", async ({ watched, site }) => {
    const { page, seen } = watched;
    for (const address of addresses) {
      const response = await page.goto(site.url + address);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("main")).toHaveCount(1);
      const banner = page.getByRole("banner");
      await expect(banner.locator('[data-action="help"]')).toHaveAccessibleName("Get help now");
      await expect(banner.locator('[data-action="leave"]')).toHaveAccessibleName("Leave this page");
      await expect(page.locator('a[href="tel:988"]').first()).toBeVisible();
      expect(await response.text()).toMatch(/<noscript>.*needs JavaScript/);
    }
    expect(seen.violations).toEqual([]);
    expect(foreign(seen, site)).toEqual([]);
  });

  for (const subPath of ["/", "/recovery/site/"]) {
    test.describe(`below ${subPath}`, () => {
      test.use({ subPath });

      test("help and navigation lead to pages of this site", async ({ watched, site }) => {
        const { page } = watched;
        for (const start of ["find", "find/"]) {
          await page.goto(site.url + start);
          await page.locator('[data-action="help"]').click();
          await expect(page).toHaveURL(`${site.url}help-now`);
          await page.getByRole("banner").getByRole("link", { name: "Alongside" }).click();
          await expect(page).toHaveURL(site.url);
        }
      });
    });
  }
});

test("help now lists every line that can be dialled, and none that the list says to leave out", async ({ request, site }) => {
  const html = await (await request.get(`${site.url}help-now`)).text();
  for (const line of readJson("public/content/en/lines.json").lines) {
    const shown = html.includes(`<strong class="line-name">${escape(line.name)}</strong>`);
    expect(shown, line.id).toBe(line.include && (line.tel.length > 0 || line.sms !== null));
  }
});

test("an unknown address gets a page that stands alone, with help lines and a way home", async ({ watched, site }) => {
  const { page, seen } = watched;
  const response = await page.goto(`${site.url}some/old/address`);
  expect(response.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.locator('a[href="tel:988"]').first()).toBeVisible();
  await expect(page.locator("script, link[rel=stylesheet]")).toHaveCount(0);
  expect(await page.locator("h1").evaluate((h1) => getComputedStyle(h1).fontFamily)).toContain("system-ui");
  expect(seen.violations).toEqual([]);
  await page.getByRole("link", { name: "Go to the first page" }).click();
  await expect(page).toHaveURL(site.url);
});

for (const subPath of ["/", "/recovery/site/"]) {
  test.describe(`the app below ${subPath}`, () => {
    test.use({ subPath });

    test("starts on every page with no violation and no foreign request", async ({ watched, site }) => {
      const { page, seen } = watched;
      for (const address of ["", "find", "find/", "help-now/"]) {
        const started = page.waitForResponse((response) => response.url().endsWith(".wasm"));
        await page.goto(site.url + address);
        expect((await started).status()).toBe(200);
        await expect(page.locator("html")).toHaveAttribute("data-base", subPath);
        await expect(page.locator("h1")).toHaveCount(1);
        await expect(page.locator("#trouble")).toBeHidden();
      }
      expect(seen.violations).toEqual([]);
      expect(foreign(seen, site)).toEqual([]);
    });
  });
}

test("if the app can’t be loaded, the help lines stay and a sentence says what happened", async ({ watched, site }) => {
  const { page } = watched;
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(`${site.url}find`);
  await expect(page.locator("#trouble")).toContainText("could not load");
  await expect(page.locator('a[href="tel:988"]').first()).toBeVisible();
  await expect(page.locator("h1")).toHaveCount(1);
});

test("if the app stops later, help lines come back below a sentence", async ({ watched, site }) => {
  const { page } = watched;
  await page.goto(site.url);
  await page.waitForFunction(() => window.alongsideTrouble);
  await page.evaluate(() => {
    document.getElementById("static")?.remove();
    window.alongsideTrouble("a panic");
  });
  await expect(page.getByRole("alert").first()).toContainText("has stopped");
  await expect(page.locator('aside a[href="tel:988"]').first()).toBeVisible();
});
