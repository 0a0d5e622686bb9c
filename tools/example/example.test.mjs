// The example county is large enough, the same every time, and made up.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readJson } from "../lib/files.mjs";
import { PROGRAMS, meetings } from "./meetings.mjs";
import { services } from "./services.mjs";

const feeds = () => [...PROGRAMS.map(meetings), ...services().map(({ rows }) => rows)];

test("it has 150 listings or more, and is the same every time", () => {
  assert.ok(feeds().flat().length >= 150);
  assert.deepEqual(feeds(), feeds());
});

test("every slug of a feed is used once", () => {
  for (const rows of feeds()) assert.equal(new Set(rows.map(({ slug }) => slug)).size, rows.length);
});

test("its phones, links and postcodes belong to no one", () => {
  for (const row of feeds().flat()) {
    for (const phone of [row.phone, row.conference_phone]) if (phone) assert.match(phone, /^555-01\d\d$/);
    for (const link of [row.website, row.conference_url]) if (link) assert.equal(new URL(link).hostname, "example.org");
    if (row.email) assert.match(row.email, /@example\.org$/);
    if (row.formatted_address) assert.match(row.formatted_address, /Riverbend County 00000, USA$/);
  }
});

test("it has the oddities of real feeds", () => {
  const rows = feeds().flat();
  assert.ok(rows.some(({ day }) => typeof day === "string"));
  assert.ok(rows.some(({ types }) => typeof types === "string"));
  assert.ok(rows.some(({ time, end_time }) => time && !end_time));
  assert.ok(rows.some(({ time, end_time }) => end_time < time));
});

test("every kind is one we describe", () => {
  const kinds = new Set(readJson("public/content/en/kinds.json").kinds.map(({ id }) => id));
  for (const { feed } of services()) assert.ok(kinds.has(feed.kind), feed.kind);
  for (const { kind } of PROGRAMS) if (kind) assert.ok(kinds.has(kind), kind);
});
