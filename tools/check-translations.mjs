// Checks every language but English: no key or text missing, none left over, no placeholder or number lost. A language
// is added by adding files alone: src/i18n/<code>.json and public/content/<code>/. This lists what is still to do.
//
//   node tools/check-translations.mjs                  the languages of this repository
//   node tools/check-translations.mjs --allow-missing  content may lack texts, which are then shown in English
//   node tools/check-translations.mjs <folder>         another copy of the repository

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringsOf } from "./lib/copy.mjs";
import { MISSING_TEXT, findingsOf, translationsOf } from "./lib/translations.mjs";

const args = process.argv.slice(2);
const allowMissing = args.includes("--allow-missing");
const root = args.find((arg) => !arg.startsWith("--")) ?? join(dirname(fileURLToPath(import.meta.url)), "..");

const languages = translationsOf(root);
let errors = 0;
for (const language of languages) {
  const findings = findingsOf(root, language);
  const untranslated = findings.filter(({ kind }) => kind === MISSING_TEXT);
  const wrong = findings.filter((finding) => !allowMissing || !untranslated.includes(finding));
  errors += wrong.length;
  for (const finding of findings) {
    const say = wrong.includes(finding) ? console.error : console.log;
    say(`translations: ${finding.file}: ${finding.where}: ${finding.kind}: ${finding.note}`);
  }
  const keys = Object.keys(stringsOf(root, language) ?? {}).length;
  console.log(`translations: ${language}: ${keys} keys; ${untranslated.length} texts not translated; ${wrong.length} to mend`);
}
if (languages.length === 0) console.log("translations: there is no language but English yet");
process.exit(errors > 0 ? 1 : 0);
