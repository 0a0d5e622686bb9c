// Checks the content files: ids are unique, references resolve, every number can be dialled, every source says
// where it is, and nothing shows a number that nobody has seen. Prints one line, or every error it found.
//
//   node tools/check-content.mjs               the content of this repository
//   node tools/check-content.mjs --unchecked   also lists what nobody has confirmed yet, or not for 180 days
//   node tools/check-content.mjs --write       writes the table of links and numbers into docs/CONTENT.md
//   node tools/check-content.mjs <folder>      another content folder

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evidenceLine, evidenceTable, shownIn, waits } from './lib/evidence.mjs';
import { fill } from './lib/html.mjs';
import { PAGES } from './lib/pages.mjs';
import { checkTypeNotes } from './lib/type-notes.mjs';

const FILES = ['lines', 'skills', 'kinds', 'withdrawal', 'benefits', 'first_step', 'social', 'orgs', 'type_notes', 'learn', 'first_aid', 'guide', 'starting_points'];
const SEEN = ['official_page', 'third_party_page', 'none'];
const REVIEWERS = ['clinician', 'lawyer'];
const STRENGTHS = ['strong', 'strong_to_mixed', 'moderate', 'mixed', 'limited'];
/** What a kind may ask of a person, and what is known of it; a key that is missing does not apply. */
const ASKS = ['account', 'name', 'camera', 'number', 'faith', 'days', 'medicine'];
const ASKED = ['yes', 'no', 'some', 'ask'];
const BREATHS = ['in', 'hold', 'out'];
const DIALLED = /^\d{3,15}$/;

const args = process.argv.slice(2);
const listUnchecked = args.includes('--unchecked');
const here = dirname(fileURLToPath(import.meta.url));
const root = args.find((arg) => !arg.startsWith('--')) ?? join(here, '..', 'public', 'content');

const errors = [];
const unchecked = [];
let passed = 0;

/** Counts one check, or remembers what is wrong and where. */
function check(holds, where, problem) {
  if (holds) passed += 1;
  else errors.push(`${where}: ${problem}`);
}

/** The parsed file, or null when it is missing or broken, which is then an error of its own. */
function read(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch (error) {
    check(false, path, error.message);
    return null;
  }
}

const isText = (value) => typeof value === 'string' && value.trim() !== '';
const isRecord = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const list = (value) => (Array.isArray(value) ? value : []);

/** A day of the calendar that exists: 2026-02-30 is none. */
function isDate(value) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value);
}

function isWebAddress(value) {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** The ids of a list of records, each checked to be there, to be plain and to be the only one. */
function ids(records, where) {
  const seen = new Set();
  check(Array.isArray(records), where, 'is not a list');
  for (const record of list(records)) {
    check(/^[a-z0-9_-]+$/.test(record.id ?? ''), where, `id "${record.id}" is missing or not plain`);
    check(!seen.has(record.id), where, `id "${record.id}" is used twice`);
    seen.add(record.id);
  }
  return seen;
}

/** Walks every record of a file and hands each to `visit` with a path that a person can find. */
function walk(value, where, visit) {
  if (Array.isArray(value)) {
    value.forEach((item, index) => walk(item, `${where}[${item?.id ?? index}]`, visit));
  } else if (isRecord(value)) {
    visit(value, where);
    for (const [key, inner] of Object.entries(value)) {
      // `evidence` speaks about the fields beside it and has the same keys: it is read by its record.
      if (key !== 'evidence') walk(inner, `${where}.${key}`, visit);
    }
  }
}

function checkEvidence(record, where) {
  if (record.evidence == null) return;
  const { seen, fields = {} } = record.evidence;
  check([seen, ...Object.values(fields)].every((word) => SEEN.includes(word)), where, 'evidence.seen is not a known word');
}

function checkChecked(record, where) {
  if (!('checked' in record)) return;
  if (record.checked === null) unchecked.push(where);
  else check(isDate(record.checked), where, 'checked is neither null nor a date YYYY-MM-DD');
}

function checkReview(record, where) {
  if (record.review == null) return;
  const named = isRecord(record.review) ? Object.values(record.review) : [record.review];
  check(named.every((who) => REVIEWERS.includes(who)), where, `review must be one of ${REVIEWERS.join(', ')} or null`);
}

function checkAddresses(record, where) {
  for (const key of ['url', 'web']) {
    if (record[key] != null) check(isWebAddress(record[key]), where, `${key} "${record[key]}" is no web address`);
  }
}

/** A number outside `lines` needs a page on which it was seen, or a day on which somebody confirmed it. */
function checkFinderPhone(record, where) {
  if (!('phone' in record)) return;
  const seen = record.evidence?.fields?.phone ?? record.evidence?.seen ?? 'none';
  check(seen !== 'none' || isText(record.checked), where, 'phone was seen on no page and is not checked');
}

function checkReferences(record, where, known) {
  const resolves = (key, set) => {
    const wanted = [record[key] ?? []].flat();
    for (const id of wanted) check(set.has(id), where, `${key} "${id}" is nowhere`);
  };
  resolves('line_ids', known.lines);
  resolves('line_id', known.lines);
  resolves('withdrawal_ids', known.withdrawal);
  resolves('related_kinds', known.kinds);
  resolves('refers_to', known.files);
}

/** Every source has a key `url` that is an address, or null, which says that there is none. */
function checkSource(source, where) {
  check(isText(source?.title), where, 'a source has no title');
  check(source?.url === null || isWebAddress(source?.url ?? ''), where, 'a source has neither a url nor null for "none"');
}

function checkSourceIds(file, name) {
  const known = new Set(list(file.sources).map((source) => source.id));
  walk(file, name, (record, where) => {
    for (const id of list(record.source_ids)) check(known.has(id), where, `source_ids "${id}" is nowhere`);
  });
}

function checkLine(line, needs) {
  const where = `lines[${line.id}]`;
  check(isText(line.name) && isText(line.what_happens), where, 'has no name or does not say what happens');
  check(list(line.countries).every((code) => /^[A-Z]{2}$/.test(code)), where, 'countries are not two capital letters');
  check(list(line.needs).length > 0 && line.needs.every((need) => needs.includes(need)), where, 'needs are missing or unknown');
  check(typeof line.include === 'boolean', where, 'include is neither true nor false');
  const numbers = [...list(line.tel).map((tel) => tel.number), line.tty?.number, line.sms?.to].filter((number) => number != null);
  for (const number of numbers) check(DIALLED.test(number), where, `"${number}" can't be dialled: digits only`);
  for (const { number, label } of [...list(line.tel), line.tty ?? []].flat()) {
    const read = (label ?? '').replace(/\(.*/, '').replace(/\D/g, '');
    check(read === number, where, `"${label}" is shown, but "${number}" is dialled`);
  }
  const seen = (field) => isText(line.checked) || (line.evidence?.fields?.[field] ?? line.evidence?.seen ?? 'none') !== 'none';
  check(!line.include || line.web == null || seen('web'), where, 'web was seen on no page and is not checked: put it into source_to_check');
  // An emergency number is beyond doubt.
  const dialled = ['tel', 'tty', 'sms'].filter((field) => list(line[field]).length > 0 || isRecord(line[field]));
  check(line.needs.includes('danger_now') || dialled.every(seen), where, 'has a number that was seen on no page and is not checked');
  const alone = line.needs.includes('use_alone');
  check(!alone || !line.needs.includes('overdose'), where, 'a line for using alone is no answer to an overdose');
  if (line.include) {
    check(numbers.length > 0 || isText(line.web), where, 'has no number and no address, so it helps nobody');
  } else {
    check(numbers.length === 0, where, 'is not to be shown, but has a number');
    check(isText(line.why), where, 'is not to be shown, but does not say why');
  }
}

function checkSkill(skill, situations) {
  const where = `skills[${skill.id}]`;
  check(isText(skill.name) && list(skill.steps).length > 0 && skill.steps.every(isText), where, 'has no name or no steps');
  check(Number.isInteger(skill.minutes) && skill.minutes > 0, where, 'minutes is not a whole number above 0');
  check(isText(skill.why_it_helps), where, 'does not say why it may help');
  check(list(skill.situations).length > 0, where, 'fits no situation');
  for (const situation of list(skill.situations)) check(situations.has(situation), where, `situation "${situation}" is unknown`);
  check([undefined, true].includes(skill.ahead), where, 'ahead is neither true nor left out');
  for (const spot of skill.not_at ?? []) check(SPOTS.includes(spot), where, `not_at "${spot}" is unknown`);
  checkSource(skill.source, where);
  if (skill.tool !== undefined) checkTool(skill.tool, where);
}

/** What each kind of tool says of itself: see docs/CONTENT.md. */
const TOOLS = {
  breathe: ({ phases }, where) => {
    check(list(phases).length > 1, where, 'tool has fewer than two phases');
    for (const [breath, seconds] of list(phases)) {
      check(BREATHS.includes(breath) && seconds > 0 && seconds <= 20, where, `tool phase "${breath}, ${seconds}" is not a breath of 1 to 20 seconds`);
    }
  },
  wave: ({ every }, where) => check(isCount(every), where, 'tool asks every so many minutes, but does not say how many'),
  parts: ({ seconds, parts }, where) => {
    check([10, 15, 20, 30, 60, 90].includes(seconds), where, 'tool gives each part seconds that are not offered');
    check(list(parts).length > 1 && parts.every(isText), where, 'tool has fewer than two parts');
  },
  delay: ({ things }, where) => check(list(things).length > 0 && things.every(isText), where, 'tool has nothing to do meanwhile'),
  worry: () => {},
  senses: () => {},
  halt: ({ leads }, where) => check(list(leads).length === 4 && leads.every(isText), where, 'tool does not lead on from each of the four'),
  card: ({ lines, ways }, where) => check([lines, ways].every((offers) => list(offers).length > 0 && offers.every(isText)), where, 'tool has no lines or no ways'),
  film: ({ frames }, where) => check(list(frames).length === 5 && frames.every(isText), where, 'tool has not five frames'),
  boxes: () => {},
  thought: () => {},
  triggers: () => {},
  plans: () => {},
  review: () => {},
  refuse: ({ forms }, where) => check(list(forms).length > 0 && forms.every(({ first, firmer }) => isText(first) && isText(firmer)), where, 'tool has no ways to say no'),
  good: () => {},
  message: ({ parts }, where) => check(list(parts).length > 1 && parts.every(isText), where, 'tool has fewer than two parts'),
  hour: ({ minutes }, where) => check(isCount(minutes), where, 'tool does not say how many minutes it takes'),
  timer: () => {},
};

const isCount = (number) => Number.isInteger(number) && number > 0;

const SPOTS = ['alone', 'work', 'bed', 'public', 'silent'];

function checkTool(tool, where) {
  const known = Object.hasOwn(TOOLS, tool?.kind);
  check(known, where, `tool "${tool?.kind}" is unknown`);
  if (known) TOOLS[tool.kind](tool, where);
}

function checkSkills({ skills, situations }) {
  const known = new Set(Object.keys(situations));
  for (const skill of skills) checkSkill(skill, known);
  for (const [situation, count] of Object.entries(situations)) {
    const fits = skills.filter((skill) => list(skill.situations).includes(situation)).length;
    check(fits === count, 'skills.situations', `${situation} says ${count}, but ${fits} skills fit it`);
  }
}

function checkKinds({ kinds, groups }) {
  const known = ids(groups, 'kinds.groups');
  for (const kind of kinds) {
    const where = `kinds[${kind.id}]`;
    check(known.has(kind.group), where, `group "${kind.group}" is unknown`);
    for (const key of ['name', 'what_it_is', 'who_for', 'what_it_costs', 'when_not_enough']) check(isText(kind[key]), where, `${key} is missing`);
    for (const source of list(kind.sources)) checkSource(source, where);
    const asks = Object.entries(kind.asks ?? {});
    check(asks.length > 0 && asks.every(([key, value]) => ASKS.includes(key) && ASKED.includes(value)), where, 'asks is missing, or has a word that is unknown');
  }
}

/** Ten goals to start from, each with what its kind needs. */
function checkStartingPoints({ points }, substances) {
  const needs = { do: [], at_least: ['target', 'unit'], at_most: ['target', 'unit'], time_since: [], attend: ['per_week'], one_off: ['steps'] };
  ids(points, 'starting_points.points');
  for (const point of points) {
    const where = `starting_points[${point.id}]`;
    check(isText(point.name), where, 'has no name');
    check(Object.hasOwn(needs, point.kind), where, `kind "${point.kind}" is unknown`);
    for (const need of needs[point.kind] ?? []) check(point[need] !== undefined, where, `has no ${need}`);
    check(point.substance === undefined || substances.has(point.substance), where, `substance "${point.substance}" is unknown`);
  }
}

/** Every kind is in the guide once, and every tag belongs to a question. */
function checkGuide({ questions, kinds }, known, orgs) {
  const tags = new Set(list(questions).flatMap((question) => question.tags));
  const named = list(kinds).map(({ kind }) => kind);
  check(named.length === known.size && named.every((id) => known.has(id)) && new Set(named).size === named.length, 'guide', 'does not have every kind once');
  for (const one of list(kinds)) {
    for (const tag of [...one.fits, ...one.only_for]) check(tags.has(tag), `guide[${one.kind}]`, `tag "${tag}" is in no question`);
    check(['no', 'some', 'yes'].includes(one.pay), `guide[${one.kind}]`, 'pay is neither no, some nor yes');
  }
  for (const org of orgs) for (const id of list(org.kinds)) check(known.has(id), `orgs[${org.id}]`, `kind "${id}" is nowhere`);
}

/** Every text to read names its sources, and every way on leads to a page, and to something that is there. */
function checkLearn({ learn, benefits }, known) {
  const places = new Set([...ids(learn.sections, 'learn.sections'), ...benefits.benefits.map(({ id }) => id)]);
  const pages = new Set(PAGES.map(({ file }) => (file === 'index' ? '' : file)));
  const targets = { learn: places, kind: known.kinds, skill: known.skills };
  for (const section of learn.sections) {
    check(isRecord(section.way), `learn[${section.id}]`, 'does not end with something to do');
    for (const part of list(section.parts)) check(list(part.source_ids).length > 0, `learn[${section.id}]`, `"${part.text}" has no source`);
  }
  walk(learn.sections, 'learn', (record, where) => {
    for (const id of list(record.kinds)) check(known.kinds.has(id), where, `kinds "${id}" is nowhere`);
    if (!isText(record.to)) return;
    const [page, place] = record.to.split('#');
    check(pages.has(page), where, `"${record.to}" leads to no page`);
    if (place && targets[page]) check(targets[page].has(place), where, `"${record.to}" leads to nothing`);
  });
}

/** A strength that the page has no words for would not be said. */
function checkBenefits({ benefits }) {
  for (const { id, evidence_strength: strength, citations } of benefits.benefits) {
    check(STRENGTHS.includes(strength), `benefits[${id}]`, `evidence_strength "${strength}" is none of ${STRENGTHS.join(', ')}`);
    check(list(citations).length > 0, `benefits[${id}]`, 'names no study');
  }
}

/** Five lines each, from files of ours that name their sources, and all of it marked for a clinician. */
function checkFirstAid({ first_aid }) {
  ids(first_aid.skills, 'first_aid.skills');
  for (const aid of list(first_aid.skills)) {
    const where = `first_aid[${aid.id}]`;
    check(list(aid.steps).length === 5 && aid.steps.every(isText), where, 'is not five lines');
    check(aid.review === 'clinician', where, 'is not marked for a clinician to review');
    check(list(aid.from).length > 0 && aid.from.every((from) => FILES.some((file) => from.startsWith(`${file}.json: `))), where, 'does not say from which file it is');
    checkSource(aid.source, where);
  }
}

/** One wording of what is dangerous to stop, everywhere, and all of it marked for a clinician. */
function checkWithdrawal({ withdrawal, kinds, first_step }) {
  for (const part of [withdrawal, withdrawal.lower_tolerance, ...withdrawal.substances]) {
    check(part.review === 'clinician', `withdrawal[${part.id ?? 'all'}]`, 'is not marked for a clinician to review');
  }
  check(kinds.shared.withdrawal.text === withdrawal.one_line, 'kinds.shared.withdrawal', 'differs from the wording in withdrawal.json');
  const sudden = first_step.before_anything.find((entry) => entry.id === 'sudden-stop');
  check(sudden?.text.startsWith(withdrawal.one_line), 'first_step.before_anything', 'differs from the wording in withdrawal.json');
}

function checkTypes(types, kinds) {
  for (const [key, program] of Object.entries(types.programs ?? {})) {
    const where = `types.programs.${key}`;
    check(/^[a-z0-9-]+$/.test(key) && isText(program.short) && isText(program.name), where, 'key, short or full name is missing');
    check(program.kind === null || kinds.has(program.kind), where, `kind "${program.kind}" is nowhere`);
    const folded = new Set(Object.keys(program.types).map((code) => code.toLowerCase()));
    check(folded.size === Object.keys(program.types).length, where, 'two codes differ by capitals only');
    for (const [code, names] of Object.entries(program.types)) check(isText(names.en), where, `code ${code} has no English name`);
  }
  for (const format of list(types.bmlt)) check(Object.values(format.key).every(isText) && Object.values(format.name).every(isText), 'types.bmlt', 'a format has no key or no name');
  for (const source of list(types.sources)) checkSource(source, 'types.sources');
}

function checkLanguage(language) {
  const content = Object.fromEntries(FILES.map((name) => [name, read(`${language}/${name}.json`)]));
  if (Object.values(content).includes(null)) return null;
  const known = {
    lines: ids(content.lines.lines, 'lines'),
    withdrawal: ids([...list(content.withdrawal.substances), content.withdrawal.lower_tolerance], 'withdrawal'),
    kinds: ids(content.kinds.kinds, 'kinds'),
    files: new Set(FILES.map((name) => `${name}.json`)),
  };
  known.skills = ids(content.skills.skills, 'skills');
  ids(content.benefits.benefits, 'benefits');
  ids(content.orgs.orgs, 'orgs');
  for (const part of ['types', 'sources']) ids(content.type_notes[part], `type_notes.${part}`);
  for (const part of ['activities', 'needs', 'employment', 'sources']) ids(content.social[part], `social.${part}`);
  ids(content.first_step.sources, 'first_step.sources');
  for (const [name, file] of Object.entries(content)) {
    walk(file, `${language}/${name}`, (record, where) => {
      checkEvidence(record, where);
      checkChecked(record, where);
      checkReview(record, where);
      checkAddresses(record, where);
      checkFinderPhone(record, where);
      checkReferences(record, where, known);
    });
  }
  for (const name of ['lines', 'skills', 'orgs']) check(content[name].count === content[name][name].length, name, 'count is not the number of records');
  for (const line of content.lines.lines) checkLine(line, content.lines.needs);
  checkSkills(content.skills);
  checkKinds(content.kinds);
  checkWithdrawal(content);
  checkStartingPoints(content.starting_points, new Set(content.withdrawal.substances.map(({ id }) => id)));
  checkGuide(content.guide, known.kinds, content.orgs.orgs);
  checkBenefits(content);
  checkLearn(content, known);
  checkFirstAid(content);
  for (const name of ['social', 'first_step', 'type_notes', 'learn']) {
    for (const source of list(content[name].sources)) checkSource(source, `${name}.sources`);
    checkSourceIds(content[name], name);
  }
  const shown = FILES.flatMap((name) => shownIn(name, content[name]));
  return { ...known, notes: content.type_notes, shown };
}

// Facts are in the English files alone; what another language has of them is checked by check-translations.mjs.
const known = checkLanguage('en');
const types = read('types.json');
if (types && known) {
  checkTypes(types, known.kinds);
  checkTypeNotes(known.notes, types, check);
}

const today = new Date().toISOString().slice(0, 10);
if (listUnchecked) {
  for (const one of known?.shown ?? []) {
    if (one.checked !== null && waits(one, today)) console.log(`checked long ago, on ${one.checked}: ${one.where}`);
  }
}
if (known && args.includes('--write')) {
  const path = join(here, '..', 'docs', 'CONTENT.md');
  writeFileSync(path, fill(readFileSync(path, 'utf8'), 'evidence', `\n${evidenceTable(known.shown, today)}\n`));
}
if (listUnchecked) for (const where of unchecked) console.log(`not checked yet: ${where}`);
for (const error of errors) console.error(`content: ${error}`);
const failed = errors.length > 0 ? `, ${errors.length} failed` : '';
console.log(`content: ${passed} checks passed${failed} (${unchecked.length} records are not confirmed by a person yet)`);
if (known) console.log(`${evidenceTable(known.shown, today)}\n${evidenceLine(known.shown, today)}`);
process.exit(errors.length > 0 ? 1 : 0);
