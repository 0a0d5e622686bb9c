// The address is the search: Back, Forward, reload and an edited address show what they say.

import { expect, test } from "../app.mjs";
import { many, meeting, only } from "./lists.mjs";

test.use({ timezoneId: "America/New_York" });

const length = (page) => page.evaluate(() => history.length);

test.beforeEach(({ site }) => site.has(only([meeting("sun", { day: 0 }), meeting("mon", { day: 1 }), meeting("online", { day: 1, attendance_option: "online", conference_url: "https://zoom.us/j/1" })])));

test("typing replaces the entry", async ({ app, page }) => {
  await app.find();
  const before = await length(page);
  await app.search.pressSequentially("sun day");
  await app.matches([]);
  expect(await length(page)).toBe(before);
  expect(page.url()).toMatch(/#q=sun%20day$/);
  await app.search.fill("meeting sun");
  await app.shows(["sun"]);
  expect(await length(page)).toBe(before);
});

test("other choices add an entry, and Back and Forward go through them", async ({ app, page }) => {
  await app.find();
  const before = await length(page);
  await app.search.fill("meeting");
  const chip = page.getByRole("group", { name: "Quick choices" }).getByRole("button", { name: "Online", exact: true });
  await chip.click();
  await app.matches(["online"]);
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  expect(await length(page)).toBe(before + 1);
  await page.goBack();
  await app.matches(["sun", "mon", "online"]);
  await expect(app.search).toHaveValue("meeting");
  await expect(chip).toHaveAttribute("aria-pressed", "false");
  await page.goForward();
  await app.matches(["online"]);
  expect(app.fragment()).toContain("attendance=online");
  expect(app.fragment()).toContain("q=meeting");
});

test("a filter of the panel adds an entry and takes itself back", async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.find();
  const before = await length(page);
  await page.locator("summary").filter({ hasText: "Filters" }).click();
  await page.getByRole("checkbox", { name: /^Monday/ }).check();
  await app.matches(["mon", "online"]);
  expect(await length(page)).toBe(before + 1);
  await page.getByRole("button", { name: "Take back “Monday”" }).click();
  await app.matches(["sun", "mon", "online"]);
  await page.goBack();
  await app.matches(["mon", "online"]);
  await page.getByRole("button", { name: "Clear all" }).click();
  await app.matches(["sun", "mon", "online"]);
});

test("an edited address applies at once", async ({ app, page }) => {
  await app.find("day=0");
  await app.matches(["sun"]);
  await app.edit("day=1&q=online");
  await app.matches(["online"]);
  await expect(app.search).toHaveValue("online");
  await page.goBack();
  await app.matches(["sun"]);
  await expect(app.search).toHaveValue("");
});

test("only what counts is shown as chosen", async ({ app, page }) => {
  await app.find("day=1,9&type=NOSUCH&region=Nowhere&time=noon&attendance=Online");
  await app.matches(["mon", "online"]);
  const chosen = page.getByRole("group", { name: "What you chose" }).getByRole("button", { name: /Take back/ });
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toHaveText("Monday");
});

test("a link that someone sent opens with its filters, and a reload keeps them", async ({ app, page }) => {
  await app.find("q=meeting+mon&day=1");
  await expect(app.search).toHaveValue("meeting mon");
  await app.matches(["mon"]);
  await page.reload();
  await app.isUp();
  await app.matches(["mon"]);
});

test("filters stay when one leaves for a listing and comes back", async ({ app, page }) => {
  await app.find("day=0");
  await page.locator("[data-listing] a").click();
  await expect(app.heading).toHaveText("Meeting sun");
  await expect(app.found).toHaveCount(0);
  await page.goBack();
  await app.matches(["sun"]);
});

test("Show more adds 50, and Back shows as many again", async ({ app, page, site }) => {
  site.has(only(many(180)));
  await app.find();
  const rows = page.locator("[data-listing]");
  await expect(rows).toHaveCount(50);
  await expect(app.found).toHaveAttribute("data-total", "180");
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(rows).toHaveCount(100);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(rows).toHaveCount(150);
  await rows.nth(120).getByRole("link").click();
  await expect(app.heading).not.toHaveText("Find support");
  await page.goBack();
  await expect(rows).toHaveCount(150);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(rows).toHaveCount(180);
  await expect(page.getByRole("button", { name: "Show more" })).toHaveCount(0);
  await app.edit("day=0");
  await expect.poll(async () => (await app.ids()).length).toBeLessThanOrEqual(50);
});
