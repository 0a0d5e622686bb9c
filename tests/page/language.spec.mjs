// Which language is shown, and that all of a page is in it.

import { readJson } from "../../tools/lib/files.mjs";
import { NOTHING, stored } from "../goals/keep.mjs";
import { meeting, only } from "../find/lists.mjs";
import { expect, test } from "../app.mjs";

const BOTH = { languages: ["en", "es"] };
const es = readJson("src/i18n/es.json");
const en = readJson("src/i18n/en.json");
const html = (page) => page.locator("html");
const footer = (page) => page.getByRole("contentinfo");

// A file may still be on its way when a test has seen what it wanted.
test.afterEach(({ page }) => page.unrouteAll({ behavior: "ignoreErrors" }));

/** Answers with the release's own file, changed. */
async function changed(page, glob, change) {
  await page.route(glob, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: change(await answer.json()) });
  });
}

/** Remembers each heading that the app shows, in order. */
async function rememberHeadings(page) {
  await page.addInitScript(() => {
    window.headings = [];
    new MutationObserver(() => {
      const shown = document.querySelector("#app h1")?.textContent;
      if (shown && window.headings.at(-1) !== shown) window.headings.push(shown);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => window.headings);
}

test.describe("a browser that asks for Mexican Spanish", () => {
  test.use({ locale: "es-MX" });

  test("gets Spanish at once where the site lists it, with no English before", async ({ app, page, site }) => {
    site.has([], BOTH);
    const headings = await rememberHeadings(page);
    await app.open();
    await expect(app.heading).toHaveText(es["home.title"]);
    expect(await headings()).toEqual([es["home.title"]]);
    await expect(html(page)).toHaveAttribute("lang", "es");
    await expect(html(page)).toHaveAttribute("dir", "ltr");
    await expect(page).toHaveTitle(`${es["home.title"]} – Riverbend Recovery`);
    await expect(page.locator("[data-action=help]")).toHaveAccessibleName(es["frame.help"]);
    await expect(page.locator("[data-action=leave]")).toHaveAccessibleName("Salir de esta página");
  });

  test("gets English where the site lists only that, and asks for no Spanish", async ({ app, page, site }) => {
    site.has([], { languages: ["en"] });
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await app.open();
    await expect(app.heading).toHaveText(en["home.title"]);
    await expect(html(page)).toHaveAttribute("lang", "en");
    expect(asked.filter((path) => /strings|\/es\//.test(path))).toEqual([]);
    await expect(footer(page).getByRole("button")).toHaveCount(0);
  });

  test("has a Spanish page with its help lines first while the app is on its way", async ({ app, page, site }) => {
    site.has([], BOTH);
    let go;
    const held = new Promise((resolve) => (go = resolve));
    await page.route("**/*.wasm", (route) => held.then(() => route.continue()));
    await page.goto(`${site.url}cope`);
    await expect(page.locator("#static h1")).toHaveText(es["cope.title"]);
    await expect(html(page)).toHaveAttribute("lang", "es");
    await expect(page.locator("#static").getByRole("heading", { level: 2 }).first()).toHaveText(es["lines.near"]);
    await expect(page.locator("#static [data-action=help]")).toHaveAccessibleName(es["frame.help"]);
    await expect(page.locator("#static nav").first()).toHaveAttribute("aria-label", es["frame.main_navigation"]);
    go();
    await app.isUp();
    await expect(app.heading).toHaveText(es["cope.title"]);
  });

  test("hears in Spanish that the app could not be loaded", async ({ page, site }) => {
    site.has([], BOTH);
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
    await page.goto(site.url);
    await expect(page.getByRole("alert")).toHaveText(es["trouble.not_started"]);
    await expect(page.locator('#static a[href="tel:988"]').first()).toHaveText(/Llama al 988/);
  });

  test("hears in Spanish how often Shift is still to be pressed", async ({ app, page, site }) => {
    site.has([], BOTH);
    await app.open();
    await page.keyboard.press("Shift");
    await expect(page.locator("#leave-status")).toHaveText(es["leave.two_left"]);
  });

  test("reads numbers, times, days and counts as in Mexico", async ({ app, page, site }) => {
    const rows = [meeting("one", { day: 2, time: "19:30", end_time: "20:30" })];
    site.has(only(rows), BOTH);
    await app.find();
    await expect(app.main.getByText("1 resultado, primero el más próximo")).toBeVisible();
    await app.open("listing#aa~one");
    await expect(app.main).toContainText(/martes, de 7:30\sp\.\s?m\. a 8:30\sp\.\s?m\./);
    await app.open("cope-now");
    await expect(app.main).toContainText(es["choice.situation.craving"]);
  });

  test("finds types by their Spanish names, and in English after a switch", async ({ app, page, site }) => {
    site.has(only([meeting("one", { types: ["W"] }), meeting("two", { types: ["M"] })]), BOTH);
    await app.find("q=mujeres");
    await app.shows(["one"]);
    await footer(page).getByRole("button", { name: "English" }).click();
    await expect(app.heading).toHaveText(en["find.title"]);
    await app.shows([]);
    await app.edit("q=women");
    await app.shows(["one"]);
  });

  test("reads content in Spanish, and once that nobody has read the translation yet", async ({ app, page, site }) => {
    site.has([], BOTH);
    await changed(page, "**/content/es/skills.json*", ({ skills }) => {
      const [first] = skills;
      return { skills: [{ ...first, name: "Una prueba", steps: ["Haz esto."] }], translation: { review: "native" } };
    });
    const [{ id }] = readJson("public/content/en/skills.json").skills;
    await app.open(`skill#${id}`);
    await expect(app.heading).toHaveText("Una prueba");
    await expect(app.main.getByText("Haz esto.").first()).toBeVisible();
    await expect(app.main.getByText(es["review.native"])).toHaveCount(1);
  });

  test("says nothing of a review where one has taken place", async ({ app, page, site }) => {
    site.has([], BOTH);
    for (const file of ["skills", "withdrawal", "lines"]) await changed(page, `**/content/es/${file}.json*`, (content) => ({ ...content, translation: undefined }));
    const [{ id }] = readJson("public/content/en/skills.json").skills;
    await app.open(`skill#${id}`);
    await expect(app.heading).not.toBeEmpty();
    await expect(app.main.getByText(es["review.native"])).toHaveCount(0);
  });

  test("is read from right to left if the language is", async ({ app, page, site }) => {
    site.has([], BOTH);
    await changed(page, "**/strings/es-*.json", (strings) => ({ ...strings, dir: "rtl" }));
    await app.open();
    await expect(html(page)).toHaveAttribute("dir", "rtl");
    await footer(page).getByRole("button", { name: "English" }).click();
    await expect(html(page)).toHaveAttribute("dir", "ltr");
  });

  test("waits a moment for slow words, then reads English, then Spanish when they come", async ({ app, page, site }) => {
    site.has([], BOTH);
    let go;
    const held = new Promise((resolve) => (go = resolve));
    await page.route("**/strings/es-*.json", (route) => held.then(() => route.continue()));
    await app.open();
    await expect(app.heading).toHaveText(en["home.title"]);
    go();
    await expect(app.heading).toHaveText(es["home.title"]);
    await expect(html(page)).toHaveAttribute("lang", "es");
  });

  test.describe("when the words are missing", () => {
    test.use({ provoked: /404/ });

    test("reads English, and every page works", async ({ app, page, site }) => {
      site.has([], BOTH);
      await page.route("**/strings/es-*.json", (route) => route.fulfill({ status: 404, body: "" }));
      await app.open();
      await expect(app.heading).toHaveText(en["home.title"]);
      await expect(html(page)).toHaveAttribute("lang", "en");
      await expect(page.locator("#trouble")).toBeHidden();
      await footer(page).getByRole("button", { name: "Español" }).click();
      await expect(footer(page).getByText(en["settings.language_failed"])).toBeVisible();
    });
  });

  test("does not take words that were written for another release", async ({ app, page, site }) => {
    site.has([], BOTH);
    await changed(page, "**/strings/es-*.json", (strings) => ({ ...strings, keys: "00000000" }));
    await app.open();
    await expect(app.heading).toHaveText(en["home.title"]);
  });
});

test.describe("a browser that asks for British English", () => {
  test.use({ locale: "en-GB" });

  test("reads the clock as in Britain", async ({ app, site }) => {
    site.has(only([meeting("one", { day: 2, time: "19:30", end_time: "20:30" })]), BOTH);
    await app.open("listing#aa~one");
    await expect(app.main).toContainText("Tuesday, 19:30 to 20:30");
  });
});

for (const [asked, listed, shown, why] of [
  [["es-MX"], ["en", "es"], "es", "the browser’s, whatever its region"],
  [["fr-FR", "es", "en"], ["en", "es"], "es", "the first of the browser’s that the site lists"],
  [["tlh"], ["es", "en"], "es", "else the site’s first"],
  [["tlh"], ["en", "es"], "en", "else the site’s first"],
  [["tlh"], ["tlh"], "en", "else English"],
  [["ES"], ["EN", "ES-MX"], "es", "case and region don’t matter"],
]) {
  test(`asked for ${asked}, listed ${listed}: ${why}`, async ({ app, page, site }) => {
    await page.addInitScript((languages) => Object.defineProperty(navigator, "languages", { value: languages }), asked);
    site.has([], { languages: listed });
    await app.open();
    await expect(html(page)).toHaveAttribute("lang", shown);
    await expect(app.heading).toHaveText((shown === "es" ? es : en)["home.title"]);
  });
}

test("a switch at the foot keeps the page and the focus, says the new name, and stores nothing", async ({ app, page, site }) => {
  site.has([], BOTH);
  await app.open("cope#situation=anger");
  await footer(page).getByRole("button", { name: "Español" }).click();
  await expect(app.heading).toHaveText(es["cope.title"]);
  await expect(page).toHaveURL(/cope#situation=anger$/);
  await expect(html(page)).toHaveAttribute("lang", "es");
  await expect(page).toHaveTitle(`${es["cope.title"]} – Riverbend Recovery`);
  await expect(page.locator("[aria-live=polite]").filter({ hasText: es["cope.title"] })).toHaveCount(1);
  const chosen = footer(page).getByRole("button", { name: "Español" });
  await expect(chosen).toBeFocused();
  await expect(chosen).toHaveAttribute("aria-pressed", "true");
  await expect(chosen).toHaveAttribute("lang", "es");
  expect(await stored(page)).toEqual(NOTHING);
  await app.open("cope");
  await expect(app.heading, "a new visit follows the browser").toHaveText(en["cope.title"]);
});

test("a language that was kept is shown at the next visit, from its first heading on", async ({ app, page, site }) => {
  site.has([], BOTH);
  await app.open("settings");
  await app.main.getByLabel(en["settings.language"]).focus();
  await app.main.getByLabel(en["settings.language"]).selectOption({ label: "Español" });
  await expect(app.heading).toHaveText(es["settings.title"]);
  await expect(app.main.getByLabel(es["settings.language"])).toBeFocused();
  expect(await stored(page)).toEqual(NOTHING);
  await app.main.getByRole("button", { name: es["settings.keep"] }).click();
  const headings = await rememberHeadings(page);
  await app.open("goals");
  await expect(app.heading).toHaveText(es["goals.title"]);
  expect(await headings()).toEqual([es["goals.title"]]);
  await app.open("settings");
  await app.main.getByLabel(es["settings.language"]).selectOption({ label: "English" });
  await expect(app.heading).toHaveText(en["settings.title"]);
  await app.open("goals");
  await expect(app.heading, "settings that are kept keep a change").toHaveText(en["goals.title"]);
});
