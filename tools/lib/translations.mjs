// What a translation lacks, has too much, or has lost. Each finding is `{ file, kind, where, note }`.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./files.mjs";
import { CONTENT, STRINGS, languagesOf, sectionOf, stringsOf } from "./copy.mjs";
import { FILES, textsOf } from "./texts.mjs";
import { isCrisis } from "./words.mjs";

/** What may be allowed to be missing: a text that is shown in English until it is translated. */
export const MISSING_TEXT = "not translated";

const PLURAL = /^(.+)\.(zero|one|two|few|many|other)$/;
const REVIEWS = ["native", null];

export const translationsOf = (root) => languagesOf(root).filter((language) => language !== "en");

export function findingsOf(root, language) {
  return [...interfaceFindings(root, language), ...contentFindings(root, language)];
}

// --- The interface: every key, with the same placeholders ------------------------------------------------------

function interfaceFindings(root, language) {
  const file = `${STRINGS}/${language}.json`;
  const english = stringsOf(root, "en");
  const own = stringsOf(root, language);
  if (!own) return [{ file, kind: "missing", where: "the file", note: "the language has content, but no interface" }];
  const finding = (kind, where, note) => ({ file, kind, where, note });
  const missing = Object.keys(english).filter((key) => !isText(own[key]));
  const unknown = Object.keys(own).filter((key) => !(key in english) && !isFurtherPlural(key, english, language));
  return [
    ...missing.map((key) => finding("missing", key, `English says “${english[key]}”`)),
    ...unknown.map((key) => finding("unknown key", key, "English has no such key")),
    ...Object.keys(own).filter((key) => isText(own[key]) && !unknown.includes(key)).flatMap((key) => {
      const source = english[key] ?? english[key.replace(PLURAL, "$1.other")];
      const path = { section: `interface ${key.split(".")[0]}`, path: key };
      return [...placeholders(key, source, own[key]), ...numbers(path, source, own[key])].map((note) => finding("differs", key, note));
    }),
  ];
}

const isText = (value) => typeof value === "string" && value.trim() !== "";

/** English has two forms of a plural; a language may have more: `x.many` is known where English has `x.other`. */
function isFurtherPlural(key, english, language) {
  const [, stem, form] = key.match(PLURAL) ?? [];
  return Boolean(form) && `${stem}.other` in english && formsOf(language).includes(form);
}

function formsOf(language) {
  try {
    return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  } catch {
    return [];
  }
}

const namesIn = (text) => new Set(text.match(/\{[^}]*\}/g) ?? []);

/** The number of a plural may be left to its words: “un día”. */
function placeholders(key, english, own) {
  const free = (name) => PLURAL.test(key) && name === "{n}";
  const lost = [...namesIn(english)].filter((name) => !namesIn(own).has(name) && !free(name));
  const added = [...namesIn(own)].filter((name) => !namesIn(english).has(name) && !free(name));
  return [...lost.map((name) => `${name} is lost`), ...added.map((name) => `${name} is not in the English`)];
}

// --- The content: every text, none that English no longer has, and no number lost -------------------------------

function contentFindings(root, language) {
  const folder = join(root, CONTENT, language);
  const strangers = existsSync(folder) ? readdirSync(folder).filter((name) => !FILES.includes(name.replace(/\.json$/, ""))) : [];
  return [
    ...strangers.map((name) => ({ file: `${CONTENT}/${language}/${name}`, kind: "unknown file", where: "the file", note: "English has no such file" })),
    ...FILES.flatMap((name) => fileFindings(root, language, name)),
  ];
}

function fileFindings(root, language, name) {
  const file = `${CONTENT}/${language}/${name}.json`;
  const finding = (kind, where, note) => ({ file, kind, where, note });
  const english = byText(textsOf(name, readJson(join(root, CONTENT, "en", `${name}.json`))));
  const own = existsSync(join(root, file)) ? readJson(join(root, file)) : { review: null, texts: {} };
  const texts = own.texts ?? {};
  const review = REVIEWS.includes(own.review) ? [] : [finding("review", "review", "is neither “native” (nobody has read it yet) nor null")];
  const missing = [...english].filter(([text]) => !isText(texts[text]));
  const stale = Object.keys(texts).filter((text) => !english.has(text));
  const translated = [...english].filter(([text]) => isText(texts[text]));
  return [
    ...review,
    ...missing.map(([text, path]) => finding(MISSING_TEXT, path, text)),
    ...stale.map((text) => finding("stale", "texts", `no longer in the English: “${text}”`)),
    ...translated.flatMap(([text, path]) => {
      return numbers({ section: sectionOf(name, path), path }, text, texts[text]).map((note) => finding("differs", path, `${note}: “${texts[text]}”`));
    }),
  ];
}

/** Each text with the first path that it stands at. */
function byText(texts) {
  const found = new Map();
  for (const { text, path } of texts) if (!found.has(text)) found.set(text, path);
  return found;
}

/** Doses, counts and times where safety hangs on them; elsewhere what could be a phone number. */
function numbers(at, english, own) {
  const digits = isCrisis(at) ? /\d+/g : /\d{3,}/g;
  const all = new Set(own.match(/\d+/g) ?? []);
  const source = new Set(english.match(/\d+/g) ?? []);
  const lost = [...new Set(english.match(digits) ?? [])].filter((number) => !all.has(number));
  const added = [...new Set(own.match(digits) ?? [])].filter((number) => !source.has(number));
  return [...lost.map((number) => `the number ${number} is lost`), ...added.map((number) => `the number ${number} is not in the English`)];
}
