// The whole app as a visitor gets it: the release with a site and lists of the test's own, on a plain static host.
// Whatever a test is about, it fails when the page asks another host for anything, breaks the policy or logs an error.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { walk } from "../tools/lib/files.mjs";
import { serve } from "../tools/serve.mjs";

export { expect };

export const RELEASE = process.env.ALONGSIDE_DIST || "dist";
/** The same with the page that shows all parts of the interface. */
export const PARTS_SITE = process.env.ALONGSIDE_PARTS_DIST || "target/parts-site";
const SITE = { name: "Riverbend Recovery", country: "US", timezone: "America/New_York", languages: ["en"], feeds: [] };

export const test = base.extend({
  /** The folder below which the site is served. */
  subPath: ["/", { option: true }],
  /** Which errors on the console a test provokes. */
  provoked: [/(?!)/, { option: true }],

  /** The folder that is served. */
  release: [RELEASE, { option: true, scope: "worker" }],

  host: [
    async ({ release }, use) => {
      const host = new Host(release);
      await host.pack();
      await use(host);
      await host.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  site: async ({ host, subPath }, use) => {
    const site = await host.site(subPath);
    await use(site);
    host.restore();
  },

  app: async ({ page, context, site, provoked }, use) => {
    const seen = { foreign: [], said: [] };
    const origin = new URL(site.url).origin;
    await context.route("https://www.weather.gov/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }),
    );
    context.on("request", (request) => {
      const url = request.url();
      const leaves = url.startsWith("https://www.weather.gov/") && request.isNavigationRequest();
      if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url) && !leaves) seen.foreign.push(url);
    });
    context.on("console", (message) => {
      if (message.type() === "error" || /Content Security Policy|violates/i.test(message.text())) seen.said.push(`${message.text()} ${message.location().url}`);
    });
    context.on("weberror", (error) => seen.said.push(String(error.error())));
    await use(new App(page, site));
    expect(seen.foreign, "requests to other hosts").toEqual([]);
    expect(seen.said.filter((text) => !provoked.test(text)), "errors on the console").toEqual([]);
  },
});

/** A copy of the release whose site and lists each test writes. One for all tests of a process, because packing it takes time. */
export class Host {
  constructor(release) {
    this.root = mkdtempSync(join(tmpdir(), "alongside-"));
    this.servers = new Map();
    this.written = new Set();
    cpSync(release, this.root, { recursive: true });
  }

  /** Has the big files packed before the first test, so that its time is its own. */
  async pack() {
    const { url } = await this.site("/");
    const big = walk(this.root).filter((file) => /\.(wasm|js)$/.test(file));
    // One connection for each: packing takes longer than the server keeps an idle one.
    const headers = { "accept-encoding": "br", connection: "close" };
    for (const file of big) await (await fetch(url + file, { headers })).arrayBuffer();
  }

  async site(subPath) {
    if (!this.servers.has(subPath)) this.servers.set(subPath, await serve({ root: this.root, base: subPath }));
    this.restore();
    const { url } = this.servers.get(subPath);
    return {
      url,
      write: (path, content) => this.write(path, content),
      remove: (path) => rmSync(join(this.root, path), { force: true }),
      /** `feeds` as in `site.json`, each with its `rows` or, for what is no list, its `text`. */
      has: (feeds, more = {}) => {
        const entries = feeds.map(({ rows, text, ...feed }) => {
          if (rows !== undefined || text !== undefined) this.write(feed.src, text ?? rows);
          return feed;
        });
        this.write("site.json", { ...SITE, ...more, feeds: entries });
      },
    };
  }

  write(path, content) {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    this.written.add(path);
  }

  restore() {
    for (const path of this.written) rmSync(join(this.root, path), { force: true });
    this.written.clear();
    this.write("site.json", SITE);
  }

  async close() {
    for (const server of this.servers.values()) await server.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** The app in one tab, in the words of a visitor. */
export class App {
  constructor(page, site) {
    this.page = page;
    this.site = site;
    this.found = page.locator("[data-total]");
    this.search = page.locator("input[type=search]");
    this.heading = page.getByRole("heading", { level: 1 });
    this.main = page.getByRole("main");
  }

  /** Loads an address and waits until the app stands in place of the static page. */
  async open(address = "") {
    await this.page.goto(this.site.url + address);
    await this.isUp();
  }

  async isUp() {
    await expect(this.page.locator("#static")).toHaveCount(0);
    await expect(this.heading).toHaveCount(1);
  }

  /** Opens `/find` and waits until every list is read. */
  async find(fragment = "") {
    await this.open(`find${fragment && `#${fragment}`}`);
    await this.settled();
  }

  async settled() {
    await expect(this.found).toHaveCount(1, { timeout: 20_000 });
    await expect(this.found).not.toHaveAttribute("aria-busy", "true");
  }

  /** Edits what is after the `#`, as a person does in the address bar. */
  async edit(fragment) {
    await this.page.evaluate((text) => (location.hash = text), fragment);
  }

  /** The ids of the results that are shown, in order. */
  ids() {
    return this.found.evaluate((found) => [...found.querySelectorAll("[data-listing]")].map((row) => row.dataset.listing));
  }

  fragment() {
    return decodeURIComponent(new URL(this.page.url()).hash.slice(1));
  }

  /** Expects exactly these results, by the part of the id after `~`, in this order; `data-total` agrees. */
  async shows(slugs, why) {
    const state = async () => {
      const ids = await this.ids();
      const total = await this.found.getAttribute("data-total");
      return { total, slugs: ids.map((id) => id.slice(id.indexOf("~") + 1)) };
    };
    await expect.poll(state, { message: why, timeout: 5_000 }).toEqual({ total: String(slugs.length), slugs });
  }

  /** The same in any order. */
  async matches(slugs, why) {
    const state = async () => {
      const ids = await this.ids();
      const total = await this.found.getAttribute("data-total");
      return { total, slugs: ids.map((id) => id.slice(id.indexOf("~") + 1)).sort() };
    };
    await expect.poll(state, { message: why, timeout: 5_000 }).toEqual({ total: String(slugs.length), slugs: [...slugs].sort() });
  }

  /** Keys of local storage with their parsed records. */
  records() {
    return this.page.evaluate(() => Object.fromEntries(Object.entries(localStorage).map(([key, text]) => [key, JSON.parse(text)])));
  }
}

/** Waits until the page has drawn what was changed last: the focus goes to its place a frame after. */
export const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
