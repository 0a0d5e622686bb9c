// The first step: is it safe to stop, a call sheet, a first meeting gone through, a question to the organization.

import { expect, test } from "../app.mjs";
import { readFileSync } from "node:fs";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 800 } });

const withdrawal = JSON.parse(readFileSync("public/content/en/withdrawal.json", "utf8"));
const first = JSON.parse(readFileSync("public/content/en/first_step.json", "utf8"));
const CONTACT = { email: "hello+ask@example.org", phone: "+1 555 010 0100" };

async function open(app, tab) {
  await app.open("first-step");
  if (tab) await app.main.getByRole("tab", { name: tab }).click();
  await expect(app.main.locator(".loading")).toHaveCount(0);
}

/** Nothing is kept, and nothing stands in the address. */
async function leavesNothing(page) {
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, location.hash])).toEqual([0, 0, ""]);
}

test.describe("is it safe to stop", () => {
  test("comes first, and who chose nothing is told to take it as dangerous, with lines to call in place", async ({ app, page }) => {
    await open(app);
    await expect(app.main.getByRole("tab", { selected: true })).toHaveText("Is it safe to stop?");
    await expect(app.main.getByText(withdrawal.one_line, { exact: true })).toBeVisible();
    await expect(app.main.getByText(withdrawal.if_unsure)).toBeVisible();
    await expect(app.main.getByText(withdrawal.lower_tolerance.danger)).toBeVisible();
    await expect(app.main.locator('a[href="tel:911"]')).toBeVisible();
    await expect(app.main.locator('a[href="tel:18006624357"]')).toBeVisible();
    const signs = await app.main.locator(".danger li").allTextContents();
    for (const sign of [...withdrawal.call_emergency_if, ...withdrawal.overdose_signs]) expect(signs).toContain(sign);
    await leavesNothing(page);
  });

  test("by keyboard: one and then several, each with its danger, and not a word of what was not ticked", async ({ app, page }) => {
    await open(app);
    const [alcohol, , , ghb] = withdrawal.substances;
    const opioids = withdrawal.substances.at(-1);
    await app.main.getByRole("checkbox", { name: /^Alcohol/ }).focus();
    await page.keyboard.press("Space");
    await expect(app.main.getByText(alcohol.danger)).toBeVisible();
    await expect(app.main.getByText(alcohol.see_doctor_before)).toBeVisible();
    await expect(app.main.getByText(alcohol.pregnancy)).toBeVisible();
    await expect(app.main.getByText("Stopping all at once can kill.")).toBeVisible();
    await expect(app.main.getByText(withdrawal.if_unsure)).toHaveCount(0);
    await expect(app.main.getByText(withdrawal.lower_tolerance.danger)).toHaveCount(0);
    await app.main.getByRole("checkbox", { name: /^GHB/ }).focus();
    await page.keyboard.press("Space");
    await expect(app.main.locator(".danger li", { hasText: ghb.call_emergency_if.at(-1) })).toBeVisible();
    await expect(app.main.getByText(alcohol.danger)).toBeVisible();
    await app.main.getByRole("checkbox", { name: /^Opioids/ }).check();
    await expect(app.main.getByText(opioids.danger)).toBeVisible();
    await expect(app.main.getByText(withdrawal.lower_tolerance.danger)).toBeVisible();
    await app.main.getByRole("checkbox", { name: /not sure/ }).check();
    await expect(app.main.getByText(withdrawal.if_unsure)).toBeVisible();
    await app.main.getByRole("tab", { name: "A call sheet" }).click();
    await app.main.getByRole("tab", { name: "Is it safe to stop?" }).click();
    await expect(app.main.getByRole("checkbox", { name: /^GHB/ })).toBeChecked();
    await leavesNothing(page);
    await page.reload();
    await expect(app.main.getByRole("checkbox", { name: /^GHB/ })).not.toBeChecked();
  });
});

test.describe("the call sheet", () => {
  const sheet = (app) => app.main.locator(".call-sheet");

  test("has what fits what was ticked, with the sentence about stopping and lines", async ({ app, page }) => {
    await open(app, "A call sheet");
    await expect(sheet(app)).toContainText(withdrawal.one_line);
    await app.main.getByRole("radio", { name: "A doctor", exact: true }).focus();
    await page.keyboard.press("Space");
    await app.main.getByRole("radio", { name: "Medicaid" }).focus();
    await page.keyboard.press("Space");
    await expect(sheet(app).getByRole("heading", { level: 2 })).toContainText("A doctor");
    for (const warning of first.opening_warnings.filter((one) => one.for.includes("doctor"))) await expect(sheet(app)).toContainText(warning.text);
    await expect(sheet(app)).toContainText("I’d like to talk about my drinking.");
    await expect(sheet(app)).toContainText(first.payment.find(({ id }) => id === "medicaid").text);
    await expect(sheet(app)).not.toContainText(first.payment.find(({ id }) => id === "va").text);
    await expect(sheet(app).locator('a[href="tel:911"]')).toBeVisible();
    await leavesNothing(page);
  });

  test("is copied as text", async ({ app, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(app, "A call sheet");
    await app.main.getByRole("checkbox", { name: "Has a job" }).check();
    await app.main.getByRole("button", { name: "Copy as text" }).click();
    await expect(page.locator(".toast")).toContainText("Copied.");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(withdrawal.one_line);
    expect(text).toContain(`- Time off: FMLA: ${first.rights.find(({ id }) => id === "fmla").text}`);
    expect(text).toMatch(/\n911: 911\n/);
  });

  for (const language of ["en", "es"]) {
    test(`prints on one page with all that can be ticked, without the site around it (${language})`, async ({ app, page, site }) => {
      test.setTimeout(120_000);
      site.has([], { languages: [language] });
      await app.open("first-step");
      await app.main.getByRole("tab").nth(1).click();
      await expect(sheet(app)).toBeVisible();
      for (const box of await app.main.getByRole("checkbox").all()) await box.check();
      await expect(app.main.locator(".call-sheet .on-paper")).toContainText("911");
      for (const place of await app.main.locator('input[name="place"]').all()) {
        await place.check();
        for (const format of ["Letter", "A4"]) {
          const pdf = (await page.pdf({ format, margin: { top: "1cm", bottom: "1cm", left: "1cm", right: "1cm" } })).toString("latin1");
          expect.soft(pdf.match(/\/Type\s*\/Page\b/g)?.length, `${format}, ${await place.evaluate((one) => one.parentElement.textContent)}`).toBe(1);
        }
      }
      await page.emulateMedia({ media: "print" });
      await expect(page.locator("h1, .tabs, .choice, .fold, .lead, .print-foot, .top-actions, .foot, .btn").filter({ visible: true })).toHaveCount(0);
      await expect(sheet(app)).toBeVisible();
    });
  }
});

test.describe("a first meeting, gone through", () => {
  test("by keyboard, with choices or without, to the end", async ({ app, page }) => {
    await open(app, "A first meeting");
    await app.main.getByRole("radio", { name: "Online" }).focus();
    await page.keyboard.press("Space");
    const scenes = first.rehearsal.filter((scene) => scene.for.includes("online"));
    await expect(app.main.locator(".stepper-words")).toContainText(scenes[0].text);
    await app.main.getByRole("button", { name: scenes[0].choices[1].say }).focus();
    await page.keyboard.press("Enter");
    await expect(app.main.locator(".stepper-words")).toContainText(scenes[0].choices[1].then);
    for (const scene of scenes.slice(1)) {
      await app.main.locator(".stepper > .actions .primary").focus();
      await page.keyboard.press("Enter");
      await expect(app.main.locator(".stepper-words")).toBeFocused();
      await expect(app.main.locator(".stepper-words")).toContainText(scene.text);
      await expect(app.main.locator(".stepper-words [aria-pressed=true]")).toHaveCount(0);
      await expect(app.main.locator(".stepper-words [role=status]")).toHaveText("");
    }
    await app.main.getByRole("button", { name: "Done" }).click();
    await expect(app.main.getByRole("link", { name: "Find a meeting" })).toBeVisible();
    await leavesNothing(page);
  });
});

test.describe("a question to the organization", () => {
  test("what is missing is said in place, and the first of it has the focus", async ({ app, page, site }) => {
    site.has([], { contact: CONTACT });
    await open(app, "Ask us");
    await app.main.getByRole("button", { name: "Write the draft" }).click();
    await expect(app.main.getByText("Choose what it is about.")).toBeVisible();
    await expect(app.main.getByRole("radio", { name: "A meeting or a group" })).toBeFocused();
    await page.keyboard.press("Space");
    await expect(app.main.getByText("Choose what it is about.")).toHaveCount(0);
    await app.main.getByRole("button", { name: "Write the draft" }).press("Enter");
    const own = page.getByLabel("Your question (required)");
    await expect(own).toBeFocused();
    await expect(own).toHaveAttribute("aria-invalid", "true");
    await expect(own).toHaveAccessibleDescription(/Write what you would like to ask/);
    await expect(page.getByLabel("Your draft")).toHaveCount(0);
  });

  test("a draft is changed, goes to the person’s own app, and survives another tab", async ({ app, page, site }) => {
    site.has([], { contact: CONTACT });
    await open(app, "Ask us");
    await app.main.getByRole("radio", { name: "How to begin" }).check();
    await page.getByLabel("Your question (required)").fill("Is 7 + 3 & “more” fine?");
    await page.getByLabel("Your name (optional)").fill("Pat");
    await app.main.getByRole("button", { name: "Write the draft" }).click();
    const draft = page.getByLabel("Your draft");
    await expect(draft).toBeFocused();
    await expect(draft).toHaveValue("Hello,\n\nI would like to know how to begin.\n\nIs 7 + 3 & “more” fine?\n\nThank you.\nPat");
    await draft.fill("One\nTwo + 100% & ñ");
    const mail = app.main.getByRole("link", { name: /Open your mail app/ });
    await expect(mail).toHaveAttribute("href", "mailto:hello%2Bask@example.org?subject=A%20question&body=One%0D%0ATwo%20%2B%20100%25%20%26%20%C3%B1");
    await app.main.getByRole("radio", { name: "Text message" }).check();
    await expect(app.main.getByRole("link", { name: /Open your messages/ })).toHaveAttribute("href", "sms:+15550100100?&body=One%0D%0ATwo%20%2B%20100%25%20%26%20%C3%B1");
    await app.main.getByRole("radio", { name: /^Call/ }).check();
    await expect(app.main.getByRole("link", { name: /Call \+1 555/ })).toHaveAttribute("href", "tel:+15550100100");
    await expect(app.main.getByText(/leave traces on this device/)).toBeVisible();
    await app.main.getByRole("tab", { name: "A call sheet" }).click();
    await app.main.getByRole("tab", { name: "Ask us" }).click();
    await expect(draft).toHaveValue("One\nTwo + 100% & ñ");
    await app.main.getByRole("radio", { name: "Mail", exact: true }).check();
    await draft.fill("ñ".repeat(400));
    await expect(mail).toHaveCount(0);
    await expect(app.main.getByText(/too long to hand over/)).toBeVisible();
    await leavesNothing(page);
  });

  test("without a contact the page says so, and offers lines and places to search", async ({ app, site }) => {
    site.has([], { contact: { email: "nobody", phone: "call us" } });
    await open(app, "Ask us");
    await expect(app.main.getByText(/names no mail address or phone number/)).toBeVisible();
    await expect(app.main.locator('a[href="tel:911"]')).toBeVisible();
    await expect(app.main.getByRole("link", { name: "FindTreatment.gov" })).toBeVisible();
    await expect(app.main.getByRole("textbox")).toHaveCount(0);
  });
});

test("what the page had before is still to be reached", async ({ app, page }) => {
  await open(app);
  const words = {
    "Is it safe to stop?": ["Before anything else"],
    "A call sheet": ["What you can say", "What they may ask you", "What you can ask", "Signs of good care", "When to walk away", "What to bring", "Places to search"],
    "A first meeting": ["Your first meeting"],
    "Money and rights": ["Ways to pay", "Your rights", "What the law says", "Where to report", "Privacy on the web"],
  };
  for (const [tab, titles] of Object.entries(words)) {
    await app.main.getByRole("tab", { name: tab }).click();
    for (const title of titles) await expect(page.locator("summary").getByRole("heading", { name: title, exact: true }), title).toBeVisible();
  }
});
