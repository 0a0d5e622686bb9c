// Help lines as plain links, for the part of a page that works with no script.
// Source: public/content/<lang>/lines.json. Lines with `include: false` never appear, and only what is in
// `tel[].number` and `sms` is ever dialled.

import { escape } from "./html.mjs";

/** An international entry for so many countries is shown under one name. */
const UNION = { code: "EU", name: "European Union", atLeast: 10 };

const UNCHECKED = '\n<p class="fine">A number without a date is not checked yet.</p>';

/** The block for one country, or for every country we have when there is none. */
export function linesBlock(lines, country, { all = false } = {}) {
  const usable = lines.filter((line) => line.include && (line.tel?.length || line.sms));
  const own = country ? usable.filter((line) => line.countries.includes(country)) : [];
  if (own.length > 0) return list(all ? byUrgency(own) : short(own)) + UNCHECKED;
  const blocks = countriesOf(usable)
    .map(({ name, lines }) => {
      const shown = all ? byUrgency(lines) : [find(lines, "danger_now"), find(lines, "talk")].filter(Boolean);
      return `<h3>${escape(name)}</h3>\n${list(shown)}`;
    })
    .join("\n");
  return blocks + UNCHECKED;
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

function countriesOf(lines) {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const found = new Map();
  for (const line of lines) {
    const union = line.countries.length >= UNION.atLeast;
    for (const code of union ? [UNION.code] : line.countries) {
      const name = union ? UNION.name : names.of(code);
      if (!found.has(code)) found.set(code, { name, lines: [] });
      found.get(code).lines.push(line);
    }
  }
  return [...found.values()];
}

function list(lines) {
  return `<ul class="lines">\n${lines.map(item).join("\n")}\n</ul>`;
}

function item(line) {
  const kind = line.needs.includes("danger_now") ? "line emergency" : "line";
  const calls = (line.tel ?? []).map((tel) => callLink(line, tel));
  const text = line.sms ? [textLink(line)] : [];
  return `<li class="${kind}"><strong class="line-name">${escape(line.name)}</strong> ${[...calls, ...text].join(" ")}${about(line)}</li>`;
}

function callLink(line, tel) {
  const after = tel.extra ? ` <span class="fine">${escape(tel.extra)}</span>` : "";
  const label = `<span class="sr">${escape(line.name)}: </span>Call ${escape(tel.label)}`;
  return `<a class="line-call" href="tel:${encodeURIComponent(tel.number)}">${label}</a>${after}`;
}

function textLink({ name, sms }) {
  const body = sms.body ? `?&amp;body=${encodeURIComponent(sms.body)}` : "";
  const words = sms.body ? `Text ${sms.body} to ${sms.to}` : `Text ${sms.to}`;
  return `<a class="line-text" href="sms:${encodeURIComponent(sms.to)}${body}"><span class="sr">${escape(name)}: </span>${escape(words)}</a>`;
}

function about(line) {
  const checked = line.checked && `Checked on ${line.checked}`;
  const facts = [line.hours, line.cost, checked].filter(Boolean).join(". ").replace(/\.\./g, ".");
  return facts ? `<p class="line-about">${escape(facts)}</p>` : "";
}
