// The check of our words must fail when a word or a grade goes wrong: each test spoils one thing in a copy.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sentencesOfScript, wordsOfHtml } from "./lib/copy.mjs";
import { isCrisis, isRunningText } from "./lib/words.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CHECK = join(ROOT, "tools", "check-words.mjs");
const COPIED = ["index.html", "public/boot.js", "public/content/en", "src/i18n/en.json"];
const HARD = "Notwithstanding considerable institutional heterogeneity, multidisciplinary practitioners systematically operationalize " +
  "individualized rehabilitation methodologies, facilitating comprehensive psychosocial reintegration opportunities throughout " +
  "communities experiencing disproportionate socioeconomic disadvantage, discrimination, marginalization and institutionalization.";

/** Runs the check on a copy of our words in which `spoil` has changed one file; English only unless it adds more. */
function checkAfter(file, spoil, ...args) {
  const copy = mkdtempSync(join(tmpdir(), "words-"));
  try {
    for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
    mkdirSync(join(copy, "public/content/es"));
    mkdirSync(join(copy, "docs"));
    const path = join(copy, file);
    let before = "{}";
    if (COPIED.some((copied) => file.startsWith(copied))) before = readFileSync(path, "utf8");
    writeFileSync(path, spoil(before));
    const run = spawnSync(process.execPath, [CHECK, copy, ...args], { encoding: "utf8" });
    if (args.includes("--write")) run.document = readFileSync(join(copy, "docs/WORDS.md"), "utf8");
    return run;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const changed = (change) => (text) => {
  const parsed = JSON.parse(text);
  change(parsed);
  return JSON.stringify(parsed);
};

function rejects(name, file, spoil, ...complaints) {
  test(name, () => {
    const { status, stderr } = checkAfter(file, spoil);
    for (const complaint of complaints) assert.match(stderr, complaint);
    assert.equal(status, 1);
  });
}

test("the English words of this repository pass", () => {
  const { status, stdout, stderr } = checkAfter("index.html", (text) => text);
  assert.equal(stderr, "");
  assert.match(stdout, /^words: \d+ texts and \d+ sections checked in en/m);
  assert.equal(status, 0);
});

rejects("a label in the interface", "src/i18n/en.json", changed((f) => (f["home.question"] = "Are you an addict?")),
  /src\/i18n\/en\.json: home\.question: “addict”.*Say: person/);
rejects("a label in the content", "public/content/en/kinds.json", changed((f) => (f.kinds[0].who_for = "Former addicts.")), /kinds\.json: kinds\[[\w-]+\]\.who_for: “Former addicts”/);
rejects("a label in the static page", "index.html", (text) => text.replace("</h1>", "Help for alcoholics</h1>"), /index\.html: text \d+: “alcoholics”/);
rejects("a label in the script that starts the app", "public/boot.js", (text) => `${text}\nsay("You have failed again.");`, /boot\.js: text 1: “failed”/);
rejects("a wall of words", "public/content/en/skills.json", changed((f) => (f.skills[0].steps[0] = HARD)), /skills\.json: skills\[[\w-]+\]\.steps\[0\]: too hard by itself, grade \d/);
rejects("a hard section of help", "src/i18n/en.json", changed((f) => (f["cope_now.danger"] = "Experiencing suicidal ideation, disorientation or respiratory insufficiency? Immediately contact emergency medical services.")),
  /en: interface cope_now\.danger: grade \d+\.\d, and 6 is the limit/);
rejects("a label in Spanish", "src/i18n/es.json", () => JSON.stringify({ "home.question": "¿Eres alcohólico?" }), /es\.json: home\.question: “alcohólico”/);
rejects("hard help in Spanish", "src/i18n/es.json",
  () => JSON.stringify({ "help.lead": "Contáctese inmediatamente con profesionales especializados en intervenciones psicoterapéuticas individualizadas, multidisciplinarias y complementarias." }),
  /es: interface help: INFLESZ -?\d+(\.\d)?, and 65 is the limit/);

test("a translation is found by the English that it translates", () => {
  const { stderr } = checkAfter("public/content/es/skills.json", () => {
    const { skills } = JSON.parse(readFileSync(join(ROOT, "public/content/en/skills.json"), "utf8"));
    return JSON.stringify({ review: "native", texts: { [skills[0].steps[0]]: "Piensa en el adicto." } });
  });
  assert.match(stderr, /es\/skills\.json: skills\[[\w-]+\]\.steps\[0\]: “adicto”/);
});

test("a language without a scale is named, not passed over in silence", () => {
  const { status, stdout } = checkAfter("src/i18n/pt.json", () => JSON.stringify({ "home.question": "Olá" }));
  assert.match(stdout, /no reading scale for “pt”/);
  assert.match(stdout, /no words for “pt”/);
  assert.equal(status, 0);
});

test("the page about our words has every section and every word", () => {
  const { document } = checkAfter("index.html", (text) => text, "--write");
  assert.match(document, /\| withdrawal \| help \| \d+ \|/);
  assert.match(document, /\| addict \| .* \| ondcp \|/);
});

test("running text is graded; labels and names are not", () => {
  const ours = (path, text) => isRunningText({ file: "src/i18n/en.json", path, text });
  const content = (path, text) => isRunningText({ file: "public/content/en/orgs.json", path, text });
  assert.ok(ours("lapse.kind", "It was very hard."));
  assert.ok(!ours("find.kind", "Kind of support"));
  assert.ok(content("orgs[aa].cost", "Free to join; some ask a small gift"));
  assert.ok(!content("orgs[aca].name", "Adult Children of Alcoholics and of Families That Hurt"));
});

test("what is read in the worst hour is held to the lower grade", () => {
  assert.ok(isCrisis({ section: "withdrawal: substances danger", path: "substances[alcohol].danger" }));
  assert.ok(isCrisis({ section: "interface lapse", path: "lapse.kind" }));
  assert.ok(!isCrisis({ section: "interface cope_now", path: "cope_now.what" }));
  assert.ok(!isCrisis({ section: "skills: steps", path: "skills[box-breath].steps[0]" }));
});

test("words are taken from the text and the attributes of a page, not from its styles", () => {
  const html = '<!doctype html><style>p{color:red}</style><p data-two-left="Press Shift now." data-base="/x y/">Stay <b>here</b></p><!-- note -->{{nav}}';
  assert.deepEqual(wordsOfHtml(html), ["Stay", "here", "Press Shift now."]);
});

test("sentences are taken from a script, names of events are not", () => {
  assert.deepEqual(sentencesOfScript('// "Not this one"\nsay("You are safe."); on("click"); key("Shift");'), ["You are safe."]);
});
