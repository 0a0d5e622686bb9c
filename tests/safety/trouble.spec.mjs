// When something of the app does not arrive, or breaks: help lines stay, a sentence says what happened, the rest works.

import { expect, test } from "../app.mjs";
import { meeting, only } from "../find/lists.mjs";

test.use({ provoked: /status of 404|ERR_FAILED|wasm|WebAssembly|module|Worker|provoked|Failed to fetch/i });

const line = (page) => page.locator('a[href="tel:988"]:visible').first();

const NOT_STARTED = {
  "the program is blocked": (page) => page.route("**/alongside-*.wasm", (route) => route.abort()),
  "the program is missing": (page) => page.route("**/alongside-*.wasm", (route) => route.fulfill({ status: 404, body: "not here" })),
  "the program is cut off": (page) => page.route("**/alongside-*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm" })),
  "the program is a web page": (page) => page.route("**/alongside-*.wasm", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Sign in</h1>" })),
  "its script is blocked": (page) => page.route("**/alongside-*.js", (route) => route.abort()),
  "the browser has no WebAssembly": (page) => page.addInitScript(() => delete window.WebAssembly),
};

for (const [what, provoke] of Object.entries(NOT_STARTED)) {
  test(`${what}: the static page stays, with a sentence`, async ({ app, page }) => {
    await provoke(page);
    for (const address of ["", "goals", "help-now/"]) {
      await page.goto(app.site.url + address);
      await expect(page.getByRole("alert")).toContainText("could not load");
      await expect(line(page)).toBeVisible();
      await expect(app.heading).toHaveCount(1);
      await expect(app.main).toHaveCount(1);
      await expect(page.getByRole("banner").locator("[data-action]")).toHaveCount(2);
    }
    await page.locator("[data-action=leave]").click();
    await page.waitForURL("https://www.weather.gov/");
  });
}

test("the boot script is blocked: help lines and links still work", async ({ app, page }) => {
  await page.route("**/boot.js*", (route) => route.abort());
  await page.goto(`${app.site.url}find`);
  await expect(line(page)).toBeVisible();
  await page.locator("[data-action=help]").click();
  await expect(page).toHaveURL(/help-now$/);
});

for (const [how, break_] of [
  ["says so", () => window.alongsideTrouble("a panic")],
  ["traps", () => setTimeout(() => { throw new WebAssembly.RuntimeError("provoked: unreachable"); })],
]) {
  test(`the app stops (${how}): help lines come back below a sentence, once`, async ({ app, page }) => {
    await app.open("goals");
    await page.evaluate(break_);
    const alert = page.getByRole("alert").filter({ hasText: "has stopped" });
    await expect(alert).toHaveCount(1);
    await expect(alert).toBeInViewport();
    await expect(line(page)).toBeVisible();
    await page.evaluate(() => window.alongsideTrouble("again"));
    await expect(alert).toHaveCount(1);
    await expect(page.locator("#help-lines")).toHaveCount(1);
    await expect(app.heading).toHaveCount(1);
  });
}

test("the worker does not start: the page says so, Try again helps once it can", async ({ app, page, context, site }) => {
  site.has(only([meeting("one")]));
  await context.route("**/worker-*/**", (route) => route.abort());
  await app.open("find");
  const alert = page.getByRole("alert").filter({ hasText: "could not be opened" });
  await expect(alert).toBeVisible();
  await expect(alert.getByRole("link", { name: "All help lines" })).toBeVisible();
  await context.unroute("**/worker-*/**");
  await alert.getByRole("button", { name: "Try again" }).click();
  await app.matches(["one"]);
  await expect(alert).toHaveCount(0);
});

for (const [file, address] of [["skills.json", "cope"], ["kinds.json", "support"], ["kinds.json", "kind#detox-facilities"], ["skills.json", "skill#box-breath"]]) {
  test(`${file} does not arrive: /${address} says so, and Try again helps once it does`, async ({ app, page, context }) => {
    await context.route(`**/content/en/${file}*`, (route) => route.abort());
    await page.goto(app.site.url + address);
    const retry = app.main.getByRole("button", { name: "Try again" });
    await expect(retry).toBeVisible();
    await expect(app.heading).toHaveCount(1);
    await context.unroute(`**/content/en/${file}*`);
    await retry.click();
    await expect(retry).toHaveCount(0);
    await expect(app.heading).toHaveCount(1);
    await expect(app.heading).not.toBeEmpty();
  });
}

test("names of meeting types are missing: meetings are found all the same", async ({ app, context, site }) => {
  site.has(only([meeting("one", { types: ["O"] })]));
  await context.route("**/content/types.json*", (route) => route.fulfill({ status: 404, body: "" }));
  await app.find("q=meeting");
  await app.matches(["one"]);
  await expect(app.main).toContainText("names of the meeting types");
});
