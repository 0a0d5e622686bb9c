// Services beside meetings: by what a person needs, not by what kind of organization has it.

import { expect, test } from "../app.mjs";
import { meeting, only } from "./lists.mjs";

test.use({ timezoneId: "America/New_York", viewport: { width: 1280, height: 900 } });

const SERVICES = [
  { slug: "kitchen", name: "Open Table", service: "yes", services: "Hot meals, showers", cost: "Free", languages: "English, Español", admission: "Walk in", hours: "Mon-Sun 0:00-24:00" },
  { slug: "house", name: "Harbor House", service: "yes", description: "Sober living for women", cost: "$600 a month", languages: "English", phone: "555 010 0100" },
  { slug: "detox", name: "Elm Clinic", service: "yes", kind: "detox-facilities", languages: "Russian", hours: "Mon-Sun 0:00-24:00" },
];
const FEEDS = [...only([meeting("meeting")]), { src: "directory/services.json", id: "s", label: "County", rows: SERVICES }];

const box = (page, group, name) => page.getByRole("group", { name: group }).getByRole("checkbox", { name });

test("needs are offered with their counts, and narrow each other", async ({ app, page, site }) => {
  site.has(FEEDS);
  await app.find();
  await box(page, "What do you need?", /^Food/).check();
  expect(app.fragment()).toBe("need=food");
  await app.shows(["kitchen"]);
  await box(page, "What do you need?", /^A recovery home/).check();
  await app.matches(["kitchen", "house"], "any of what is needed");
  await box(page, "Easy to get", /^Free/).check();
  await app.shows(["kitchen"]);
  await expect(box(page, "Languages spoken", /^Russian/)).toHaveCount(0);
  await page.getByRole("button", { name: "Clear all" }).click();
  await app.matches(["kitchen", "house", "detox", "meeting"]);
  await box(page, "Languages spoken", /^Russian/).check();
  await app.shows(["detox"]);
  await expect(page.getByRole("button", { name: "Take back “Russian”" })).toBeVisible();
});

test("open now is by opening hours", async ({ app, site }) => {
  site.has(FEEDS);
  await app.find("open=now&need=food,detox,home");
  await app.matches(["kitchen", "detox"]);
});

test("where there are only meetings, no needs are asked", async ({ app, page, site }) => {
  site.has(only([meeting("a"), meeting("b", { day: 1 })]));
  await app.find();
  await expect(page.getByRole("group", { name: "Day" })).toBeVisible();
  await expect(page.getByRole("group", { name: "What do you need?" })).toHaveCount(0);
});
