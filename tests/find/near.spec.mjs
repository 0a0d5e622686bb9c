// Near a place: names and postcodes of the lists, or the device's position on a tap. Nobody is told.

import { expect, test } from "../app.mjs";
import { meeting, only } from "./lists.mjs";

test.use({ timezoneId: "America/New_York", locale: "en-US" });

const at = (slug, latitude, longitude, town, postcode, fields = {}) =>
  meeting(slug, { latitude, longitude, regions: [town], formatted_address: `1 Elm St, ${town}, NY ${postcode}, USA`, ...fields });
const LIST = only([
  at("home", 42.65, -73.75, "Alder Hollow", "12207", { day: 5 }),
  at("close", 42.66, -73.76, "Alder Hollow", "12208", { day: 3 }),
  at("far", 43.5, -73.75, "Fern Ferry", "12801", { day: 1 }),
  meeting("nowhere", { formatted_address: "2 Elm St, Quiet Harbor, NY 13000, USA", regions: ["Quiet Harbor"] }),
  meeting("online", { conference_url: "https://zoom.us/j/1", attendance_option: "online", formatted_address: undefined, regions: [] }),
]);

const wide = { viewport: { width: 1280, height: 900 } };
const place = (page) => page.getByLabel("Near a place");

test.describe("on a wide screen", () => {
  test.use(wide);

  test("a town is offered while it is typed, sorts by distance, and limits on request", async ({ app, page, site }) => {
    site.has(LIST);
    await app.find();
    await place(page).fill("ald");
    await expect(page.locator("#near-places option")).toHaveAttribute("value", "Alder Hollow");
    await place(page).fill("Alder Hollow");
    expect(app.fragment()).toBe("near=Alder Hollow");
    await expect.poll(() => app.ids()).toHaveLength(5);
    const ids = await app.ids();
    expect(ids.slice(0, 2).sort()).toEqual(["aa~close", "aa~home"]);
    expect(ids[2]).toBe("aa~far");
    await expect(page.locator('[data-listing="aa~far"]')).toContainText(/5\d\.\d mi · /);
    await expect(page.locator('[data-listing="aa~nowhere"]')).not.toContainText(" mi ·");
    await expect(page.getByText("5 results, nearest first")).toBeVisible();
    await page.getByLabel("How far").selectOption("10");
    await app.matches(["home", "close", "online"], "online meetings don’t vanish");
    expect((await app.ids()).at(-1)).toBe("aa~online");
    await page.getByRole("button", { name: "Soonest first" }).click();
    expect(app.fragment()).toContain("sort=time");
    await page.getByRole("button", { name: /Take back.*Alder Hollow/ }).click();
    expect(app.fragment()).toBe("");
    await app.matches(["home", "close", "far", "nowhere", "online"]);
  });

  test("a postcode works, by keyboard alone", async ({ app, page, site }) => {
    site.has(LIST);
    await app.find();
    await place(page).focus();
    await page.keyboard.type("12801");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await app.ids())[0]).toBe("aa~far");
    await page.goBack();
    await expect(place(page)).toHaveValue("");
  });

  test("a place of no list says so, and what is shown instead", async ({ app, page, site }) => {
    site.has(LIST);
    await app.find("near=Atlantis");
    await app.matches(["home", "close", "far", "nowhere", "online"]);
    await expect(page.getByRole("status").filter({ hasText: "“Atlantis” is no place in these lists. All results are shown." })).toBeVisible();
    await app.edit("near=Atlantis&within=5");
    await app.matches(["online"]);
    await expect(page.getByRole("status").filter({ hasText: "Only what you can join from anywhere is shown." })).toBeVisible();
    await app.edit("near=Atlantis&within=x");
    await app.matches(["home", "close", "far", "nowhere", "online"], "a broken distance is none");
  });

  test("kilometers where the site says so", async ({ app, page, site }) => {
    site.has(LIST, { distance: "km" });
    await app.find("near=Alder Hollow");
    await expect(page.locator('[data-listing="aa~far"]')).toContainText(/9\d\.\d km · /);
  });
});

test.describe("the device’s position", () => {
  test("is asked for on a tap alone, and is in no address, no storage and no request", async ({ app, context, page, site }) => {
    await context.grantPermissions(["geolocation"]);
    await context.setGeolocation({ latitude: 42.6512345, longitude: -73.7512345 });
    await page.addInitScript(() => {
      const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
      window.asked = 0;
      navigator.geolocation.getCurrentPosition = (...all) => ((window.asked += 1), ask(...all));
    });
    const requests = [];
    page.on("request", (request) => requests.push(request.url() + (request.postData() ?? "")));
    site.has(LIST);
    await app.find();
    expect(await page.evaluate(() => window.asked)).toBe(0);
    await page.getByRole("button", { name: "Near me" }).click();
    await expect.poll(async () => (await app.ids()).slice(0, 3)).toEqual(["aa~home", "aa~close", "aa~far"]);
    expect(app.fragment()).toBe("near=me");
    await expect(page.getByRole("button", { name: "Near me", exact: true })).toHaveAttribute("aria-pressed", "true");
    expect(requests.filter((text) => /42\.6|73\.7/.test(text))).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, history.state]))).not.toMatch(/42\.6/);
    await page.reload();
    await app.settled();
    await expect(page.getByRole("status").filter({ hasText: "We don’t know where you are." })).toBeVisible();
  });

  for (const [code, words] of [[1, "This browser didn’t tell us where you are."], [2, "This device can’t tell where it is right now."], [3, "took too long"]]) {
    test(`that can’t be had is said by its cause (${code}), and what to do`, async ({ app, page, site }) => {
      await page.addInitScript((code) => (navigator.geolocation.getCurrentPosition = (_, fail) => setTimeout(() => fail({ code }))), code);
      site.has(LIST);
      await app.find();
      await page.getByRole("button", { name: "Near me" }).click();
      await expect(page.getByRole("status").filter({ hasText: words })).toContainText("town or postcode");
      expect(app.fragment()).toBe("");
      await app.matches(["home", "close", "far", "nowhere", "online"]);
    });
  }
});
