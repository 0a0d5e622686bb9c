// Coping skills: found by situation, minutes and words, and one that acts.

import { readJson } from "../../tools/lib/files.mjs";
import { expect, test } from "../app.mjs";

const { skills } = readJson("public/content/en/skills.json");
const count = (app) => app.main.getByRole("status").filter({ hasText: /skill/ });
const links = (app) => app.main.locator("ul.links a");

test("all skills are there, each with a page that has its steps and its source", async ({ app, page }) => {
  test.slow();
  await app.open("cope");
  await expect(links(app)).toHaveCount(skills.length);
  for (const skill of skills) {
    await app.open(`skill#${skill.id}`);
    await expect(app.heading).toHaveText(skill.name);
    await expect(app.main.locator("ol.steps li"), skill.id).toHaveText(skill.steps);
    await expect(app.main.getByText("Source:"), skill.id).toBeVisible();
    await expect(app.main.getByText(skill.why_it_helps), skill.id).toBeVisible();
    await expect(page).toHaveTitle(`${skill.name} – Riverbend Recovery`);
  }
});

test("situation and minutes are in the address; choosing adds an entry, typing replaces it", async ({ app, page }) => {
  await app.open("cope");
  const before = await page.evaluate(() => history.length);
  await app.main.getByRole("group", { name: "What it is" }).getByRole("button", { name: "A craving" }).click();
  await expect(page).toHaveURL(/#situation=craving$/);
  const some = await links(app).count();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(skills.length);
  await app.search.fill("breath");
  await expect(page).toHaveURL(/q=breath/);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expect(links(app)).toHaveCount(skills.length);
  await expect(app.search).toHaveValue("");
});

test("an address with choices opens with them, and an edited one applies at once", async ({ app, page }) => {
  await app.open("cope#situation=anxiety&minutes=5");
  await expect(app.main.getByRole("button", { pressed: true })).toHaveCount(2);
  const some = await links(app).count();
  await app.edit("situation=nonsense&minutes=abc");
  await expect(links(app)).toHaveCount(skills.length);
  await page.goBack();
  await expect(links(app)).toHaveCount(some);
});

test("words that fit no skill say so, with a way back to all", async ({ app }) => {
  await app.open("cope#q=zzz");
  await expect(app.main).toContainText("No skill fits");
  await app.main.getByRole("link", { name: "All skills" }).click();
  await expect(links(app)).toHaveCount(skills.length);
});

test("three taps lead to one skill, and danger comes first", async ({ app, page }) => {
  await app.open();
  await app.main.getByRole("link", { name: /Get through this moment/ }).click();
  await expect(app.main.locator(".notice").first()).toContainText("Get help");
  await app.main.getByRole("button", { name: "A craving" }).click();
  await expect(app.main.getByRole("heading", { name: "How long do you have, and where are you?" })).toBeFocused();
  await app.main.getByRole("button", { name: "5 minutes" }).click();
  await expect(app.main.locator(".tool").getByRole("button").first(), "the skill can be begun").toBeVisible();
  await expect(page, "what was tapped stays in memory").toHaveURL(/cope-now$/);
});

test("the third tap starts what runs by itself, at once on a slow phone, too", async ({ app, page }) => {
  await app.open("cope-now");
  const button = (name) => app.main.getByRole("button", { name, exact: true });
  await button("Anger").click();
  await button("5 minutes").click();
  const word = app.main.locator(".pacer-word");
  await expect(word, "warm: the page and its parts are here").toHaveText("Breathe in");
  await button("Stop").click();
  await expect(word).toHaveText("Stopped. Go on when you like.");
  await app.main.getByRole("button", { name: /^How long/ }).click();
  await app.main.getByRole("button", { name: "What is it?" }).click();
  await button("Can’t sleep").click();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const took = await button("5 minutes").evaluate((tapped) => new Promise((resolve) => {
    const started = performance.now();
    const look = () => {
      const runs = document.querySelector(".pacer-word")?.textContent === "Breathe in";
      // What is there in this frame is on the screen in the next.
      requestAnimationFrame(runs ? () => resolve(performance.now() - started) : look);
    };
    tapped.click();
    look();
  }));
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  test.info().annotations.push({ type: "from tap to a running pacer, ms", description: took.toFixed(0) });
  expect(took).toBeLessThan(200);
});

test("where one is can be said, is never asked for, and changes what is offered", async ({ app, page }) => {
  await app.open("cope-now");
  await app.main.getByRole("button", { name: "Anger" }).click();
  const places = app.main.getByRole("group", { name: "Where you are" });
  const twoMinutes = async () => {
    await app.main.getByRole("button", { name: "2 minutes" }).click();
    await expect(places).toBeHidden();
    return app.main.locator("h2").first().textContent();
  };
  const anywhere = await twoMinutes();
  const unfit = skills.filter(({ not_at }) => not_at?.includes("bed")).map(({ name }) => name);
  expect(unfit, "what is offered anywhere is nothing for bed").toContain(anywhere);
  await app.main.getByRole("button", { name: /How long/ }).click();
  await places.getByRole("button", { name: "In bed" }).press("Enter");
  await expect(places.getByRole("button", { pressed: true })).toHaveText(["In bed"]);
  const inBed = await twoMinutes();
  expect(inBed).not.toBe(anywhere);
  expect(unfit).not.toContain(inBed);
  await expect(app.main).not.toContainText("Nothing here fits better");
  await expect(page, "where one is stays in memory").toHaveURL(/cope-now$/);
});

test("steps turn by the arrow keys and by a finger, and a reload goes on in the middle", async ({ app, page }) => {
  const skill = skills.find(({ tool, steps }) => !tool && steps.length > 3);
  await app.open(`skill#${skill.id}`);
  const words = app.main.locator(".stepper-words");
  await app.main.getByRole("button", { name: "Next step", exact: true }).press("ArrowRight");
  await expect(words).toHaveText(skill.steps[1]);
  await page.keyboard.press("ArrowRight");
  await expect(words).toHaveText(skill.steps[2]);
  await page.reload();
  await app.isUp();
  await expect(words).toHaveText(skill.steps[2]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await words.press("ArrowLeft");
  await expect(words).toHaveText(skill.steps[1]);
  const finger = (from, to, pointerType = "touch") => words.evaluate((element, [[x, y], [u, v], pointerType]) => {
    const at = (clientX, clientY) => ({ clientX, clientY, pointerType, bubbles: true });
    element.dispatchEvent(new PointerEvent("pointerdown", at(x, y)));
    element.dispatchEvent(new PointerEvent("pointerup", at(u, v)));
  }, [from, to, pointerType]);
  await finger([200, 300], [190, 100]);
  await finger([200, 300], [100, 310], "mouse");
  await expect(words, "up and down scrolls, and a mouse marks words").toHaveText(skill.steps[1]);
  await finger([200, 300], [100, 310]);
  await expect(words).toHaveText(skill.steps[2]);
  await finger([100, 300], [200, 310]);
  await finger([100, 300], [200, 310]);
  await finger([100, 300], [200, 310]);
  await expect(words).toHaveText(skill.steps[0]);
});

test("the pacer says each breath once, counts, and stops when asked", async ({ app, page }) => {
  await page.clock.install();
  await app.open("skill#box-breath");
  const word = app.main.locator(".pacer-word");
  await expect(word).toHaveText("Start when you are ready");
  await app.main.getByRole("button", { name: "Start" }).click();
  await expect(word).toHaveText("Breathe in");
  await page.clock.runFor(4_100);
  await expect(word).toHaveText("Hold");
  await page.clock.runFor(4_000);
  await expect(word).toHaveText("Breathe out");
  await app.main.getByRole("button", { name: "Stop" }).click();
  await expect(word).toHaveText("Stopped. Go on when you like.");
  await page.clock.runFor(8_000);
  await expect(word).toHaveText("Stopped. Go on when you like.");
});

test("the pacer ends by itself after its minutes", async ({ app, page }) => {
  await page.clock.install();
  const { minutes } = skills.find(({ id }) => id === "box-breath");
  await app.open("skill#box-breath");
  await app.main.getByRole("button", { name: "Start" }).click();
  await expect(app.main.locator(".pacer-word")).toHaveText("Breathe in");
  await page.clock.fastForward(minutes * 60_000 + 500);
  await expect(app.main.locator(".pacer-word")).toHaveText(/That was it/);
});

test("leaving a running pacer by a link breaks nothing", async ({ app, page }) => {
  await app.open("skill#box-breath");
  await app.main.getByRole("button", { name: "Start" }).click();
  await expect(app.main.locator(".pacer-word")).toHaveText("Breathe in");
  await page.goto(`${page.url().split("#")[0]}#urge-surfing`);
  await expect(app.heading).not.toHaveText(/Box/i);
  await page.getByRole("banner").getByRole("link", { name: "Get help now" }).click();
  await expect(app.heading).toHaveText("Help now");
});

test("help now follows country and need in the address", async ({ app, page }) => {
  await app.open("help-now");
  const calls = app.main.locator('a[href^="tel:"]');
  await expect(calls.first()).toBeVisible();
  const all = await calls.count();
  await app.edit("need=overdose");
  await expect(app.heading).toHaveText("Help now");
  await expect.poll(() => calls.count()).toBeLessThan(all);
  await app.edit("country=GB");
  await expect(app.main.locator('a[href="tel:999"], a[href="tel:116123"]').first()).toBeVisible();
  await app.edit("country=nowhere&need=nothing");
  await expect(calls.first()).toBeVisible();
  await page.goBack();
  await expect(app.main.locator('a[href="tel:999"], a[href="tel:116123"]').first()).toBeVisible();
});

test("every help line says whether its number was checked, in short lists too", async ({ app, page, site }) => {
  site.has([], { country: "US" });
  for (const address of ["", "help-now", "skill#spotter"]) {
    await app.open(address);
    const lines = page.locator("#app .line");
    await expect(lines.first()).toBeVisible();
    for (const line of await lines.all()) await expect(line).toContainText(/checked/);
  }
});
