// Browsers keep the pages behind Back alive and bring them back as they were. The test driver switches that off;
// here it is on, as it is for people. Leaving once stopped at the first page of the visit because of it.

import config from "../../tools/playwright.config.mjs";
import { expect, test } from "./served.mjs";

const { launchOptions } = config.use;
// The shell of Chromium keeps no pages alive.
const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
test.use({ launchOptions: { ...launchOptions, executablePath, ignoreDefaultArgs: ["--disable-back-forward-cache"] } });

test("leaving passes through a first page that the browser had kept", async ({ watched, site }) => {
  const { page } = watched;
  await page.addInitScript(() => addEventListener("pageshow", ({ persisted }) => console.log("persisted", persisted)));
  const shown = [];
  page.on("console", (message) => shown.push(message.text()));
  for (const address of ["", "find#q=read", "goals"]) {
    await page.goto(site.url + address);
    await page.waitForFunction(() => window.alongsideTrouble);
  }
  await page.locator("[data-action=leave]").click();
  await page.waitForURL("https://www.weather.gov/");
  expect(shown).toContain("persisted true");
  await page.goBack({ waitUntil: "commit" });
  expect(page.url()).toBe("about:blank");
});
