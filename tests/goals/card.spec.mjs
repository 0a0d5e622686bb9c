// A card for a peer: what is ticked becomes a link, the link becomes the card again, and nothing of it stays anywhere.

import { expect, test } from "../app.mjs";
import { NOTHING, setGoal, stored, today } from "./keep.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const card = (app) => app.main.locator("[data-card]");
const make = (app) => app.main.getByRole("button", { name: "Make the card" }).click();

async function linkOf(app) {
  await expect(app.page.getByRole("heading", { name: "The card is ready" })).toBeFocused();
  await app.main.getByRole("button", { name: "Copy the link" }).click();
  await expect(app.page.locator(".toast")).toContainText("The link is copied.");
  return clipboard(app.page);
}

/** Another person's browser, with nothing kept in it. */
async function peer(browser, address, seen) {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.on("request", (request) => seen?.push(request.url()));
  await page.goto(address);
  await expect(page.locator("#static")).toHaveCount(0);
  return page;
}

test("only what is ticked is on the card, and the peer who opens the link reads it and answers", async ({ app, page, browser }) => {
  await setGoal(app, { name: "No drinking", sort: "do" });
  await today(app, "Done").click();
  await setGoal(app, { name: "A private matter" });
  await app.open("goals");
  await app.main.getByRole("link", { name: /Share a card/ }).click();
  await app.main.getByRole("checkbox", { name: "No drinking" }).check();
  await page.getByLabel("Your words for “No drinking” on the card").fill("The thing we spoke of");
  await app.main.getByRole("checkbox", { name: "With the past week: 1 of 1 days" }).check();
  await app.main.getByRole("radio", { name: "It is hard right now." }).check();
  await app.main.getByRole("checkbox", { name: "I could use a call." }).check();
  await page.getByLabel("A line of your own").fill("Thursday was long.");
  await page.getByLabel("Who it is from").fill("Sam");
  await make(app);
  const link = await linkOf(app);
  await expect(page).toHaveURL(/\/card$/);
  expect(Buffer.from(link.split("#1")[1], "base64url").toString()).not.toMatch(/drinking|private/i);

  const seen = [];
  const other = await peer(browser, link, seen);
  await expect(other).toHaveURL(/\/card$/);
  await expect(other.locator("[data-card]")).toHaveText(/How I am: Sam.*It is hard right now\..*The thing we spoke of1 of 1 days.*I could use a call\..*Thursday was long\./s);
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.filter((url) => url.includes(link.split("#")[1].slice(0, 12)))).toEqual([]);
  expect(await stored(other)).toEqual(NOTHING);

  await other.getByRole("checkbox", { name: "You don’t have to do this alone." }).check();
  await other.getByLabel("A line of your own").fill("Call me at eight.");
  await other.getByRole("button", { name: "Make the card" }).click();
  await other.getByRole("button", { name: "Copy the link" }).click();
  await expect(other.locator(".toast")).toContainText("The link is copied.");
  const answer = await clipboard(other);
  expect(await stored(other)).toEqual(NOTHING);
  await other.context().close();

  await page.goto("about:blank");
  await page.goto(answer);
  await expect(card(app)).toHaveText(/A few words for you.*You don’t have to do this alone\..*Call me at eight\./s);
  await expect(app.main.getByRole("heading", { name: "Answer with a few words" })).toHaveCount(0);
});

test("a card with a passphrase opens with it alone", async ({ app, page, browser }) => {
  await app.open("card");
  await page.getByLabel("A line of your own").fill("Only for you");
  await app.main.getByRole("checkbox", { name: "Protect it with a passphrase" }).check();
  await page.getByLabel("Passphrase", { exact: true }).fill("river stone lamp");
  await page.getByLabel("The same once more").fill("river stone lamp");
  await make(app);
  const link = await linkOf(app);
  expect(link).toContain("/card#2");
  const other = await peer(browser, link);
  await other.getByLabel("Passphrase of the card").fill("river stone");
  await other.getByRole("button", { name: "Open the card" }).click();
  await expect(other.getByText("That didn’t open it.")).toBeVisible();
  await other.getByLabel("Passphrase of the card").fill("river stone lamp");
  await other.getByRole("button", { name: "Open the card" }).click();
  await expect(other.locator("[data-card]")).toContainText("Only for you");
  expect(await stored(other)).toEqual(NOTHING);
  await other.context().close();
});

test("the card is out of the address and the history, and an edited address shows another card", async ({ app, page }) => {
  await app.open("card");
  const links = [];
  for (const words of ["The first", "The second"]) {
    await page.getByLabel("A line of your own").fill(words);
    await make(app);
    links.push(await linkOf(app));
    await app.main.getByRole("button", { name: "Change the card" }).click();
    await expect(page.getByLabel("A line of your own")).toHaveValue(words);
  }
  await app.edit(links[0].split("#")[1]);
  await expect(card(app)).toContainText("The first");
  await expect(page).toHaveURL(/\/card$/);
  await app.edit(links[1].split("#")[1]);
  await expect(card(app)).toContainText("The second");
  await expect(page).toHaveURL(/\/card$/);
  await page.reload();
  await expect(app.heading).toHaveText("A card for someone you trust");
});

test("a link that was cut, one of a later version and one without a card each get a sentence", async ({ app, page }) => {
  await app.open("card");
  await page.getByLabel("A line of your own").fill("Cut");
  await make(app);
  const link = await linkOf(app);
  for (const [address, words] of [
    [link.split("/").pop().slice(0, -3), "Part of this card is missing"],
    ["card#3AAAA", "A newer version"],
    ["card#%F0%9F%92%A9", "There is no card in this link"],
  ]) {
    await page.goto("about:blank");
    await app.open(address);
    await expect(app.main).toContainText(words);
    await expect(app.main.getByRole("link", { name: "Make a card of your own" })).toBeVisible();
  }
});

test("an empty card isn’t made; a code is dark on white in the dark theme, and one too long says so", async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await app.open("card");
  await make(app);
  await expect(app.main).toContainText("There is nothing on the card yet");
  await page.getByLabel("A line of your own").fill("Short");
  await make(app);
  await app.main.getByText("Show it as a code to scan").click();
  const code = app.main.getByRole("img", { name: "The link of the card as a QR code" });
  await expect(code).toBeVisible();
  expect(await code.evaluate((svg) => [getComputedStyle(svg).backgroundColor, getComputedStyle(svg.querySelector("path")).fill])).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  await app.main.getByRole("button", { name: "Change the card" }).click();
  await page.getByLabel("A line of your own").fill("ñ".repeat(280));
  await page.getByLabel("Who it is from").fill("名".repeat(60));
  await make(app);
  await app.main.getByText("Show it as a code to scan").click();
  await expect(app.main).toContainText("too long for a code");
});
