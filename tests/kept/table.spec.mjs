// Goals and days as a table: what is kept is in it, and no cell is run.

import { readFile } from "node:fs/promises";
import { expect, test } from "../app.mjs";
import { setGoal, today } from "../goals/keep.mjs";

test("the table has each goal and its days, and a name that a spreadsheet would run is only text", async ({ app, page }) => {
  await page.clock.setFixedTime("2026-11-20T15:00:00Z");
  await setGoal(app, { name: "=1+1", since: "2026-11-01" });
  await today(app, "Done").click();
  await setGoal(app, { name: "Ñandú", sort: "since", since: "2026-11-10" });
  await app.open("settings");
  await app.main.getByText("No file came? Other ways").click();
  const [file] = await Promise.all([page.waitForEvent("download"), app.main.getByRole("button", { name: "Save a table" }).click()]);
  expect(file.suggestedFilename()).toBe("notes-2026-11-20.csv");
  expect((await readFile(await file.path(), "utf8")).split("\r\n").slice(1)).toEqual([
    `"'=1+1","do","2026-11-01","","2026-11-20","done","","",""`,
    `"Ñandú","time since","2026-11-10","","","","","",""`,
    "",
  ]);
});
