// Tools with words: what the person taps and types is theirs, goes on after a reload, and is kept only if they say so.

import { expect, test } from "../app.mjs";

const button = (app, name) => app.main.getByRole("button", { name, exact: true });
const anything = (page) => page.evaluate(() => localStorage.length);
const before = (app) => app.main.locator(".kept-before");

test("plans of the person's own are kept, shown again and deleted", async ({ app, page }) => {
  await app.open("skill#if-then");
  await app.main.getByLabel("If", { exact: true }).fill("I am paid");
  await app.main.getByLabel("then I will").fill("go with Ana");
  await page.reload();
  await app.isUp();
  await expect(app.main.getByLabel("then I will")).toHaveValue("go with Ana");
  expect(await anything(page)).toBe(0);
  await button(app, "Add this plan").press("Enter");
  await expect(app.main.getByText("If I am paid, then I will go with Ana").first()).toBeVisible();
  await button(app, "Keep this").click();
  await page.reload();
  await app.isUp();
  await expect(before(app)).toContainText("go with Ana");
  await before(app).getByRole("button").click();
  await expect(before(app)).toHaveCount(0);
});

test("the number of a message is neither in the history nor kept", async ({ app, page }) => {
  await app.open("skill#reach-out");
  await button(app, "Can you talk?").click();
  await app.main.getByLabel("Number or email, if you like").fill("+1 555 010 0100");
  await expect(app.main.getByRole("link", { name: "Open as a text message" })).toHaveAttribute("href", "sms:+15550100100?body=Can%20you%20talk%3F");
  expect(await page.evaluate(() => String(history.state))).not.toContain("555");
  await button(app, "Keep this").click();
  await expect(before(app)).toContainText("Can you talk?");
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("555");
});

test("the four of HALT lead on from the loudest", async ({ app }) => {
  await app.open("skill#halt-check");
  for (const name of ["Hungry: A bit", "Angry: No", "Lonely: No", "Tired: Yes"]) await button(app, name).press("Enter");
  await expect(app.main.locator("[aria-live] li")).toHaveText([/^Tired: /, /^Hungry: /]);
});

test("a card that was kept is shown large in one tap", async ({ app, page }) => {
  await app.open("skill#leave-now");
  await button(app, "I have to go.").click();
  await button(app, "Keep this").click();
  await page.reload();
  await app.isUp();
  await button(app, "Show the card you kept").click();
  await expect(app.main.locator("#tool-step")).toHaveText("I have to go.");
});
