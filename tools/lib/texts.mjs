// Which parts of a content file are words for people, and how a translation is put in their place.
//
// A translation is a table from each English text to its own, so a text whose English changes is missing from it and
// shown in English until somebody has translated the new words: what is said about safety is never out of date. What
// is no text (numbers, addresses, sources, what was checked) is written once, in the English file.

/** Paths to texts: `[]` is every entry of a list, `*` every value of an object. */
const TEXTS = {
  benefits: [
    "meta.honest_limits[]",
    "meta.extra_citations[].what_it_found",
    "benefits[].name",
    "benefits[].claim",
    "benefits[].plain",
    "benefits[].evidence_note",
    "benefits[].suggested_page_line",
    "benefits[].citations[].what_it_found",
  ],
  first_aid: ["skills[].name", "skills[].safety", "skills[].steps[]"],
  first_step: [
    "intro.text",
    "before_anything[].text",
    "they_may_ask[].text",
    "they_may_ask[].why",
    "you_can_ask[].text",
    "you_can_ask[].why",
    "quality_signs[].text",
    "payment[].name",
    "payment[].text",
    "rights[].name",
    "rights[].text",
    "bring.*[].text",
    "opening_sentences.*[].text",
    "opening_warnings[].text",
    "first_meeting.*[].text",
    "call_sheet[].name",
    "call_sheet[].ticks[].name",
    "rehearsal[].text",
    "rehearsal[].choices[].say",
    "rehearsal[].choices[].then",
    "ask_topics[].text",
    "ask_topics[].words",
    "red_flags[].text",
    "report_to[].text",
    "law_note.text",
    "digital_privacy[].text",
    "finders[].name",
    "finders[].note",
  ],
  kinds: [
    "groups[].name",
    "groups[].hint",
    "shared.*.text",
    "kinds[].name",
    "kinds[].also_called[]",
    "kinds[].what_it_is",
    "kinds[].who_for",
    "kinds[].what_to_expect_first_time[]",
    "kinds[].what_it_costs",
    "kinds[].how_to_find.text",
    "kinds[].anonymity",
    "kinds[].role_of_peers",
    "kinds[].when_not_enough",
  ],
  learn: [
    "sections[].name",
    "sections[].lead",
    "sections[].parts[].name",
    "sections[].parts[].text",
    "sections[].parts[].way.text",
    "sections[].way.text",
  ],
  lines: [
    "lines[].name",
    "lines[].tel[].extra",
    "lines[].hours",
    "lines[].what_happens",
    "lines[].cost",
    "lines[].privacy",
    "lines[].languages[]",
    "lines[].region",
  ],
  orgs: [
    "orgs[].name",
    "orgs[].kind",
    "orgs[].approach",
    "orgs[].audience",
    "orgs[].formats[]",
    "orgs[].cost",
    "orgs[].note",
  ],
  guide: [],
  starting_points: ["points[].name", "points[].first_step", "points[].unit", "points[].steps[]"],
  skills: ["skills[].tool.things[]", "skills[].tool.parts[]", "skills[].tool.lines[]", "skills[].tool.ways[]", "skills[].tool.frames[]", "skills[].tool.forms[].first", "skills[].tool.forms[].firmer", "skills[].name", "skills[].steps[]", "skills[].safety", "skills[].why_it_helps"],
  social: [
    "activities[].name",
    "activities[].how_to_start",
    "activities[].recovery_tip",
    "needs[].name",
    "needs[].what_you_may_need",
    "needs[].first_steps[]",
    "needs[].finders[].name",
    "needs[].ask_a_peer",
    "employment[].name",
    "employment[].what_it_is",
    "employment[].who_for",
    "employment[].first_steps[]",
    "employment[].finders[].name",
  ],
  type_notes: ["types[].text"],
  withdrawal: [
    "one_line",
    "one_line_opioids",
    "if_unsure",
    "already_stopped",
    "call_emergency_if[]",
    "overdose_signs[]",
    "substances[].name",
    "substances[].names[]",
    "substances[].danger",
    "substances[].call_emergency_if[]",
    "substances[].see_doctor_before",
    "substances[].pregnancy",
    "lower_tolerance.name",
    "lower_tolerance.danger",
    "lower_tolerance.do[]",
    "lower_tolerance.call_emergency_if[]",
    "lower_tolerance.good_samaritan.text",
  ],
};

export const FILES = Object.keys(TEXTS);

/** Each text of a content file with the path it stands at, in order; a text that stands twice is given twice. */
export function textsOf(file, content) {
  const found = [];
  visit(file, content, (text, path) => {
    found.push({ text, path });
    return text;
  });
  return found;
}

/** The content with the texts of a translation in place of those it has. What reviewers it still waits for is kept. */
export function translated(file, content, { review, texts }) {
  const copy = structuredClone(content);
  visit(file, copy, (text) => texts[text] ?? text);
  return review ? { ...copy, translation: { review } } : copy;
}

function visit(file, content, use) {
  for (const path of TEXTS[file]) step(content, path.match(/\[\]|[^.[\]]+/g), use, "");
}

function step(at, [part, ...rest], use, path) {
  if (at === undefined || at === null) return;
  const keys = part === "[]" || part === "*" ? Object.keys(at) : [part];
  for (const key of keys) {
    const here = part === "[]" ? `${path}[${at[key]?.id ?? key}]` : `${path}.${key}`;
    if (rest.length) step(at[key], rest, use, here);
    else if (typeof at[key] === "string") at[key] = use(at[key], here.replace(/^\./, ""));
  }
}
