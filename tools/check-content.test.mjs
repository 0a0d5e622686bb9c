// The content checker must fail when content breaks: each test breaks one thing in a copy and names the complaint.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CHECKER = fileURLToPath(new URL('check-content.mjs', import.meta.url));
const CONTENT = fileURLToPath(new URL('../public/content', import.meta.url));

/** Runs the checker on a copy of the content in which `spoil` has changed one file. */
function checkAfter(file, spoil) {
  const copy = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    cpSync(CONTENT, copy, { recursive: true });
    const path = join(copy, file);
    const parsed = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, spoil(parsed) ?? JSON.stringify(parsed));
    return spawnSync(process.execPath, [CHECKER, copy], { encoding: 'utf8' });
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function rejects(name, file, spoil, complaint) {
  test(name, () => {
    const { status, stderr } = checkAfter(file, spoil);
    assert.equal(status, 1);
    assert.match(stderr, complaint);
  });
}

const find = (records, id) => records.find((record) => record.id === id);

test('the content of this repository passes', () => {
  const { status, stdout, stderr } = checkAfter('en/lines.json', () => undefined);
  assert.equal(stderr, '');
  assert.match(stdout, /^content: \d+ checks passed/);
  assert.equal(status, 0);
});

rejects('a number that cannot be dialled', 'en/lines.json', (f) => { find(f.lines, 'us-samhsa').tel[0].number = '1-800-662-HELP'; }, /can't be dialled/);
rejects('a label that shows another number than is dialled', 'en/lines.json', (f) => { find(f.lines, 'us-samhsa').tel[0].number = '18006624375'; }, /is dialled/);
rejects('a hidden line with a number', 'en/lines.json', (f) => { find(f.lines, 'us-gambler').tel = [{ number: '988', label: '988', extra: null }]; }, /not to be shown/);
rejects('a line for using alone offered for an overdose', 'en/lines.json', (f) => { find(f.lines, 'us-safespot').needs.push('overdose'); }, /no answer to an overdose/);
rejects('two lines with one id', 'en/lines.json', (f) => { f.lines.push(f.lines[0]); f.count += 1; }, /used twice/);
rejects('a skill that names a line that is nowhere', 'en/skills.json', (f) => { f.skills[0].line_ids = ['us-nobody']; }, /"us-nobody" is nowhere/);
rejects('a skill of an unknown situation', 'en/skills.json', (f) => { f.skills[0].situations = ['boredom']; }, /"boredom" is unknown/);
rejects('a breath that no one can take', 'en/skills.json', (f) => { find(f.skills, 'box-breath').tool.phases[0] = ['in', 400]; }, /not a breath/);
rejects('a tool that no one has built', 'en/skills.json', (f) => { find(f.skills, 'delay-15').tool = { kind: 'dream' }; }, /tool "dream" is unknown/);
rejects('a finder with a number seen on no page', 'en/social.json', (f) => { f.needs[0].finders[0] = { name: 'x', phone: '1', evidence: { seen: 'none' }, checked: null }; }, /seen on no page/);
rejects('a source without an address or null', 'en/kinds.json', (f) => { delete f.kinds[0].sources[0].url; }, /neither a url/);
rejects('a second wording of the withdrawal warning', 'en/kinds.json', (f) => { f.shared.withdrawal.text = 'Be careful.'; }, /differs from the wording/);
rejects('a day that does not exist', 'en/orgs.json', (f) => { f.orgs[0].checked = '2026-02-30'; }, /nor a date/);
rejects('a program of an unknown kind', 'types.json', (f) => { f.programs.aa.kind = 'aa'; }, /kind "aa" is nowhere/);
rejects('a note for a type that no program has', 'en/type_notes.json', (f) => { find(f.types, 'open').names = ['Opened']; }, /no type of any program is called "Opened"/);
rejects('a note for a type that this program has not', 'en/type_notes.json', (f) => { find(f.types, 'closed-aa').program = 'al-anon'; }, /no type of al-anon is called "Closed"/);
rejects('a type of AA that is not explained', 'en/type_notes.json', (f) => { find(f.types, 'proof').names = ['Court']; }, /"Proof of Attendance" of aa is not explained/);
rejects('a type of two programs that is not explained', 'en/type_notes.json', (f) => { find(f.types, 'dogs').names = ['Court']; }, /"Dog Friendly" of rd, rr is not explained/);
rejects('a type that is explained twice', 'en/type_notes.json', (f) => { find(f.types, 'men').names.push('Women'); }, /"Women" is explained twice/);
rejects('a file that is not JSON', 'en/benefits.json', () => '<html>', /benefits\.json/);
rejects('a text to read without a source', 'en/learn.json', (f) => { find(f.sections, 'what').parts[0].source_ids = []; }, /has no source/);
rejects('a text to read whose source is nowhere', 'en/learn.json', (f) => { find(f.sections, 'what').parts[0].source_ids = ['nobody']; }, /"nobody" is nowhere/);
rejects('a way on to a page that is none', 'en/learn.json', (f) => { f.sections[0].way.to = 'shop'; }, /leads to no page/);
rejects('a way on to a section that is none', 'en/learn.json', (f) => { f.sections[0].way.to = 'learn#nothing'; }, /leads to nothing/);
rejects('a section without something to do', 'en/learn.json', (f) => { delete f.sections[0].way; }, /something to do/);
rejects('first aid that no clinician is asked to read', 'en/first_aid.json', (f) => { f.skills[0].review = null; }, /marked for a clinician/);
rejects('first aid in more than five lines', 'en/first_aid.json', (f) => { f.skills[0].steps.push('Wait.'); }, /not five lines/);
rejects('first aid without a source', 'en/first_aid.json', (f) => { delete f.skills[1].source; }, /a source has no title/);
rejects('a site of a help line that was seen on no page', 'en/lines.json', (f) => { Object.assign(find(f.lines, 'us-988'), { evidence: { seen: 'official_page', fields: { web: 'none' } }, checked: null }); }, /web was seen on no page/);
rejects('a number of a help line that was seen on no page', 'en/lines.json', (f) => { Object.assign(find(f.lines, 'us-988'), { evidence: { seen: 'none' }, checked: null }); }, /a number that was seen on no page/);
rejects('a strength of proof that has no words', 'en/benefits.json', (f) => { f.benefits[0].evidence_strength = 'proven'; }, /evidence_strength "proven"/);
