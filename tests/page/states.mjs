// Everything a visitor can have before them: each page as it opens, and the states that they bring about. Tests of how
// pages look, and `make screens`, go through this one list.

import { PAGES } from "../../tools/lib/pages.mjs";
import { expect } from "@playwright/test";
import { many, meeting, only } from "../find/lists.mjs";
import { day, setGoal, today } from "../goals/keep.mjs";
import { backupFile, choose, day as dayRecord, deleted, goal, openSettings, preview, record, restoreNow } from "../kept/backup.mjs";
import { seed } from "../kept/copies.mjs";
import { tryWith, turnOn } from "../kept/lock.mjs";

/** When all this is looked at: a Friday, at ten in the morning in New York. */
const NOW = "2026-11-20T15:00:00Z";

/** What must hold while the states are shown. */
export const SETTING = { timezoneId: "America/New_York", provoked: /status of 404/ };

const LIST = only([
  ...many(120),
  meeting("closed", { types: ["TC"] }),
  meeting("now", { day: 5, time: "09:30", end_time: "10:30", types: ["O", "W"], notes: "Ring the bell", conference_url: "https://zoom.us/j/1", conference_phone: "555-0100-1234" }),
]);

const SERVICE = {
  slug: "kitchen", name: "Open Table", service: "yes", services: "Hot meals, showers", cost: "Free", languages: "English, Español", admission: "Walk in, any day",
  eligibility: "Anyone", documents: "Nothing", accessibility: "Ramp", transit: "Bus 7", hours: "Mon-Fri 9:00-17:00; 1st Sat 10:00-12:00", phone: "555 010 0100",
  formatted_address: "5 Elm St, Riverbend, NY 10001, USA", location: "Grace Hall", website: "https://table.example.org", kind: "recovery-community-centers", latitude: 40.5, longitude: -74.5,
};

/** Each page as it opens, with a list of 122 meetings. */
export const PLAIN = PAGES.map(({ file }) => state(file, ({ app }) => app.open(file === "index" ? "" : file)));

/** Opens a page and waits until its content is there, which a heading without content would not tell. */
const opened = (address) => ({ app }) => app.open(address);

/** What is kept here when a backup is brought: two goals, one of which it has later, and a deleted one. */
const HERE = {
  "alongside:goal:walk": goal("Walk"),
  "alongside:event:a": dayRecord("walk", "2026-11-18"),
  "alongside:event:b": dayRecord("walk", "2026-11-19", { rev: 3 }),
  "alongside:goal:call": goal("Call someone", 2),
  "alongside:goal:gone": deleted(),
};
const BACKUP = backupFile({
  "alongside:goal:walk": goal("Walk ten minutes", 4),
  "alongside:event:a": dayRecord("walk", "2026-11-18"),
  "alongside:event:b": dayRecord("walk", "2026-11-19", { rev: 2 }),
  "alongside:event:c": dayRecord("walk", "2026-11-20"),
  "alongside:goal:call": goal("Call someone", 2),
  "alongside:goal:sleep": goal("In bed by eleven, with the phone in the other room and the window open"),
  "alongside:goal:gone": goal("An old goal"),
  "alongside:settings": record({ theme: "dark" }),
});

/** Half a year of a goal, and urges on Friday evenings. */
const SEEN = {
  "alongside:goal:walk": record({ kind: "do", name: "Walk ten minutes after lunch, with the dog", first_day: "2026-03-01" }),
  ...Object.fromEntries(
    Array.from({ length: 230 }, (_, at) => at).filter((at) => at % 7).map((at) => {
      const date = new Date(Date.UTC(2026, 10, 19 - at)).toISOString().slice(0, 10);
      const what = ["done", "done", "not_done", "done", "skipped", "done", "lapse"][(at * 3) % 7];
      return [`alongside:event:d${"abcdefghij"[Math.floor(at / 100)]}${"abcdefghij"[Math.floor(at / 10) % 10]}${"abcdefghij"[at % 10]}`, dayRecord("walk", date, { what })];
    }),
  ),
  ...Object.fromEntries(
    [["2026-11-13", 19, 8], ["2026-11-06", 20, 7], ["2026-10-30", 18, 9], ["2026-11-17", 9, 2], ["2026-11-14", 22, 5]].map(([day, hour, urge], at) => [
      `alongside:event:u${at}`,
      record({ day, at: Date.parse(`${day}T00:00:00Z`) + (hour + 5) * 3_600_000, offset: -300, what: "check_in", details: { urge } }),
    ]),
  ),
};

/** A plan with an entry or two in each part. */
const PLAN = Object.fromEntries(
  [
    ["signs", "I stop answering messages and I say that I am busy"], ["signs", "Averylongwordthatnobodyeverwritesbutthatmustnotmakethepagewider"], ["coping", "", { skill: "box-breath" }],
    ["distraction", "The library"], ["people", "Ana", { tel: "+1 555 010 0100" }], ["people", "Sam", { tel: "ask Ana" }], ["professionals", "", { line: "us-988" }], ["reasons", "The dog"],
  ].map(([section, words, more], at) => [`alongside:plan:p${"abcdefgh"[at]}`, record({ section, ...(words && { words }), order: at, ...more })]),
);

async function bring({ app, page }, file) {
  await seed(app, HERE);
  await openSettings(app);
  await choose(page, file);
}

const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));

async function seen(locator) {
  await expect(locator.first()).toBeVisible();
}

/** Pages with an id, with parts opened, with choices made, with errors, empty and full. */
export const BROUGHT = [
  state("kind", opened("kind#detox-facilities"), ({ page }) => unfold(page)),
  state("support, a question of the guide", opened("support"), async ({ app }) => {
    await app.main.getByRole("button", { name: "Which fits me?" }).click();
    await seen(app.main.getByRole("group", { name: "What is it about?" }));
  }),
  state("support, what the guide suggests", opened("support"), async ({ app, page }) => {
    await app.main.getByRole("button", { name: "Which fits me?" }).click();
    await app.main.getByRole("checkbox", { name: "Alcohol" }).check();
    for (const at of [1, 2, 3, 4, 5, 6]) {
      await seen(app.main.getByText(`${at} of 6`));
      await app.main.locator(".guide .btn.primary").click();
    }
    await seen(app.main.locator("[data-suggested]"));
    await unfold(page);
  }),
  state("find, a kind that is not here", opened("find#kind=smart-recovery"), async ({ app, page }) => {
    await seen(app.main.getByText("This site lists nothing of this kind"));
    await unfold(page);
  }),
  state("listing", opened("listing#aa~now"), ({ app }) => seen(app.main.getByRole("link", { name: "Join" }))),
  state("listing, a service, all parts open", async ({ app, page, site }) => {
    site.has([...LIST, { src: "directory/services.json", id: "s", label: "County services", email: ["lists@example.org"], rows: [SERVICE, { ...SERVICE, slug: "other", name: "The other door" }] }]);
    await app.open("listing#s~kitchen");
    await seen(app.main.getByText("Hot meals"));
    await unfold(page);
  }),
  state("listing, into the calendar by a neutral word", opened("listing#aa~now"), async ({ app, page }) => {
    await app.main.getByText("Add to calendar").click();
    await app.main.getByRole("radio", { name: "A neutral word" }).check();
    await seen(page.getByLabel("The word"));
    await unfold(page);
  }),
  state("saved, two, a note being written", async ({ app, page, site }) => {
    for (const id of ["now", "closed"]) {
      await app.open(`listing#aa~${id}`);
      await app.main.getByRole("button", { name: "Save to my list" }).click();
      await seen(app.main.getByRole("button", { name: "In my list" }));
    }
    site.has(only(LIST[0].rows.filter(({ slug }) => slug !== "closed")));
    await app.open("saved");
    await page.reload();
    await expect(app.main.locator("[data-saved] h2")).toHaveCount(2);
    await app.main.getByRole("button", { name: "Add a note" }).last().click();
    await page.getByLabel("Your note").fill("Sit near the door. Ask for Pat.");
    await app.main.getByRole("button", { name: "Keep the note" }).click();
    await seen(app.main.locator(".note"));
    await app.main.getByRole("button", { name: "Add a note" }).first().click();
    await unfold(page);
  }),
  state("find, near a place, needs", async ({ app, page, site }) => {
    site.has([...LIST, { src: "directory/services.json", id: "s", label: "County services", rows: [SERVICE] }]);
    await app.find("near=Fern Ferry&within=50&sort=time");
    await seen(page.getByRole("button", { name: /Take back “Near/ }));
    await unfold(page);
  }),
  state("find, near nowhere", ({ app }) => app.find("near=Atlantis&within=5"), ({ page }) => seen(page.getByText("is no place in these lists"))),
  state("cope, chosen", opened("cope#situation=craving&minutes=5")),
  state("cope, nothing", opened("cope#q=zzz"), ({ app }) => seen(app.main.getByText("No skill fits"))),
  state("cope-now, where and how long", opened("cope-now"), async ({ app }) => {
    await app.main.getByRole("button", { name: "Anger" }).click();
    await app.main.getByRole("button", { name: "In bed" }).click();
  }),
  state("cope-now, one found", opened("cope-now"), async ({ app }) => {
    await app.main.getByRole("button", { name: "Worry or fear" }).click();
    await app.main.getByRole("button", { name: "5 minutes" }).click();
    await seen(app.main.getByRole("heading", { level: 2 }));
  }),
  state("skill, pacer running", opened("skill#box-breath"), async ({ app }) => {
    await app.main.getByRole("button", { name: "Start" }).click();
    await expect(app.main.locator(".pacer-word")).toHaveText("Breathe in");
  }),
  state("skill, the wave asks", opened("skill#urge-surf"), async ({ app }) => {
    await app.main.getByRole("button", { name: "Start" }).click();
    await seen(app.main.getByText("How strong is the urge now?"));
  }),
  state("skill, parts of the body", opened("skill#body-scan"), async ({ app }) => {
    await app.main.getByRole("button", { name: "Start" }).click();
    await app.main.getByRole("button", { name: "Next part" }).click();
    await seen(app.main.getByText("Part 2 of"));
  }),
  state("skill, waiting fifteen minutes", opened("skill#delay-15"), async ({ app }) => {
    await app.main.getByRole("button", { name: "Start" }).click();
    await seen(app.main.getByRole("button", { name: "Add 15 minutes" }));
  }),
  state("skill, worries, one kept before", opened("skill#worry-time"), async ({ app, page }) => {
    for (const worry of ["The rent", "A very long worry that goes on and on, over more than one line of a small phone"]) {
      await page.getByLabel("A worry").fill(worry);
      await page.keyboard.press("Enter");
    }
    await app.main.getByRole("button", { name: "Keep this" }).click();
    await page.getByLabel("A worry").fill("Another");
    await page.keyboard.press("Enter");
    await seen(app.main.getByRole("heading", { name: "What you kept before" }));
  }),
  state("skill, the wind-down hour", opened("skill#wind-down"), async ({ app }) => {
    await app.main.getByRole("button", { name: "Start" }).click();
    await seen(app.main.getByText(/^Now: /));
  }),
  state("skill, a timer", opened("skill#walk-ten"), async ({ app }) => {
    await app.main.getByRole("button", { name: "Start" }).click();
    await seen(app.main.getByRole("button", { name: "Stop" }));
  }),
  state("skill, second step", opened("skill#small-help"), async ({ app, page }) => {
    await app.main.getByRole("button", { name: "Next" }).click();
    await seen(app.main.getByText("Step 2 of"));
    await unfold(page);
  }),
  ...["five-senses", "halt-check", "leave-now", "play-tape", "four-boxes", "abc-check", "trigger-map", "if-then", "say-no", "three-good", "reach-out"].map((id) =>
    state(`skill, ${id}`, opened(`skill#${id}`), ({ app }) => seen(app.main.locator(".tool").locator("button, input").first())),
  ),
  state("plan, written, one being changed", async ({ app, page }) => {
    await seed(app, PLAN);
    await app.open("plan");
    await app.main.getByRole("button", { name: "Change Ana" }).click();
    await expect(page.getByLabel("Phone number, if you like")).toHaveValue("+1 555 010 0100");
  }),
  state("plan, a new entry with nothing in it", opened("plan"), async ({ app }) => {
    await app.main.locator('[data-section="professionals"]').getByRole("button").click();
    await seen(app.main.getByLabel("A help line, if you like"));
    await app.main.getByRole("button", { name: "Keep", exact: true }).click();
    await seen(app.main.getByText("Write a few words first."));
  }),
  state("plan, a card to fold", async ({ app }) => {
    await seed(app, PLAN);
    await app.open("plan");
    await app.main.getByRole("radio", { name: "A card to fold" }).check();
    await seen(app.main.locator(".plan-panel").getByText("911"));
  }),
  state("help-now, one need", opened("help-now#country=US&need=danger_now")),
  state("help-now, an overdose", opened("help-now#country=US&need=overdose")),
  state("learn, opened", opened("learn"), async ({ app, page }) => {
    await seen(app.main.locator("[data-section]"));
    await unfold(page);
  }),
  state("learn, activities narrowed, a plan without a day", opened("learn#activities"), async ({ app, page }) => {
    for (const words of ["Free", "Outdoors", "High effort"]) await app.main.locator(".chip").filter({ hasText: words }).click();
    await app.main.getByRole("button", { name: "Save the calendar file" }).click();
    await page.getByRole("radio", { name: "A neutral word" }).check();
    await seen(app.main.locator(".error"));
  }),
  state("learn, help with daily needs", opened("learn#services"), async ({ app, page }) => {
    await seen(app.main.locator("[data-need]"));
    await page.evaluate(() => document.querySelectorAll("[data-need] details").forEach((part) => (part.open = true)));
  }),
  state("first-step, another tab, opened", opened("first-step"), async ({ app, page }) => {
    await app.main.getByRole("tab").nth(2).click();
    await unfold(page);
  }),
  state("first-step, two substances", opened("first-step"), async ({ app, page }) => {
    for (const name of [/^GHB/, /^Opioids/]) await app.main.getByRole("checkbox", { name }).check();
    await unfold(page);
  }),
  state("first-step, a call sheet", opened("first-step"), async ({ app, page }) => {
    await app.main.getByRole("tab").nth(1).click();
    await app.main.getByRole("checkbox", { name: "Has a job" }).check();
    await seen(page.locator(".call-sheet"));
  }),
  state("first-step, a question, two things missing", async ({ app, page, site }) => {
    site.has(LIST, { contact: { email: "hello@example.org", phone: "+1 555 010 0100" } });
    await app.open("first-step");
    await app.main.getByRole("tab").nth(3).click();
    await app.main.getByRole("button", { name: "Write the draft" }).click();
    await seen(page.locator(".error"));
  }),
  state("first-step, a question, drafted", async ({ app, page, site }) => {
    site.has(LIST, { contact: { email: "hello@example.org", phone: "+1 555 010 0100" } });
    await app.open("first-step");
    await app.main.getByRole("tab").nth(3).click();
    await app.main.getByRole("radio", { name: "How to begin" }).check();
    await page.locator("#ask-own").fill("Is there a meeting for beginners on weekends?");
    await app.main.getByRole("button", { name: "Write the draft" }).click();
    await seen(page.locator("#ask-draft"));
  }),
  state("first-step, a moment of a meeting", opened("first-step"), async ({ app }) => {
    await app.main.getByRole("tab").nth(2).click();
    await app.main.locator(".stepper-words .btn").first().click();
    await seen(app.main.locator(".stepper-words [aria-pressed=true]"));
  }),
  state("find, many", ({ app }) => app.find(), ({ page }) => seen(page.getByRole("button", { name: "Show more" }))),
  state("find, filters", ({ app }) => app.find("attendance=in_person&type=O,W&any=1"), ({ page }) => unfold(page)),
  state("find, nothing", ({ app }) => app.find("q=zzz"), ({ app }) => expect(app.found).toHaveAttribute("data-total", "0")),
  state("find, trouble", async ({ app, page, site }) => {
    site.has([{ src: "directory/nowhere.json", label: "Gone" }, ...only([null, meeting("one")])], { distance: "leagues" });
    await app.find();
    await seen(page.getByRole("alert").filter({ hasText: "directory/nowhere.json" }));
    await page.locator("[data-unread]").click();
  }),
  state("goals, two", async (visit) => {
    await setGoal(visit.app, { name: "Walk", since: "2026-11-01" });
    await setGoal(visit.app, { name: "No drinking", sort: "since", since: "2026-11-10" });
    await visit.app.open("goals");
    await expect(visit.app.main.getByRole("link", { name: /Walk|No drinking/ })).toHaveCount(2);
  }),
  state("goals, a week and urges seen", async ({ app, page }) => {
    await seed(app, SEEN);
    await app.open("goals");
    await unfold(page);
  }),
  state("goals, a summary", async ({ app }) => {
    await seed(app, SEEN);
    await app.open("goals");
    await app.main.getByRole("button", { name: "A summary for a counselor or doctor" }).click();
    for (const box of await app.main.getByRole("checkbox").all()) await box.check();
    await seen(app.main.locator(".summary-sheet"));
  }),
  state("goal, a reminder", async ({ app, page }) => {
    await seed(app, SEEN);
    await app.open("goal#walk");
    await app.main.locator("summary", { hasText: "A reminder in your calendar" }).click();
    await page.getByLabel("At", { exact: true }).fill("07:30");
    await seen(page.getByRole("button", { name: "Save the calendar file" }));
  }),
  state("goal, a year seen", async ({ app, page }) => {
    await seed(app, SEEN);
    await app.open("goal#walk");
    await unfold(page);
  }),
  state("goal to do, a day open, being changed", async ({ app, page }) => {
    await setGoal(app, { name: "Walk", since: "2026-11-01" });
    for (const [date, how] of [["November 17", "Done"], ["November 18", "Skip"], ["November 16", "Not done"]]) {
      await day(app, date).click();
      await page.getByRole("group", { name: new RegExp(date) }).getByRole("button", { name: how, exact: true }).click();
    }
    await today(app, "Done").click();
    await unfold(page);
    await seen(page.locator(".toast"));
  }),
  state("goal since, after a lapse", async ({ app }) => {
    await setGoal(app, { name: "No drinking", sort: "since", since: "2026-11-10" });
    await today(app, "I had a lapse").click();
    await seen(app.main.getByText("You are still here"));
  }),
  state("card, ticked, with a passphrase to be", async ({ app, page }) => {
    await setGoal(app, { name: "Walk every day after dinner, and not alone", since: "2026-11-01" });
    await app.open("card");
    await app.main.getByRole("checkbox", { name: "Walk every day" }).check();
    await page.getByLabel("Your words for").fill("Walk");
    await app.main.getByRole("checkbox", { name: "Protect it with a passphrase" }).check();
    await app.main.getByRole("button", { name: "Make the card" }).click();
    await seen(app.main.locator(".error"));
  }),
  state("card, ready, all ways", async ({ app, page }) => {
    await setGoal(app, { name: "Walk", since: "2026-11-01" });
    await app.open("card");
    await app.main.getByRole("checkbox", { name: "Walk" }).check();
    await app.main.getByRole("checkbox", { name: /With the past week/ }).check();
    await app.main.getByRole("radio", { name: "It is hard right now." }).check();
    await page.getByLabel("A line of your own").fill("Thursday was long.");
    await app.main.getByRole("button", { name: "Make the card" }).click();
    await seen(app.main.locator("[data-card]"));
    await unfold(page);
  }),
  state("card, of a peer", opened("card#1AAIDU2FtAgRXYWxrVgjDiXZlbmluZ_8CAAMSVGh1cnNkYXkgd2FzIGxvbmcuOs0"), ({ app }) => seen(app.main.locator("[data-card]"))),
  state("card, damaged", opened("card#1AAID"), ({ app }) => seen(app.main.getByText("Part of this card is missing"))),
  state("goal-new, at most with a step", opened("goal-new"), async ({ app, page }) => {
    await page.getByRole("radio", { name: "At most so much of something" }).check();
    await app.main.getByRole("button", { name: "Add a step" }).click();
    await page.getByRole("button", { name: "Save this goal" }).click();
    await seen(app.main.locator(".stopping"));
  }),
  state("goal-new, the doctor’s card", opened("goal-new"), async ({ app, page }) => {
    await page.getByRole("radio", { name: "Time since I stopped" }).check();
    await app.main.locator("summary", { hasText: "A card to show a doctor" }).click();
    await seen(app.main.locator(".doctor"));
  }),
  state("goal, once, being changed", async ({ app, page }) => {
    await seed(app, { "alongside:goal:o": record({ kind: { one_off: { steps: [{ words: "Find the number" }, { words: "Call", done_on: "2026-01-02" }], due: "2026-12-01" } }, name: "Appointment", first_day: "2026-01-01", order: 0, pauses: [{ from: "2026-02-01", to: "2026-02-03" }] }) });
    await app.open("goal#o");
    await page.getByText("Change this goal").click();
    await seen(app.main.locator("#goal-steps"));
  }),
  state("goal at most, with entries", async ({ app, page }) => {
    const amount = (at, amount) => record({ goal: "m", day: "2026-01-05", at, what: "amount", amount });
    await page.clock.setFixedTime("2026-01-05T15:00:00Z");
    await seed(app, { "alongside:goal:m": record({ kind: { at_most: { target: 3000, unit: "cigarettes" } }, name: "Fewer", first_day: "2026-01-01", order: 0 }), "alongside:event:a": amount(1, 1000), "alongside:event:b": amount(2, 2500) });
    await app.open("goal#m");
    await seen(page.locator(".so-far").first());
    await app.main.locator("summary", { hasText: "A note or what set it off" }).first().click();
  }),
  state("check-in, said", async ({ app, page }) => {
    await seed(app, { "alongside:event:a": record({ day: new Date().toISOString().slice(0, 10), at: Date.now(), offset: 0, what: "check_in", note: "Averylongwordthatnobodyeverwritesbutthatmustnotmakethepagewider", details: { mood: 3, urge: 8, halt: ["lonely"], triggers: ["money"] } }) });
    await app.open("check-in");
    await app.main.getByRole("button", { name: "8", exact: true }).click();
    await app.main.locator("summary", { hasText: "What is behind it" }).click();
    await seen(app.main.locator(".check-ins > li"));
  }),
  state("goals, the order", async ({ app, page }) => {
    await seed(app, Object.fromEntries(["Walk", "Call"].map((name, order) => [`alongside:goal:g${order}`, record({ kind: "do", name, first_day: "2026-01-01", order })])));
    await app.open("goals");
    await app.main.getByRole("button", { name: "Change the order" }).click();
    await seen(page.locator(".placed").first());
  }),
  state("goal-new, errors", opened("goal-new"), async ({ app, page }) => {
    await page.getByRole("button", { name: "Save this goal" }).click();
    await seen(app.main.locator(".error"));
  }),
  state("goals, locked, a wrong passphrase", async ({ app, page }) => {
    await turnOn(app);
    await app.open("goals");
    await tryWith(app, "something else");
    await seen(page.getByText("That didn’t open it"));
    await unfold(page);
  }),
  state("settings, a lock to be", opened("settings"), async ({ page }) => {
    await page.getByLabel("New passphrase").fill("1234");
    await page.getByRole("button", { name: "Turn on the lock" }).click();
    await seen(page.getByText("The two are not the same"));
    await unfold(page);
  }),
  state("settings, the lock open", async ({ app, page }) => {
    await turnOn(app);
    await unfold(page);
  }),
  state("settings, question before erasing", opened("settings"), async ({ page }) => {
    await page.getByRole("button", { name: "Erase everything" }).click();
    await seen(page.getByRole("dialog"));
  }),
  state("settings, what is kept, all parts open", async ({ app, page }) => {
    await seed(app, HERE);
    await openSettings(app);
    await page.getByRole("button", { name: "Back up", exact: true }).click();
    await seen(page.getByText("Saved as notes-2026-11-20.json"));
    await unfold(page);
  }),
  state("settings, a passphrase that is wrong", async ({ app, page }) => {
    await seed(app, HERE);
    await openSettings(app);
    await page.getByLabel("Protect it with a passphrase").check();
    await page.getByLabel("Passphrase", { exact: true }).fill("12345");
    await page.getByRole("button", { name: "Back up", exact: true }).click();
    await seen(app.main.locator(".error"));
  }),
  state("settings, what a backup would change", async ({ app, page }) => {
    await bring({ app, page }, BACKUP);
    await seen(preview(page).getByText("In bed by eleven"));
  }),
  state("settings, restored", async ({ app, page }) => {
    await bring({ app, page }, BACKUP);
    await restoreNow(page);
  }),
  state("settings, a file that is no backup", async ({ app, page }) => {
    await bring({ app, page }, "PK\u0003\u0004");
    await seen(page.getByText("This is not a backup."));
  }),
  state("settings, a protected backup", async ({ app, page }) => {
    const sealed = { id: "k", kdf: { name: "PBKDF2-SHA256", rounds: 1, salt: "AAAA" }, cipher: "A256GCM", iv: "AAAA", key: "AAAA" };
    await bring({ app, page }, JSON.stringify({ format: "alongside-backup", version: 1, encrypted: { key: sealed, iv: "AAAA", body: "AAAA" } }));
    await page.getByLabel("What is its passphrase").fill("nobody knows");
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await seen(app.main.locator(".error"));
  }),
  state("goals, blocked storage", async ({ app, page }) => {
    await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => null }));
    await app.open("goals");
    await seen(page.getByRole("button", { name: "I understand" }));
  }),
  state("example site", async ({ app, page, site }) => {
    site.has([], { example: true });
    await app.open();
    await seen(page.getByText("This is an example site"));
  }),
  state("not found, inside the app", async ({ app, page }) => {
    await app.open("goals");
    await page.evaluate(() => (history.pushState(null, "", "never-here"), dispatchEvent(new PopStateEvent("popstate"))));
    await expect(app.heading).toHaveText("This page doesn’t exist");
  }),
  state("not found, on the host", ({ page, site }) => page.goto(`${site.url}never-here`)),
  ...["", "find", "help-now"].map((file) =>
    state(`before the app is up, ${file || "index"}`, async ({ page, site }) => {
      await page.route("**/*.wasm", () => {});
      await page.goto(site.url + file);
      await seen(page.locator("#static .line-call"));
    }),
  ),
];

/** Those of the states that are come to without a word of English. */
export const WORDLESS = BROUGHT.filter(({ name }) => ["kind", "cope, chosen", "help-now, one need", "learn, opened", "find, filters", "find, nothing"].includes(name));

/** The page of all parts, in the states that it has. */
export const PARTS = [
  state("parts", opened("parts"), ({ page }) => unfold(page)),
  state("parts, dialog", opened("parts"), async ({ page }) => {
    await page.getByRole("button", { name: "Open the dialog" }).click();
    await seen(page.getByRole("dialog"));
  }),
  state("parts, toast, tab and step", opened("parts"), async ({ app, page }) => {
    await app.main.getByRole("tab").nth(1).click();
    await app.main.getByRole("button", { name: "Next" }).click();
    await page.getByRole("button", { name: "Show a toast" }).click();
    await seen(page.locator(".toast"));
  }),
];

/** One state: its name, and how a visit comes to it. */
function state(name, ...steps) {
  return {
    name,
    show: async (visit) => {
      await afresh(visit.page);
      visit.site.has(LIST);
      await visit.page.clock.setFixedTime(NOW);
      for (const step of steps) await step(visit);
      await loaded(visit.page);
    },
  };
}

/** Both copies of what an earlier state kept are gone: a lock would close all that come after it. */
async function afresh(page) {
  if (!page.url().startsWith("http")) return;
  await page.evaluate(async () => {
    try {
      localStorage.clear();
    } catch {
      // The page has no storage.
    }
    await new Promise((resolve) => Object.assign(indexedDB.deleteDatabase("alongside"), { onsuccess: resolve, onerror: resolve, onblocked: resolve }));
  });
  await page.goto("about:blank");
}

/** Content that comes after the heading is there, and so are its letters. */
async function loaded(page) {
  // The page of all parts shows that something is coming, and nothing is.
  if (!page.url().endsWith("/parts")) await expect(page.locator("main .loading")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}
