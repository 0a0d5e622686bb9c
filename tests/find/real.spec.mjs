// Real lists, as their publishers write them. `ALONGSIDE_FEEDS` names the folder that has them.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../app.mjs";

const FOLDER = process.env.ALONGSIDE_FEEDS ?? "";
const LISTS = [
  { id: "philadelphia", program: "aa", listings: 2098 },
  { id: "al-anon", program: "al-anon", listings: 360 },
  { id: "northwest-texas", program: "na", listings: 613 },
];
const file = (id) => join(FOLDER, `meeting-guide-${id}.json`);
const feed = ({ id, program }) => ({ src: `directory/${id}.json`, id, program, label: id, text: readFileSync(file(id), "utf8") });

test.beforeEach(() => test.skip(!FOLDER || !LISTS.every(({ id }) => existsSync(file(id))), "ALONGSIDE_FEEDS names no folder with the real lists"));

for (const list of LISTS) {
  test(`${list.id} has ${list.listings} listings`, async ({ app, site }) => {
    site.has([feed(list)]);
    await app.find();
    await expect(app.found).toHaveAttribute("data-total", String(list.listings));
  });
}

test("together they have 3,071", async ({ app, page, site }) => {
  site.has(LISTS.map(feed));
  await app.find();
  await expect(app.found).toHaveAttribute("data-total", "3071");
  await expect(page.getByRole("status").filter({ hasText: "3,071" })).toBeVisible();
});

test.describe("for a visitor in the same zone", () => {
  test.use({ timezoneId: "America/New_York" });

  test("every row of a day is found by it, and no other", async ({ app, site }) => {
    site.has([{ ...feed(LISTS[0]), timezone: "America/New_York" }]);
    const rows = JSON.parse(readFileSync(file("philadelphia"), "utf8"));
    await app.find();
    for (let day = 0; day < 7; day += 1) {
      const expected = rows.filter((row) => String(row.day) === String(day)).length;
      await app.edit(`day=${day}`);
      await expect(app.found, `day ${day}`).toHaveAttribute("data-total", String(expected));
    }
  });
});
