// Services of the example county: places with opening hours and a phone. One feed for each kind of support.

import { phone, place, slugOf } from "./county.mjs";
import { random } from "./random.mjs";

const WEEKDAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

const KINDS = [
  {
    file: "detox", kind: "detox-facilities", label: "Detox, Riverbend County", open: [EVERY_DAY, "00:00", "23:59"],
    names: ["Riverbend Detox Unit", "Quiet Harbor Withdrawal Center", "Lantern Hill Detox"],
    description: "Medical help to stop safely. Nurses are there day and night.", notes: "Call first. They tell you what to bring.",
  },
  {
    file: "shelters", kind: "homeless-shelters", label: "Shelters, Riverbend County", open: [EVERY_DAY, "17:00", "08:00"],
    names: ["Otter Crossing Night Shelter", "The Willow House Shelter", "Fern Ferry Family Shelter"],
    description: "A bed for the night, a shower and breakfast. Peer workers are there in the evening.", notes: "Doors open at 5 pm. Ask about storage for your things.",
  },
  {
    file: "residences-men", kind: "sober-living-men", label: "Recovery residences for men", open: [WEEKDAYS, "09:00", "17:00"],
    names: ["Heron House", "Alder Residence", "Old Ferry House"],
    description: "A shared home for men in recovery, run by residents.", notes: "Ask about a free room, the house rules and the cost.",
  },
  {
    file: "residences-women", kind: "sober-living-women", label: "Recovery residences for women", open: [WEEKDAYS, "09:00", "17:00"],
    names: ["Willow Residence", "Beacon House"],
    description: "A shared home for women in recovery. Children can stay in one of the houses.", notes: "Ask about a free room, the house rules and the cost.",
  },
  {
    file: "centers", kind: "recovery-community-centers", label: "Recovery community centers", open: [[1, 2, 3, 4, 5, 6], "10:00", "20:00"],
    names: ["Riverbend Recovery Center", "Stepping Stone Center", "Harbor Recovery Commons"],
    description: "Drop in for coffee, a peer coach, meetings, and help with forms.", notes: "No appointment needed.",
  },
  {
    file: "court", kind: "drug-courts", label: "Treatment court", open: [WEEKDAYS, "08:30", "16:30"],
    names: ["Riverbend County Treatment Court"],
    description: "A court program with treatment and peer mentors in place of jail for some charges.", notes: "Ask your lawyer whether it fits your case.",
  },
  {
    file: "food", kind: "social-services-211", label: "Food and basic needs", open: [[2, 4, 6], "11:00", "14:00"],
    names: ["Fern Ferry Food Pantry", "Alder Hollow Community Kitchen", "Otter Crossing Food Shelf", "Lantern Hill Clothing Room"],
    description: "Food and basics for anyone who comes. You don’t need papers.", notes: "Bring a bag if you have one.",
  },
  {
    file: "jobs", kind: "employment-peers", label: "Work and job help", open: [WEEKDAYS, "09:00", "16:00"],
    names: ["Riverbend Job Room", "Second Start Workshop", "Ferry Landing Work Program"],
    description: "Help with applications, records and interviews from people who have been there.", notes: "Ask for a peer at the desk.",
  },
];

/** `[{ feed, rows }]`: the feed's entry for `site.json`, and its rows. */
export function services() {
  return KINDS.map((kind, index) => {
    const draw = random(900 + index);
    return {
      feed: { src: `directory/${kind.file}.json`, id: kind.file, kind: kind.kind, label: kind.label },
      rows: kind.names.map((name) => service(draw, kind, name)),
    };
  });
}

function service(draw, { open, description, notes }, name) {
  const [day, time, end_time] = open;
  return {
    name,
    slug: slugOf(name),
    ...place(draw, name),
    day,
    time,
    end_time,
    timezone: "America/New_York",
    phone: phone(draw),
    website: `https://example.org/${slugOf(name)}`,
    description,
    notes,
    attendance_option: "in_person",
    updated: "2026-11-01 09:00:00",
  };
}
