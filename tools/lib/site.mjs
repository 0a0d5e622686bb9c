// What a nonprofit's `site.json` changes in the static pages: name, languages, help lines, example label.
// Used for a release and again for the example site, so each place it fills stays marked in the HTML:
// `data-t="key"` names the words inside an element, `data-label="key"` those of its `aria-label`.

import { firstAidBlock } from "./first-aid.mjs";
import { escape, fill } from "./html.mjs";
import { voicesOf } from "./languages.mjs";
import { linesBlock } from "./lines.mjs";
import { PAGES, SECTIONS } from "./pages.mjs";

/** The sentences that `boot.js` says, by the attribute that holds each. */
const SENTENCES = {
  "data-not-started": "trouble.not_started",
  "data-stopped": "trouble.stopped",
  "data-two-left": "leave.two_left",
  "data-one-left": "leave.one_left",
  "data-leaving": "leave.leaving",
};

/** Every key of the words that the pages show before the app is up. */
export function keysOfPages(template) {
  const marked = [...template.matchAll(/data-(?:t|label)="([\w.]+)"/g)].map(([, key]) => key);
  const sections = SECTIONS.map(({ word }) => word);
  const heads = PAGES.flatMap(({ heading, lead }) => [heading, lead]);
  return [...new Set([...marked, ...sections, ...heads, "frame.example", "trouble.not_started"])];
}

/** Returns the page's HTML with the site's own words in it. `page` is an entry of PAGES. */
export function withSite(html, page, site) {
  const voices = voicesOf(site);
  const [{ code, dir, say }] = voices;
  const name = site.name || "Alongside";
  const title = page.file === "index" ? name : `${say(page.heading)} · ${name}`;
  const note = site.example ? `<p class="example-note" data-t="frame.example"></p>` : "";
  html = fill(fill(html, "note", note), "lines", voices.map((speaker, at) => helpLines(speaker, page, site, at)).join("\n"));
  html = html.replace(/<html[^>]*>/, `<html lang="${code}" dir="${dir}">`);
  html = html.replace(/<title>[^<]*/, () => `<title>${escape(title)}`);
  html = html.replace(/(<meta name="description" content=")[^"]*/, (_, open) => open + escape(say("static.description")));
  html = html.replace(/(<span data-site="name">)[^<]*/, (_, open) => open + escape(name));
  return withWords(html, say);
}

function withWords(html, say) {
  for (const [attribute, key] of Object.entries(SENTENCES)) {
    html = html.replace(new RegExp(`(${attribute}=")[^"]*`), (_, open) => open + escape(say(key)));
  }
  html = html.replace(/(aria-label=")[^"]*(" data-label="([\w.]+)")/g, (_, open, close, key) => open + escape(say(key)) + close);
  return html.replace(/(<[^<>]* data-t="([\w.]+)"[^<>]*>)[^<]*/g, (_, open, key) => open + escape(say(key)));
}

/** The help lines in one language: the page's own first, and in full on the page that is about them. */
function helpLines(speaker, page, site, at) {
  const { code, dir, lines, say } = speaker;
  const id = at === 0 ? "help-lines" : `help-lines-${code}`;
  const all = page.file === "help-now" && at === 0;
  return `<section id="${id}" lang="${code}" dir="${dir}" data-help aria-labelledby="${id}-name">
<h2 id="${id}-name">${escape(say("lines.near"))}</h2>
${linesBlock(lines, site.country, { all, speaker })}
${all ? firstAidBlock(code) : ""}
</section>`;
}
