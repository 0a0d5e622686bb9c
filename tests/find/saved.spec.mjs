// `/saved`: what a person keeps outlives the list it came from, and nobody else hears of it.

import { expect, test } from "../app.mjs";
import { areEqual, keysOf } from "../kept/copies.mjs";
import { isClosed, open, turnOn } from "../kept/lock.mjs";
import { meeting, only } from "./lists.mjs";

test.use({ timezoneId: "America/New_York" });

const ONE = meeting("one", { name: "Step Sisters", day: 2, types: ["O"], conference_url: "https://zoom.us/j/1", notes: "Ring the bell" });
const TWO = meeting("two", { name: "Night Owls", day: 5 });

async function save(app, id) {
  await app.open(`listing#aa~${id}`);
  await app.main.getByRole("button", { name: "Save to my list" }).click();
  await expect(app.page.getByText("Saved on this device.")).toBeVisible();
}

const names = (app) => app.main.locator("[data-saved] h2");

test("nothing is kept before a listing is saved, and then nothing that says which", async ({ app, page, site }) => {
  site.has(only([ONE, TWO]));
  await app.open("saved");
  await expect(app.main).toContainText("Nothing is saved yet.");
  await app.open("listing#aa~one");
  await expect(app.heading).toHaveText("Step Sisters");
  expect(await app.records()).toEqual({});
  await save(app, "one");
  const records = await app.records();
  expect(Object.keys(records).filter((key) => /sisters|one|aa/i.test(key))).toEqual([]);
  expect(keysOf(records, "saved")).toHaveLength(1);
  await expect(app.main.getByRole("button", { name: "In my list" })).toHaveAttribute("aria-pressed", "true");
  await areEqual(page);
});

test("what is saved is there tomorrow, with a note, also when the list no longer has it", async ({ app, page, site }) => {
  site.has(only([ONE, TWO]));
  await save(app, "one");
  await app.open("saved");
  await expect(names(app)).toHaveText(["Step Sisters"]);
  await app.main.getByRole("button", { name: "Add a note" }).click();
  await app.main.getByLabel("Your note").fill("  Sit near the door\nTom <b> ");
  await app.main.getByRole("button", { name: "Keep the note" }).click();
  await expect(app.main.locator(".note")).toHaveText("Sit near the door\nTom <b>");
  site.has(only([TWO]));
  await page.reload();
  await expect(names(app)).toHaveText(["Step Sisters"]);
  for (const words of ["Tuesday", "12 Elm St", "No longer in the list it came from", "Sit near the door"]) await expect(app.main).toContainText(words);
  await names(app).getByRole("link").click();
  await expect(app.heading).toHaveText("Step Sisters");
  await expect(app.main).toContainText("No longer in the list it came from");
  await expect(app.main.getByRole("link", { name: /Join by Zoom/ })).toBeVisible();
});

test("what the list says now is shown, not what it said", async ({ app, page, site }) => {
  site.has(only([ONE]));
  await save(app, "one");
  site.has(only([{ ...ONE, name: "Step Sisters at noon", time: "12:00" }]));
  await app.open("saved");
  await page.reload();
  await expect(names(app)).toHaveText(["Step Sisters at noon"]);
  await expect(app.main).not.toContainText("No longer");
});

test("taking off and erasing can be undone, and stay done", async ({ app, page, site }) => {
  site.has(only([ONE, TWO]));
  await save(app, "one");
  await save(app, "two");
  await app.open("saved");
  await expect(names(app)).toHaveText(["Night Owls", "Step Sisters"]);
  await app.main.getByRole("button", { name: "Take “Night Owls” off the list" }).click();
  await expect(names(app)).toHaveText(["Step Sisters"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(names(app)).toHaveText(["Night Owls", "Step Sisters"]);
  await app.main.getByRole("button", { name: "Erase my list" }).click();
  await expect(app.main).toContainText("Nothing is saved yet.");
  await page.reload();
  await expect(app.main).toContainText("Nothing is saved yet.");
  expect(JSON.stringify(await app.records())).not.toContain("Sisters");
});

test("a listing is on the list once, whatever two tabs do", async ({ app, context, page, site }) => {
  site.has(only([ONE]));
  await app.open("listing#aa~one");
  const other = await context.newPage();
  await other.goto(`${site.url}listing#aa~one`);
  await page.getByRole("button", { name: "Save to my list" }).click();
  await expect(page.getByRole("button", { name: "In my list" })).toBeVisible();
  await expect(other.getByRole("button", { name: "In my list" })).toBeVisible();
  await other.getByRole("button", { name: "In my list" }).click();
  await expect(page.getByRole("button", { name: "Save to my list" })).toBeVisible();
});

test("the list is behind the lock", async ({ app, page, site }) => {
  site.has(only([ONE]));
  await save(app, "one");
  await turnOn(app);
  await expect.poll(async () => JSON.stringify(await app.records())).not.toContain("Sisters");
  await app.open("saved");
  await page.reload();
  await isClosed(app);
  await expect(page.locator("body")).not.toContainText("Step Sisters");
  await open(app);
  await expect(names(app)).toHaveText(["Step Sisters"]);
});

test("while it is locked, a listing can be read but says where to open the list", async ({ app, page, site }) => {
  site.has(only([ONE, TWO]));
  await save(app, "one");
  await turnOn(app);
  await app.open("listing#aa~two");
  await page.reload();
  await expect(app.heading).toHaveText("Night Owls");
  await expect(app.main.getByRole("link", { name: /Your list is locked/ })).toHaveAttribute("href", /\/saved$/);
});

test("words in the field outlive a list that another tab changes", async ({ app, context, page, site }) => {
  site.has(only([ONE, TWO]));
  await save(app, "one");
  await app.open("saved");
  await app.main.getByRole("button", { name: "Add a note" }).click();
  await page.getByLabel("Your note").fill("Half a sen");
  const other = await context.newPage();
  await save(new app.constructor(other, site), "two");
  await expect(names(app)).toHaveText(["Night Owls", "Step Sisters"]);
  await expect(page.getByLabel("Your note")).toHaveValue("Half a sen");
});

test("what the list says comes beside a note that is being written, and the field keeps the focus", async ({ app, context, page, site }) => {
  site.has(only([ONE]));
  await save(app, "one");
  await app.open("goals");
  let go = () => {};
  const held = new Promise((resolve) => (go = resolve));
  await context.route("**/directory/**", async (route) => (await held, route.continue()));
  await app.open("saved");
  await page.reload();
  await app.main.getByRole("button", { name: "Add a note" }).click();
  await expect(page.getByLabel("Your note")).toBeFocused();
  await page.keyboard.type("Half a ");
  go();
  await expect(names(app)).toHaveText(["Step Sisters"]);
  await page.keyboard.type("sentence");
  await expect(page.getByLabel("Your note")).toHaveValue("Half a sentence");
});

test("once the lock has closed, no link finds what only the list had", async ({ app, page, site }) => {
  site.has(only([ONE, TWO]));
  await save(app, "one");
  await turnOn(app);
  site.has(only([TWO]));
  await app.open("saved");
  await page.reload();
  await open(app);
  await expect(names(app)).toHaveText(["Step Sisters"]);
  await page.getByRole("link", { name: "How your privacy works" }).click();
  await page.getByRole("button", { name: "Lock now" }).click();
  await page.evaluate(() => (history.pushState(null, "", "listing#aa~one"), dispatchEvent(new PopStateEvent("popstate"))));
  await expect(app.heading).toHaveText(/not in the list/);
  await expect(page.locator("body")).not.toContainText("Step Sisters");
});

test("a saved record that makes no sense costs nothing else", async ({ app, page, site }) => {
  site.has(only([ONE]));
  await save(app, "one");
  await page.evaluate(() => {
    const record = (d) => JSON.stringify({ v: 1, d: { rev: 1, ...d } });
    localStorage.setItem("alongside:saved:broken1", "{");
    localStorage.setItem("alongside:saved:broken2", record({ listing: "x~y", row: "[{", label: "", at: 1 }));
    localStorage.setItem("alongside:saved:broken3", record({ listing: 7 }));
  });
  await app.open("saved");
  await page.reload();
  await expect(names(app)).toHaveText(["Step Sisters"]);
  await expect(app.main).toContainText("This saved entry can’t be shown here.");
});

test("on paper the list is one sheet with notes, times, links and what the words mean", async ({ app, page, site }) => {
  site.has(only([ONE, TWO]));
  await save(app, "one");
  await app.open("saved");
  await expect(names(app)).toHaveText(["Step Sisters"]);
  await page.emulateMedia({ media: "print" });
  for (const words of ["https://zoom.us/j/1", "Ring the bell", "Open: "]) await expect(app.main.getByText(words).first()).toBeVisible();
  await expect(app.main.getByRole("button")).toHaveCount(0);
  const pdf = await page.pdf({ format: "Letter" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test("the list is taken along as a table", async ({ app, page, site }) => {
  site.has(only([{ ...ONE, name: "=1+1" }]));
  await save(app, "one");
  await app.open("saved");
  const [download] = await Promise.all([page.waitForEvent("download"), app.main.getByRole("button", { name: "Save as a table" }).click()]);
  expect(download.suggestedFilename()).toBe("my-list.csv");
  const parts = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  const text = Buffer.concat(parts).toString("utf8");
  expect(text).toContain('"\'=1+1"');
  expect(text).not.toContain('"=1+1"');
});

test("results print with their days and links", async ({ app, page, site }) => {
  await page.clock.setFixedTime("2026-11-20T15:00:00Z");
  site.has(only([ONE, TWO, meeting("three", { day: 5 })]));
  await app.find();
  await page.emulateMedia({ media: "print" });
  await expect(app.found.locator(".day")).toHaveText(["Friday", "Tuesday"]);
  await expect(app.found.locator(".day").first()).toBeVisible();
  await expect(app.found.getByText("https://zoom.us/j/1")).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await expect(app.found.locator(".day").first()).toBeHidden();
});
