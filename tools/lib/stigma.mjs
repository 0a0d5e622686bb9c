// Finds words that shame or label people. The words, and why each is one, are in tools/words/stigma.json.

/** Compared without regard to capitals and accents; ñ is a letter of its own. */
const fold = (text) => text.normalize("NFC").replace(/[áàäéèëíìïóòöúùü]/giu, (vowel) => vowel.normalize("NFD")[0]);
const wholeWords = (pattern) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${fold(pattern)})(?![\\p{L}\\p{N}])`, "giu");
const literally = (name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replaceAll(" ", "\\s+");

/** A function from a text (and the English it translates) to what is wrong with it, in the order of the text. */
export function stigmaFinder(list, language) {
  // A name may stand in a text of any language.
  const names = Object.values(list.languages).flatMap((each) => each.names.map(({ name }) => wholeWords(literally(name))));
  const terms = (list.languages[language]?.terms ?? []).map((term) => ({
    ...term,
    words: wholeWords(term.pattern),
    allowed: (term.allowed ?? []).map(({ pattern }) => wholeWords(pattern)),
    unlessEnglish: term.unless_english && new RegExp(term.unless_english, "i"),
  }));
  return (text, english = "") => {
    const open = names.reduce(blank, fold(text));
    const found = terms.filter(({ unlessEnglish }) => !unlessEnglish?.test(english)).flatMap((term) => matches(term, open, text));
    return withoutParts(found);
  };
}

function matches({ term, instead, why, words, allowed }, open, text) {
  return [...allowed.reduce(blank, open).matchAll(words)].map(({ index: at, 0: { length } }) => {
    return { at, term, word: text.normalize("NFC").slice(at, at + length), instead, why };
  });
}

/** “Former addict” is one finding, not also “addict”. */
function withoutParts(found) {
  const sorted = found.sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  let end = 0;
  return sorted.filter(({ at, word }) => {
    const apart = at >= end;
    if (apart) end = at + word.length;
    return apart;
  });
}

/** Hides what is allowed and keeps every other letter at its place. */
function blank(text, allowed) {
  return text.replace(allowed, (words) => " ".repeat(words.length));
}
