// The static server behaves as a plain host does.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "./serve.mjs";

let folder;
let site;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "alongside-serve-"));
  const root = join(folder, "site");
  mkdirSync(join(root, "find"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(root, "index.html"), "home");
  writeFileSync(join(root, "find.html"), "find, a file");
  writeFileSync(join(root, "find", "index.html"), "find, a folder");
  writeFileSync(join(root, "404.html"), "no page");
  writeFileSync(join(root, "app-0123456789abcdef_bg.wasm"), "wasm");
  writeFileSync(join(root, "feed.json"), JSON.stringify("a".repeat(1000)));
  site = await serve({ root, base: "/sub/" });
});

after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** `fetch` would tidy the path and unpack the body: what is sent must be what is asked for here. */
function get(path, headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port: site.port, path, headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    asked.on("error", reject).end();
  });
}

test("a page is found with and without a trailing slash", async () => {
  assert.equal(String((await get("/sub/find")).body), "find, a file");
  assert.equal(String((await get("/sub/find/")).body), "find, a folder");
  assert.equal(String((await get("/sub/")).body), "home");
  assert.equal((await get("/sub")).headers.location, "/sub/");
});

test("an unknown address gets the 404 page with its status", async () => {
  for (const path of ["/sub/nowhere", "/elsewhere", "/sub/%ff", "/sub/%00"]) {
    const { status, body } = await get(path);
    assert.equal(status, 404, path);
    assert.equal(String(body), "no page");
  }
});

test("no address leads out of the folder", async () => {
  for (const path of ["/sub/../secret.txt", "/sub/%2e%2e/secret.txt", "/sub/..%2fsecret.txt"]) {
    assert.equal((await get(path)).status, 404, path);
  }
});

test("types, compression and caching are those of a host", async () => {
  const wasm = await get("/sub/app-0123456789abcdef_bg.wasm");
  assert.equal(wasm.headers["content-type"], "application/wasm");
  assert.match(wasm.headers["cache-control"], /immutable/);
  const feed = await get("/sub/feed.json", { "accept-encoding": "gzip, br" });
  assert.equal(feed.headers["content-encoding"], "br");
  assert.ok(feed.body.length < 100);
  assert.equal((await get("/sub/feed.json")).headers["content-encoding"], undefined);
  assert.equal((await get("/sub/")).headers["cache-control"], "no-cache");
});

test("a taken port is passed over", async () => {
  const next = await serve({ root: join(folder, "site"), port: site.port, orNext: true });
  assert.ok(next.port > site.port);
  await next.close();
});
