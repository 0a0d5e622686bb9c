// Serves a built folder as a plain static host would. No dependency.
//   node tools/serve.mjs [--root dist] [--port 8080] [--base /sub/]
// Tests call `serve()` themselves.

import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".png": "image/png",
};
const PACKED = new Set([".html", ".js", ".css", ".json", ".webmanifest", ".svg", ".txt", ".csv", ".ics", ".wasm"]);
const HASHED = /-[0-9a-f]{16}[._/]/;
// What a host does once at upload may take its time; a feed of many megabytes is packed while someone waits.
const SLOW_LIMIT = 4_000_000;

/**
 * Starts the server and resolves to `{ url, port, close }`. With `port` 0 the system chooses one; with
 * `orNext` a taken port is passed over. `headers` are added to every answer.
 */
export async function serve({ root, port = 0, base = "/", orNext = false, headers = {} }) {
  const packed = new Map();
  const server = createServer((request, response) => answer(request, response, { root, base, packed, added: headers }));
  const taken = await listen(server, port, orNext);
  const url = `http://127.0.0.1:${taken}${base}`;
  return { url, port: taken, close: () => closeServer(server) };
}

async function listen(server, port, orNext) {
  for (let tried = port; ; tried += 1) {
    const error = await new Promise((resolve) => {
      server.once("error", resolve);
      server.listen(tried, "127.0.0.1", () => {
        server.off("error", resolve);
        resolve(null);
      });
    });
    if (!error) return server.address().port;
    if (error.code !== "EADDRINUSE" || !orNext || tried > port + 50) throw error;
  }
}

function closeServer(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

function answer(request, response, { root, base, packed, added }) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  if (`${request.url}/` === base) {
    response.writeHead(301, { location: base }).end();
    return;
  }
  const found = locate(root, base, request.url);
  const path = found ?? join(root, "404.html");
  if (!existsSync(path)) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found\n");
    return;
  }
  const [encoding, body] = encode(path, request.headers["accept-encoding"] ?? "", packed);
  const headers = {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "content-length": body.length,
    "cache-control": HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
    vary: "accept-encoding",
    ...added,
  };
  if (encoding) headers["content-encoding"] = encoding;
  response.writeHead(found ? 200 : 404, headers).end(request.method === "HEAD" ? undefined : body);
}

/** The file for an address: itself, `<name>.html`, or a folder's `index.html`. */
function locate(root, base, url) {
  const path = decode(url.split(/[?#]/)[0]);
  if (path === null || !path.startsWith(base)) return null;
  const inside = normalize(join(root, path.slice(base.length)));
  if (inside !== normalize(root) && !inside.startsWith(normalize(root + sep))) return null;
  const candidates = path.endsWith("/") ? [join(inside, "index.html")] : [inside, `${inside}.html`];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile()) ?? null;
}

function decode(path) {
  try {
    const text = decodeURIComponent(path);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** Returns [encoding, bytes]. Each version of a file is packed once. */
function encode(path, accepted, packed) {
  const encoding = !PACKED.has(extname(path)) ? "" : /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "";
  const { mtimeMs, size } = statSync(path);
  const key = `${encoding} ${mtimeMs} ${size} ${path}`;
  if (!packed.has(key)) packed.set(key, pack(readFileSync(path), encoding));
  return [encoding, packed.get(key)];
}

function pack(bytes, encoding) {
  if (encoding === "gzip") return gzipSync(bytes, { level: 9 });
  if (encoding !== "br") return bytes;
  const quality = bytes.length > SLOW_LIMIT ? 5 : 11;
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

async function main() {
  const { values } = parseArgs({
    options: {
      root: { type: "string", default: "dist" },
      port: { type: "string", default: "8080" },
      base: { type: "string", default: "/" },
    },
  });
  if (!existsSync(join(values.root, "index.html"))) {
    console.error(`alongside: there is no site in ${values.root}. Run make build first.`);
    process.exit(1);
  }
  const { url } = await serve({ root: values.root, base: values.base, port: Number(values.port), orNext: true });
  console.log(`Alongside is at ${url} (stop it with Ctrl+C)`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
