// `/support` and `/kind`: which kind fits, what each asks of a person, and the way from it to a real listing.

import { readJson } from "../../tools/lib/files.mjs";
import { expect, test } from "../app.mjs";
import { meeting, only } from "../find/lists.mjs";

const QUESTIONS = 6;
const WITHDRAWAL = readJson("public/content/en/withdrawal.json");

/** Goes to the guide's results by keyboard alone; `answers` are pressed as their questions come. */
async function throughGuide({ app, page }, answers) {
  await app.open("support");
  await app.main.getByRole("button", { name: "Which fits me?" }).focus();
  await page.keyboard.press("Enter");
  await expect(app.main.getByRole("heading", { name: "Which fits me?" })).toBeFocused();
  for (let at = 1; at <= QUESTIONS; at += 1) {
    await expect(app.main.getByText(`${at} of ${QUESTIONS}`)).toBeVisible();
    for (const name of answers[at] ?? []) {
      await tabTo(page, app.main.getByRole("checkbox", { name, exact: true }));
      await page.keyboard.press("Space");
    }
    await tabTo(page, app.main.locator(".guide .stepper .btn.primary"));
    await page.keyboard.press("Enter");
    await expect(page.locator(".stepper-words")).toBeFocused();
  }
}

/** Presses Tab until an element has the focus. */
async function tabTo(page, element) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(element).toBeFocused();
}

const suggested = (app) => app.main.locator("[data-suggested]");

test("the guide is gone through by keyboard alone, and each suggestion says why", async ({ app, page }) => {
  await throughGuide({ app, page }, { 1: ["Alcohol"], 2: ["Online"], 3: ["Secular"] });
  const first = suggested(app).first();
  await expect(first).toContainText("Because you asked for: Alcohol, Online, and Secular.");
  const ids = await suggested(app).evaluateAll((list) => list.map((one) => one.dataset.suggested));
  expect(ids).toContain("smart-recovery");
  expect(new Set(ids).size).toBe(ids.length);
  expect(await app.records()).toEqual({});
  expect(new URL(page.url()).hash).toBe("");
});

test("who skips every question gets a general set, and what is dangerous to stop stands with it", async ({ app, page }) => {
  await throughGuide({ app, page }, {});
  await expect(app.main).toContainText("These are open to most people.");
  expect(await suggested(app).count()).toBeGreaterThan(3);
  await expect(app.main.locator(".guide")).toContainText(WITHDRAWAL.one_line);
});

test("danger comes before the first question, and leads to help lines", async ({ app }) => {
  await app.open("support");
  await app.main.getByRole("button", { name: "Which fits me?" }).click();
  await app.main.locator(".guide .notice.danger").getByRole("link", { name: "Get help now" }).click();
  await expect(app.heading).toHaveText(/help/i);
});

test("a kind is found by a word of its other names", async ({ app, page }) => {
  await app.open("support");
  await page.getByLabel("Find a kind by its name").fill("halfway");
  await expect(app.main.getByRole("status").filter({ hasText: "found" })).toBeVisible();
  await expect(app.main.locator(".links a").first()).toHaveAttribute("href", /kind#/);
  await page.getByLabel("Find a kind by its name").fill("zzzz");
  await expect(app.main).toContainText("0 kinds found");
});

test("from a kind to a listing of it in two taps", async ({ app, site }) => {
  site.has([{ src: "directory/services.json", id: "s", kind: "detox-facilities", label: "County services", rows: [meeting("door", { name: "The open door" })] }, ...only([meeting("a")])]);
  await app.open("kind#detox-facilities");
  await app.main.getByRole("link", { name: "Look for it in this directory" }).click();
  await app.matches(["door"]);
  await app.found.getByRole("link", { name: "The open door" }).click();
  await expect(app.heading).toHaveText("The open door");
});

test("what a kind asks of a person is said in words", async ({ app }) => {
  await app.open("kind#alcoholics-anonymous");
  const asks = app.main.locator("section").filter({ has: app.page.getByRole("heading", { name: "What it asks of you" }) });
  await expect(asks.locator("dt").filter({ hasText: "Your real name" })).toHaveCount(1);
  await expect(asks.locator("dd").first()).toHaveText(/needed|ask first|welcome/i);
  await expect(app.main.getByRole("heading", { name: "National organizations" })).toBeVisible();
});

test("a kind that this site has nothing of is named, with where to look, and hides nothing", async ({ app, site }) => {
  site.has(only([meeting("a"), meeting("b")]));
  await app.find("kind=smart-recovery");
  await app.matches(["a", "b"]);
  await expect(app.main.getByRole("status").filter({ hasText: "This site lists nothing of this kind: SMART Recovery" })).toBeVisible();
  await app.main.getByRole("link", { name: "How to find it elsewhere" }).click();
  await expect(app.heading).toContainText("SMART Recovery");
});

test("a site without lists shows national organizations", async ({ app, site }) => {
  site.has([]);
  await app.find();
  await expect(app.main.getByRole("heading", { name: "National organizations" })).toBeVisible();
  const links = app.main.locator("section .piece a");
  expect(await links.count()).toBeGreaterThan(5);
});
