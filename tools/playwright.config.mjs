// Browser tests: the release as a plain static host would serve it, in Debian's Chromium.

import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Chromium without its own windows takes half the time to open a page. */
const SHELL = "/usr/bin/chromium-headless-shell";
const installed = existsSync(SHELL) ? SHELL : "/usr/bin/chromium";

export default defineConfig({
  testDir: "../tests",
  testMatch: "**/*.spec.mjs",
  outputDir: "../target/test-results",
  fullyParallel: true,
  workers: 2,
  // A machine that builds can be busy for a moment; what passes only the second time is still named, as flaky.
  retries: process.env.CI ? 1 : 0,
  // The second is for `tools/reliability.mjs`.
  reporter: [["list"], ["json", { outputFile: "../target/browser-tests.json" }]],
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    browserName: "chromium",
    locale: "en-US",
    actionTimeout: 10_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM || installed,
      args: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
  },
});
