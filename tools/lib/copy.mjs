// All words of ours that people read: the interface, the content, and what stands in the page before the app is up.
//
// Each entry is one text: `{ language, file, path, section, text, english }`. `section` is what is graded together.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./files.mjs";
import { FILES, textsOf } from "./texts.mjs";

export const STRINGS = "src/i18n";
export const CONTENT = "public/content";

/** Every language that has an interface file or a folder of content, English first. */
export function languagesOf(root) {
  const files = namesIn(join(root, STRINGS)).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
  const folders = namesIn(join(root, CONTENT)).filter((name) => !name.includes("."));
  return [...new Set(["en", ...[...files, ...folders].sort()])];
}

const namesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

export function copyOf(root) {
  const all = languagesOf(root).flatMap((language) => [...interfaceCopy(root, language), ...contentCopy(root, language)]);
  return [...all, ...staticCopy(root)];
}

/** The strings of a language by key, or `null` if it has none. */
export function stringsOf(root, language) {
  const path = join(root, STRINGS, `${language}.json`);
  return existsSync(path) ? readJson(path) : null;
}

function interfaceCopy(root, language) {
  const english = stringsOf(root, "en");
  const file = `${STRINGS}/${language}.json`;
  return Object.entries(stringsOf(root, language) ?? {}).map(([key, text]) => {
    return { language, file, path: key, section: `interface ${key.split(".")[0]}`, text, english: english[key] };
  });
}

/** The content of a language: of a translation only what is translated. */
function contentCopy(root, language) {
  return FILES.flatMap((name) => {
    const file = `${CONTENT}/${language}/${name}.json`;
    const own = join(root, file);
    if (!existsSync(own)) return [];
    const texts = textsOf(name, readJson(join(root, CONTENT, "en", `${name}.json`)));
    const translations = language === "en" ? null : (readJson(own).texts ?? {});
    return texts
      .map(({ text: english, path }) => {
        const text = translations ? translations[english] : english;
        return { language, file, path, section: sectionOf(name, path), text, english };
      })
      .filter(({ text }) => typeof text === "string");
  });
}

/** `rights[2].text` belongs to “first_step: rights”, `kinds[aa].how_to_find.text` to “kinds: how_to_find”. */
export function sectionOf(file, path) {
  const [first, ...rest] = path.replace(/\.text$/, "").split(".").map((step) => step.replace(/\[.*/, ""));
  const field = path.startsWith(`${first}[`) ? rest.slice(-1) : [];
  const steps = [...(first === file && field.length > 0 ? [] : [first]), ...field];
  return `${file}: ${steps.join(" ")}`;
}

// --- What stands beside the strings: they hold the words of the pages before the app, too -----------------------

function staticCopy(root) {
  const entry = (file) => (text, at) => ({ language: "en", file, path: `text ${at + 1}`, section: file, text, english: text });
  const boot = readFileSync(join(root, "public/boot.js"), "utf8");
  return [
    ...wordsOfHtml(readFileSync(join(root, "index.html"), "utf8")).map(entry("index.html")),
    ...sentencesOfScript(boot).map(entry("public/boot.js")),
  ];
}

/** Text between tags, and attributes that hold sentences or labels. */
export function wordsOfHtml(html) {
  const body = html.replace(/<(style|script)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<!doctype[^>]*>/gi, "");
  const attributes = [...body.matchAll(/\s(?:aria-label|title|alt|data-[a-z-]+)="([^"]*)"/g)].map(([, value]) => value);
  const texts = body.split(/<[^>]*>/);
  return [...texts, ...attributes.filter((value) => /^\p{Lu}.*\s/u.test(value))]
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => /\p{L}/u.test(text) && !/^\{\{\w+\}\}$/.test(text));
}

/** Quoted sentences of a script; names of events and of elements are none. */
export function sentencesOfScript(script) {
  const code = script.replace(/^\s*\/\/.*$|\/\*[\s\S]*?\*\//gm, "");
  return [...code.matchAll(/"([^"\n]*)"/g)].map(([, text]) => text).filter((text) => /^\p{Lu}\p{L}*[ ’']\p{L}/u.test(text));
}
