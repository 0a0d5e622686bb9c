// Whether `type_notes.json` explains the types of `types.json`, each once, and misses none that many people meet.

/** Every type of these is explained; of the others, what two or more of them have. */
const WHOLE = ["aa", "na", "al-anon"];

const isText = (value) => typeof value === "string" && value.trim() !== "";

/** Hands each finding to `check(holds, where, problem)`, good or bad. */
export function checkTypeNotes(notes, types, check) {
  const programsOf = programsByName(types);
  const told = new Set();
  for (const note of notes.types) {
    const where = `type_notes[${note.id}]`;
    check(isText(note.text), where, "has no text");
    check(Array.isArray(note.names) && note.names.length > 0, where, "names no type");
    check(note.program === null || note.program in types.programs, where, `program "${note.program}" is nowhere`);
    for (const name of note.names ?? []) {
      const programs = programsOf.get(name) ?? new Set();
      const exists = note.program === null ? programs.size > 0 : programs.has(note.program);
      check(exists, where, `no type of ${note.program ?? "any program"} is called "${name}"`);
      check(!told.has(keyOf(note.program, name)), where, `"${name}" is explained twice`);
      check(!note.text?.startsWith(`${name}:`), where, "begins with the name, which is shown before it");
      told.add(keyOf(note.program, name));
    }
  }
  const languages = languageNames();
  for (const [name, programs] of programsOf) {
    if (languages.has(name)) continue;
    const needed = programs.size > 1 ? [...programs] : WHOLE.filter((program) => programs.has(program));
    const missing = told.has(keyOf(null, name)) ? [] : needed.filter((program) => !told.has(keyOf(program, name)));
    check(missing.length === 0, "type_notes", `"${name}" of ${missing.join(", ")} is not explained`);
  }
}

const keyOf = (program, name) => JSON.stringify([program, name]);

/** The English name of each type, with the programs that have it. */
function programsByName(types) {
  const found = new Map();
  for (const [program, { types: names }] of Object.entries(types.programs)) {
    for (const { en } of Object.values(names)) found.set(en, (found.get(en) ?? new Set()).add(program));
  }
  return found;
}

/** A type that is only the language of the meeting explains itself. */
function languageNames() {
  const display = new Intl.DisplayNames("en", { type: "language" });
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const names = letters.flatMap((first) => letters.map((second) => display.of(first + second)));
  // Unicode calls it Filipino.
  return new Set([...names, "Tagalog"]);
}
