// Meetings of the example county as Meeting Guide JSON, with the oddities that real feeds have.

import { phone, place, slugOf } from "./county.mjs";
import { random } from "./random.mjs";

const FIRST = [
  "Morning", "First", "Open", "Quiet", "Steady", "Riverside", "Lantern", "Willow", "Sunday", "New", "Sober", "Simple",
  "Bright", "Evening", "Candle", "Ferry", "Heron", "Hopeful",
];
const SECOND = ["Light", "Door", "Step", "Path", "Porch", "Circle", "Table", "Harbor", "Bridge", "Hour", "Ground", "Company"];
const STARTS = ["06:30", "07:00", "08:00", "10:00", "12:00", "12:15", "17:30", "18:00", "18:30", "19:00", "19:30", "20:00", "21:00"];

/** One feed for each program. Codes of types mean different things in different programs. */
export const PROGRAMS = [
  { file: "aa", label: "AA, Riverbend", program: "aa", suffix: "Group", groups: 26, seed: 11, access: ["O", "C"], types: ["D", "B", "ST", "SP", "W", "M", "Y", "LGBTQ", "BE", "MED", "X", "11"] },
  { file: "na", label: "NA, Riverbend", program: "na", suffix: "Group", groups: 14, seed: 22, access: ["O", "C"], types: ["DISC", "BT", "STEP", "SPK", "W", "M", "Y", "CAN", "BEG", "X"] },
  { file: "al-anon", label: "Al-Anon, Riverbend", program: "al-anon", suffix: "Family Group", groups: 8, seed: 33, access: ["O", "C"], types: ["AC", "BE", "POA", "ST", "SP", "W", "M", "X"] },
  { file: "recovery-dharma", label: "Recovery Dharma, Riverbend", program: "rd", suffix: "Sangha", groups: 4, seed: 44, access: [], types: [] },
  { file: "smart", label: "SMART-style meetings, Riverbend", kind: "smart-recovery", suffix: "Tools Meeting", groups: 6, seed: 55, access: [], types: [] },
];

/** All rows of one program's feed. A group meets one to four times a week. */
export function meetings(program) {
  const draw = random(program.seed);
  const rows = groupNames(draw, program.groups).flatMap((name) => group(draw, program, `${name} ${program.suffix}`));
  return rows.map((row, index) => withOddity(row, index));
}

function groupNames(draw, count) {
  const all = FIRST.flatMap((first) => SECOND.map((second) => `${first} ${second}`));
  return draw.some(all, count);
}

function group(draw, program, name) {
  const attendance = draw.pick(["in_person", "in_person", "in_person", "in_person", "hybrid", "online", "online"]);
  const where = attendance === "online" ? online(draw) : place(draw);
  const join = attendance === "in_person" ? {} : joining(draw, name);
  const start = draw.pick(STARTS);
  const chosen = [...draw.some(program.access, 1), ...draw.some(program.types, 1 + draw.below(3))];
  const types = chosen.filter((code) => code !== "M" || !chosen.includes("W"));
  const notes = draw.chance(0.5) ? { notes: draw.pick(NOTES[attendance]) } : {};
  return draw.some([0, 1, 2, 3, 4, 5, 6], 1 + draw.below(4)).map((day) => ({
    name,
    slug: slugOf(name, String(day)),
    day,
    time: start,
    end_time: plusMinutes(start, 60),
    timezone: "America/New_York",
    types,
    attendance_option: attendance,
    group: name,
    ...where,
    ...join,
    ...notes,
    email: "group@example.org",
    updated: "2026-11-01 09:00:00",
  }));
}

function online(draw) {
  const { regions } = place(draw);
  return { location: "Online", regions };
}

function joining(draw, name) {
  return {
    conference_url: `https://example.org/meet/${slugOf(name)}`,
    conference_url_notes: "An example link: there is no meeting behind it.",
    conference_phone: phone(draw),
  };
}

const NOTES = {
  in_person: [
    "Use the side door. Someone will greet you.",
    "Coffee from half an hour before. You don’t have to say anything.",
    "Step-free entrance on the garden side.",
    "Bring nothing. Newcomers are welcome every week.",
  ],
  online: ["Camera off is fine. You can just listen.", "The room opens ten minutes early."],
  hybrid: ["Come in or join from home. Both rooms hear each other.", "The screen is at the back, the tea at the front."],
};

/** What real feeds do: days as text, types as text, no end, an end after midnight, a closed meeting, an entity. */
function withOddity(row, index) {
  if (index % 17 === 3) return { ...row, day: String(row.day) };
  if (index % 19 === 5) return { ...row, types: `[${row.types.join(",")}]` };
  if (index % 13 === 7) return { ...row, end_time: undefined };
  if (index % 23 === 9) return { ...row, time: "23:00", end_time: "00:30" };
  if (index % 29 === 11) return { ...row, attendance_option: "inactive", types: [...row.types, "TC"], notes: "Closed for now." };
  if (index % 31 === 13) return { ...row, name: `${row.name} &amp; Friends` };
  return row;
}

function plusMinutes(time, minutes) {
  const [hour, minute] = time.split(":").map(Number);
  const total = (hour * 60 + minute + minutes) % 1440;
  return [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
