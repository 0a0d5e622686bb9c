// How far the links and numbers of the content may be trusted: where each was seen, and whether a person has confirmed
// it, and when. What nobody has confirmed, or not for half a year, is printed with every build.

/** How long a confirmation holds, in days. */
export const HOLDS = 180;

const SEEN = { official_page: "official page", third_party_page: "other page", none: "none" };
const LINKS = ["url", "web", "doi"];
const NUMBERS = ["tel", "tty", "sms", "phone"];

/** Every link and number that a file shows: `{ file, where, sort, seen, checked }`. */
export function shownIn(file, content) {
  const found = [];
  visit(content, file, { seen: "none", checked: null });
  return found;

  function visit(value, where, from) {
    if (Array.isArray(value)) return value.forEach((item, at) => visit(item, `${where}[${item?.id ?? at}]`, from));
    // A line that is left out shows nothing, and where something is to be confirmed is not shown.
    if (value === null || typeof value !== "object" || value.include === false) return;
    const own = value.evidence ?? from.own;
    const here = { own, checked: "checked" in value ? value.checked : from.checked };
    for (const [key, inner] of Object.entries(value)) {
      const sort = LINKS.includes(key) ? "links" : NUMBERS.includes(key) ? "numbers" : null;
      const seen = own?.fields?.[key] ?? own?.seen ?? "none";
      const count = sort && inner !== null ? (key === "tel" ? inner.length : 1) : 0;
      for (let at = 0; at < count; at += 1) found.push({ file, where: `${where}.${key}`, sort, seen, checked: here.checked ?? null });
      if (!sort && key !== "evidence" && key !== "source_to_check") visit(inner, `${where}.${key}`, here);
    }
  }
}

/** Says of one whether it waits for a person: never confirmed, or so long ago that it may have changed. */
export function waits({ checked }, today) {
  return checked === null || (new Date(today) - new Date(checked)) / 86_400_000 > HOLDS;
}

/** A table of all files, as Markdown. */
export function evidenceTable(all, today) {
  const files = [...new Set(all.map(({ file }) => file))];
  const count = (of) => all.filter(of).length;
  const cells = (of) => [
    ...["links", "numbers"].flatMap((sort) => Object.keys(SEEN).map((seen) => count((one) => of(one) && one.sort === sort && one.seen === seen))),
    count((one) => of(one) && one.checked === null),
    count((one) => of(one) && one.checked !== null && waits(one, today)),
  ];
  const names = Object.values(SEEN);
  const head = ["file", ...["links", "numbers"].flatMap((sort) => names.map((seen) => `${sort}: ${seen}`)), "not checked yet", `checked over ${HOLDS} days ago`];
  const rows = [...files.map((file) => [file, ...cells((one) => one.file === file)]), ["all", ...cells(() => true)]];
  return [head, head.map((_, at) => (at ? "---:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** One line for the end of a build. */
export function evidenceLine(all, today) {
  const never = all.filter(({ checked }) => checked === null).length;
  const old = all.filter((one) => one.checked !== null && waits(one, today)).length;
  return `content: of ${all.length} links and numbers, ${never} are not checked yet and ${old} were checked more than ${HOLDS} days ago (node tools/check-content.mjs --unchecked lists them)`;
}
