// Checks our own words: none that label or shame people, and a reading grade that everyone can follow.
//
//   node tools/check-words.mjs            the words of this repository; prints one line, or every word to mend
//   node tools/check-words.mjs --table    also prints the grades of every section
//   node tools/check-words.mjs --write    writes docs/WORDS.md
//   node tools/check-words.mjs <folder>   another copy of the repository

import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { copyOf, languagesOf } from "./lib/copy.mjs";
import { readJson } from "./lib/files.mjs";
import { document, table } from "./lib/words-document.mjs";
import { gradesOf, scaleOf, stigmaIn } from "./lib/words.mjs";

const tools = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);
const root = args.find((arg) => !arg.startsWith("--")) ?? join(tools, "..");

const list = readJson(join(tools, "words", "stigma.json"));
const copy = copyOf(root);
const found = stigmaIn(copy, list);
const { rows, walls } = gradesOf(copy);
const hard = rows.filter(({ tooHard }) => tooHard);

if (args.includes("--table")) console.log(table(rows));
if (args.includes("--write")) writeFileSync(join(root, "docs", "WORDS.md"), document(rows, list));

for (const { file, path, word, why, instead, text } of found) {
  console.error(`words: ${file}: ${path}: “${word}” ${why}. Say: ${instead}.\n  ${text}`);
}
for (const { language, section, grade, limit, words, sentences, syllables } of hard) {
  const shape = `${(words / sentences).toFixed(1)} words a sentence, ${(syllables / words).toFixed(2)} syllables a word`;
  console.error(`words: ${language}: ${section}: ${scaleOf(language).name} ${grade.toFixed(1)}, and ${limit} is the limit (${shape})`);
}
for (const { language, file, path, grade, limit, text } of walls) {
  console.error(`words: ${file}: ${path}: too hard by itself, ${scaleOf(language).name} ${grade.toFixed(1)}, and ${limit} is the limit\n  ${text}`);
}

for (const language of languagesOf(root).filter((each) => !scaleOf(each))) {
  console.log(`words: there is no reading scale for “${language}” here, so its grade is not checked`);
}
for (const language of languagesOf(root).filter((each) => !list.languages[each])) {
  console.log(`words: tools/words/stigma.json has no words for “${language}” yet`);
}

const wrong = found.length + hard.length + walls.length;
const failed = wrong > 0 ? `, ${wrong} to mend` : "";
console.log(`words: ${copy.length} texts and ${rows.length} sections checked in ${languagesOf(root).join(", ")}${failed}`);
process.exit(wrong > 0 ? 1 : 0);
