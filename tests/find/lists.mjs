// Small lists for tests of the directory. Everything in them is made up.

/** A meeting whose slug is also what it is called in expectations. */
export function meeting(slug, fields = {}) {
  return {
    slug,
    name: `Meeting ${slug}`,
    day: 0,
    time: "19:00",
    end_time: "20:00",
    formatted_address: "12 Elm St, Riverbend, NY 10001, USA",
    regions: ["Riverbend"],
    ...fields,
  };
}

/** One list as the only one of the site. */
export function only(rows, feed = {}) {
  return [{ src: "directory/aa.json", id: "aa", program: "aa", label: "AA, Riverbend", rows, ...feed }];
}

/** Goes through `[fragment, slugs, why]` in one visit and expects each to match exactly these. */
export async function matchesEach(app, cases) {
  await app.find();
  for (const [fragment, slugs, why] of cases) {
    await app.edit(fragment);
    await app.matches(slugs, `#${fragment}${why ? `: ${why}` : ""}`);
  }
}

/** As many made-up meetings as asked for, in the shape and size of a real list. */
export function many(count) {
  let seed = 7;
  const next = (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const pick = (list) => list[next(list.length)];
  const cities = [["Riverbend", "NY"], ["Alder Hollow", "PA"], ["Fern Ferry", "TX"], ["Quiet Harbor", "CA"]];
  const first = ["Serenity", "Early Risers", "Sunrise", "Big Book", "Living Sober", "New Beginnings", "Hope", "Courage to Change"];
  const second = ["Group", "Meeting", "Fellowship", "Discussion", "Step Study", "Beginners", "Candlelight"];
  const codes = ["O", "C", "D", "SP", "B", "BE", "ST", "12x12", "W", "M", "Y", "LGBTQ", "X", "MED", "LIT"];
  return Array.from({ length: count }, (_, n) => {
    const [city, state] = pick(cities);
    const hour = 6 + next(16);
    const two = (number) => String(number).padStart(2, "0");
    return {
      slug: `meeting-${n}`,
      name: `${pick(first)} ${pick(second)}`,
      day: next(7),
      time: `${two(hour)}:${pick(["00", "15", "30"])}`,
      end_time: `${two(hour + 1)}:00`,
      location: pick(["St. Mark’s Church", "Alano Club", "Community Center", "Library Annex"]),
      formatted_address: `${1 + next(9998)} Oak Ave, ${city}, ${state} ${10_000 + next(89_999)}, USA`,
      latitude: 40 + next(1_000) / 1_000,
      longitude: -75 + next(1_000) / 1_000,
      timezone: "America/New_York",
      regions: [state, city],
      types: [pick(codes), pick(codes)],
      notes: pick(["", "Park in the rear lot.", "Enter through the side door and ring the bell."]),
      updated: "2026-10-01 12:00:00",
      url: `https://example.org/meetings/${n}`,
    };
  });
}
