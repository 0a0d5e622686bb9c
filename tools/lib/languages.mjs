// The languages there are, and the words of each. A language is a file `src/i18n/<code>.json`; its content, as far
// as it is translated, is in `public/content/<code>/`. Nothing else names the languages.

import { existsSync, readdirSync } from "node:fs";
import { readJson } from "./files.mjs";
import { FILES, translated } from "./texts.mjs";

const STRINGS = "src/i18n";
const CONTENT = "public/content";

/** The forms that a count may need in some language. `build.rs` has the same, in the same order. */
const FORMS = ["zero", "one", "two", "few", "many", "other"];
const FROM_THE_RIGHT = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

const english = readJson(`${STRINGS}/en.json`);

/** English first, then the others by code. */
export const LANGUAGES = ["en", ...readdirSync(STRINGS).filter((file) => /^[a-z-]+\.json$/.test(file)).map((file) => file.slice(0, -5)).filter((code) => code !== "en").sort()];

/** The words of a language as it has them. */
export function strings(code) {
  return code === "en" ? english : readJson(`${STRINGS}/${code}.json`);
}

/** What the pages before the app need of a language: `say(key, { name })`, its help lines, and which way it is read. */
export function voice(code) {
  const own = { ...english, ...strings(code) };
  const say = (key, values = {}) => {
    if (!(key in own)) throw new Error(`src/i18n/en.json has no "${key}"`);
    return own[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  };
  return { code, dir: direction(code), say, lines: content(code, "lines").lines };
}

/** The voices of a site, its first language first; English where there are words for none of them. */
export function voicesOf(site) {
  const wanted = (site.languages ?? []).map((tag) => tag.toLowerCase().split("-")[0]);
  const known = [...new Set(wanted)].filter((code) => LANGUAGES.includes(code));
  return (known.length ? known : ["en"]).map(voice);
}

/** A content file in a language: the English one, with what is translated in its place. */
export function content(code, file) {
  const original = readJson(`${CONTENT}/en/${file}.json`);
  const path = `${CONTENT}/${code}/${file}.json`;
  return code === "en" || !existsSync(path) ? original : translated(file, original, readJson(path));
}

export const CONTENT_FILES = FILES;

/**
 * What is fetched to show the app in a language: its texts in the order of the keys that `build.rs` has compiled in,
 * empty where it has none; and, by key, the words that `boot.js` puts on the page before the app.
 */
export function packed(code, keysOfPage) {
  const own = strings(code);
  const keys = keysOf(english);
  const page = Object.fromEntries(keysOfPage.filter((key) => key in own).map((key) => [key, own[key]]));
  return { keys: fingerprint(keys.join("\n")), dir: direction(code), texts: keys.map((key) => own[key] ?? ""), page };
}

function direction(code) {
  return FROM_THE_RIGHT.has(code) ? "rtl" : "ltr";
}

function keysOf(strings) {
  return Object.keys(strings)
    .filter((key) => !key.startsWith("static."))
    .sort()
    .flatMap((key) => {
      const [, stem, form] = key.match(/^(.*)\.([a-z]+)$/) ?? [];
      const isPlural = FORMS.includes(form) && `${stem}.one` in strings && `${stem}.other` in strings;
      if (!isPlural) return [key];
      return form === "other" ? FORMS.map((form) => `${stem}.${form}`) : [];
    });
}

/** FNV-1a, as in `build.rs`. */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
