// Tools that go by the clock: what they say at a moment, after a reload, in a page out of sight, and what is kept.

import { readJson } from "../../tools/lib/files.mjs";
import { expect, test } from "../app.mjs";

const { skills } = readJson("public/content/en/skills.json");
const skill = (id) => skills.find((one) => one.id === id);
const button = (app, name) => app.main.getByRole("button", { name, exact: true });
const records = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => /:event:|:archive:/.test(key)).length);
const anything = (page) => page.evaluate(() => localStorage.length);

/** A page out of sight: no frame is drawn, timers go on. */
const hide = (page) =>
  page.evaluate(() => {
    Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: new Date("2026-11-23T20:00:00Z") });
});

test("after five minutes out of sight the pacer is where the clock says", async ({ app, page }) => {
  await app.open("skill#long-exhale");
  await button(app, "Start").click();
  await hide(page);
  // 29 rounds of 10 s, and 5 s: breathing out, the first second of it.
  await page.clock.fastForward(295_000);
  await expect(app.main.locator(".pacer-word")).toHaveText("Breathe out");
  await expect(app.main.locator(".pacer-count")).toHaveText(/^[12]$/);
  await page.clock.fastForward(6_000);
  await expect(app.main.locator(".pacer-word")).toHaveText(/That was it/);
});

/** What each tool that goes by the clock says just before and just after a moment five minutes or more from its start. */
const MOMENTS = [
  ["long-exhale", 295, (app) => app.main.locator(".pacer-word"), "Breathe in", "Breathe out"],
  ["body-scan", 300, (app) => app.main.locator("p.stepper-words"), skill("body-scan").tool.parts[4], skill("body-scan").tool.parts[5]],
  ["delay-15", 300, (app) => app.main.getByRole("timer"), /^10:0[1-4]$/, /^(10:00|9:5[6-9])$/],
  ["walk-ten", 300, (app) => app.main.getByRole("timer"), /^5:0[1-4]$/, /^(5:00|4:5[6-9])$/],
];

for (const [way, pass] of [
  ["in front", (page, ms) => page.clock.runFor(ms)],
  ["out of sight", async (page, ms) => (await hide(page), page.clock.fastForward(ms))],
]) {
  test(`after five minutes ${way} nothing is off by more than one in a hundred`, async ({ app, page }) => {
    test.setTimeout(60_000);
    for (const [id, seconds, said, before, after] of MOMENTS) {
      await test.step(id, async () => {
        await app.open(`skill#${id}`);
        await page.clock.pauseAt(await page.evaluate(() => Date.now() + 10_000));
        if (id === "body-scan") await page.getByLabel("Seconds for each part").selectOption("60");
        await button(app, "Start").click();
        const off = seconds / 100;
        await pass(page, (seconds - off) * 1000);
        await expect(said(app)).toHaveText(before);
        await pass(page, 2 * off * 1000);
        await expect(said(app)).toHaveText(after);
        await page.clock.resume();
      });
    }
  });

  test(`after five minutes ${way} the wave asks when it should`, async ({ app, page }) => {
    await app.open("skill#urge-surf");
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 10_000));
    const scale = app.main.getByRole("group", { name: "How strong is the urge now?" });
    const answer = () => scale.getByRole("button", { name: "5", exact: true }).click();
    await button(app, "Start").click();
    await answer();
    await pass(page, 130_000);
    await answer();
    await pass(page, 130_000);
    await answer();
    await pass(page, 96_500);
    await expect(scale).toHaveCount(0);
    await pass(page, 7_000);
    await expect(scale).toHaveCount(1);
  });
}

test("a reload goes on in the middle, and nothing is stored for that", async ({ app, page }) => {
  await app.open("skill#box-breath");
  await app.main.getByRole("radio", { name: "Slower" }).check();
  await button(app, "Start").click();
  await page.clock.runFor(6_000);
  await expect(app.main.locator(".pacer-word")).toHaveText("Hold");
  await page.reload();
  await app.isUp();
  await expect(button(app, "Stop")).toBeVisible();
  await page.clock.runFor(5_500);
  await expect(app.main.locator(".pacer-word")).toHaveText("Breathe out");
  await expect(app.main.getByRole("radio", { name: "Slower" })).toBeChecked();
  expect(await anything(page)).toBe(0);
});

test("a state from elsewhere in the history starts anew", async ({ app, page }) => {
  await app.open("skill#box-breath");
  for (const state of ["{", '{"kind":"breathe","skill":"box-breath","state":7}', '{"kind":"wave","skill":"urge-surf","state":{}}']) {
    await page.evaluate((text) => history.replaceState(text, ""), state);
    await page.reload();
    await app.isUp();
    await expect(app.main.locator(".pacer-word")).toHaveText("Start when you are ready");
  }
});

test("the wave asks every two minutes, and what is kept is shown again and can be deleted", async ({ app, page }) => {
  await app.open("skill#urge-surf");
  const scale = app.main.getByRole("group", { name: "How strong is the urge now?" });
  await expect(scale).toHaveCount(0);
  await button(app, "Start").click();
  await scale.getByRole("button", { name: "8", exact: true }).click();
  await expect(scale).toHaveCount(0);
  await page.clock.runFor(119_000);
  await expect(scale).toHaveCount(0);
  await page.clock.runFor(2_000);
  await scale.getByRole("button", { name: "3", exact: true }).click();
  await expect(app.main.getByText("What you said: 8 → 3")).toBeFocused();
  expect(await anything(page), "nothing is stored before it is kept").toBe(0);
  await button(app, "Stop").click();
  await expect(page.getByLabel("Urge before, 0 to 10")).toHaveValue("8");
  await page.getByLabel("Urge after, 0 to 10").selectOption("2");
  await button(app, "Keep this").click();
  await expect(app.main.getByText("Urge 8 before, 2 after")).toBeVisible();
  await page.clock.runFor(1_000);
  await page.reload();
  await app.isUp();
  await expect(app.main.getByText("Urge 8 before, 2 after")).toBeVisible();
  await expect(button(app, "Start"), "what was kept is not gone on with").toBeVisible();
  expect(await records(page)).toBe(1);
  await app.main.getByRole("button", { name: /^Delete what you kept on/ }).click();
  await expect(app.main.getByText("Urge 8 before, 2 after")).toHaveCount(0);
  await page.clock.runFor(1_000);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(app.main.getByText("Urge 8 before, 2 after")).toBeVisible();
});

test("the parts of the body come one after the other, at the person’s pace, by keyboard", async ({ app, page }) => {
  const { parts } = skill("body-scan").tool;
  const words = app.main.locator("p.stepper-words");
  await app.open("skill#body-scan");
  await page.getByLabel("Seconds for each part").selectOption("30");
  await button(app, "Start").focus();
  await page.keyboard.press("Enter");
  await page.clock.runFor(29_000);
  await expect(words).toHaveText(parts[0]);
  await page.clock.runFor(2_000);
  await expect(words).toHaveText(parts[1]);
  await button(app, "Next part").focus();
  await page.keyboard.press("Enter");
  await expect(words).toHaveText(parts[2]);
  await page.reload();
  await app.isUp();
  await expect(words).toHaveText(parts[2]);
  await expect(page.getByLabel("Seconds for each part")).toHaveValue("30");
  expect(await anything(page), "nothing is stored before it is kept").toBe(0);
  await page.clock.fastForward(parts.length * 30_000);
  await expect(words).toHaveText(/That was it/);
  await button(app, "Keep this").click();
  const kept = app.main.locator(".kept-before li");
  await expect(kept).toContainText(/Time: 4:0[1-5]/);
  await page.clock.runFor(1_000);
  await kept.getByRole("button", { name: /^Delete/ }).click();
  await expect(kept).toHaveCount(0);
  await page.clock.runFor(1_000);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(kept).toHaveCount(1);
});

test("fifteen minutes go by the clock, also after a reload, and fifteen more can be added", async ({ app, page }) => {
  await app.open("skill#delay-15");
  await button(app, "Start").click();
  await expect(app.main.getByRole("timer")).toHaveText("15:00");
  await app.main.getByRole("checkbox", { name: skill("delay-15").tool.things[1] }).check();
  await page.clock.fastForward(5 * 60_000);
  await expect(app.main.getByRole("timer")).toHaveText(/^(10:00|9:5\d)$/);
  await page.reload();
  await app.isUp();
  await expect(app.main.getByRole("timer")).toHaveText(/^9:5\d|10:00$/);
  await expect(app.main.getByRole("checkbox", { name: skill("delay-15").tool.things[1] })).toBeChecked();
  await hide(page);
  await page.clock.fastForward(10 * 60_000 + 1_000);
  await expect(app.main.getByText("The wait is over.")).toBeVisible();
  await button(app, "Add 15 minutes").click();
  await expect(app.main.getByRole("timer")).toHaveText(/^(15:00|14:5\d)$/);
  await button(app, "End here").click();
  await expect(button(app, "Keep this")).toBeVisible();
});

test("worries are written down, get a time and a course, and outlive a reload", async ({ app, page }) => {
  await app.open("skill#worry-time");
  await page.getByLabel("A worry").fill("The rent");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("A worry")).toHaveValue("");
  await page.getByLabel("A worry").fill("Court");
  await button(app, "Write it down").click();
  await page.getByLabel("When you will read the list").fill("18:00");
  await app.main.getByRole("button", { name: "Plan The rent" }).click();
  await page.reload();
  await app.isUp();
  await expect(app.main.getByRole("button", { name: "Plan The rent" })).toHaveAttribute("aria-pressed", "true");
  await app.main.getByRole("button", { name: "Take off Court" }).click();
  await button(app, "Keep this").click();
  const kept = app.main.locator(".kept-before li");
  await expect(kept).toContainText("The rent");
  await expect(kept).toContainText("To read at 18:00");
  await expect(kept).not.toContainText("Court");
});

test("the wind-down hour gives each step its time and says which one it is", async ({ app, page }) => {
  const { steps } = skill("wind-down");
  await app.open("skill#wind-down");
  await button(app, "Start").click();
  await expect(app.main.getByText(`Now: ${steps[0]}`)).toBeVisible();
  await page.clock.fastForward(31 * 60_000);
  await expect(app.main.getByText(`Now: ${steps[2]}`)).toBeVisible();
  await app.main.getByRole("checkbox", { name: new RegExp(`PM: ${steps[0].slice(0, 20)}`) }).check();
  await page.reload();
  await app.isUp();
  await expect(app.main.getByRole("checkbox").first()).toBeChecked();
  await button(app, "End here").click();
  await expect(button(app, "Keep this")).toBeVisible();
});

test("a timer counts the skill’s minutes down and stops at their end", async ({ app, page }) => {
  await app.open("skill#walk-ten");
  await expect(app.main.getByRole("timer")).toHaveText("10:00");
  await button(app, "Start").click();
  await page.clock.fastForward(5 * 60_000);
  await expect(app.main.getByRole("timer")).toHaveText(/^(5:00|4:5\d)$/);
  await button(app, "Stop").click();
  await page.clock.fastForward(60_000);
  await expect(app.main.getByRole("timer")).toHaveText(/^(5:00|4:5\d)$/);
  await button(app, "Go on").click();
  await page.clock.fastForward(6 * 60_000);
  await expect(app.main.getByText("The time is over.")).toBeVisible();
});
