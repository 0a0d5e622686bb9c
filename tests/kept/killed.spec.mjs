// The browser is killed right after something was said to be done: nothing is lost, and nothing comes back.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { App, expect, test } from "../app.mjs";
import { setGoal, today } from "../goals/keep.mjs";
import { eraseAll, first, keysOf, LONG, said, second } from "./copies.mjs";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", "--lang=en-US",
];
const TIMES = LONG ? 20 : 1;

/** A whole browser with its own folder, that can be killed with all its processes. */
class Browser {
  constructor(site) {
    this.site = site;
    this.folder = mkdtempSync(join(tmpdir(), "alongside-profile-"));
  }

  async start() {
    const port = join(this.folder, "DevToolsActivePort");
    rmSync(port, { force: true });
    this.process = spawn("/usr/bin/chromium", [...FLAGS, `--user-data-dir=${this.folder}`, "about:blank"], { detached: true, stdio: "ignore" });
    this.ended = new Promise((resolve) => this.process.once("exit", resolve));
    await expect.poll(() => existsSync(port) && readFileSync(port, "utf8").includes("/"), { timeout: 20_000 }).toBe(true);
    const [number, path] = readFileSync(port, "utf8").split("\n");
    this.browser = await chromium.connectOverCDP(`ws://127.0.0.1:${number}${path}`);
    const context = this.browser.contexts()[0];
    this.page = context.pages()[0] ?? (await context.newPage());
    this.app = new App(this.page, this.site);
    return this.app;
  }

  async kill() {
    process.kill(-this.process.pid, "SIGKILL");
    await this.ended;
    await this.browser.close().catch(() => {});
  }

  /** Ends it as a person does, so that all is on the disk. */
  async quit() {
    const session = await this.browser.newBrowserCDPSession();
    await session.send("Browser.close").catch(() => {});
    await this.ended;
  }

  remove() {
    try {
      process.kill(-this.process.pid, "SIGKILL");
    } catch {
      // It has ended.
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

const passes = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const DONE = {
  "a save": {
    async before() {},
    async act(app) {
      await setGoal(app, { name: "Walk" });
      await today(app, "Done").click();
      await expect(said(app.page, "Noted")).toBeVisible();
    },
    async holds(app) {
      await app.open("goals");
      await expect(app.main.getByRole("link", { name: "Walk" })).toBeVisible();
      await expect(app.main.getByRole("button", { name: "Done", exact: true })).toHaveAttribute("aria-pressed", "true");
      await expect.poll(async () => keysOf(await first(app.page), "event").length, "the first copy has it again").toBe(1);
    },
  },
  "a delete": {
    async before(app) {
      await setGoal(app, { name: "Walk" });
      await today(app, "Done").click();
      await expect(said(app.page, "Noted")).toBeVisible();
    },
    async act(app) {
      await app.open("goals");
      await app.main.getByRole("link", { name: "Walk" }).click();
      await app.page.getByText("Change this goal").click();
      await app.page.getByRole("button", { name: "Delete this goal" }).click();
      await expect(said(app.page, "deleted")).toBeVisible();
    },
    async holds(app) {
      await app.open("goals");
      await expect(app.main.getByRole("link", { name: "Set a first goal" })).toBeVisible();
      await expect.poll(async () => JSON.stringify([await first(app.page), await second(app.page)]), "words in either copy").not.toContain("Walk");
      await expect(app.main.getByRole("link", { name: "Walk" })).toHaveCount(0);
    },
  },
  "an erase": {
    async before(app) {
      await setGoal(app, { name: "Walk" });
      await today(app, "Done").click();
      await expect(said(app.page, "Noted")).toBeVisible();
      await app.open("settings");
      await app.page.getByRole("radio", { name: "Dark" }).check();
      await app.page.getByRole("button", { name: "Keep these settings on my device" }).click();
      await expect(said(app.page, "Your settings are saved")).toBeVisible();
    },
    act: eraseAll,
    async holds(app) {
      await app.open();
      await expect.poll(() => first(app.page), "the first copy").toEqual({});
      await expect.poll(() => app.page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
      await app.open("goals");
      await expect(app.main.getByRole("link", { name: "Set a first goal" })).toBeVisible();
      expect((await second(app.page))?.records ?? {}).toEqual({});
    },
  },
};

for (const [what, { before, act, holds }] of Object.entries(DONE)) {
  // Chromium keeps localStorage in memory for about 5 s: at once and just before that are the hard ones.
  for (const seconds of LONG ? [0, 0.5, 2, 5] : [0, 2]) {
    test(`row 18: killed ${seconds} s after ${what}: nothing is lost, nothing comes back${LONG ? ` (${TIMES} times)` : ""}`, async ({ site }) => {
      test.setTimeout(120_000 * TIMES);
      for (let time = 0; time < TIMES; time += 1) {
        const browser = new Browser(site);
        try {
          await before(await browser.start());
          // What was there before is on the disk.
          await browser.quit();
          await act(await browser.start());
          await passes(seconds);
          await browser.kill();
          await holds(await browser.start());
        } finally {
          browser.remove();
        }
      }
    });
  }
}
