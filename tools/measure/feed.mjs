// A Meeting Guide feed of any size, in the shape of a big real one: sixteen cities, twenty names, five zones.

const CITIES = [
  ["Northfield", "NY", 40.71, -74.0, "America/New_York"], ["Lakeside", "IL", 41.88, -87.63, "America/Chicago"],
  ["Ridgeview", "CO", 39.74, -104.99, "America/Denver"], ["Harbor", "CA", 34.05, -118.24, "America/Los_Angeles"],
  ["Dry Wells", "AZ", 33.45, -112.07, "America/Phoenix"], ["Millbrook", "PA", 39.95, -75.16, "America/New_York"],
  ["Cedar Falls", "WA", 47.61, -122.33, "America/Los_Angeles"], ["Old Town", "MA", 42.36, -71.06, "America/New_York"],
];
const FIRST = ["Serenity", "Primary Purpose", "Early Risers", "Happy Hour", "Sunrise", "Women in Recovery", "Step Sisters",
  "Big Book", "Living Sober", "Daily Reflections", "New Beginnings", "One Day at a Time", "Keep It Simple",
  "Courage to Change", "Hope", "Attitude Adjustment", "Noon Nooners", "Friday Night", "Lunch Bunch", "Back to Basics"];
const SECOND = ["Group", "Meeting", "Fellowship", "Discussion", "Step Study", "Speaker Meeting", "Beginners", "Candlelight", "Workshop"];
const PLACES = ["Community Center", "Alano Club", "Library Annex", "Unity Center", "Veterans Hall", "Corner Church"];
const STREETS = ["Main St", "Oak Ave", "Elm St", "2nd Ave", "Park Blvd", "Cedar Rd", "Maple Dr", "Church St"];
const TYPES = ["O", "C", "D", "SP", "B", "BE", "ST", "12x12", "W", "M", "Y", "LGBTQ", "X", "MED", "LIT", "TR", "S", "H", "CAN", "DR"];
const NOTES = ["", "Park in the rear lot.", "Enter through the side door and ring the bell.", "Masks optional. Coffee served."];

/** Gives the rows of a feed; the same rows at every run. */
export function rows(count) {
  const dice = generator(7);
  const below = (sides) => Math.floor(dice() * sides);
  const pick = (list) => list[below(list.length)];
  return Array.from({ length: count }, (_, n) => {
    const [city, state, latitude, longitude, timezone] = pick(CITIES);
    const hour = 6 + below(17);
    const name = `${pick(FIRST)} ${pick(SECOND)}`;
    const types = [...new Set(Array.from({ length: 1 + below(4) }, () => pick(TYPES)))];
    return {
      slug: `${name.toLowerCase().replaceAll(" ", "-")}-${n}`,
      name,
      day: below(7),
      time: `${two(hour)}:${pick(["00", "15", "30", "45"])}`,
      end_time: `${two((hour + 1) % 24)}:50`,
      location: pick(PLACES),
      formatted_address: `${1 + below(9999)} ${pick(STREETS)}, ${city}, ${state} ${10000 + below(89999)}, USA`,
      latitude: Number((latitude + dice() / 4).toFixed(5)),
      longitude: Number((longitude + dice() / 4).toFixed(5)),
      timezone,
      regions: [state, city],
      types,
      notes: pick(NOTES),
      updated: "2026-10-01 12:00:00",
      url: `https://example.org/meetings/${n}`,
      ...(dice() < 0.25 ? { conference_url: `https://zoom.us/j/${1_000_000_000 + below(1_000_000_000)}` } : {}),
    };
  });
}

const two = (number) => String(number).padStart(2, "0");

/** Mulberry32, a small generator of pseudo-random numbers. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
