// Riverbend County. It doesn't exist: its places are in no state, its postcode is 00000, its coordinates lie in the
// open sea, its phones are 555-01xx and its links go to example.org.

export const COUNTY = "Riverbend County";

const TOWNS = [
  { name: "Riverbend", lat: 39.9, lng: -70.9, streets: ["Heron Lane", "Old Ferry Road", "Lantern Street", "Bank Walk"] },
  { name: "Otter Crossing", lat: 39.96, lng: -70.84, streets: ["Otter Lane", "Stepping Stone Road"] },
  { name: "Alder Hollow", lat: 39.84, lng: -70.97, streets: ["Alder Path", "Hollow Road"] },
  { name: "Lantern Hill", lat: 39.98, lng: -71.02, streets: ["Beacon Walk", "Hilltop Row"] },
  { name: "Quiet Harbor", lat: 39.79, lng: -70.8, streets: ["Driftwood Way", "Harbor Steps"] },
  { name: "Fern Ferry", lat: 40.04, lng: -70.92, streets: ["Fern Path", "Ferry Landing"] },
];

const ROOMS = [
  "Heron Hall", "The Willow Room", "Lantern House", "Old Ferry Library", "Riverbend Community Room", "Alder Chapel",
  "The Boathouse", "Stepping Stone Center", "Fern Hall", "Harbor Reading Room", "Beacon School, room 4", "Otter Den Café",
];

/** A place to meet or to be served: name, full address, regions and coordinates. */
export function place(draw, name) {
  const town = draw.pick(TOWNS);
  const street = `${1 + draw.below(180)} ${draw.pick(town.streets)}`;
  return {
    location: name ?? draw.pick(ROOMS),
    formatted_address: `${street}, ${town.name}, ${COUNTY} 00000, USA`,
    regions: [COUNTY, town.name],
    latitude: nearby(draw, town.lat),
    longitude: nearby(draw, town.lng),
  };
}

function nearby(draw, degrees) {
  return Number((degrees + (draw.below(400) - 200) / 10000).toFixed(4));
}

/** A number that no one has. */
export function phone(draw) {
  return `555-01${String(draw.below(100)).padStart(2, "0")}`;
}

export function slugOf(...words) {
  return words.join(" ").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
