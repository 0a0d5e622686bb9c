// Counts the syllables of one word: in English by rules with a list of exceptions, in Spanish by its spelling alone.

export function syllables(word, language) {
  const plain = word.normalize("NFC").toLowerCase().replaceAll("’", "'");
  return language === "es" ? spanish(plain) : english(plain);
}

// --- English: a group of vowels is a syllable, but for those that are silent and those that are two -------------

/** Words that the rules get wrong, by their count. Forms with -s are found too. */
const EXCEPTIONS = new Map(
  Object.entries({
    1: "league vague",
    2:
      "beyond bias cafe chaos client create cruel desire dial diet employ evening fluid fuel inspired lion " +
      "poem quiet real ruin ruined safeguard science someone something sometimes tired trial triumph union",
    3:
      "anyone area australia businesses busiest caregiver created creative diary easier element elsewhere " +
      "employer everyone everything heroin however idea library media museum piano react recipe senior " +
      "suicide tuition vehicle video violence violent",
    4:
      "anxiety apprenticeship association behavioral coalition coordinate diabetes european everybody " +
      "january february marijuana readmission reality society sobriety suicidal variety",
    5: "association coordinator coordinated",
  }).flatMap(([count, words]) => words.split(" ").map((word) => [word, Number(count)])),
);

/** Silent e at the end, but not where it follows a consonant and l or r: phone, phones, called; able, doubled. */
const SILENT_END = /[^aeiouy]e$|(?:[^aeiouyszxcgh]|th|ph|gh)es$|[^aeiouytd]ed$/;
const SOUNDED_END = /[^aeiouylr][lr](?:e|es|ed)$/;

/** Silent e inside a compound or before an ending: lifeline, careful, movement, homelessness. */
const SILENT_INSIDE = new RegExp(
  "(?:[aeiouy][^aeiouy]|[aeiouy](?:st|ng|rg|dg|nc|rc|ns|rs|lv|rv|ch))e(?=(?:" +
    "ty|ly|liness|ful|fully|less|lessness|ment|ments|ness|line|lines|time|times|body|where|thing|what|how|place|town|way|" +
    "work|worker|workers|made|giver|givers|maker|makers|paper|room|land|mate|mates|book|books)$)",
);

/** Two vowels side by side that are two syllables: trying, media, easier, evaluate, alcoholism. */
const APART = [
  /[aeiouy]ing/,
  /(?<![cgst])ia(?!ge)|(?<=[aeiouy]l)ia/,
  /(?<![cgstx])io|iu/,
  /[^cst]ie(?:r|rs|st|nt|nce)$/,
  /(?<=[^aeiouygq])ua/,
  /(?<![aeiouyp])eo(?=[nlr])/,
  /uous/,
  /sm$/,
];

function english(word) {
  const plain = word.replace(/'(?:s|re|ve|ll|d|m|t)?$/, "").replace(/[^a-z]/g, "");
  const known = EXCEPTIONS.get(plain) ?? EXCEPTIONS.get(plain.replace(/s$/, ""));
  if (known) return known;
  let count = plain.match(/[aeiouy]+/g)?.length ?? 0;
  if (SILENT_END.test(plain) && !SOUNDED_END.test(plain)) count -= 1;
  if (SILENT_INSIDE.test(plain)) count -= 1;
  count += APART.filter((pair) => pair.test(plain)).length;
  if (/[ds]n't$/.test(word)) count += 1;
  return Math.max(1, count);
}

// --- Spanish: the spelling says it all -------------------------------------------------------------------------

/**
 * Each run of vowels has a syllable for each strong vowel in it (a, e, o), or one if it has none. A weak vowel (i, u)
 * leans on its neighbour, unless an accent sets it apart from a strong one (día, país); two equal vowels are apart
 * (creer, chiita). An h between vowels is not heard (prohi-bir), the u of que, qui, gue, gui is silent, and y is a vowel at the
 * end of a word. So the Ortografía of the Real Academia counts: guion and hui have one.
 */
function spanish(word) {
  const sounded = word
    .replace(/[^a-zñáéíóúü]/g, "")
    .replace(/(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])/g, "")
    .replace(/y$/, "i")
    .replace(/(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])/g, "");
  const runs = sounded.match(/[aeiouáéíóúü]+/g) ?? [];
  return Math.max(1, runs.reduce((sum, run) => sum + nuclei(run), 0));
}

function nuclei(run) {
  const strong = (vowel) => "aeoáéó".includes(vowel ?? "-");
  const own = [...run].filter((vowel, at) => {
    if (strong(vowel)) return true;
    const [before, after] = [run[at - 1], run[at + 1]];
    return ("íú".includes(vowel) && (strong(before) || strong(after))) || vowel === before;
  });
  const weakOnly = ![...run].some(strong);
  return weakOnly ? 1 + own.length : own.length;
}
