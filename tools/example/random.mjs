// A small seeded generator, so that the example site is the same on every machine and every day.

/** Returns helpers that draw from one sequence (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)],
    /** `count` different members, in the order of the list. */
    some: (list, count) => {
      const left = list.map((_, index) => index);
      const chosen = Array.from({ length: Math.min(count, list.length) }, () => left.splice(below(left.length), 1)[0]);
      return chosen.sort((a, b) => a - b).map((index) => list[index]);
    },
  };
}
