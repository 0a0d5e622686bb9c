// Help lines as plain links, for the part of a page that works with no script.
// Source: public/content/<lang>/lines.json. Lines with `include: false` never appear, and only what is in
// `tel[].number` and `sms` is ever dialled.

import { escape } from "./html.mjs";
import { voice } from "./languages.mjs";

/** An international entry for so many countries is shown under one name. */
const UNION = { code: "EU", name: "static.european_union", atLeast: 10 };

/** The block for one country, or for every country we have when there is none, in the words of `speaker`. */
export function linesBlock(lines, country, { all = false, speaker = voice("en") } = {}) {
  const unchecked = `\n<p class="fine">${escape(speaker.say("static.unchecked"))}</p>`;
  const usable = lines.filter((line) => line.include && (line.tel?.length || line.sms));
  const own = country ? usable.filter((line) => line.countries.includes(country)) : [];
  if (own.length > 0) return list(all ? byUrgency(own) : short(own), speaker, all) + unchecked;
  const blocks = countriesOf(usable, speaker)
    .map(({ name, lines }) => {
      const shown = all ? byUrgency(lines) : [find(lines, "danger_now"), find(lines, "talk")].filter(Boolean);
      return `<h3>${escape(name)}</h3>\n${list(shown, speaker, all)}`;
    })
    .join("\n");
  return blocks + unchecked;
}

/** Emergency, someone to talk to, and treatment: the three that a person needs first. */
function short(lines) {
  return ["danger_now", "talk", "treatment"].map((need) => find(lines, need)).filter(Boolean);
}

function find(lines, need) {
  return lines.find((line) => line.needs.includes(need));
}

/** The emergency number comes first, above the lines for before use. */
function byUrgency(lines) {
  const first = (line) => (line.needs.includes("danger_now") ? 0 : 1);
  return [...lines].sort((a, b) => first(a) - first(b));
}

function countriesOf(lines, { code, say }) {
  const names = new Intl.DisplayNames(code, { type: "region" });
  const found = new Map();
  for (const line of lines) {
    const union = line.countries.length >= UNION.atLeast;
    for (const code of union ? [UNION.code] : line.countries) {
      const name = union ? say(UNION.name) : names.of(code);
      if (!found.has(code)) found.set(code, { name, lines: [] });
      found.get(code).lines.push(line);
    }
  }
  return [...found.values()];
}

function list(lines, { say }, all) {
  return `<ul class="lines">\n${lines.map((line) => item(line, say, all)).join("\n")}\n</ul>`;
}

/** The text telephone stands where all lines do, as in the app: in a short list it would be pressed by mistake. */
function item(line, say, all) {
  const kind = line.needs.includes("danger_now") ? "line emergency" : "line";
  const calls = (line.tel ?? []).map((tel) => callLink(line, tel, say("lines.call", { number: tel.label })));
  if (all && line.tty) calls.push(callLink(line, line.tty, say("lines.tty", { number: line.tty.label })));
  const text = line.sms ? [textLink(line, say)] : [];
  return `<li class="${kind}"><strong class="line-name">${escape(line.name)}</strong> ${[...calls, ...text].join(" ")}${about(line, say)}</li>`;
}

function callLink(line, tel, words) {
  const after = tel.extra ? ` <span class="fine">${escape(tel.extra)}</span>` : "";
  const label = `<span class="sr">${escape(line.name)}: </span>${escape(words)}`;
  return `<a class="line-call" href="tel:${encodeURIComponent(tel.number)}">${label}</a>${after}`;
}

function textLink({ name, sms }, say) {
  const body = sms.body ? `?&amp;body=${encodeURIComponent(sms.body)}` : "";
  const words = sms.body ? say("lines.text_word", { word: sms.body, number: sms.to }) : say("lines.text", { number: sms.to });
  return `<a class="line-text" href="sms:${encodeURIComponent(sms.to)}${body}"><span class="sr">${escape(name)}: </span>${escape(words)}</a>`;
}

function about(line, say) {
  const checked = line.checked && say("static.checked_on", { date: line.checked });
  const facts = [line.hours, line.cost, checked].filter(Boolean).join(". ").replace(/\.\./g, ".");
  return facts ? `<p class="line-about">${escape(facts)}</p>` : "";
}
