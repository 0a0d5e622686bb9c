// What a nonprofit's `site.json` changes in the static pages: name, help lines, example label.
// Used for a release and again for the example site, so each place it fills stays marked in the HTML.

import { escape, fill } from "./html.mjs";
import { linesBlock } from "./lines.mjs";

export const EXAMPLE_NOTE = "This is an example site. Every meeting and service in it is made up.";

/** Returns the page's HTML with the site's own words in it. `page` is an entry of PAGES. */
export function withSite(html, page, site, lines) {
  const name = site.name || "Alongside";
  const title = page.title ? `${page.title} · ${name}` : name;
  const note = site.example ? `<p class="example-note">${EXAMPLE_NOTE}</p>` : "";
  html = html.replace(/<title>[^<]*<\/title>/, () => `<title>${escape(title)}</title>`);
  html = html.replace(/(<span data-site="name">)[^<]*/, (_, open) => open + escape(name));
  html = fill(html, "note", note);
  return fill(html, "lines", linesBlock(lines, site.country, { all: page.file === "help-now" }));
}
