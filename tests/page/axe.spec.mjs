// axe on every page and in the states that a visitor brings about; in dark, where only the colors differ, the colors.

import { AxeBuilder } from "@axe-core/playwright";
import { PAGES } from "../../tools/lib/pages.mjs";
import { expect, test } from "../app.mjs";
import { many, meeting, only } from "../find/lists.mjs";
import { day, setGoal, today } from "../goals/keep.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Expects no violation, each named by rule and place. */
async function accessible(page, where) {
  const axe = new AxeBuilder({ page });
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const { violations } = await (isDark ? axe.withRules("color-contrast") : axe.withTags(RULES)).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary.split("\n")[1]?.trim()}`));
  expect(found, where).toEqual([]);
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(`in ${colorScheme}`, () => {
    // As high as the longest page, so that the bar at the foot of a phone covers nothing that could be scrolled to.
    test.use({ colorScheme, timezoneId: "America/New_York", viewport: { width: 390, height: 12_000 }, provoked: /status of 404/ });

    test("every page", async ({ app, page }) => {
      test.setTimeout(120_000);
      for (const { file } of PAGES) {
        await app.open(file === "index" ? "" : file);
        await accessible(page, `/${file}`);
      }
    });

    test("the pages before the app is up", async ({ app, page }) => {
      await page.route("**/*.wasm", () => {});
      for (const address of ["", "find", "help-now"]) {
        await page.goto(app.site.url + address);
        await accessible(page, `/${address}`);
      }
    });

    test("a skill, a kind, a listing, and the pacer while it runs", async ({ app, page, site }) => {
      site.has(only([meeting("one", { types: ["O", "W"], notes: "Ring the bell", conference_url: "https://zoom.us/j/1" })]));
      for (const address of ["kind#detox-facilities", "listing#aa~one", "skill#box-breath", "cope#situation=craving", "cope#q=zzz"]) {
        await app.open(address);
        await accessible(page, `/${address}`);
      }
      await app.open("skill#box-breath");
      await app.main.getByRole("button", { name: "Start" }).click();
      await expect(app.main.locator(".pacer-word")).toHaveText("Breathe in");
      await accessible(page, "the pacer");
    });

    test("many results with filters open, and nothing found", async ({ app, page, site }) => {
      await page.clock.setFixedTime("2026-11-18T17:00:00Z");
      site.has(only([...many(120), meeting("closed", { types: ["TC"] }), meeting("now", { day: 3, time: "11:30", end_time: "12:30" })]));
      await app.find("attendance=in_person&type=O,W&any=1");
      await page.locator("summary").filter({ hasText: "Filters" }).click();
      await accessible(page, "filters");
      await app.find();
      await expect(page.getByRole("button", { name: "Show more" })).toBeVisible();
      await accessible(page, "many results");
      await app.edit("q=zzz");
      await expect(app.found).toHaveAttribute("data-total", "0");
      await accessible(page, "nothing found");
    });

    test("trouble with the lists and with site.json", async ({ app, page, site }) => {
      site.has([{ src: "directory/nowhere.json", label: "Gone" }, ...only([null, meeting("one")])], { distance: "leagues" });
      await app.find();
      await expect(page.getByRole("alert").filter({ hasText: "directory/nowhere.json" })).toBeVisible();
      await page.locator("[data-unread]").click();
      await accessible(page, "trouble");
    });

    test("a goal with days, an open day, what can be changed, and care after a lapse", async ({ app, page }) => {
      await page.clock.setFixedTime("2026-11-20T15:00:00Z");
      await setGoal(app, { name: "Walk", since: "2026-11-01" });
      for (const [date, how] of [["November 17", "Done"], ["November 18", "Skip"], ["November 16", "Not done"]]) {
        await day(app, date).click();
        await page.getByRole("group", { name: new RegExp(date) }).getByRole("button", { name: how, exact: true }).click();
      }
      await today(app, "Done").click();
      await page.getByText("Change this goal").click();
      await accessible(page, "a goal to do");
      await setGoal(app, { name: "No drinking", sort: "since", since: "2026-11-10" });
      await today(app, "I had a lapse").click();
      await expect(app.main.getByText("You are still here")).toBeVisible();
      await accessible(page, "after a lapse");
      await app.open("goals");
      await accessible(page, "two goals");
    });

    test("the question before erasing, a form with errors, blocked storage", async ({ app, page }) => {
      await app.open("settings");
      await page.getByRole("button", { name: "Erase everything" }).click();
      await accessible(page, "erasing");
      await app.open("goal-new");
      await page.getByRole("button", { name: "Save this goal" }).click();
      await accessible(page, "errors");
      await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => null }));
      await app.open("goals");
      await accessible(page, "blocked");
    });
  });
}
