// Syllables, against what dictionaries say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { syllables } from "./syllables.mjs";

function counts(language, byCount) {
  for (const [count, words] of Object.entries(byCount)) {
    for (const word of words.split(" ")) assert.equal(syllables(word, language), Number(count), word);
  }
}

test("English: silent e, and e that is heard", () => {
  counts("en", {
    1: "phone phones called helps health lived changed can’t you’re they’ve",
    2: "able table people doubled hundred needed started churches pages lifeline sometimes careful didn’t",
    3: "terrible settlement homelessness addiction remember",
    4: "recovery",
    5: "alcoholism",
  });
});

test("English: vowels that are two syllables, and vowels that are one", () => {
  counts("en", {
    1: "need main through",
    2: "being trying patient special quiet craving social",
    3: "media easier radio area",
    4: "evaluate material anxiety society",
  });
});

test("English: capitals and curly quotes change nothing", () => {
  assert.equal(syllables("Didn’t", "en"), syllables("didn't", "en"));
});

test("Spanish: diphthongs are one syllable", () => {
  counts("es", { 1: "y muy hoy hui guion pie dio buey", 2: "ciudad viuda agua siempre cuidas mayo leyes veintiún puerta", 3: "cuidado Uruguay" });
});

test("Spanish: hiatus is two", () => {
  counts("es", { 2: "día país caos leer oír ahí búho tía", 3: "creía línea ahora maíces reúne teatro chiita prohíbe", 4: "recaída aéreo continúa ambigüedad" });
});

test("Spanish: the h is not heard, nor the u of que and gui; the ü is", () => {
  counts("es", { 1: "que quien", 2: "guerra seguir prohibir ahumar", 3: "pingüino alcohol", 4: "lingüística averigüéis" });
});

test("Spanish: accents come composed or not", () => {
  assert.equal(syllables("día".normalize("NFD"), "es"), 2);
});
