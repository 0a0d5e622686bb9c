// What peer support is, what studies found, and things to do: by links, by keyboard, in both languages.

import ICAL from "ical.js";
import ical from "node-ical";
import { expect, test } from "../app.mjs";
import { readJson } from "../../tools/lib/files.mjs";

test.use({ timezoneId: "America/New_York" });

const content = (name, language = "en") => readJson(`public/content/${language}/${name}.json`);
const LEARN = content("learn");
const SOCIAL = content("social");
const BENEFITS = content("benefits");

const section = (page, id) => page.locator(`[data-section="${id}"]`);
const focused = (page) => page.evaluate(() => document.activeElement?.textContent);

test("the contents lead to every section, the focus goes along, and Back comes back", async ({ app, page }) => {
  await app.open("learn");
  const links = app.main.locator(".contents a");
  await expect(links).toHaveText(LEARN.sections.map(({ name }) => name));
  for (const { id, name } of LEARN.sections.slice(0, 3)) {
    await links.filter({ hasText: name }).press("Enter");
    await expect(page).toHaveURL(`${app.site.url}learn#${id}`);
    await expect.poll(() => focused(page)).toBe(name);
    await expect(section(page, id).locator("h2")).toBeInViewport();
  }
  await page.goBack();
  await expect(page).toHaveURL(`${app.site.url}learn#${LEARN.sections[1].id}`);
  await expect.poll(() => focused(page)).toBe(LEARN.sections[1].name);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(`${app.site.url}learn`);
  await expect.poll(() => focused(page)).toBe("About peer support");
});

test("an address leads into the page, to a section and to one benefit; an unknown one does no harm", async ({ app, page }) => {
  await app.open("learn#work");
  await expect.poll(() => focused(page)).toBe("Work and learning");
  await expect(section(page, "work").locator("h2")).toBeInViewport();
  await app.edit("connections");
  await expect.poll(() => focused(page)).toBe("New friends and connections");
  await app.edit("x%22]'");
  await expect(app.heading).toHaveText("About peer support");
});

test("the same link a second time leads there again", async ({ app, page }) => {
  await app.open("learn#family");
  const link = app.main.locator(".contents a").filter({ hasText: "For family and friends" });
  await link.scrollIntoViewIfNeeded();
  await link.press("Enter");
  await expect.poll(() => focused(page)).toBe("For family and friends");
  await expect(section(page, "family").locator("h2")).toBeInViewport();
});

test("all nine benefits say how good the proof is, name their studies, and lead to kinds", async ({ app, page }) => {
  await app.open("learn");
  expect(BENEFITS.benefits).toHaveLength(9);
  for (const { id, name, plain, citations, related_kinds } of BENEFITS.benefits) {
    const part = section(page, id);
    await expect(part.locator("h3")).toHaveText(name);
    await expect(part).toContainText(plain);
    await expect(part.locator("strong").first(), id).toHaveText(/proof/);
    await expect(part.locator("details li")).toHaveCount(citations.length);
    for (const kind of related_kinds) await expect(part.locator(`a[href$="kind#${kind}"]`), `${id}: ${kind}`).toHaveCount(1);
    for (const { doi } of citations) await expect(part.locator(`a[href="https://doi.org/${doi}"]`)).toHaveCount(1);
    await expect(part.locator("details li").first()).toContainText("not checked yet");
  }
  await expect(section(page, "health").locator("strong").first()).toHaveText("Mixed proof.");
});

test("every section ends with something to do that leads to a page of this site, and names its sources", async ({ app, page }) => {
  await app.open("learn");
  await expect(section(page, "work")).toBeVisible();
  for (const { id, way, parts, stopping } of LEARN.sections) {
    const last = section(page, id).locator(":scope > p:last-child a.btn");
    await expect(last, id).toHaveText(way.text);
    await expect(last, id).toHaveAttribute("href", `/${way.to}`);
    const texts = new Set(parts.flatMap(({ source_ids }) => source_ids));
    if (texts.size > 0) await expect(section(page, id).locator(":scope > details").last().locator("li")).toHaveCount(texts.size);
    await expect(section(page, id).getByText("Withdrawal can cause seizures"), id).toHaveCount(stopping ? 1 : 0);
  }
});

test("activities are narrowed by keyboard, each chip says how many, and none leads to nothing", async ({ app, page }) => {
  await app.open("learn#activities");
  const part = section(page, "activities");
  const shown = part.locator("[data-activity]:visible");
  await expect(shown).toHaveCount(SOCIAL.activities.length);
  const chip = (words) => part.locator(".chip").filter({ hasText: words });
  await chip("Free").focus();
  for (const words of ["Free", "Indoors", "On my own"]) {
    const count = Number((await chip(words).textContent()).match(/\d+/)[0]);
    await chip(words).press("Space");
    await expect(chip(words)).toHaveAttribute("aria-pressed", "true");
    await expect(shown).toHaveCount(count);
    await expect(part.getByRole("status")).toHaveText(`Ideas that fit: ${count} of ${SOCIAL.activities.length}`);
    await expect(chip(words)).toBeFocused();
  }
  for (const one of await part.locator(".chip").all()) {
    const count = Number((await one.textContent()).match(/(\d+)\s*$/)[1]);
    await expect(one).toBeEnabled({ enabled: count > 0 });
  }
  await expect(chip("High effort")).toBeDisabled();
  for (const words of ["Free", "Indoors", "On my own"]) await chip(words).press("Enter");
  await expect(shown).toHaveCount(SOCIAL.activities.length);
  await expect(page).toHaveURL(`${app.site.url}learn#activities`);
});

async function download(page, press) {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  expect(file.suggestedFilename()).toBe("calendar.ics");
  const parts = [];
  for await (const part of await file.createReadStream()) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

test("one activity is planned as a calendar file that two programs read alike", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-11-20T15:00:00Z");
  await app.open("learn#activities");
  const part = section(page, "activities");
  await part.locator('[data-activity="board-games"] summary').press("Enter");
  await part.locator('[data-activity="board-games"]').getByRole("button", { name: "Plan this" }).press("Enter");
  await expect.poll(() => focused(page)).toBe("Plan one");
  await expect(page.getByLabel("What", { exact: true })).toHaveValue(String(SOCIAL.activities.findIndex(({ id }) => id === "board-games")));
  const save = page.getByRole("button", { name: "Save the calendar file" });
  await save.click();
  await expect(page.getByText("Choose today or a day to come.")).toBeVisible();
  await expect(page.getByLabel("Day", { exact: true })).toBeFocused();
  await page.getByLabel("Day", { exact: true }).fill("2026-11-20");
  await page.getByLabel("Time", { exact: true }).fill("09:30");
  await save.click();
  await expect(page.getByText("Choose a time that is still to come.")).toBeVisible();
  await page.getByLabel("Time", { exact: true }).fill("19:30");
  const text = await download(page, () => save.click());
  expect(text.split("\r\n")).toEqual(expect.arrayContaining(["DTSTART:20261120T193000", "DTEND:20261120T203000", "DTSTAMP:20261120T150000Z", "CLASS:PRIVATE"]));
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
  expect([event.summary, event.startDate.toString(), event.duration.toSeconds()]).toEqual(["Board game night", "2026-11-20T19:30:00", 3600]);
  const [other] = Object.values(ical.sync.parseICS(text)).filter(({ type }) => type === "VEVENT");
  expect([other.summary, other.end - other.start]).toEqual(["Board game night", 3_600_000]);
  await expect(page.getByText("Open it to add it to your calendar.").last()).toBeVisible();
});

test("with a neutral word nothing in the plan says what it is", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-11-20T15:00:00Z");
  await app.open("learn#activities");
  await page.getByLabel("What", { exact: true }).selectOption({ label: "Meeting marathon or alcathon" });
  await page.getByLabel("Day", { exact: true }).fill("2026-12-31");
  await page.getByLabel("Time", { exact: true }).fill("22:00");
  await page.getByRole("radio", { name: "A neutral word" }).check();
  await page.getByLabel("The word").fill("Choir; and, more");
  const text = await download(page, () => page.getByRole("button", { name: "Save the calendar file" }).click());
  expect(text).toContain("SUMMARY:Choir\\; and\\, more\r\n");
  expect(text).not.toMatch(/marathon|meeting|recovery|alcathon/i);
});

test("each need has first steps, places to look and, where this site can have them, its listings in one tap", async ({ app, page }) => {
  await app.open("learn#services");
  for (const { id, first_steps, finders, listing_needs, ask_a_peer } of SOCIAL.needs) {
    const need = page.locator(`[data-need="${id}"]`);
    await need.locator("summary").first().click();
    for (const step of first_steps) await expect(need).toContainText(step);
    await expect(need).toContainText(ask_a_peer);
    for (const finder of finders) {
      const seen = (field) => finder.checked ?? (finder.evidence?.fields?.[field] ?? finder.evidence?.seen ?? "none") !== "none";
      if (finder.url) await expect(need.locator(`h3 + ul a[href="${finder.url}"]`), finder.name).toHaveCount(seen("url") ? 1 : 0);
    }
    const here = await need.locator('a[href^="/find#need="]').evaluateAll((links) => links.map((a) => decodeURIComponent(a.hash)));
    expect(here, id).toEqual(listing_needs ? [`#need=${listing_needs.join(",")}`] : []);
  }
  await expect(page.locator('[data-need="housing"] a[href="tel:211"]')).toBeVisible();
  await expect(page.locator('[data-work] a[href="tel:18778725627"]')).toHaveCount(1);
  await expect(page.locator("[data-work]")).toHaveCount(SOCIAL.employment.length);
});

test("one tap from a need shows this site’s rows for it", async ({ app, page, site }) => {
  site.has([{ src: "directory/services.json", id: "s", rows: [{ name: "Open Table", slug: "kitchen", service: "yes", services: "Hot meals", formatted_address: "5 Elm St, Riverbend, NY 10001, USA" }] }]);
  await app.open("learn#services");
  await page.locator('[data-need="food"] summary').first().click();
  await page.locator('[data-need="food"]').getByRole("link", { name: "Find here: Food" }).click();
  await app.settled();
  await app.shows(["kitchen"]);
});

test("in Spanish no text is left in English, and the sections have the same addresses", async ({ app, page, site }) => {
  site.has([], { languages: ["es"] });
  await app.open("learn#family");
  const { texts } = content("learn", "es");
  for (const { id, name, parts } of LEARN.sections) {
    await expect(section(page, id).locator("h2")).toHaveText(texts[name]);
    for (const part of parts) await expect(section(page, id)).toContainText(texts[part.text]);
  }
  const social = content("social", "es").texts;
  await expect(page.locator("[data-activity] summary span").first()).toContainText(social[SOCIAL.activities[0].name]);
  await expect.poll(() => focused(page)).toBe(texts["For family and friends"]);
});
