// After a lapse: safety first, kind words, one next step; the count comes last and can wait. Both languages.

import { expect, test } from "../app.mjs";
import { NOTHING, stored } from "../goals/keep.mjs";
import { record } from "../kept/backup.mjs";
import { seed } from "../kept/copies.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });
test.beforeEach(async ({ page }) => page.clock.setFixedTime("2026-11-20T15:00:00Z"));

const SOBER = { "alongside:goal:s": record({ kind: "time_since", name: "Sober", first_day: "2026-11-10", order: 0 }) };
const lapse = (day) => ({ "alongside:event:l": record({ goal: "s", day, at: Date.parse(`${day}T15:00:00Z`), what: "lapse" }) });
const part = (app) => app.main.locator(".after-lapse");
const titles = (app) => part(app).getByRole("heading", { level: 2 });

const WORDS = {
  en: { situation: "After a lapse", titles: ["First, be safe", "Help lines", "You are still here, and that counts", "One next step", "Later, if you like"], alone: /Try not to be alone.*old dose can kill/, stop: /do not stop all at once/, naloxone: /naloxone/, lapse: "I had a lapse", meaning: "What should a lapse mean?", keep: "Keep counting, and mark the day" },
  es: { situation: "Después de un tropiezo", titles: ["Primero, tu seguridad", "Líneas de ayuda", "Sigues aquí, y eso cuenta", "Un solo paso ahora", "Más tarde, si quieres"], alone: /Trata de no estar a solas.*puede matar/, stop: /no lo dejes de golpe/, naloxone: /naloxona/, lapse: "Tuve un tropiezo", meaning: "¿Qué debe significar un tropiezo?", keep: "Seguir contando y marcar el día" },
};

for (const [language, words] of Object.entries(WORDS)) {
  test.describe(language, () => {
    test.beforeEach(({ site }) => site.has([], { languages: [language] }));

    const holds = async (app) => {
      await expect(titles(app)).toHaveText(words.titles);
      await expect(part(app).getByRole("status").first()).toHaveText(words.alone);
      await expect(part(app).locator('a[href="tel:911"]')).toBeVisible();
      await expect(part(app)).toContainText(words.stop);
      await expect(part(app)).toContainText(words.naloxone);
      await expect(part(app).locator('a[href$="/help-now#need=overdose"]')).toBeVisible();
      await expect(part(app).locator("ul.links").first().getByRole("link").first()).toHaveAttribute("href", /skill#lapse-first-hour$/);
      expect(await app.main.innerText()).not.toMatch(/relapse|failure|failed|dirty|recaída|fracas|days? would|reset/i);
    };

    test("one tap in the moment, and nothing is kept", async ({ app, page }) => {
      await app.open("cope-now");
      await app.main.getByRole("button", { name: words.situation }).press("Enter");
      await expect(page.locator("#after-lapse")).toBeFocused();
      await holds(app);
      expect(await stored(page)).toEqual(NOTHING);
    });

    test("on the goal: care stands before every number, and the count is asked last", async ({ app, page }) => {
      await seed(app, SOBER);
      await app.open("goal#s");
      await app.main.getByRole("button", { name: words.lapse, exact: true }).click();
      await holds(app);
      await expect(app.main.locator(".big-number").first()).toBeVisible();
      const tops = await app.main.locator(".after-lapse, .columns").evaluateAll((parts) => parts.map((part) => part.className));
      expect(tops).toEqual(["after-lapse", "columns"]);
      await part(app).locator("summary", { hasText: words.meaning }).click();
      await part(app).getByRole("radio", { name: words.keep }).check();
      await expect(part(app).getByRole("radio", { name: words.keep }), "the part stays as it is").toBeChecked();
      await page.reload();
      await expect(part(app)).toBeVisible();
    });
  });
}

test("a lapse of yesterday shows the same", async ({ app }) => {
  await seed(app, { ...SOBER, ...lapse("2026-11-19") });
  await app.open("goal#s");
  await expect(part(app)).toBeVisible();
});

test("a lapse of last week leaves the page as it is", async ({ app }) => {
  await seed(app, { ...SOBER, ...lapse("2026-11-13") });
  await app.open("goal#s");
  await expect(app.main).toContainText("Current run");
  await expect(part(app)).toHaveCount(0);
});

test("a look back becomes an if-then plan, by keyboard alone and after a reload in the middle", async ({ app, page }) => {
  await app.open("skill#lapse-review");
  const write = async (ask, words) => {
    await asks(ask);
    await page.getByLabel("In your words").focus();
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.locator("#tool-step"), "the next question has the focus").toBeFocused();
  };
  const asks = (words) => expect(app.main.getByRole("heading", { name: words })).toBeVisible();
  await write("Where were you in the hours before", "at work, alone");
  await asks("What did you feel");
  await page.reload();
  await app.isUp();
  await asks("What did you feel");
  await write("What did you feel", "tired");
  await write("Which small choices", "took the long way home");
  await write("What was the first spot", "I am paid");
  await write("What will you do there", "go home with Ana");
  await expect(page.getByLabel(/Urge/)).toHaveCount(0);
  await expect(app.main.getByText("If I am paid, then I will go home with Ana")).toBeVisible();
  expect(await stored(page)).toEqual(NOTHING);
  await app.main.getByRole("button", { name: "Keep this" }).press("Enter");
  await expect(app.main.locator(".kept-before")).toContainText("took the long way home");
  await app.open("plan");
  await expect(app.main.getByText("If I am paid, then I will go home with Ana")).toBeVisible();
});
