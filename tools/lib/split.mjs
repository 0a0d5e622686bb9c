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
  const loader = loaderOf(work);
  writeFileSync(join(work, "__wasm_split.js"), loader);
  const name = `alongside-${shortHash(loader, readFileSync(join(work, "app.js")), ...parts.map((part) => readFileSync(join(work, part))))}`;
  for (const part of parts) renameSync(join(work, part), join(out, `${name}_${shortName(part)}.wasm`));
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
function fetchPart(name) {
  const bytes = fetch(new URL(name, import.meta.url)).then((answer) => {
    if (!answer.ok) throw new Error(\`\${answer.status} for \${name}\`);
    return answer.arrayBuffer();
  });
  bytes.catch(() => {});
  return async (imports) => WebAssembly.instantiate(await bytes, imports);
}
`;

function loaderOf(work) {
  const written = readText(join(work, "__wasm_split.js"));
  const plain = written.replace(FETCH, (_, file) => `() => fetchPart("./${file}")`);
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
  const files = new Map([...loader.matchAll(/const (__chunk_\d+) = .*?"\.\/([\w-]+\.wasm)"/g)].map(([, name, file]) => [name, file]));
  const loads = loader.matchAll(/const __wasm_split_load_(\w+) = .*?"\.\/([\w-]+\.wasm)".*?\[(.*?)\]/gs);
  return Object.fromEntries([...loads].map(([, chunk, file, shared]) => {
    const needed = shared.split(", ").filter(Boolean).map((name) => files.get(name));
    return [chunk, [file, ...needed].map(shortName)];
  }));
}
