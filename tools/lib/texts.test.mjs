import assert from "node:assert/strict";
import { test } from "node:test";
import { readJson } from "./files.mjs";
import { FILES, textsOf, translated } from "./texts.mjs";

const LINES = {
  lines: [
    { id: "one", name: "A line", tel: [{ number: "911", label: "911", extra: "Press 2" }], hours: "24/7", what_happens: "You call.", cost: null, languages: ["English"] },
    { id: "two", name: "B line", tel: [], hours: null, what_happens: "You call.", languages: null },
  ],
};

test("texts come with the path of each, the same text as often as it stands", () => {
  assert.deepEqual(textsOf("lines", LINES), [
    { text: "A line", path: "lines[one].name" },
    { text: "B line", path: "lines[two].name" },
    { text: "Press 2", path: "lines[one].tel[0].extra" },
    { text: "24/7", path: "lines[one].hours" },
    { text: "You call.", path: "lines[one].what_happens" },
    { text: "You call.", path: "lines[two].what_happens" },
    { text: "English", path: "lines[one].languages[0]" },
  ]);
});

test("a translation changes texts and nothing else, and what it lacks stays English", () => {
  const texts = { "You call.": "Llamas.", "Press 2": "Marca 2", 911: "wrong", English: "inglés" };
  const spanish = translated("lines", LINES, { review: "native", texts });
  assert.deepEqual(spanish.lines[0], {
    id: "one", name: "A line", tel: [{ number: "911", label: "911", extra: "Marca 2" }], hours: "24/7", what_happens: "Llamas.", cost: null, languages: ["inglés"],
  });
  assert.deepEqual(spanish.translation, { review: "native" });
  assert.equal(LINES.lines[0].what_happens, "You call.", "the original is as it was");
});

test("a translation that was read by a native speaker says nothing", () => {
  assert.ok(!("translation" in translated("lines", LINES, { review: null, texts: {} })));
});

test("parts by name are found, whatever their names", () => {
  const first = { opening_sentences: { call: [{ text: "Hello." }], meeting: [{ text: "Hi." }] }, bring: { call: [{ text: "A pen" }] } };
  const paths = textsOf("first_step", first).map(({ path }) => path);
  assert.deepEqual(paths, ["bring.call[0].text", "opening_sentences.call[0].text", "opening_sentences.meeting[0].text"]);
});

test("every content file but the guide has texts, and a text that nobody translated is left as it is", () => {
  for (const file of FILES) {
    const content = readJson(`public/content/en/${file}.json`);
    // The guide holds tags alone: its words are in the interface.
    const count = textsOf(file, content).length;
    assert.ok(file === "guide" ? count === 0 : count > 5, file);
    assert.deepEqual(translated(file, content, { texts: {} }), content);
  }
});
