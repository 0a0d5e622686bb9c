// Words that label people are found, and names and harmless uses are not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readJson } from "./files.mjs";
import { stigmaFinder } from "./stigma.mjs";

const list = readJson(new URL("../words/stigma.json", import.meta.url));
const words = (language, text, english) => stigmaFinder(list, language)(text, english).map(({ word }) => word);
const en = (text) => words("en", text);
const es = (text, english) => words("es", text, english);

test("words are found in any form, with what to say instead", () => {
  assert.deepEqual(en("Addicts and an alcoholic abused it."), ["Addicts", "alcoholic", "abused"]);
  const [found] = stigmaFinder(list, "en")("A junkie.");
  assert.match(found.instead, /person/);
});

test("a longer finding holds the shorter one", () => {
  assert.deepEqual(en("He is a former addict."), ["former addict"]);
});

test("only whole words count", () => {
  assert.deepEqual(en("Addiction is an illness. A cleaner. Abusing"), ["Abusing"]);
});

test("names of organizations are allowed, in every language", () => {
  assert.deepEqual(en("Alcoholics Anonymous, Adult Children of Alcoholics and SAMHSA, the Substance Abuse and Mental Health Services Administration."), []);
  assert.deepEqual(es("Alcohólicos Anónimos y Sex Addicts Anonymous."), []);
});

test("what is allowed in its context is still found outside of it", () => {
  assert.deepEqual(en("Help after domestic abuse. Clean your room. Heart failure. Alcoholic drinks."), []);
  assert.deepEqual(en("Drug abuse. Stay clean. A failure. An alcoholic."), ["abuse", "clean", "failure", "alcoholic"]);
});

test("Spanish: with and without accents, in each gender", () => {
  assert.deepEqual(es("Una drogadicta, los alcoholicos, el alcohólico."), ["drogadicta", "alcoholicos", "alcohólico"]);
  assert.deepEqual(es("Bebidas alcohólicas. Ropa limpia. Abuso sexual."), []);
  assert.deepEqual(es("Lleva un año limpio."), ["limpio"]);
});

test("Spanish: “recaída” only where English speaks of it", () => {
  assert.deepEqual(es("Después de una recaída.", "After a lapse."), ["recaída"]);
  assert.deepEqual(es("Menos riesgo de recaída.", "Less return to use."), []);
});

test("every term has a reason, an alternative and a known source, and can be found", () => {
  for (const [language, { terms, names }] of Object.entries(list.languages)) {
    for (const { term, why, instead, source, allowed = [] } of terms) {
      assert.ok(term && why && instead && list.sources[source], term);
      assert.ok(allowed.every((each) => each.why), term);
      assert.ok(words(language, term).length > 0, `${language}: “${term}” is not found by its own pattern`);
    }
    for (const { name, why } of names) assert.ok(why && words(language, name).length === 0, name);
  }
});
