// What a visitor searches, reads and writes never leaves the device. (Every test of the app fails on a request to
// another host; here is the rest of the promise.)

import { PAGES } from "../../tools/lib/pages.mjs";
import { expect, test } from "../app.mjs";
import { meeting, only } from "../find/lists.mjs";
import { setGoal } from "../goals/keep.mjs";

test("no request says what was chosen, on any page", async ({ app, page, context, site }) => {
  test.slow();
  const asked = [];
  context.on("request", (request) => asked.push(`${request.method()} ${request.url()} ${request.headers().referer ?? ""} ${request.postData() ?? ""}`));
  site.has(only([meeting("privateone")]));
  await app.find("q=privateone&region=Riverbend");
  await page.locator("[data-listing] a").click();
  await expect(app.heading).toHaveText("Meeting privateone");
  await setGoal(app, { name: "Private words" });
  await app.open("cope#q=privatesearch");
  await app.open("skill#box-breath");
  await app.open("help-now#need=overdose");
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((line) => /private|box-breath|overdose|#|\?(?!v=[0-9a-f]+)/i.test(line))).toEqual([]);
  expect(asked.filter((line) => !line.startsWith("GET "))).toEqual([]);
});

test("before the directory is needed, neither the worker nor a list is asked for", async ({ app, context, site }) => {
  test.slow();
  site.has(only([meeting("one")]));
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  for (const { file } of PAGES.filter(({ file }) => !["find", "listing", "saved"].includes(file))) await app.open(file === "index" ? "" : file);
  expect(asked.filter((url) => /worker|directory\//.test(url))).toEqual([]);
});

test.describe("the policy of the page", () => {
  test.use({ provoked: /Content Security Policy|violates|Refused/ });

  test("forbids other hosts, inline scripts and forms that send", async ({ app, page }) => {
    await app.open("settings");
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    for (const part of ["default-src 'none'", "connect-src 'self'", "form-action 'none'", "base-uri 'none'"]) expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?!')|(?<!wasm-)unsafe-eval|\*|https?:/);
    const reached = await page.evaluate(() => fetch("https://example.org/").then(() => "reached", () => "refused"));
    expect(reached).toBe("refused");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
    });
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
  });
});

test("links that lead elsewhere tell the other site nothing", async ({ app, page, site }) => {
  test.slow();
  site.has(only([meeting("one", { url: "https://example.org/one", website: "https://example.org", conference_url: "https://zoom.us/j/1" })]));
  for (const address of ["listing#aa~one", "help-now", "first-step", "learn", "kind#12-step-groups", "skill#box-breath"]) {
    await app.open(address);
    if (address.startsWith("listing")) await expect(app.heading).toHaveText("Meeting one");
    const telling = await page.locator('a[href^="http"]').evaluateAll((all) =>
      all.filter((link) => link.origin !== location.origin && !/noreferrer/.test(link.rel)).map((link) => link.href),
    );
    expect(telling, address).toEqual([]);
  }
});

test("fields for private words don’t ask the browser to remember them", async ({ app, page }) => {
  await app.open("goal-new");
  const remembers = await page.locator('input[type="text"]').evaluateAll((all) => all.filter((field) => field.autocomplete !== "off").map((field) => field.id));
  expect(remembers).toEqual([]);
  await app.open("find");
  await expect(app.search).toHaveAttribute("autocomplete", "off");
});
