// Cuts the app's program into what every visit needs and chunks that come with the pages that need them.
//
// Trunk's own product can't be cut: which function needs which is known to the linker's output only. So this starts
// from there, does what Trunk would have done (bindings, then making it small) and puts the files in the place of
// Trunk's.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { readText, shortHash } from "./files.mjs";

const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
// Flattening first, code that stays where it is shared, and functions in the order of their names: together 2 % of
// what is sent.
const SMALL = [
  ...FEATURES.map((feature) => `--enable-${feature}`), "--one-caller-inline-max-function-size=0", "-Oz", "--flatten", "--rereloop", "-Oz", "--converge",
  "--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features",
];

/** `make quick`: for a look or a test while one works, not for a host. */
const QUICK = Boolean(process.env.ALONGSIDE_QUICK);

/** Replaces Trunk's files of the app in `out`; gives `{ name, old, needs }`: the first part of their names, that of
 * Trunk's, and which files each chunk needs. */
export function splitApp(out) {
  const old = readdirSync(out).find((file) => /^alongside-.*\.js$/.test(file)).replace(/\.js$/, "");
  for (const file of [`${old}.js`, `${old}_bg.wasm`]) rmSync(join(out, file));
  const target = process.env.CARGO_TARGET_DIR || "target";
  const work = join(target, "split");
  rmSync(work, { recursive: true, force: true });
  const linked = join(target, "wasm32-unknown-unknown", QUICK ? "quick" : process.env.TRUNK_PROFILE || "release", "alongside.wasm");
  run("wasm-split-cli", linked, work, "--out-name", "app");
  run("wasm-bindgen", "--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript", "--out-dir", work, "--out-name", "app", join(work, "app.wasm"));
  const parts = readdirSync(work).filter((file) => /^(app_bg|split_.*|chunk_.*)\.wasm$/.test(file));
  if (!QUICK) for (const part of parts) run("wasm-opt", ...SMALL, join(work, part), "-o", join(work, part));
  const few = together(work, parts);
  const loader = loaderOf(work, few);
  writeFileSync(join(work, "__wasm_split.js"), loader);
  const name = `alongside-${shortHash(loader, readFileSync(join(work, "app.js")), ...parts.map((part) => readFileSync(join(work, part))))}`;
  const files = few.size > 0 ? [...parts.filter((part) => !few.has(part)), SMALL_FILE] : parts;
  for (const file of files) renameSync(join(work, file), join(out, `${name}_${shortName(file)}.wasm`));
  writeFileSync(join(out, `${name}.js`), bundled(work, name));
  return { name, old, needs: needsOf(loader) };
}

function run(command, ...args) {
  // What they warn of is of no use; if one fails, the error holds what it said.
  execFileSync(command, args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** `split_goals.wasm` is `goals`, `chunk_4.wasm`, which several need, is `4`. */
function shortName(file) {
  return file.replace(/^(app|split|chunk)_/, "").replace(/\.wasm$/, "");
}

// What the splitter writes for each file. It fails where a host doesn't know the type of wasm files, which for so
// small files gains nothing, and takes an answer that is no file for one.
const FETCH = /\(\) => \{\s*const src = fetch\(new URL\("\.\/([\w-]+\.wasm)", import\.meta\.url\)\);.*?\n\}\n/gs;
const FETCH_PLAINLY = `
function bytesOf(name) {
  const bytes = fetch(new URL(name, import.meta.url)).then((answer) => {
    if (!answer.ok) throw new Error(\`\${answer.status} for \${name}\`);
    return answer.arrayBuffer();
  });
  bytes.catch(() => {});
  return bytes;
}
function fetchPart(name) {
  const bytes = bytesOf(name);
  return async (imports) => WebAssembly.instantiate(await bytes, imports);
}
let small;
function fetchSmall(from, to) {
  const bytes = (small ??= bytesOf("./chunk_small.wasm"));
  bytes.catch(() => small === bytes && (small = undefined));
  return async (imports) => WebAssembly.instantiate((await bytes).slice(from, to), imports);
}
`;

// What two or more chunks share is a file for each mix of chunks, most of them of a few functions. Those below this
// size, in bytes, come as one file: a page asks for a handful of files then, not for fifty.
const FEW = 3_000;

/** Puts the small shared files into one; gives the place of each in it. */
function together(work, parts) {
  const few = parts.filter((part) => part.startsWith("chunk_") && readFileSync(join(work, part)).length < FEW);
  if (few.length === 0) return new Map();
  const bytes = few.map((part) => readFileSync(join(work, part)));
  const head = headOf(bytes.reduce((sum, { length }) => sum + length, 0));
  writeFileSync(join(work, SMALL_FILE), Buffer.concat([head, ...bytes]));
  let from = head.length;
  return new Map(few.map((part, index) => [part, [from, (from += bytes[index].length)]]));
}

const SMALL_FILE = "chunk_small.wasm";

/** A wasm module that holds so many bytes in a section of its own: hosts pack what is called `.wasm`. */
function headOf(length) {
  const number = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...number(value >>> 7)]);
  const name = [...Buffer.from("parts")];
  return Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, ...number(1 + name.length + length), name.length, ...name]);
}

function loaderOf(work, few) {
  const written = readText(join(work, "__wasm_split.js"));
  const plain = written.replace(FETCH, (_, file) => {
    const [from, to] = few.get(file) ?? [];
    return to ? `() => fetchSmall(${from}, ${to})` : `() => fetchPart("./${file}")`;
  });
  if (plain.includes("instantiateStreaming")) throw new Error("the splitter writes its loader in another way: see FETCH in tools/lib/split.mjs");
  return plain + FETCH_PLAINLY;
}

/** Bindings and loader in one file, with the parts' names in the release. */
function bundled(work, name) {
  const loader = join(work, "__wasm_split.js");
  writeFileSync(loader, readText(loader).replace(/"\.\/([\w-]+\.wasm)"/g, (_, file) => `"./${name}_${shortName(file)}.wasm"`));
  const { outputFiles } = buildSync({
    entryPoints: [join(work, "app.js")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: ["chrome96", "firefox96", "safari15"],
    // The bindings name the loader once for each chunk.
    logOverride: { "duplicate-object-key": "silent" },
    logLevel: "warning",
  });
  return outputFiles[0].text;
}

/** `{ goals: ["goals", "4", "7"], … }`, from the loader's own lines. */
function needsOf(loader) {
  const fetches = loader.matchAll(/const (__chunk_\d+) = .*?(?:"\.\/([\w-]+\.wasm)"|fetchSmall)/g);
  const files = new Map([...fetches].map(([, name, file]) => [name, file ?? SMALL_FILE]));
  const loads = loader.matchAll(/const __wasm_split_load_(\w+) = .*?"\.\/([\w-]+\.wasm)".*?\[(.*?)\]/gs);
  return Object.fromEntries([...loads].map(([, chunk, file, shared]) => {
    const needed = shared.split(", ").filter(Boolean).map((name) => files.get(name));
    return [chunk, [...new Set([file, ...needed].map(shortName))]];
  }));
}
