// My plan: written by the person, one record an entry, read on a hard day and on paper.

import { readJson } from "../../tools/lib/files.mjs";
import { expect, test } from "../app.mjs";
import { NOTHING, stored } from "../goals/keep.mjs";
import { backUp, choose, backupFile, openSettings, record, restoreNow } from "../kept/backup.mjs";
import { eraseAll, keysOf, first, said, seed } from "../kept/copies.mjs";
import { isClosed, open as openLock, turnOn } from "../kept/lock.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });

const { skills } = readJson("public/content/en/skills.json");
const entry = (section, words, more = {}) => record({ section, words, order: 0, ...more });
const section = (app, id) => app.main.locator(`[data-section="${id}"]`);
const entries = (app, id) => section(app, id).locator("[data-entry] .plan-said");
const button = (app, name) => app.main.getByRole("button", { name });

async function add(app, id, { words, number, skill, line }) {
  await section(app, id).getByRole("button", { name: /^Add/ }).click();
  const form = section(app, id).locator("form");
  if (words) await form.getByLabel("In your words").fill(words);
  if (number) await form.getByLabel(/Phone number/).fill(number);
  if (skill) await form.getByLabel(/A skill/).selectOption(skill);
  if (line) await form.getByLabel(/A help line/).selectOption(line);
  await form.getByRole("button", { name: "Keep" }).click();
  await expect(form).toHaveCount(0);
}

test("an empty page says what it is for, shows help lines, and keeps nothing", async ({ app, page }) => {
  await app.open("plan");
  await expect(app.main.getByRole("heading", { name: "Nothing is written yet." })).toBeVisible();
  await expect(app.main.locator('a[href="tel:911"]')).toBeVisible();
  await expect(app.main.getByText("For example: I stop answering messages.")).toBeVisible();
  await button(app, "Write one sign").click();
  await expect(page.getByLabel("In your words")).toBeFocused();
  await page.getByLabel("In your words").fill("a word that nobody kept");
  await button(app, "Cancel").click();
  expect(await stored(page)).toEqual(NOTHING);
});

test("by keyboard alone: the first entry is written, changed and stays after a reload", async ({ app, page }) => {
  await app.open("plan");
  await button(app, "Write one sign").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("In your words")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(app.main.getByText("Write a few words first.")).toBeVisible();
  await expect(page.getByLabel("In your words")).toBeFocused();
  await page.keyboard.type("I stop answering");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(entries(app, "signs")).toHaveText(["I stop answering"]);
  await expect(section(app, "signs").getByRole("button", { name: /^Add/ })).toBeFocused();
  await section(app, "signs").getByRole("button", { name: "Change I stop answering" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("In your words")).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(" my sister");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(section(app, "signs").getByRole("button", { name: /^Change/ })).toBeFocused();
  await page.reload();
  await app.isUp();
  await expect(entries(app, "signs")).toHaveText(["I stop answering my sister"]);
  await expect(app.main.getByRole("heading", { name: "Nothing is written yet." })).toHaveCount(0);
});

test("people are called, skills and help lines are led to", async ({ app }) => {
  await app.open("plan");
  await add(app, "people", { words: "Ana, until ten", number: "+1 (555) 010-0100" });
  await expect(section(app, "people").getByRole("link", { name: "Ana, until ten: Call +1 (555) 010-0100" })).toHaveAttribute("href", "tel:+15550100100");
  await add(app, "people", { words: "Sam", number: "ask Ana" });
  await expect(section(app, "people").getByRole("link")).toHaveCount(1);
  await add(app, "coping", { skill: "box-breath" });
  const link = section(app, "coping").getByRole("link");
  await expect(link).toHaveAttribute("href", "/skill#box-breath");
  await expect(section(app, "signs").locator("form")).toHaveCount(0);
  await add(app, "professionals", { line: "us-988" });
  await expect(section(app, "professionals").locator('a[href="tel:988"]')).toBeVisible();
});

test("a skill is put on the plan from its own page, comes first in the library, and can be taken off", async ({ app, page }) => {
  await app.open("skill#walk-ten");
  const button = (name) => app.main.getByRole("button", { name, exact: true });
  await button("Put it on my plan").press("Enter");
  await expect(button("On my plan")).toHaveAttribute("aria-pressed", "true");
  await app.open("cope");
  const first = app.main.locator("ul.links a").first();
  await expect(first).toContainText("On my plan");
  await expect(first).toHaveAttribute("href", /skill#walk-ten$/);
  await app.open("cope-now");
  await button("A craving").click();
  await button("10 minutes").click();
  await expect(app.main.locator("h2").first()).toHaveText(skills.find(({ id }) => id === "walk-ten").name);
  await app.open("plan");
  await expect(app.main.locator('.plan-said a[href$="skill#walk-ten"]')).toBeVisible();
  await app.open("skill#walk-ten");
  await button("On my plan").click();
  await expect(button("Put it on my plan")).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(button("On my plan")).toBeVisible();
  await page.reload();
  await app.isUp();
  await expect(button("On my plan")).toBeVisible();
});

test("entries go up and down, are deleted and brought back", async ({ app, page }) => {
  await seed(app, { "alongside:plan:a": entry("reasons", "one"), "alongside:plan:b": entry("reasons", "two", { order: 1 }), "alongside:plan:c": entry("reasons", "three", { order: 2 }) });
  await app.open("plan");
  await expect(entries(app, "reasons")).toHaveText(["one", "two", "three"]);
  await section(app, "reasons").getByRole("button", { name: "Change three" }).click();
  await button(app, "Move up").press("Enter");
  await expect(button(app, "Move up")).toBeFocused();
  await button(app, "Move up").press("Enter");
  await button(app, "Move up").press("Enter");
  await button(app, "Cancel").click();
  await expect(entries(app, "reasons")).toHaveText(["three", "one", "two"]);
  await section(app, "reasons").getByRole("button", { name: "Change one" }).click();
  await button(app, "Delete").click();
  await expect(entries(app, "reasons")).toHaveText(["three", "two"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entries(app, "reasons")).toHaveText(["three", "one", "two"]);
  await section(app, "reasons").getByRole("button", { name: "Change two" }).click();
  await button(app, "Delete").click();
  await page.reload();
  await app.isUp();
  await expect(entries(app, "reasons")).toHaveText(["three", "one"]);
});

test("what two tabs write at once is all there, and does not disturb what is being written", async ({ app, page, context }) => {
  await app.open("plan");
  await add(app, "signs", { words: "first" });
  const other = await context.newPage();
  await other.goto(page.url());
  await section(app, "signs").getByRole("button", { name: /^Add/ }).click();
  await page.getByLabel("In your words").fill("half a");
  const there = other.locator('[data-section="signs"]');
  await there.getByRole("button", { name: /^Add/ }).click();
  await there.getByLabel("In your words").fill("from the other tab");
  await there.getByRole("button", { name: "Keep" }).click();
  await expect(entries(app, "signs")).toHaveText(["first", "from the other tab"]);
  await expect(page.getByLabel("In your words")).toHaveValue("half a");
  await button(app, "Keep").click();
  await expect(there.locator(".plan-said")).toHaveText(["first", "from the other tab", "half a"]);
});

test("if-then plans that a skill kept are read here", async ({ app }) => {
  await app.open("skill#if-then");
  await app.main.getByLabel("If", { exact: true }).fill("I am paid");
  await app.main.getByLabel("then I will").fill("go with Ana");
  await button(app, "Keep this").click();
  await expect(app.main.locator(".kept-before")).toContainText("go with Ana");
  await app.open("plan");
  await expect(app.main.getByText("If I am paid, then I will go with Ana")).toBeVisible();
});

test("it is counted, taken away and brought back, and erased", async ({ app, page }) => {
  await seed(app, { "alongside:plan:a": entry("signs", "my own sign") });
  await openSettings(app);
  await expect(page.locator("dt").getByText("My plan", { exact: true }).locator("xpath=../dd")).toHaveText("1");
  expect((await backUp(page)).text).toContain("my own sign");
  await eraseAll(app);
  await app.open("plan");
  await expect(app.main.locator("[data-entry]")).toHaveCount(0);
  await openSettings(app);
  await choose(page, backupFile({ "alongside:plan:a": entry("signs", "from a backup") }));
  await restoreNow(page);
  await app.open("plan");
  await expect(entries(app, "signs")).toHaveText(["from a backup"]);
});

test("behind the lock it is neither shown nor stored in words", async ({ app, page }) => {
  await app.open("plan");
  await add(app, "reasons", { words: "a very private reason" });
  await turnOn(app);
  await expect.poll(async () => JSON.stringify(await first(page))).not.toContain("private reason");
  expect(keysOf(await first(page), "plan")).toHaveLength(1);
  await app.open("plan");
  await isClosed(app);
  await expect(page.locator("body")).not.toContainText("private reason");
  await openLock(app);
  await expect(entries(app, "reasons")).toHaveText(["a very private reason"]);
});

test.describe("on paper", () => {
  const LONG = "WHEN THE EVENING COMES AND THE HOUSE IS QUIET I SIT BY THE WINDOW AND WAIT UNTIL IT IS OVER, AND THEN SOME MORE";
  const FULL = Object.fromEntries(
    ["signs", "coping", "distraction", "people", "professionals", "safer", "reasons"].flatMap((id, at) =>
      [0, 1, 2, 3, 4, 5].map((order) => [`alongside:plan:${"abcdefg"[at]}${"abcdef"[order]}`, entry(id, order % 2 ? LONG : `Word ${order}`, { order })]),
    ),
  );
  const pages = async (page, format) => (await page.pdf({ format })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;

  for (const [language, paper, card, lines, more] of [["en", "Print", "A card to fold", "Help lines", /have no room on the card/], ["es", "Imprimir", "Una tarjeta para doblar", "Líneas de ayuda", /no caben en la tarjeta/]]) {
    test(`a full plan makes a card of one sheet in which nothing is cut, and that doesn’t say where it is from (${language})`, async ({ app, page, site }) => {
      site.has([], { languages: [language] });
      await seed(app, FULL);
      await app.open("plan");
      await app.main.getByRole("radio", { name: card }).check();
      await expect(app.main.getByText(more)).toBeVisible();
      await expect(app.main.locator(".plan-card")).toContainText("911");
      await expect(app.main.getByRole("button", { name: paper })).toBeVisible();
      await page.emulateMedia({ media: "print" });
      const sheet = app.main.locator(".plan-card");
      const panels = await sheet.locator(".plan-panel").evaluateAll((panels) =>
        panels.map((panel) => ({ width: panel.offsetWidth, height: panel.offsetHeight, over: panel.scrollHeight - panel.clientHeight, wide: panel.scrollWidth - panel.clientWidth })),
      );
      const millimeter = 96 / 25.4;
      expect(panels).toHaveLength(4);
      for (const { width, height, over, wide } of panels) {
        expect.soft(Math.abs(width - 85.6 * millimeter)).toBeLessThan(2);
        expect.soft(Math.abs(height - 54 * millimeter)).toBeLessThan(2);
        expect.soft([over > 0, wide > 0]).toEqual([false, false]);
      }
      await expect(page.locator("h1, .lead, .card, .btn, .print-foot, .top, .foot, [data-section]").filter({ visible: true })).toHaveCount(0);
      await expect(sheet.getByText(lines)).toBeVisible();
      expect(await page.locator("body").innerText()).not.toMatch(/Alongside|Riverbend/);
      for (const format of ["Letter", "A4"]) expect.soft(await pages(page, format), format).toBe(1);
    });
  }

  test("a plan prints as a page with what is written and no buttons", async ({ app, page }) => {
    await seed(app, { "alongside:plan:a": entry("signs", "my own sign"), "alongside:plan:b": entry("people", "Ana", { tel: "555 010 0100" }) });
    await app.open("plan");
    await expect(entries(app, "signs")).toHaveText(["my own sign"]);
    await page.emulateMedia({ media: "print" });
    await expect(entries(app, "people")).toContainText("555 010 0100");
    await expect(app.main.locator("button, form, .bare, input").filter({ visible: true })).toHaveCount(0);
    await expect(app.main.getByText("911").first()).toBeVisible();
    expect(await pages(page, "A4")).toBe(1);
  });
});
