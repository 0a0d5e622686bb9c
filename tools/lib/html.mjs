// Small helpers for writing HTML by hand.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escape(text) {
  return String(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}

/** Puts `inner` between `<!--name-->` and `<!--/name-->`, so that it can be replaced again later. */
export function fill(html, name, inner) {
  const [open, close] = [`<!--${name}-->`, `<!--/${name}-->`];
  const [start, end] = [html.indexOf(open), html.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`the page has no place for "${name}"`);
  return html.slice(0, start + open.length) + inner + html.slice(end);
}

/** Turns the addresses of a page at the root of the site into those of a page one folder down. */
export function oneFolderDown(html) {
  return html.replace(/((?:href|src|data-[a-z]+)=")\.\//g, "$1../");
}
