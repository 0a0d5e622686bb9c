// The offsets of a zone over some years, as the app asks the browser for them.

export const MINUTE = 60_000;
const DAY = 1440;

/** Gives a table from two days before an instant (in minutes) to as many years after it. */
export function tableOf(zone, now, years = 5) {
  const offset = offsetsOf(zone);
  const [from, to] = [now - 2 * DAY, now + years * 366 * DAY];
  const first = offset(from);
  const changes = [];
  let before = first;
  for (let at = from + DAY; at <= to; at += DAY) {
    const after = offset(at);
    if (after !== before) changes.push([changeBetween(offset, at - DAY, at, before), after]);
    before = after;
  }
  return { first, changes };
}

function changeBetween(offset, still, changed, before) {
  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2);
    if (offset(middle) === before) still = middle;
    else changed = middle;
  }
  return changed;
}

/** Gives what tells the offset of a zone, in minutes, at an instant. */
function offsetsOf(zone) {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
    hour: "numeric", minute: "numeric" });
  return (minute) => {
    const parts = Object.fromEntries(format.formatToParts(minute * MINUTE).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) / MINUTE - minute;
  };
}
