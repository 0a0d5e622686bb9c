// Each tool with words, by keyboard alone: a reload goes on in the middle, nothing is stored before “Keep this”; what is
// kept is shown again, can be deleted, and comes back. Each step is looked at for what keeps people out.

import { drawn, expect, test } from "../app.mjs";
import { violations } from "../page/violations.mjs";

// Tall enough that no bar is in front of anything, and nothing fades while it is looked at.
test.use({ viewport: { width: 390, height: 3000 }, contextOptions: { reducedMotion: "reduce" } });

const button = (app, name) => app.main.getByRole("button", { name, exact: true });
const field = (app, name) => app.main.getByLabel(name, { exact: true });
const kept = (app) => app.main.locator(".kept-before");

/** A key for one part, once the page has drawn what the last one changed. */
async function press(part, key) {
  await drawn(part.page());
  await part.press(key);
}

/** To another step, whose title then has the focus. */
async function turn(app, way) {
  await press(button(app, way), "Enter");
  await expect(app.main.locator("#tool-step")).toBeFocused();
}

const next = (app) => turn(app, "Next");

async function type(app, name, words) {
  await drawn(app.page);
  await field(app, name).focus();
  await app.page.keyboard.press("ControlOrMeta+A");
  await app.page.keyboard.type(words);
}

const isFine = async (app) => expect(await violations(app.page)).toEqual([]);

async function reload(app) {
  expect(await app.page.evaluate(() => localStorage.length), "nothing is stored yet").toBe(0);
  await app.page.reload();
  await app.isUp();
}

/** Keeps it; what is shown then has these words. Deleted, it is gone, and Undo brings it back. */
async function keep(app, words) {
  await press(button(app, "Keep this"), "Enter");
  for (const said of words) await expect(kept(app)).toContainText(said);
  await isFine(app);
  await app.page.reload();
  await app.isUp();
  for (const said of words) await expect(kept(app)).toContainText(said);
  await press(kept(app).getByRole("button", { name: /^Delete/ }), "Enter");
  await expect(kept(app)).toHaveCount(0);
  await press(app.page.getByRole("button", { name: "Undo" }), "Enter");
  await expect(kept(app)).toContainText(words[0]);
}

test("five senses: as many as one notices, named if one likes", async ({ app }) => {
  await app.open("skill#five-senses");
  await expect(button(app, "Take one back")).toBeDisabled();
  for (let seen = 0; seen < 3; seen += 1) await press(button(app, "I notice one"), "Enter");
  await press(button(app, "Take one back"), "Enter");
  await expect(app.main.getByText("2 of 5")).toBeVisible();
  await type(app, "Name of 2, if you like", "a blue cup");
  await isFine(app);
  await next(app);
  await expect(app.main.getByRole("heading", { name: "Four things you feel" })).toBeFocused();
  await press(button(app, "I notice one"), "Enter");
  await reload(app);
  await expect(app.main.getByText("1 of 4")).toBeVisible();
  await turn(app, "Back");
  await expect(field(app, "Name of 2, if you like")).toHaveValue("a blue cup");
  for (let sense = 0; sense < 5; sense += 1) await next(app);
  await expect(app.main.getByText("You are here.")).toBeVisible();
  await isFine(app);
  await keep(app, ["Five things you see: a blue cup"]);
});

test("the film to its end, then the other one, and a choice", async ({ app }) => {
  await app.open("skill#play-tape");
  await expect(app.main.getByText(/can kill|can be deadly|dangerous/).first()).toBeVisible();
  await type(app, "What happens?", "Warm for a moment");
  await isFine(app);
  await next(app);
  await expect(app.main.getByRole("heading", { name: "The film with using: The next hour" })).toBeFocused();
  await type(app, "What happens?", "I want more");
  await reload(app);
  await expect(field(app, "What happens?")).toHaveValue("I want more");
  await press(button(app, "Go to the other film now"), "Enter");
  await expect(app.main.getByRole("heading", { name: /^The film without using/ })).toBeFocused();
  await type(app, "What happens?", "The urge goes by");
  for (let frame = 0; frame < 5; frame += 1) await next(app);
  await press(button(app, "The film without using"), "Space");
  await expect(button(app, "The film without using")).toHaveAttribute("aria-pressed", "true");
  await isFine(app);
  await keep(app, ["Warm for a moment", "The urge goes by", "The film you chose: The film without using"]);
});

test("four boxes: lines in each, up to three that weigh most, and what is dangerous to stop", async ({ app }) => {
  await app.open("skill#four-boxes");
  await expect(app.main.getByText(/can kill|can be deadly|dangerous/).first()).toBeVisible();
  for (const [box, line] of [["Good about using", "Quiet"], ["Hard about using", "The mornings"], ["Good about not using", "My sister"], ["Good about not using", "Money"], ["Hard about not using", "Sleep"]]) {
    await type(app, box, line);
    await app.page.keyboard.press("Enter");
    await expect(app.main.getByText(line, { exact: true }).first()).toBeVisible();
  }
  for (const line of ["The mornings", "My sister", "Money", "Sleep"]) await press(app.main.getByRole("button", { name: `Weighs most : ${line}` }).or(app.main.getByRole("button", { name: `Weighs most: ${line}` })), "Space");
  await expect(app.main.getByRole("button", { name: /^Weighs most/, pressed: true }), "three and no more").toHaveCount(3);
  await reload(app);
  await expect(app.main.getByRole("button", { name: /^Weighs most/, pressed: true })).toHaveCount(3);
  await press(app.main.getByRole("button", { name: /^Take off.*Quiet/ }), "Enter");
  await expect(field(app, "Good about using")).toBeFocused();
  await isFine(app);
  await keep(app, ["Hard about using: The mornings", "Weighs most: The mornings", "Hard about not using: Sleep"]);
  await expect(kept(app)).not.toContainText("Quiet");
});

test("a thought is looked at from two sides, and rated before and after", async ({ app }) => {
  await app.open("skill#abc-check");
  const words = (said) => type(app, "In your words", said);
  await words("He did not call");
  await isFine(app);
  await next(app);
  await words("Nobody cares");
  await next(app);
  await app.main.getByRole("combobox", { name: /0 is not at all/ }).selectOption("8");
  await isFine(app);
  await next(app);
  await words("It was quiet all day");
  await reload(app);
  await expect(field(app, "In your words")).toHaveValue("It was quiet all day");
  await next(app);
  await words("He wrote on Monday");
  await next(app);
  await words("He may be busy");
  await next(app);
  await app.main.getByRole("combobox", { name: /0 is not at all/ }).selectOption("3");
  await next(app);
  await expect(app.main.getByText("It seemed 8 of 10 true. Now it seems 3 of 10.")).toBeVisible();
  await isFine(app);
  await keep(app, ["The thought: Nobody cares", "A fairer thought: He may be busy", "How true the first thought seems now: 3"]);
});

test("triggers are written down, rated, and the strongest gets a plan", async ({ app }) => {
  await app.open("skill#trigger-map");
  for (const [area, words] of [["People", "The old crowd"], ["Times", "Friday at six"]]) {
    await type(app, area, words);
    await app.page.keyboard.press("Enter");
    await expect(app.main.getByText(words).first()).toBeVisible();
  }
  await press(app.main.getByRole("button", { name: /^Friday at six.*9$/ }), "Space");
  await expect(app.main.getByRole("heading", { name: /^The strongest: Friday at six/ })).toBeVisible();
  await reload(app);
  await type(app, "One small plan for it", "Swim with Ana");
  await isFine(app);
  await keep(app, ["Friday at six", "Swim with Ana"]);
});

test("a no is chosen, rehearsed twice, and kept", async ({ app }) => {
  await app.open("skill#say-no");
  await type(app, "Who", "Uncle Leo");
  await type(app, "What they say", "One glass for me?");
  await isFine(app);
  await next(app);
  await press(button(app, "No thanks, I will have water."), "Enter");
  await expect(field(app, "Your words").or(field(app, "What you say")).first()).toHaveValue("No thanks, I will have water.");
  await isFine(app);
  await reload(app);
  await next(app);
  await expect(app.main.getByRole("heading", { name: "They say: One glass for me?" })).toBeFocused();
  await expect(app.main.getByText("No thanks, I will have water.").first()).toBeVisible();
  await isFine(app);
  await next(app);
  await expect(app.main.getByRole("heading", { name: "They say again, louder: One glass for me?" })).toBeFocused();
  await next(app);
  await expect(app.main.getByText("You said it twice.")).toBeVisible();
  await isFine(app);
  await keep(app, ["Uncle Leo", "No thanks, I will have water."]);
});

test("three good things, one is enough, and seven days of them are there to read", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-11-13T20:00:00Z");
  const day = async (time, words) => {
    await page.clock.setFixedTime(time);
    await page.reload();
    await app.isUp();
    await type(app, "Thing 1", words);
    await press(button(app, "Keep this"), "Enter");
    await expect(kept(app)).toContainText(words);
  };
  await app.open("skill#three-good");
  await type(app, "Thing 2", "Soup");
  await type(app, "Why thing 2 happened", "Ana came by");
  await isFine(app);
  await reload(app);
  await expect(field(app, "Why thing 2 happened")).toHaveValue("Ana came by");
  await keep(app, ["Went okay: Soup", "Why: Ana came by"]);
  for (const [time, words] of [["2026-11-16T20:00:00Z", "Rain"], ["2026-11-17T20:00:00Z", "A call"], ["2026-11-18T20:00:00Z", "Bread"], ["2026-11-19T20:00:00Z", "The bus came"]]) await day(time, words);
  await expect(app.main.getByRole("heading", { name: "The last seven days" })).toBeVisible();
  await expect(kept(app).locator("li")).toContainText(["The bus came", "Bread", "A call", "Rain", "Soup"]);
  await page.clock.setFixedTime("2026-11-20T20:00:00Z");
  await page.reload();
  await expect(kept(app).locator("li"), "the eighth day is none of the week").toHaveCount(4);
});

test("a message of ready lines is copied or shared; refused, it is marked to be copied by hand", async ({ app, page, context }) => {
  await page.addInitScript(() => {
    navigator.share = async (what) => (window.shared = what);
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.open("skill#reach-out");
  await press(button(app, "I am having a hard hour."), "Space");
  await press(button(app, "Can you talk?"), "Space");
  await isFine(app);
  await reload(app);
  await expect(field(app, "Your message")).toHaveValue("I am having a hard hour. Can you talk?");
  await press(button(app, "Copy the words"), "Enter");
  await expect(page.getByText("The words are copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("I am having a hard hour. Can you talk?");
  await press(button(app, "Share the words"), "Enter");
  await expect.poll(() => page.evaluate(() => window.shared)).toEqual({ text: "I am having a hard hour. Can you talk?" });
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await press(button(app, "Copy the words"), "Enter");
  await expect(page.getByText("This browser did not let us copy it.")).toBeVisible();
  expect(await page.evaluate(() => { const { selectionStart, selectionEnd, value } = document.querySelector("#message-words"); return value.slice(selectionStart, selectionEnd); })).toBe("I am having a hard hour. Can you talk?");
  await keep(app, ["Your message: I am having a hard hour. Can you talk?"]);
});

test("a card for leaving: lines, a way, someone to call", async ({ app }) => {
  await app.open("skill#leave-now");
  await press(button(app, "Someone is waiting for me."), "Enter");
  await press(button(app, "To the bus or train."), "Enter");
  await type(app, "Who you call", "Ana");
  await type(app, "Their number", "+1 555 010 0100");
  await reload(app);
  await expect(field(app, "What you say")).toHaveValue("Someone is waiting for me.");
  await press(button(app, "Show it large"), "Enter");
  await expect(app.main.locator("#tool-step")).toHaveText("Someone is waiting for me.");
  await expect(app.main.getByRole("link", { name: /^Call/ })).toHaveAttribute("href", "tel:+15550100100");
  await isFine(app);
  await press(button(app, "Change the card"), "Enter");
  await keep(app, ["What you say: Someone is waiting for me.", "Your way out: To the bus or train."]);
});

test("hungry, angry, lonely, tired: the answers outlive a reload and are kept", async ({ app }) => {
  await app.open("skill#halt-check");
  await press(button(app, "Lonely: Yes"), "Enter");
  await reload(app);
  await expect(button(app, "Lonely: Yes")).toHaveAttribute("aria-pressed", "true");
  for (const name of ["Hungry: No", "Angry: No", "Tired: No"]) await press(button(app, name), "Enter");
  await expect(app.main.getByRole("link", { name: /Send one message/ })).toBeVisible();
  await isFine(app);
  await keep(app, ["Lonely: Yes"]);
});

test("with reduced motion nothing moves, and words and numbers go on", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-23T20:00:00Z") });
  const moving = () => page.evaluate(() => document.getAnimations().filter(({ playState, effect }) => playState === "running" && effect.getComputedTiming().duration > 1).length);
  const runs = [
    ["box-breath", 5, /^Breathe in/, /^Hold/],
    ["urge-surf", 240, /^It may rise/, /^This may be the top/],
    ["body-scan", 25, /^Feet/, /^Lower legs/],
  ];
  for (const [id, seconds, first, then] of runs) {
    await app.open(`skill#${id}`);
    await press(button(app, "Start"), "Enter");
    const said = app.main.locator(".pacer-word, .stepper-words").first();
    await expect(said).toHaveText(first);
    if (id === "box-breath") await expect(app.main.locator(".pacer-disc")).toBeHidden();
    expect(await moving(), id).toBe(0);
    await page.clock.runFor(seconds * 1000);
    await expect(said).toHaveText(then);
    await press(button(app, "Stop"), "Enter");
  }
});
