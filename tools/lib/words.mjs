// What is asked of our words: none that labels people, and a grade that anyone can read.

import { fernandezHuerta, fleschKincaid, inflesz, measure, sum } from "./grade.mjs";
import { stigmaFinder } from "./stigma.mjs";

/** Read in the worst hour: danger, help, a lapse. Everything else is “plain”. */
const CRISIS =
  /^(?:interface (?:help|lapse|withdrawal)|lines: what_happens|withdrawal: .*|first_aid: .*|skills: safety|kinds: shared|first_step: before_anything)$/;
const CRISIS_KEYS = ["cope_now.danger"];

/** In the content, a name or a list of languages is no running text, and no writer can make it plainer. */
const NAMES = /(?:^|\.)(?:names?|also_called|languages|formats|region|extra|kind)(?:\[\w*\])*$/;

/** The scale of each language: how far a text may go, alone (`one`) and with the rest of its section (`all`). */
const SCALES = {
  en: { name: "grade", of: rounded(fleschKincaid), crisis: { all: 6, one: 9 }, plain: { all: 8, one: 11 }, harder: (a, b) => a > b },
  es: { name: "INFLESZ", of: rounded(inflesz), crisis: { all: 65, one: 55 }, plain: { all: 55, one: 45 }, harder: (a, b) => a < b },
};

/** What is shown is what is compared. */
function rounded(formula) {
  return (measured) => Math.round(formula(measured) * 10) / 10;
}

/** One text of so many words is graded alone, and a section needs as many; where it matters most, fewer are enough. */
const LONG = 25;
const LONG_CRISIS = 10;
/** Sections of the interface that are shorter than this are graded together. */
const SMALL = 40;

export const isCrisis = ({ section, path }) => CRISIS.test(section) || CRISIS_KEYS.includes(path);

/** Flesch counts running text only, without titles and labels: a sentence, or as many words as one. */
export function isRunningText({ file, text, path }) {
  const count = text.match(/\p{L}[\p{L}’'-]*/gu)?.length ?? 0;
  const name = file.startsWith("public/content/") && NAMES.test(path);
  return !name && (count >= 8 || (count >= 4 && /[.!?…]["”’)]*$/.test(text.trim())));
}

/** Every word that labels or shames, each text once per file. */
export function stigmaIn(copy, list) {
  const finders = new Map();
  const seen = new Set();
  return copy.flatMap(({ language, file, path, text, english }) => {
    if (seen.has(`${file} ${text}`)) return [];
    seen.add(`${file} ${text}`);
    if (!finders.has(language)) finders.set(language, stigmaFinder(list, language));
    return finders.get(language)(text, english).map((found) => ({ ...found, language, file, path, text }));
  });
}

/** A row for each section of each language that has a scale, and the texts that are walls by themselves. */
export function gradesOf(copy) {
  const rows = [];
  const walls = [];
  for (const [name, entries] of sectionsOf(copy)) {
    const { language, crisis } = name;
    const scale = SCALES[language];
    const level = scale[crisis ? "crisis" : "plain"];
    const measured = entries.map((entry) => ({ ...entry, ...measure(entry.text, language) }));
    const all = sum(measured);
    if (all.words < (crisis ? LONG_CRISIS : LONG)) continue;
    const grade = scale.of(all);
    const tooHard = scale.harder(grade, level.all);
    rows.push({ ...name, texts: entries.length, ...all, grade, huerta: fernandezHuerta(all), limit: level.all, tooHard });
    for (const entry of measured.filter(({ words }) => words >= LONG)) {
      const own = scale.of(entry);
      if (scale.harder(own, level.one)) walls.push({ ...entry, crisis, grade: own, limit: level.one });
    }
  }
  return { rows, walls };
}

/** Running texts by language and section, each text once, with small sections of the interface put together. */
function sectionsOf(copy) {
  const sections = new Map();
  for (const entry of copy.filter((each) => SCALES[each.language] && isRunningText(each))) {
    const crisis = isCrisis(entry);
    const section = CRISIS_KEYS.includes(entry.path) ? `interface ${entry.path}` : entry.section;
    const key = JSON.stringify({ language: entry.language, section: section.replace(/^withdrawal: .*/, "withdrawal"), crisis });
    if (!sections.has(key)) sections.set(key, new Map());
    sections.get(key).set(entry.text, entry);
  }
  const merged = new Map();
  for (const [key, texts] of sections) {
    const name = JSON.parse(key);
    const words = [...texts.keys()].join(" ").split(/\s+/).length;
    const small = name.section.startsWith("interface ") && !name.crisis && words < SMALL;
    const into = small ? JSON.stringify({ ...name, section: "interface, the rest" }) : key;
    merged.set(into, [...(merged.get(into) ?? []), ...texts.values()]);
  }
  return [...merged].map(([key, entries]) => [JSON.parse(key), entries]);
}

export const scaleOf = (language) => SCALES[language];
