// docs/WORDS.md: the grades of our words, how they are computed, and which words we don't use.

import { scaleOf } from "./words.mjs";

/** A table of every section, the hardest first, in each language. */
export function table(rows) {
  return [...new Set(rows.map(({ language }) => language))].map((language) => tableOf(language, rows)).join("\n\n");
}

function tableOf(language, rows) {
  const spanish = language === "es";
  const head = ["section", "", "texts", "words", "words a sentence", "syllables a word", scaleOf(language).name, "limit", ...(spanish ? ["Fernández Huerta"] : [])];
  const own = rows.filter((row) => row.language === language).sort((a, b) => (spanish ? a.grade - b.grade : b.grade - a.grade));
  const lines = own.map(({ section, crisis, texts, words, sentences, syllables, grade, limit, huerta }) => {
    const counts = [texts, words, (words / sentences).toFixed(1), (syllables / words).toFixed(2), grade.toFixed(1), limit];
    return [section, crisis ? "help" : "", ...counts, ...(spanish ? [huerta.toFixed(1)] : [])];
  });
  return [head, head.map((name, at) => (at < 2 ? "---" : "---:")), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const LANGUAGES = { en: "English", es: "Spanish" };

export function document(rows, list) {
  const languages = [...new Set(rows.map(({ language }) => language))];
  return `${HEAD}
${languages.map((language) => `## Grades: ${LANGUAGES[language]}\n\n${tableOf(language, rows)}\n`).join("\n")}
${FORMULAS}
${Object.keys(list.languages).map((language) => `## Words we don’t use: ${LANGUAGES[language]}\n\n${words(list.languages[language])}\n`).join("\n")}
## Sources of the word list

${sources(list)}
`;
}

function words({ terms, names }) {
  const lines = terms.map(({ term, why, instead, source }) => `| ${term} | ${why} | ${instead} | ${source} |`);
  const proper = names.map(({ name }) => name).join(", ");
  return `| word | why | instead | source |\n|---|---|---|---|\n${lines.join("\n")}\n\nAllowed as names: ${proper}.`;
}

function sources({ sources }) {
  return Object.entries(sources)
    .map(([id, { title, publisher, year, url }]) => `- \`${id}\`: ${[title, publisher, year, url && `<${url}>`].filter(Boolean).join(", ")}`)
    .join("\n");
}

const HEAD = `# Words

How hard our words are to read, and which words we don’t use. \`node tools/check-words.mjs\` checks both and is part of
\`make test\`; \`node tools/check-words.mjs --write\` writes this page.

Rows marked “help” are read in the worst hour: help lines, withdrawal, danger, a lapse. They are held to grade 6 in
English and to INFLESZ 65 (“bastante fácil”) in Spanish; everything else to grade 8 and INFLESZ 55 (“normal”). A text of
25 words or more must also stand by itself: at most three grades above that, or ten points of INFLESZ below.
`;

const FORMULAS = `## How it is computed

| | formula | source |
|---|---|---|
| English | grade = 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59 | J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, 1975: Flesch–Kincaid grade level |
| Spanish | 206.835 − 62.3 × syllables ÷ words − words ÷ sentences | F. Szigriszt Pazos, 1993; read on the INFLESZ scale of I. Barrio Cantalejo, 2008 (An Sist Sanit Navar 31: 135–152): below 40 muy difícil, 40–55 algo difícil, 55–65 normal, 65–80 bastante fácil, above 80 muy fácil |
| Spanish, for comparison | 206.84 − 60 × syllables ÷ words − 1.02 × words ÷ sentences | J. Fernández Huerta, 1959, with words per sentence, as [G. Law](https://linguistlist.org/issues/22/22-2332/) corrects it |

What is counted follows Flesch: running text only, not titles and labels (here: four words or more that end as a
sentence does, or eight words); figures and abbreviations are words of one syllable, hyphenated words are one word.
Two things are ours, because no writer can make them plainer: a name of several capitalized words, such as an
organization’s, is one word of two syllables, and so is the name of a medicine or drug. Both make the grade lower than
other programs show it. A text that stands in several places counts once. Short sections of the interface are graded
together. A section of fewer than 25 words has no grade, except for help, where ten are enough.

A formula sees only lengths. That a text passes doesn’t make it clear: people who need it must read it.

English syllables are counted by rules with a list of exceptions; of the words in our copy that the CMU Pronouncing
Dictionary knows, more than 99 in 100 agree with it. Spanish syllables follow the spelling, with diphthongs and hiatus as
the Ortografía of the Real Academia Española has them.
`;
