import assert from "node:assert/strict";
import { test } from "node:test";
import { readText } from "./files.mjs";
import { LANGUAGES, packed, strings, voice, voicesOf } from "./languages.mjs";
import { notFoundPage } from "./not-found.mjs";
import { PAGES } from "./pages.mjs";
import { keysOfPages, withSite } from "./site.mjs";

const PAGE = readText("index.html").replaceAll(/\{\{(heading|lead)\}\}/g, (_, name) => PAGES[0][name]);
const codes = (voices) => voices.map(({ code }) => code);

test("a language is there because its file is, English first", () => {
  assert.deepEqual(LANGUAGES.slice(0, 1), ["en"]);
  assert.ok(LANGUAGES.includes("es"));
});

test("a site’s languages are those that there are words for, in its own order, else English", () => {
  assert.deepEqual(codes(voicesOf({ languages: ["es-MX", "tlh", "en", "es"] })), ["es", "en"]);
  assert.deepEqual(codes(voicesOf({ languages: ["tlh"] })), ["en"]);
  assert.deepEqual(codes(voicesOf({})), ["en"]);
});

test("a file of words has a place for each key of the app, six for a count, none for words of the static page", () => {
  const { texts, keys, page } = packed("es", ["frame.help"]);
  const { texts: english } = packed("en", []);
  assert.equal(texts.length, english.length);
  assert.match(keys, /^[0-9a-f]{8}$/);
  const at = english.indexOf(strings("en")["days.one"]);
  assert.deepEqual(english.slice(at - 1, at + 5), ["", "{n} day", "", "", "", "{n} days"]);
  assert.deepEqual(texts.slice(at - 1, at + 5), ["", "{n} día", "", "", "{n} de días", "{n} días"]);
  assert.ok(!texts.includes(strings("es")["static.noscript"]));
  assert.deepEqual(page, { "frame.help": strings("es")["frame.help"] });
});

test("the page before the app is in the site’s first language, with help lines in each", () => {
  const english = withSite(PAGE, PAGES[0], { languages: ["en", "es"], country: "US" });
  assert.match(english, /<html lang="en" dir="ltr">/);
  assert.match(english, /<h1[^>]*>You don’t have to do this alone\.<\/h1>/);
  assert.ok(english.indexOf(">Help lines</h2>") < english.indexOf(">Líneas de ayuda</h2>"));
  const spanish = withSite(english, PAGES[0], { languages: ["es"], country: "US" });
  assert.match(spanish, /<html lang="es" dir="ltr">/);
  assert.match(spanish, /<h1[^>]*>No tienes que/);
  assert.match(spanish, /data-two-left="Presiona/);
  assert.match(spanish, /aria-label="Principal"/);
  assert.doesNotMatch(spanish, /Help lines|Leave/);
});

test("each word of the page before the app has its key, and can be exchanged", () => {
  const { say } = voice("es");
  for (const key of keysOfPages(PAGE)) assert.notEqual(say(key), "", key);
  const bare = PAGE.slice(PAGE.indexOf('<div id="static">')).replaceAll(/<span data-site="name">[^<]*|<[^>]*>|\{\{\w+\}\}/g, "");
  assert.equal(bare.trim(), "", "words without a key");
});

test("the page for an unknown address speaks each language of the site, under one heading", () => {
  const html = notFoundPage("/", { languages: ["en", "es"], country: "US" });
  assert.equal(html.match(/<h1/g).length, 1);
  assert.match(html, /<div lang="es" dir="ltr">\s*<h2>Aquí no hay/);
  assert.equal(html.match(/href="tel:988"/g).length, 2);
});
