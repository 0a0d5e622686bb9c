// The table of docs/TRACKER.md names a test for each answer. One that was renamed or deleted is found here.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { walk } from './lib/files.mjs';

const FOLDERS = { tests: /\.mjs$/, core: /\.rs$/ };

const sources = Object.entries(FOLDERS)
  .flatMap(([folder, kind]) => walk(folder).filter((file) => kind.test(file)).map((file) => readFileSync(`${folder}/${file}`, 'utf8')))
  .join('\n');

const rows = readFileSync('docs/TRACKER.md', 'utf8').split('\n').filter((line) => line.startsWith('| '));
const cells = (row) => row.split('|').slice(1, -1).map((cell) => cell.trim());
const named = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

test('every test that the table names exists', () => {
  const names = rows.flatMap((row) => named(cells(row).at(-1)));
  assert.ok(names.length > 40);
  assert.deepEqual(names.filter((name) => !sources.includes(name)), []);
});

test('the 37 complaints are there, each with a test unless it does not apply', () => {
  const numbered = rows.map(cells).filter(([number]) => /^\d+$/.test(number));
  assert.deepEqual(numbered.map(([number]) => Number(number)), Array.from({ length: 37 }, (_, at) => at + 1));
  const bare = numbered.filter(([, , answer, tests]) => named(tests).length === 0 && !/Does not apply/.test(answer));
  assert.deepEqual(bare, []);
});
