// What to do while help comes, on the page of help lines as it is before the app: the same words, from the same files.

import { escape } from "./html.mjs";
import { content } from "./languages.mjs";

/** Each emergency in a language: its signs, and what to do in order. */
export function firstAidBlock(code) {
  const facts = content(code, "withdrawal");
  return content(code, "first_aid").skills.map((aid) => block(aid, facts)).join("\n");
}

function block({ id, name, safety, steps, refers_to: refers = [] }, facts) {
  const stopping = refers.includes("withdrawal.json");
  const warning = stopping ? [facts.one_line, facts.one_line_opioids] : [];
  const signs = stopping ? facts.call_emergency_if : facts.overdose_signs;
  const paragraphs = [...warning, safety].map((text) => `<p>${escape(text)}</p>`).join("\n");
  return `<h2>${escape(name)}</h2>
${paragraphs}
<ul>${items(signs)}</ul>
<ol class="steps" data-aid="${escape(id)}">${items(steps)}</ol>`;
}

const items = (texts) => texts.map((text) => `<li>${escape(text)}</li>`).join("");
