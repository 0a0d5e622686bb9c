// Reads the calendars that the core writes with two programs that know nothing of each other, and compares what they
// understand with what the core meant: the title, and when the next ten start and end.
//   node tools/check-calendar.mjs [<seed>]
//
// ical.js is asked to believe the file's own VTIMEZONE; node-ical knows the zones by name, as most calendars do. Within a
// day of a clock change they differ from each other and from RFC 5545 (an hour that comes twice, a meeting that lasts
// through the change), so those nights are left out here, and counted; the core's own tests have them.

import { spawnSync } from "node:child_process";
import ICAL from "ical.js";
import ical from "node-ical";
import { MINUTE, tableOf } from "./lib/zone-table.mjs";

const CASES = 300;
const ZONES = ["America/New_York", "America/Los_Angeles", "America/Phoenix", "Europe/London", "Europe/Dublin", "Australia/Sydney",
  "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata", "America/Santiago", "Asia/Tokyo", "America/St_Johns"];
const NIGHTS = ["2026-11-22", "2027-03-14", "2026-11-01", "2027-03-28", "2026-10-25", "2027-04-04", "2026-10-04", "2027-12-31"];
const NAMES = ["Sunrise", "Early; late, or \\ never", "早起きの会、川沿いの教会の地下室で毎週火曜日の夜に集まります。", "Ünïcode 😀".repeat(12)];
const DAYS = ["2nd Tuesday", "last Friday", "2nd and last Tuesday", "5th Friday", "4th and last Wednesday", "1st, 3rd and 5th Saturday"];

const random = generator(Number(process.argv[2] ?? 1));
const pick = (items) => items[Math.floor(random() * items.length)];
const tables = new Map();
const cases = Array.from({ length: CASES }, (_, at) => oneCase(at));
const written = ask(cases);
const problems = cases.flatMap((one, at) => [...lines(written[at]), ...byVtimezone(one, written[at]), ...byName(one, written[at])]
  .map((problem) => `${JSON.stringify(one.row)} ${one.zone} at ${iso(one.now)}: ${problem}`));
const meant = cases.flatMap((one, at) => written[at].events.flat().map((times) => isQuiet(one, times)));
for (const problem of problems.slice(0, 20)) console.log(problem);
console.log(`${CASES} calendars, each read by ical.js and node-ical: ${meant.filter(Boolean).length} meetings compared, `
  + `${meant.filter((quiet) => !quiet).length} near a clock change left out, ${problems.length} problems`);
process.exit(problems.length > 0 ? 1 : 0);

function oneCase(at) {
  const zone = ZONES[at % ZONES.length];
  const now = Math.floor(Date.parse(`${pick(NIGHTS)}T00:00:00Z`) / MINUTE) + Math.floor((random() - 0.5) * 4 * 1440);
  const key = `${zone} ${Math.floor(now / 1440)}`;
  if (!tables.has(key)) tables.set(key, tableOf(zone, now));
  const monthly = random() < 0.5;
  const day = monthly ? pick(DAYS) : Math.floor(random() * 7);
  // Weekly ones often at night, when clocks change. Monthly ones not: where the first of a month has no 02:30, node-ical
  // 0.26 has all later ones at 03:30.
  const start = Math.floor(monthly ? 240 + random() * 1200 : random() * (random() < 0.5 ? 240 : 1440));
  const end = random() < 0.8 ? clock((start + 15 + Math.floor(random() * 180)) % 1440) : undefined;
  const row = { name: pick(NAMES), slug: `m${at}`, day, time: clock(start), end_time: end, formatted_address: "1 Main St, Riverbend, NY 10000, USA",
    notes: "Ring twice.\nThen wait; or, call.", conference_url: "https://zoom.example/j/1?a=1,2;3" };
  return { row, now, zone, table: tables.get(key), title: random() < 0.3 ? "Busy; me" : null };
}

function ask(cases) {
  const { status, stdout, stderr } = spawnSync("cargo", ["run", "--quiet", "-p", "alongside-core", "--example", "calendar"],
    { input: JSON.stringify(cases), encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) {
    console.error(stderr);
    process.exit(1);
  }
  return JSON.parse(stdout);
}

/** What ical.js understands, which takes the zone's rules from the file. */
function byVtimezone(one, { file, summary, events }) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const found = calendar.getAllSubcomponents("vevent").map((component, at) => {
    const event = new ICAL.Event(component);
    const starts = event.iterator();
    const last = events[at]?.at(-1)[0] ?? 0;
    const times = [];
    do {
      const { startDate, endDate } = event.getOccurrenceDetails(starts.next());
      times.push([startDate, endDate].map((time) => time.toUnixTime() / 60));
    } while (times.at(-1)[0] < last - 1440);
    return { summary: event.summary, times };
  });
  return compared("ical.js", one, found, summary, events);
}

/** What node-ical understands, which knows the zone by its name. */
function byName(one, { file, summary, events }) {
  // It moves all later meetings with a first one that falls into a skipped hour.
  if (!isQuiet(one, events[0][0])) return [];
  const calendar = Object.values(ical.sync.parseICS(file)).filter((component) => component.type === "VEVENT");
  const found = calendar.map((event, at) => {
    const [first, last] = [events[at]?.at(0)[0], events[at]?.at(-1)[1]].map((minute) => new Date(minute * MINUTE));
    const instances = ical.expandRecurringEvent(event, { from: new Date(first - 1440 * MINUTE), to: last });
    const times = instances.map(({ start, end }) => [start, end].map((time) => time.getTime() / MINUTE));
    return { summary: event.summary, times };
  });
  return compared("node-ical", one, found, summary, events);
}

function compared(reader, one, found, summary, events) {
  if (found.length !== events.length) return [`${reader} finds ${found.length} events, not ${events.length}`];
  return found.flatMap((event, at) => {
    const problems = event.summary === summary ? [] : [`${reader} reads the title ${event.summary}`];
    const [meant, read] = [events[at], event.times].map((all) => all.filter((times) => isQuiet(one, times)));
    const differs = Array.from({ length: Math.max(meant.length, read.length) }, (_, index) => index)
      .find((index) => String(meant[index]) !== String(read[index]));
    if (differs !== undefined) {
      const [is, should] = [read, meant].map((all) => (all[differs] ?? []).map(iso).join(" to ") || "none");
      problems.push(`${reader} has number ${differs + 1} from ${is}, meant is ${should}`);
    }
    return problems;
  });
}

/** Tells whether no clock changes within a day of a meeting. */
function isQuiet({ table }, [start, end]) {
  return !table.changes.some(([at]) => at > start - 1440 && at < end + 1440);
}

/** What RFC 5545 asks of lines, which both readers forgive. */
function lines({ file }) {
  const all = file.split("\r\n");
  const wrong = all.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n\ufffd]/.test(line));
  return [...wrong.map((line) => `a line that is none: ${line}`), ...(all.at(-1) === "" ? [] : ["the last line has no end"])];
}

function iso(minute) {
  return new Date(minute * MINUTE).toISOString().slice(0, 16);
}

function clock(minute) {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Mulberry32: small, and the same everywhere. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
