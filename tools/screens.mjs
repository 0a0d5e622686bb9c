// Writes every page and state at three widths, in light and in dark, in each language of the release, into
// target/screens/, with a sheet that shows them beside each other: for people to look at.
//   node tools/screens.mjs [--only WORD] [--language es] [--width 390]     --only: states with this in their name

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { App, Host, PARTS_SITE, RELEASE } from "../tests/app.mjs";
import { WIDTHS } from "../tests/page/looks.mjs";
import { BROUGHT, PARTS, PLAIN, SETTING, WORDLESS } from "../tests/page/states.mjs";

const OUT = "target/screens";
const SCHEMES = ["light", "dark"];
const HEIGHT = 844;

const { values } = parseArgs({ options: { only: { type: "string", default: "" }, language: { type: "string" }, width: { type: "string" } } });
if (!existsSync(join(RELEASE, "index.html"))) {
  console.error(`alongside: there is no release in ${RELEASE}. Run make build first.`);
  process.exit(1);
}
const widths = values.width ? [Number(values.width)] : WIDTHS;
const languages = values.language ? [values.language] : readdirSync(join(RELEASE, "content"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

const started = Date.now();
rmSync(OUT, { recursive: true, force: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const shots = [];
const failed = [];
for (const [root, list] of [[RELEASE, statesOf(languages)], [PARTS_SITE, existsSync(PARTS_SITE) ? [["en", PARTS]] : []]]) {
  const work = list.flatMap(([language, states]) => states.filter(({ name }) => name.includes(values.only)).map((state) => ({ language, state })));
  if (work.length > 0) await Promise.all(Array.from({ length: availableParallelism() }, () => takeAll(root, work)));
}
await browser.close();
writeFileSync(join(OUT, "index.html"), sheet());
console.log(`${shots.length} pictures in ${Math.round((Date.now() - started) / 1000)} s: ${OUT}/index.html`);
for (const { language, name, error } of failed) console.error(`${language}, ${name}: ${error.message.split("\n")[0]}`);
process.exit(failed.length > 0 ? 1 : 0);

/** English has all states; others those that are come to without words. */
function statesOf(languages) {
  return languages.map((language) => [language, language === "en" ? [...PLAIN, ...BROUGHT] : [...PLAIN, ...WORDLESS]]);
}

/** One host takes states from the list until it is empty. */
async function takeAll(root, work) {
  const host = new Host(root);
  for (let next = work.shift(); next; next = work.shift()) {
    try {
      await take(host, next);
    } catch (error) {
      failed.push({ language: next.language, name: next.state.name, error });
    }
  }
  await host.close();
}

async function take(host, { language, state }) {
  const site = await host.site("/");
  const inLanguage = { ...site, has: (feeds, more) => site.has(feeds, { languages: [language], ...more }) };
  const context = await browser.newContext({ locale: language, timezoneId: SETTING.timezoneId, reducedMotion: "no-preference" });
  const page = await context.newPage();
  await page.setViewportSize({ width: 390, height: HEIGHT });
  await state.show({ app: new App(page, inLanguage), page, site: inLanguage });
  for (const width of widths) {
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
      const file = `${language}/${state.name.replaceAll(/[^a-z0-9-]+/gi, "-")}-${width}-${colorScheme}.png`;
      mkdirSync(join(OUT, language), { recursive: true });
      await page.screenshot({ path: join(OUT, file), fullPage: true });
      shots.push({ language, name: state.name, width, colorScheme, file });
    }
  }
  await context.close();
}

function sheet() {
  const rows = [...new Set(shots.map(({ name }) => name))].map((name) => {
    const own = shots.filter((shot) => shot.name === name).sort((a, b) => a.language.localeCompare(b.language) || a.width - b.width);
    const figures = own.map(({ language, width, colorScheme, file }) => `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${language} ${width} ${colorScheme}</figcaption></figure>`);
    return `<h2>${name}</h2><div>${figures.join("")}</div>`;
  });
  const style = "body{font:14px system-ui;background:#ccc}div{display:flex;gap:8px;overflow-x:auto;align-items:start}figure{margin:0;flex:none}img{height:480px;object-fit:cover;object-position:top;background:#fff}";
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style><h1>Screens</h1>${rows.join("\n")}\n`;
}
