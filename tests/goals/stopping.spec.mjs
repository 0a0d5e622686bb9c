// Before a goal to stop or use less: what is dangerous, which signs mean "call now", and a card to show a doctor.

import { expect, test } from "../app.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });

const part = (app) => app.main.locator(".stopping");

test("nothing chosen is treated as dangerous; a choice says what holds for it, and help lines are there", async ({ app }) => {
  await app.open("goal-new");
  await expect(part(app)).toHaveCount(0);
  await app.main.getByRole("radio", { name: "Time since I stopped" }).check();
  await expect(part(app)).toContainText("Do not stop all at once on your own if you drink a lot every day.");
  await expect(part(app).locator(".danger")).toContainText("a seizure (fit)");
  await expect(part(app).locator('a[href="tel:911"]')).toBeVisible();
  await app.main.getByLabel("What it is about").selectOption("opioids");
  await part(app).locator("summary", { hasText: "More about stopping it" }).click();
  await expect(part(app)).toContainText("The old dose can kill.");
  await app.main.getByRole("radio", { name: "Something I do" }).check();
  await expect(part(app)).toHaveCount(0);
});

test("the doctor’s card prints alone, on one sheet, with the substance and the lines, and doesn’t say where it is from", async ({ app, page }) => {
  await app.open("goal-new");
  await app.main.getByRole("radio", { name: "Time since I stopped" }).check();
  await app.main.getByLabel("What it is about").selectOption("alcohol");
  await part(app).locator("summary", { hasText: "A card to show a doctor" }).click();
  const card = part(app).locator(".doctor");
  await expect(card).toContainText("I want to stop or use less of this: Alcohol.");
  await page.emulateMedia({ media: "print" });
  await expect(card).toBeVisible();
  await expect(card).toContainText("911");
  await expect(page.locator("h1, .lead, form .field, .btn, .top, .notice").filter({ visible: true })).toHaveCount(0);
  expect(await page.locator("body").innerText()).not.toMatch(/Alongside|Riverbend/);
  for (const format of ["Letter", "A4"]) {
    const pages = (await page.pdf({ format })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
    expect.soft(pages, format).toBe(1);
  }
});
