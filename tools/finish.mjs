// Trunk's post-build hook: turns what Trunk has built into the folder that a host serves.
// It adds the files of public/, bundles the style, splits the app, gives the worker a versioned folder, and
// writes one copy of the page for each address.

import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { evidenceLine, shownIn } from "./lib/evidence.mjs";
import { notFoundPage } from "./lib/not-found.mjs";
import { readJson, readText, shortHash, walk } from "./lib/files.mjs";
import { oneFolderDown } from "./lib/html.mjs";
import { CONTENT_FILES, LANGUAGES, content, packed } from "./lib/languages.mjs";
import { CHUNKS, PAGES, SECTIONS } from "./lib/pages.mjs";
import { CSP, checkPolicy } from "./lib/policy.mjs";
import { keysOfPages, withSite } from "./lib/site.mjs";
import { splitApp } from "./lib/split.mjs";

const out = process.env.TRUNK_STAGING_DIR;
if (!out) throw new Error("run this through Trunk: make build");
const base = process.env.BASE || "/";

cpSync("public", out, { recursive: true });
writeTranslations();
minifyJson(join(out, "content"));
const style = bundleStyle();
const app = splitApp(out);
const worker = packWorker();
const boot = minifyBoot();
const strings = writeStrings();
writePages();
writeFileSync(join(out, "404.html"), notFoundPage(base, readJson("public/site.json")));
checkPolicy(out);
console.log(evidenceLine(CONTENT_FILES.flatMap((file) => shownIn(file, content("en", file))), new Date().toISOString()));

/** Each language has whole content files in a release: the English ones, with the texts that are translated. */
function writeTranslations() {
  for (const code of LANGUAGES.slice(1)) {
    mkdirSync(join(out, "content", code), { recursive: true });
    for (const file of CONTENT_FILES) writeFileSync(join(out, "content", code, `${file}.json`), JSON.stringify(content(code, file)));
  }
}

/** English is in the app; the words of another language are a file that is fetched when they are needed. */
function writeStrings() {
  const keys = keysOfPages(readText(join(out, "index.html")));
  mkdirSync(join(out, "strings"));
  const names = LANGUAGES.slice(1).map((code) => {
    const text = JSON.stringify(packed(code, keys));
    const name = `${code}-${shortHash(text)}`;
    writeFileSync(join(out, "strings", `${name}.json`), text);
    return name;
  });
  return names.join(" ");
}

/** What a file is about, and where its facts are to be checked, stay in the repository: no page shows them. Nor are
 * help lines shown that are not included, nor where a line was seen, and every first visit loads that file. */
function minifyJson(folder) {
  for (const file of walk(folder).filter((name) => name.endsWith(".json"))) {
    const path = join(folder, file);
    const isLines = file.endsWith("lines.json");
    const unseen = ["about", "source_to_check", ...(isLines ? ["evidence", "count"] : [])];
    const isShown = (key, value) => !unseen.includes(key) && !(isLines && value === null);
    const shown = (value) => (Array.isArray(value) ? value.filter((one) => one?.include !== false) : value);
    writeFileSync(path, JSON.stringify(readJson(path), (key, value) => (isShown(key, value) ? shown(value) : undefined)));
  }
}

function bundleStyle() {
  const { outputFiles } = buildSync({
    entryPoints: ["style/main.css"],
    bundle: true,
    minify: true,
    write: false,
    // Fonts are files of public/, beside the bundle.
    external: ["*.woff2", "*.svg"],
    target: ["chrome96", "firefox96", "safari15"],
    logLevel: "warning",
  });
  const name = `style-${shortHash(outputFiles[0].contents)}.css`;
  writeFileSync(join(out, name), outputFiles[0].contents);
  return name;
}

/** Trunk gives the worker's files fixed names, so a host could serve an old one beside a new app. */
function packWorker() {
  const glue = readText(join(out, "worker.js"));
  const start = '\nwasm_bindgen({ module_or_path: new URL("worker.wasm", self.location.href) });\n';
  const loader = transformSync(glue + start, { minify: true }).code;
  const wasm = join(out, "worker_bg.wasm");
  const folder = `worker-${shortHash(loader, readFileSync(wasm))}`;
  mkdirSync(join(out, folder));
  renameSync(wasm, join(out, folder, "worker.wasm"));
  writeFileSync(join(out, folder, "loader.js"), loader);
  for (const file of ["worker.js", "worker_loader.js"]) rmSync(join(out, file));
  return `./${folder}/loader.js`;
}

function minifyBoot() {
  const path = join(out, "boot.js");
  const code = transformSync(readText(path), { minify: true, format: "esm" }).code;
  writeFileSync(path, code);
  return `./boot.js?v=${shortHash(code)}`;
}

function writePages() {
  const site = readJson("public/site.json");
  const version = contentVersion();
  // The home page has two addresses: the folder's own, which is empty, and `index`.
  const addresses = ["", ...PAGES.map(({ file }) => file)].join(" ");
  const template = readText(join(out, "index.html"))
    .replace("<!--csp-->", `<meta http-equiv="Content-Security-Policy" content="${CSP}">`)
    .replaceAll(app.old, app.name)
    .replace("./style.css", `./${style}`)
    .replace('src="./boot.js"', `src="${boot}" data-worker="${worker}" data-content="${version}" data-strings="${strings}" data-pages="${addresses}"`);
  for (const page of PAGES) {
    const html = withSite(frame(template, page), page, site).replace("</head>", `${chunkLinks(page)}</head>`);
    writeFileSync(join(out, `${page.file}.html`), html);
    if (page.file === "index") continue;
    mkdirSync(join(out, page.file), { recursive: true });
    writeFileSync(join(out, page.file, "index.html"), oneFolderDown(html));
  }
}

/** The page's chunk is asked for together with the app, not after it has started. */
function chunkLinks({ file }) {
  const [chunk] = Object.entries(CHUNKS).find(([, pages]) => pages.includes(file)) ?? [];
  const link = (part) => `<link rel="preload" href="./${app.name}_${part}.wasm" as="fetch" type="application/wasm" crossorigin="anonymous" fetchpriority="low">`;
  return (app.needs[chunk] ?? []).map(link).join("");
}

/** Content is fetched as `content/en/skills.json?v=<this>`: a new release is never mixed with old content. */
function contentVersion() {
  const folder = join(out, "content");
  return shortHash(...walk(folder).map((file) => file + readText(join(folder, file))));
}

function frame(template, page) {
  const links = (icons) => SECTIONS.map((section) => sectionLink(section, page, icons)).join("\n");
  const filled = { heading: page.heading, lead: page.lead, nav: links(false), tabs: links(true) };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => filled[name]);
}

function sectionLink({ file, word, icon }, page, withIcon) {
  const href = file === "index" ? "./" : `./${file}`;
  const current = file === page.section ? ' aria-current="page"' : "";
  const symbol = `<svg class="icon" aria-hidden="true"><use href="./icons.svg#${icon}"></use></svg>`;
  if (withIcon) return `<a href="${href}"${current}>${symbol}<span data-t="${word}"></span></a>`;
  return `<a href="${href}"${current} data-t="${word}"></a>`;
}
