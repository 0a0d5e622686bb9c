// Which links and numbers are counted, and what of them waits for a person.

import assert from "node:assert/strict";
import { test } from "node:test";
import { evidenceLine, evidenceTable, shownIn, waits } from "./evidence.mjs";

const CONTENT = {
  lines: [
    { id: "one", tel: [{ number: "1" }, { number: "2" }], sms: null, tty: { number: "3" }, web: "https://one.example", evidence: { seen: "official_page", fields: { web: "none" } }, checked: "2026-11-01" },
    { id: "hidden", tel: [], web: "https://hidden.example", include: false, checked: null },
  ],
  skills: [{ id: "two", source: { url: "https://two.example" }, evidence: { seen: "third_party_page" }, source_to_check: { url: "https://three.example" }, checked: null }],
};

test("each number counts, a field’s own evidence goes first, and what is not shown does not count", () => {
  const found = shownIn("f", CONTENT).map(({ where, sort, seen, checked }) => [where, sort, seen, checked]);
  assert.deepEqual(found, [
    ["f.lines[one].tel", "numbers", "official_page", "2026-11-01"],
    ["f.lines[one].tel", "numbers", "official_page", "2026-11-01"],
    ["f.lines[one].tty", "numbers", "official_page", "2026-11-01"],
    ["f.lines[one].web", "links", "none", "2026-11-01"],
    ["f.skills[two].source.url", "links", "third_party_page", null],
  ]);
});

test("what was confirmed waits again after 180 days", () => {
  assert.equal(waits({ checked: "2026-01-01" }, "2026-06-30"), false);
  assert.equal(waits({ checked: "2026-01-01" }, "2026-07-01"), true);
  assert.equal(waits({ checked: null }, "2026-01-01"), true);
});

test("the table and the line of a build say how many", () => {
  const all = shownIn("f", CONTENT);
  assert.match(evidenceTable(all, "2027-11-01"), /\| all \| 0 \| 1 \| 1 \| 3 \| 0 \| 0 \| 1 \| 4 \|/);
  assert.match(evidenceLine(all, "2026-11-02"), /of 5 links and numbers, 1 are not checked yet and 0 were/);
});
