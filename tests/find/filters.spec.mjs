// Each filter of `/find`, written into the address by hand, against a small list. Wednesday noon in New York.

import { expect, test } from "../app.mjs";
import { matchesEach, meeting, only } from "./lists.mjs";

test.use({ timezoneId: "America/New_York" });
test.beforeEach(({ page }) => page.clock.setFixedTime("2026-11-18T17:00:00Z"));

test("a day is found by its number, several by a list, today and tomorrow by the clock", async ({ app, site }) => {
  site.has(only([
    meeting("sun", { day: 0 }), meeting("wed", { day: 3 }), meeting("thu", { day: "4" }), meeting("both", { day: [0, 3] }),
    meeting("never", { day: 7 }), meeting("untimed", { day: 3, time: "later" }),
  ]));
  await matchesEach(app, [
    ["day=0", ["sun", "both"]],
    ["day=3", ["wed", "both", "untimed"]],
    ["day=0,4", ["sun", "both", "thu"]],
    ["day=%200%20,%204", ["sun", "both", "thu"], "parts are trimmed"],
    ["day=today", ["wed", "both", "untimed"]],
    ["day=tomorrow", ["thu"]],
    ["day=today,tomorrow", ["wed", "both", "untimed", "thu"]],
    ["day=9,4", ["thu"], "an unknown part is dropped"],
    ["day=9", ["sun", "wed", "thu", "both", "never", "untimed"], "a filter with no part left is ignored"],
    ["day=0&day=4", ["thu"], "the last of a repeated key counts"],
    ["DAY=0", ["sun", "wed", "thu", "both", "never", "untimed"], "keys are lower case"],
  ]);
});

test("parts of the day overlap, and noon is midday only", async ({ app, site }) => {
  const at = (time) => meeting(time.replace(":", ""), { time, end_time: undefined });
  site.has(only(["03:59", "04:00", "10:59", "11:00", "11:59", "12:00", "15:59", "16:00", "16:59", "17:00", "19:59", "20:00", "20:59", "21:00", "00:00", "04:59", "05:00"].map(at)));
  await matchesEach(app, [
    ["time=morning", ["0400", "0459", "0500", "1059", "1100", "1159"]],
    ["time=midday", ["1100", "1159", "1200", "1559", "1600", "1659"]],
    ["time=evening", ["1600", "1659", "1700", "1959", "2000", "2059"]],
    ["time=night", ["2000", "2059", "2100", "0000", "0359", "0400", "0459"]],
    ["time=morning,noon", ["0400", "0459", "0500", "1059", "1100", "1159"], "an unknown part is dropped"],
  ]);
});

test("day and time must hold for one and the same slot", async ({ app, site }) => {
  site.has(only([meeting("both", { day: [1, 2], time: "08:00" }), meeting("early", { day: 1, time: "08:00" }), meeting("late", { day: 1, time: "20:30" })]));
  await matchesEach(app, [
    ["day=1&time=morning", ["both", "early"]],
    ["day=2&time=morning", ["both"]],
    ["day=2&time=night", []],
  ]);
});

test("all types must hold, or any of them with any=1", async ({ app, site }) => {
  site.has(only([meeting("open", { types: ["O"] }), meeting("women", { types: ["W"] }), meeting("openwomen", { types: ["O", "W"] }), meeting("text", { types: "o, W" }), meeting("named", { types: ["Open"] })]));
  await matchesEach(app, [
    ["type=O", ["open", "openwomen", "text", "named"]],
    ["type=o", ["open", "openwomen", "text", "named"], "ignoring case"],
    ["type=O,W", ["openwomen", "text"]],
    ["type=O,W&any=1", ["open", "women", "openwomen", "text", "named"]],
    ["type=O,W&any=0", ["openwomen", "text"], "only 1 counts"],
    ["type=O,W&any=true", ["openwomen", "text"], "only 1 counts"],
    ["type=O,NOSUCH", ["open", "openwomen", "text", "named"], "a type that no listing has is dropped"],
  ]);
});

test("a code can be asked of one program", async ({ app, site }) => {
  site.has([
    ...only([meeting("a", { types: ["O", "ODD:1"] })]),
    { src: "directory/na.json", id: "na", program: "na", label: "NA", rows: [meeting("n", { types: ["O"] })] },
  ]);
  await matchesEach(app, [
    ["type=O", ["a", "n"]],
    ["type=na:O", ["n"]],
    ["type=aa:O", ["a"]],
    ["type=ODD%3A1", ["a"], "a colon splits only after a program’s key"],
    ["program=na", ["n"]],
    ["program=aa,na", ["a", "n"]],
    ["program=smart", ["a", "n"], "a program that no listing has is unknown"],
  ]);
});

test("in person and online include hybrid", async ({ app, site }) => {
  const joined = { conference_url: "https://zoom.us/j/1234567890" };
  site.has(only([
    meeting("room"), meeting("both", joined), meeting("link", { ...joined, formatted_address: "Riverbend, NY, USA" }),
    meeting("dial", { types: ["TC"], conference_phone: "+1 555 010 0199" }), meeting("closed", { types: ["TC"] }),
  ]));
  await matchesEach(app, [
    ["attendance=in_person", ["room", "both"]],
    ["attendance=online", ["both", "link", "dial"]],
    ["attendance=hybrid", ["both"]],
    ["attendance=inactive", ["closed"]],
    ["attendance=hybrid,inactive", ["both", "closed"]],
  ]);
});

test("a region finds its children, whole names first, then paths", async ({ app, site }) => {
  site.has(only([
    meeting("north", { regions: ["Riverbend County", "North Side"] }),
    meeting("mill", { regions: ["Riverbend County", "North Side", "Old Mill"] }),
    meeting("cafe", { regions: ["Riverbend County", "Café Row"] }),
    meeting("other", { regions: ["Far County", "North Side"] }),
  ]));
  await matchesEach(app, [
    ["region=Riverbend%20County", ["north", "mill", "cafe"]],
    ["region=riverbend+county", ["north", "mill", "cafe"], "ignoring case, + is a space"],
    ["region=cafe%20row", ["cafe"], "ignoring accents"],
    ["region=North%20Side", ["north", "mill", "other"]],
    ["region=Riverbend%20County%20%3E%20North%20Side", ["north", "mill"]],
    ["region=Old%20Mill&region=Caf%C3%A9%20Row", ["mill", "cafe"], "several: the key is repeated"],
    ["region=Nowhere", ["north", "mill", "cafe", "other"], "a region that no listing has is unknown"],
    ["region=Nowhere&region=Old%20Mill", ["mill"]],
  ]);
});

test("a kind is the feed’s, or that of its program", async ({ app, site }) => {
  site.has([
    ...only([meeting("a")]),
    { src: "directory/detox.json", id: "detox", kind: "detox-facilities", label: "Detox", rows: [{ slug: "d", name: "Riverbend Detox", phone: "+1 555 010 0100" }] },
  ]);
  await matchesEach(app, [
    ["kind=detox-facilities", ["d"]],
    ["kind=no-such-kind", ["a", "d"]],
  ]);
});

test("on now: from the minute of the start to before the minute of the end", async ({ app, site }) => {
  const wed = (slug, time, end_time) => meeting(slug, { day: 3, time, end_time });
  site.has(only([wed("starts", "12:00", "13:00"), wed("ends", "11:00", "12:00"), wed("open", "11:01"), wed("hour", "11:00"), wed("soon", "13:00", "14:00"), wed("later", "13:01", "14:00"), wed("overnight", "11:30", "01:00")]));
  await matchesEach(app, [
    ["open=now", ["starts", "open", "overnight"]],
    ["open=soon", ["soon"]],
    ["open=now,soon", ["starts", "open", "overnight", "soon"]],
    ["open=now&day=4", [], "the slot on now is today’s"],
  ]);
});

test("what can’t be read is ignored, and the rest holds", async ({ app, site }) => {
  site.has(only([meeting("sun", { day: 0 }), meeting("mon", { day: 1 })]));
  await matchesEach(app, [
    ["day=1&nonsense&=&q=&color=red&time=%E0%A4%A", ["mon"]],
    ["day=%30", ["sun"], "values are percent-decoded"],
    ["&&&", ["sun", "mon"]],
    ["within=5", ["sun", "mon"], "a distance without a place is ignored"],
  ]);
  await expect(app.heading).toHaveText("Find support");
});

test.describe("where there is room", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test("the filters stand beside the results, with nothing to open", async ({ app, page, site }) => {
    site.has(only([meeting("one", { day: 0 }), meeting("two", { day: 1 })]));
    await app.find();
    await expect(page.getByRole("checkbox", { name: /^Sunday/ })).toBeVisible();
    await expect(page.locator("summary").filter({ hasText: "Filters" })).toBeHidden();
  });

  test("types stand under their program, sorted by name, where there are several", async ({ app, page, site }) => {
    site.has([
      ...only([meeting("a", { types: ["W", "O"] }), meeting("b", { types: ["O"] })]),
      { src: "directory/na.json", id: "na", program: "na", label: "NA", rows: [meeting("n", { types: ["O"] })] },
    ]);
    await app.find();
    const types = page.getByRole("group", { name: "Type", exact: true });
    await expect(types.getByRole("group", { name: "AA", exact: true }).getByRole("checkbox")).toHaveCount(2);
    await expect(types.getByRole("group", { name: "AA", exact: true })).toContainText(/Open2.*Women1/);
    await types.getByRole("group", { name: "NA", exact: true }).getByRole("checkbox", { name: /^Open/ }).check();
    await app.matches(["n"]);
  });

  test("types of one program need no heading", async ({ app, page, site }) => {
    site.has(only([meeting("a", { types: ["W", "O"] })]));
    await app.find();
    const types = page.getByRole("group", { name: "Type", exact: true });
    await expect(types.getByRole("checkbox")).toHaveCount(2);
    await expect(types.getByRole("group")).toHaveCount(0);
  });
});
