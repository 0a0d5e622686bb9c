// The check of translations must name what is missing, left over or lost: each test spoils one thing in a small site.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FILES } from "./lib/texts.mjs";

const CHECK = fileURLToPath(new URL("check-translations.mjs", import.meta.url));

const ENGLISH = { "home.title": "Hello", "find.near": "Near {place}", "days.one": "{n} day", "days.other": "{n} days", "help.lead": "Call 911 or 988." };
const SPANISH = { "home.title": "Hola", "find.near": "Cerca de {place}", "days.one": "un día", "days.other": "{n} días", "help.lead": "Llama al 911 o al 988." };

const SKILLS = {
  skills: [
    { id: "breathe", name: "Breathe", steps: ["Breathe in for 4 seconds.", "Or call 1-800-662-4357."], safety: "Stop after 2 minutes." },
  ],
};
const TEXTS = {
  Breathe: "Respira",
  "Breathe in for 4 seconds.": "Inhala por cuatro segundos.",
  "Or call 1-800-662-4357.": "O llama al 1-800-662-4357.",
  "Stop after 2 minutes.": "Para después de 2 minutos.",
};

/** Runs the check on a site of few words. `null` leaves a file out. */
function check({ strings = SPANISH, texts = TEXTS, review = "native", language = "es", more = {} } = {}, ...args) {
  const root = mkdtempSync(join(tmpdir(), "translations-"));
  const files = {
    "src/i18n/en.json": ENGLISH,
    [`src/i18n/${language}.json`]: strings,
    ...Object.fromEntries(FILES.map((name) => [`public/content/en/${name}.json`, name === "skills" ? SKILLS : {}])),
    ...Object.fromEntries(FILES.map((name) => [`public/content/${language}/${name}.json`, texts && { review, texts: name === "skills" ? texts : {} }])),
    ...more,
  };
  try {
    for (const [path, content] of Object.entries(files).filter(([, content]) => content)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), JSON.stringify(content));
    }
    return spawnSync(process.execPath, [CHECK, root, ...args], { encoding: "utf8" });
  } finally {
    rmSync(root, { recursive: true });
  }
}

function rejects(name, site, complaint) {
  test(name, () => {
    const { status, stderr } = check(site);
    assert.match(stderr, complaint);
    assert.equal(stderr.trim().split("\n").length, 1, stderr);
    assert.equal(status, 1);
  });
}

const without = (object, key) => Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

test("a whole translation passes", () => {
  const { status, stdout, stderr } = check();
  assert.equal(stderr, "");
  assert.match(stdout, /es: 5 keys; 0 texts not translated; 0 to mend/);
  assert.equal(status, 0);
});

test("no language but English is fine", () => {
  const { status, stdout } = check({ strings: null, texts: null });
  assert.match(stdout, /no language but English/);
  assert.equal(status, 0);
});

rejects("a missing key", { strings: without(SPANISH, "home.title") }, /es\.json: home\.title: missing: English says “Hello”/);
rejects("an empty key", { strings: { ...SPANISH, "home.title": " " } }, /home\.title: missing/);
rejects("a missing form of a plural", { strings: without(SPANISH, "days.one") }, /days\.one: missing/);
rejects("a key that English doesn’t have", { strings: { ...SPANISH, "home.old": "Viejo" } }, /home\.old: unknown key/);
rejects("a form of a plural that the language doesn’t have", { strings: { ...SPANISH, "days.few": "{n} días" } }, /days\.few: unknown key/);
rejects("a plural form of what is no plural", { strings: { ...SPANISH, "home.title.many": "Holas" } }, /home\.title\.many: unknown key/);
rejects("a lost placeholder", { strings: { ...SPANISH, "find.near": "Cerca" } }, /find\.near: differs: \{place\} is lost/);
rejects("a placeholder that English doesn’t have", { strings: { ...SPANISH, "home.title": "Hola, {name}" } }, /home\.title: differs: \{name\} is not in the English/);
rejects("a lost number of help", { strings: { ...SPANISH, "help.lead": "Llama al 911." } }, /help\.lead: differs: the number 988 is lost/);
rejects("a text that is not translated", { texts: without(TEXTS, "Breathe") }, /es\/skills\.json: skills\[breathe\]\.name: not translated: Breathe/);
rejects("a translation of what English no longer says", { texts: { ...TEXTS, "Old words.": "Palabras viejas." } }, /stale: .*“Old words\.”/);
rejects("a dose that is lost in a text about safety", { texts: { ...TEXTS, "Stop after 2 minutes.": "Para después de dos minutos." } }, /skills\[breathe\]\.safety: differs: the number 2 is lost/);
rejects("a lost phone number anywhere", { texts: { ...TEXTS, "Or call 1-800-662-4357.": "O llama al 1-800-662." } }, /steps\[1\]: differs: the number 4357 is lost/);
rejects("a number that English doesn’t have", { texts: { ...TEXTS, "Or call 1-800-662-4357.": "O llama al 1-800-662-4357 o al 988." } }, /the number 988 is not in the English/);
rejects("content without an interface", { strings: null }, /es\.json: the file: missing/);
rejects("a content file that English doesn’t have", { more: { "public/content/es/poems.json": { review: null, texts: {} } } }, /poems\.json: the file: unknown file/);

test("a file that doesn’t say whether a native speaker has read it", () => {
  const { status, stderr } = check({ review: "yes" });
  assert.match(stderr, /es\/withdrawal\.json: review: review: is neither/);
  assert.equal(status, 1);
});

test("further forms of a plural are known where the language has them", () => {
  assert.equal(check({ strings: { ...SPANISH, "days.many": "{n} de días" } }).status, 0);
  assert.equal(check({ language: "pl", strings: { ...SPANISH, "days.few": "{n} dni", "days.many": "{n} dni" } }).status, 0);
});

test("missing content may be allowed, and is listed all the same", () => {
  const { status, stdout, stderr } = check({ texts: null }, "--allow-missing");
  assert.equal(stderr, "");
  assert.match(stdout, /skills\[breathe\]\.name: not translated: Breathe/);
  assert.match(stdout, /4 texts not translated; 0 to mend/);
  assert.equal(status, 0);
});

test("what is wrong stays wrong with missing content allowed", () => {
  assert.equal(check({ texts: null, strings: without(SPANISH, "home.title") }, "--allow-missing").status, 1);
});
