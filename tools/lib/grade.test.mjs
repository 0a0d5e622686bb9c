// The formulas, worked out by hand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fernandezHuerta, fleschKincaid, inflesz, measure, sum } from "./grade.mjs";

const close = (value, wanted) => assert.ok(Math.abs(value - wanted) < 0.005, `${value} is not ${wanted}`);
const en = (text) => measure(text, "en");
const es = (text) => measure(text, "es");

test("Flesch–Kincaid of six words of one syllable", () => {
  const counts = en("The cat sat on the mat.");
  assert.deepEqual(counts, { sentences: 1, words: 6, syllables: 6 });
  close(fleschKincaid(counts), 0.39 * 6 + 11.8 - 15.59); // −1.45
});

test("Flesch–Kincaid of two sentences", () => {
  const counts = en("You are not alone. Someone you trust can help you remember that.");
  // 4 + 8 words; you are not a-lone: 5; some-one you trust can help you re-mem-ber that: 11
  assert.deepEqual(counts, { sentences: 2, words: 12, syllables: 16 });
  close(fleschKincaid(counts), 0.39 * 6 + 11.8 * (16 / 12) - 15.59); // 2.48
});

test("Szigriszt-Pazos and Fernández Huerta", () => {
  const counts = es("Respira despacio. Tu cuerpo ya empieza a calmarse.");
  // res-pi-ra des-pa-cio: 6; tu cuer-po ya em-pie-za a cal-mar-se: 1 + 2 + 1 + 3 + 1 + 3
  assert.deepEqual(counts, { sentences: 2, words: 8, syllables: 17 });
  close(inflesz(counts), 206.835 - 62.3 * (17 / 8) - 4); // 70.45
  close(fernandezHuerta(counts), 206.84 - 60 * (17 / 8) - 1.02 * 4); // 75.26
});

test("figures, abbreviations and placeholders are words of one syllable", () => {
  assert.deepEqual(en("Call 1-800-662-4357 or text {word} to 988 at 9 a.m. today."), { sentences: 1, words: 11, syllables: 12 });
  assert.deepEqual(en("Ask SAMHSA."), { sentences: 1, words: 2, syllables: 2 });
});

test("a name of several words is one word of two syllables", () => {
  const named = en("Ask for the Substance Abuse and Mental Health Services Administration today.");
  assert.deepEqual(named, { sentences: 1, words: 5, syllables: 7 });
  assert.deepEqual(en("Go to Narcotics Anonymous, Alcoholics Anonymous or a friend."), { sentences: 1, words: 7, syllables: 9 });
});

test("the first word of a sentence begins no name, and “I” is none", () => {
  assert.equal(en("Call Medicaid now.").words, 3);
  assert.equal(en("Today I Medicaid.").words, 3);
});

test("the name of a medicine is a word of two syllables", () => {
  assert.equal(en("Take buprenorphine.").syllables, en("Take bottles.").syllables);
  assert.equal(es("Toma buprenorfina.").syllables, 4);
});

test("sentences end at . ! ? … before a capital, a figure or an opening sign", () => {
  assert.equal(en("Call 911. “Stay.” Then wait at 5 p.m. for them! 24 hours a day.").sentences, 4);
  assert.equal(es("Espera… ¿Puedes llamar? ¡Llama! Cuesta 2.50 dólares.").sentences, 4);
});

test("the counts of several texts add up", () => {
  assert.deepEqual(sum([en("Call now."), en("Stay.")]), { sentences: 2, words: 3, syllables: 3 });
});
