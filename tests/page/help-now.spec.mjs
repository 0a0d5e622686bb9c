// Help lines by country and need, what to do while help comes, and the same lines with no script.

import { expect, test } from "../app.mjs";
import { readJson, walk } from "../../tools/lib/files.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const content = (name, language = "en") => readJson(`public/content/${language}/${name}.json`);
const { lines: LINES, needs: NEEDS } = content("lines");
const SHOWN = LINES.filter(({ include }) => include);
const COUNTRIES = [...new Set(SHOWN.flatMap(({ countries }) => countries))];
const DIALLED = /^(?:tel|sms):/;

/** The links that a line gives: to call, by text telephone, to text. */
function dialled({ tel, tty, sms }) {
  const calls = [...tel, ...(tty ? [tty] : [])].map(({ number }) => `tel:${number}`);
  return [...calls, ...(sms ? [`sms:${sms.to}${sms.body ? `?&body=${encodeURIComponent(sms.body)}` : ""}`] : [])];
}

/** What each line of a list says and dials, read from the page. */
const read = (list) =>
  list.evaluateAll((items) =>
    items.map((item) => ({ name: item.querySelector(".line-name").textContent, links: [...item.querySelectorAll("a")].map((a) => a.getAttribute("href")).filter((href) => /^(?:tel|sms):/.test(href)) })),
  );

/** What must be shown for a country and a need, in order, by the rules for lines. */
function expected(country, need) {
  const serves = ({ countries }) => countries.length === 0 || countries.includes(country);
  const fits = ({ needs }) => (need === "use_alone" ? needs.includes("use_alone") || needs.includes("danger_now") : need ? needs.includes(need) : !needs.includes("use_alone"));
  const rank = ({ needs, countries }) => (needs.includes("danger_now") ? 0 : 2) + (countries.length === 0 ? 1 : 0);
  return SHOWN.filter((line) => serves(line) && fits(line)).sort((a, b) => rank(a) - rank(b));
}

for (const language of ["en", "es"]) {
  test.describe(`in ${language}`, () => {
    const words = language === "en" ? {} : content("lines", language).texts;
    const say = (text) => words[text] ?? text;

    test("each country and need has its lines with all that is known, and dials only what is in the list", async ({ app, page, site }) => {
      test.setTimeout(120_000);
      site.has([], { languages: [language] });
      await app.open("help-now");
      for (const country of ["US", "CA", "GB", "AU"]) {
        for (const need of [null, ...NEEDS]) {
          await app.edit(`country=${country}${need ? `&need=${need}` : ""}`);
          const lines = expected(country, need);
          const wanted = lines.map((line) => ({ name: say(line.name), links: dialled(line) }));
          await expect.poll(() => read(app.main.locator(".line")), `${country} ${need}`).toEqual(wanted);
          if (need !== null) continue;
          for (const [at, line] of lines.entries()) {
            const item = app.main.locator(".line").nth(at);
            for (const text of [line.what_happens, line.hours, line.cost, line.privacy]) if (text) await expect(item).toContainText(say(text));
            for (const { extra } of line.tel) if (extra) await expect(item).toContainText(say(extra));
            await expect(item).toContainText(language === "en" ? "not checked yet" : "aún sin revisar");
          }
        }
      }
    });

    test("what to do in an overdose and in withdrawal is there in five lines, with the warning", async ({ app, site }) => {
      site.has([], { languages: [language] });
      await app.open("help-now#need=overdose");
      const own = language === "en" ? {} : content("first_aid", language).texts;
      const stop = language === "en" ? {} : content("withdrawal", language).texts;
      for (const { id, steps, source } of content("first_aid").skills) {
        const aid = app.main.locator(`[data-aid="${id}"]`);
        await expect(aid.locator("ol > li")).toHaveText(steps.map((step) => own[step] ?? step));
        await expect(aid).toContainText(source.title);
        await expect(aid).toContainText(language === "en" ? "Not yet reviewed by a clinician." : "profesional");
      }
      const { one_line, overdose_signs } = content("withdrawal");
      await expect(app.main.locator('[data-aid="withdrawal"]')).toContainText(stop[one_line] ?? one_line);
      await expect(app.main.locator('[data-aid="overdose"] ul').first().locator("li")).toHaveText(overdose_signs.map((sign) => stop[sign] ?? sign));
    });
  });
}

test("lines for before use stand below the emergency number, and nowhere else", async ({ app }) => {
  await app.open("help-now#country=US&need=use_alone");
  await expect(app.main.locator(".line-name").first()).toHaveText("911");
  await expect(app.main.getByText("SafeSpot", { exact: true })).toBeVisible();
  for (const fragment of ["country=US", "country=US&need=overdose", "country=US&need=danger_now"]) {
    await app.edit(fragment);
    await expect(app.main.getByText("SafeSpot", { exact: true })).toHaveCount(0);
  }
});

test("a line that is to be left out is on no page, and in no file of the page before the app", async ({ app, page, release }) => {
  const hidden = LINES.filter(({ include }) => !include);
  expect(hidden.length).toBeGreaterThan(0);
  const html = walk(release).filter((file) => file.endsWith(".html")).map((file) => readFileSync(join(release, file), "utf8"));
  expect(html.length).toBeGreaterThan(30);
  for (const { name } of hidden) for (const text of html) expect(text.includes(`line-name">${name}<`)).toBe(false);
  await app.open("help-now");
  for (const country of ["", ...COUNTRIES]) {
    await app.edit(`country=${country}`);
    await expect(app.main.locator(".line").first()).toBeVisible();
    for (const { name } of hidden) await expect(app.main.getByText(name, { exact: true })).toHaveCount(0);
  }
});

test("every link to call or text in every page before the app is one of a line that is shown", async ({ release }) => {
  const known = new Set(SHOWN.flatMap(dialled));
  const files = walk(release).filter((file) => file.endsWith(".html"));
  for (const file of files) {
    const links = [...readFileSync(join(release, file), "utf8").matchAll(/href="((?:tel|sms):[^"]*)"/g)].map(([, href]) => href.replaceAll("&amp;", "&"));
    expect(links.length, file).toBeGreaterThan(0);
    expect(links.filter((href) => !known.has(href)), file).toEqual([]);
  }
});

test("the page before the app has the very lines that the app shows, country by country", async ({ app, page, site }) => {
  await page.route("**/*.wasm", () => {});
  await page.goto(`${site.url}help-now`);
  const before = await page.locator("#help-lines .line").evaluateAll((items) =>
    items.map((item) => ({ name: item.querySelector(".line-name").textContent, links: [...item.querySelectorAll("a")].map((a) => a.getAttribute("href")) })),
  );
  await page.unrouteAll();
  await app.open("help-now");
  const after = [];
  for (const country of COUNTRIES) {
    for (const need of ["", "use_alone"]) {
      await app.edit(`country=${country}&need=${need}`);
      const wanted = expected(country, need || null).length;
      await expect(app.main.locator(".line")).toHaveCount(wanted);
      after.push(...(await read(app.main.locator(".line"))));
    }
  }
  const key = ({ name, links }) => `${name} ${links.join(" ")}`;
  const sorted = (all) => [...new Set(all.filter(({ links }) => links.some((href) => DIALLED.test(href))).map(key))].sort();
  expect(sorted(before)).toEqual(sorted(after));
});

test("with no script, what to do is there in the same words, below the lines", async ({ app, page, site }) => {
  await page.route("**/*.wasm", () => {});
  await page.goto(`${site.url}help-now`);
  const before = page.locator("#help-lines");
  for (const { id, name, steps } of content("first_aid").skills) {
    await expect(before.getByRole("heading", { name })).toBeVisible();
    await expect(before.locator(`[data-aid="${id}"] > li`)).toHaveText(steps);
  }
  await expect(before).toContainText(content("withdrawal").one_line);
  await page.goto(site.url);
  await expect(page.locator("#help-lines .line").first()).toBeVisible();
  await expect(page.locator("[data-aid]")).toHaveCount(0);
});

test("the three lines of the first page are the same before and in the app", async ({ app, page, site }) => {
  await page.route("**/*.wasm", () => {});
  await page.goto(site.url);
  const before = await page.locator("#help-lines .line").evaluateAll((items) => items.map((item) => item.querySelector("a").getAttribute("href")));
  await page.unrouteAll();
  site.has([], { country: "US" });
  await app.open();
  const own = await read(page.locator("#app .line"));
  expect(own.length).toBe(3);
  for (const { links } of own.slice(0, 2)) expect(before).toContain(links[0]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the number to call first is in view, and so is what happens then", async ({ app, page }) => {
    await app.open("help-now#country=US");
    await expect(app.main.locator(".line-call").first()).toBeInViewport({ ratio: 1 });
    await expect(app.main.locator(".line-about").first()).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

test("nothing runs over at 320 pixels", async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await app.open("help-now#country=US&need=violence");
  await expect(app.main.getByText("Text telephone (TTY): 1-800-787-3224")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
