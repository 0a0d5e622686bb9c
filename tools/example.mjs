// Makes the example site: a copy of the release with a fictional county's directory, labelled as an example on every
// page. It goes to target/example-site and never into a release.

import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readText } from "./lib/files.mjs";
import { notFoundPage } from "./lib/not-found.mjs";
import { PAGES } from "./lib/pages.mjs";
import { withSite } from "./lib/site.mjs";
import { PROGRAMS, meetings } from "./example/meetings.mjs";
import { services } from "./example/services.mjs";

const RELEASE = "dist";
const OUT = "target/example-site";

const SITE = {
  name: "Riverbend Recovery",
  example: true,
  country: "US",
  timezone: "America/New_York",
  languages: ["en", "es"],
  distance: "mi",
  contact: { phone: "555-0100", email: "hello@example.org", web: "https://example.org" },
  leave_to: "https://www.weather.gov",
};

rmSync(OUT, { recursive: true, force: true });
cpSync(RELEASE, OUT, { recursive: true });
const feeds = [...PROGRAMS.map(programFeed), ...services()];
mkdirSync(join(OUT, "directory"));
for (const { feed, rows } of feeds) writeJson(feed.src, rows);
writeJson("site.json", { ...SITE, feeds: feeds.map(({ feed }) => feed) });
labelPages();
const listings = feeds.reduce((sum, { rows }) => sum + rows.length, 0);
console.log(`The example site has ${listings} made-up listings in ${feeds.length} feeds.`);

function programFeed(program) {
  const { file, label, program: key, kind } = program;
  const feed = { src: `directory/${file}.json`, id: file, ...(key ? { program: key } : { kind }), label, timezone: SITE.timezone };
  return { feed, rows: meetings(program) };
}

function labelPages() {
  for (const page of PAGES) {
    for (const file of [`${page.file}.html`, `${page.file}/index.html`]) {
      const path = join(OUT, file);
      if (existsSync(path)) writeFileSync(path, withSite(readText(path), page, SITE));
    }
  }
  writeFileSync(join(OUT, "404.html"), notFoundPage("/", SITE));
}

function writeJson(file, value) {
  writeFileSync(join(OUT, file), `${JSON.stringify(value, null, 1)}\n`);
}
