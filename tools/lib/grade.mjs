// How hard a text is to read, by the usual formulas. docs/WORDS.md names their sources.

import { syllables } from "./syllables.mjs";

/**
 * What a text is made of. It counts as Flesch did: figures and abbreviations are words of one syllable, a hyphenated word is one
 * word. A name of several capitalized words (an organization’s) is one word of two syllables: it can’t be said more
 * plainly. A placeholder such as {date} stands for a figure.
 */
export function measure(text, language) {
  const sentences = text
    .replace(/\{\w+\}/g, "0")
    .split(/(?<=[.!?…])[”"’)\]]*\s+(?=[“"‘¿¡(\p{Lu}\d])/u)
    .map((sentence) => words(sentence, language))
    .filter((counts) => counts.length > 0);
  const all = sentences.flat();
  return { sentences: sentences.length, words: all.length, syllables: all.reduce((sum, count) => sum + count, 0) };
}

export function sum(measures) {
  const add = (key) => measures.reduce((total, each) => total + each[key], 0);
  return { sentences: add("sentences"), words: add("words"), syllables: add("syllables") };
}

const NAME_COUNTS = 2;
/** Medicines and drugs: whoever takes one must recognize its name, and there is no plainer one. */
const SUBSTANCES = new Set(
  (
    "benzodiazepine barbiturate gabapentin gabapentinoid pregabalin baclofen buprenorphine methadone naloxone naltrexone " +
    "alprazolam xanax klonopin ativan valium opioid heroin fentanyl xylazine cocaine methamphetamine cannabis marijuana nicotine " +
    "benzodiazepina benzodiacepina barbitúrico gabapentina gabapentinoide pregabalina baclofeno buprenorfina metadona naloxona " +
    "naltrexona opioide heroína fentanilo xilacina cocaína metanfetamina marihuana nicotina"
  ).split(" "),
);
const CAPITAL = /^\p{Lu}[\p{L}’'.-]*$/u;
/** Small words that may stand inside a name: “Adult Children of Alcoholics”. */
const INSIDE_NAME = /^(?:of|for|the|and|in|de|del|la|las|los|para|y|&)$/;

/** The number of syllables of each word of a sentence. */
function words(sentence, language) {
  const tokens = sentence.match(/[\p{L}\p{N}&][\p{L}\p{N}’'./@-]*[,;:)]?/gu) ?? [];
  const counts = [];
  for (let at = 0; at < tokens.length; ) {
    const end = endOfName(tokens, at);
    counts.push(end > at ? NAME_COUNTS : ofWord(tokens[at], language));
    at = Math.max(end, at) + 1;
  }
  return counts.filter((count) => count > 0);
}

/** Where a name of several words that begins here ends; the word itself if none does. A sentence’s first word has its
 * capital from its place, so it begins no name. */
function endOfName(tokens, start) {
  let end = start;
  if (start === 0 || !isNamePart(tokens[start])) return end;
  for (let at = start + 1; at < tokens.length && !/[,;:)]$/.test(tokens[end]); at += 1) {
    if (isNamePart(tokens[at])) end = at;
    else if (!INSIDE_NAME.test(tokens[at])) break;
  }
  return end;
}

const bare = (token) => token.replace(/[,;:)./-]+$/, "");
const isNamePart = (token) => CAPITAL.test(bare(token)) && bare(token) !== "I";

function ofWord(token, language) {
  const word = bare(token);
  if (word === "" || word === "&") return word === "&" ? 1 : 0;
  if (SUBSTANCES.has(word.toLowerCase().replace(/s$/, ""))) return NAME_COUNTS;
  if (/\p{N}/u.test(word) || /[@./]\p{L}/u.test(word) || /^[\p{Lu}.]{2,}s?$/u.test(word)) return 1;
  return word.split("-").reduce((sum, part) => sum + (part ? syllables(part, language) : 0), 0);
}

/** School grade by Flesch and Kincaid: 6 is what a sixth grader can read. */
export function fleschKincaid({ sentences, words, syllables }) {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** Perspicuity by Szigriszt-Pazos, which the INFLESZ scale reads: 65 to 80 is “bastante fácil”, 55 to 65 “normal”. */
export function inflesz({ sentences, words, syllables }) {
  return 206.835 - 62.3 * (syllables / words) - words / sentences;
}

/** Ease by Fernández Huerta, with words per sentence, as he meant it. */
export function fernandezHuerta({ sentences, words, syllables }) {
  return 206.84 - 60 * (syllables / words) - 1.02 * (words / sentences);
}
