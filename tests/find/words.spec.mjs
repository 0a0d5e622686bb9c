// What a visitor types: terms, phrases, alternatives, folding, and what is searched at all.

import { test } from "../app.mjs";
import { matchesEach, meeting, only } from "./lists.mjs";

const q = (words) => `q=${encodeURIComponent(words)}`;

test("every term occurs anywhere in a word, and a phrase within one field", async ({ app, site }) => {
  site.has(only([
    meeting("step", { name: "Step Sisters", notes: "Ring the bell" }),
    meeting("bell", { name: "Bell Tower Group", location: "Step House" }),
    meeting("plain", { name: "Noon" }),
  ]));
  await matchesEach(app, [
    [q("step"), ["step", "bell"]],
    [q("ister"), ["step"]],
    [q("step bell"), ["step", "bell"]],
    [q('"group step"'), [], "a phrase doesn’t run from one field into the next"],
    [q("ring bell"), ["step"]],
    [q("nothing like it"), []],
    ["q=", ["step", "bell", "plain"]],
  ]);
});

test("quotes keep a phrase, | and OR mean either", async ({ app, site }) => {
  site.has(only([
    meeting("one", { name: "Living Sober Group" }), meeting("two", { name: "Sober Living House" }), meeting("three", { name: "Candlelight" }),
  ]));
  await matchesEach(app, [
    [q('"living sober"'), ["one"]],
    [q("“living sober”"), ["one"], "curly quotes"],
    [q('"sober living'), ["two"], "an unclosed phrase runs to the end"],
    [q("candle | house"), ["two", "three"]],
    [q("candle OR house"), ["two", "three"]],
    [q("candle or house"), [], "only capitals divide"],
    [q("| candle |"), ["three"], "empty groups are dropped"],
    [q("can*dle\\light"), ["three"], "* and \\ are ignored"],
  ]);
});

test("letters are folded on both sides", async ({ app, site }) => {
  site.has(only([
    meeting("cafe", { name: "Café Straße" }), meeting("dash", { name: "Step–by–step" }), meeting("quote", { name: "St. Mark’s" }),
    meeting("lodz", { name: "ŁÓDŹ Ærø" }), meeting("wide", { name: "Ｗｉｄｅ\n\tOpen" }),
  ]));
  await matchesEach(app, [
    [q("cafe strasse"), ["cafe"]], [q("CAFÉ STRASSE"), ["cafe"]], [q("step-by-step"), ["dash"]],
    [q("mark's"), ["quote"]], [q("mark´s"), ["quote"]], [q("lodz aero"), ["lodz"]], [q('"wide open"'), ["wide"]],
  ]);
});

test("names of types and programs, regions and addresses are searched; codes, links and numbers are not", async ({ app, site }) => {
  site.has(only([
    meeting("women", { types: ["W"], name: "Tuesday" }),
    meeting("link", { conference_url: "https://zoom.us/j/5550199?pwd=secretword", conference_phone: "+1 555 010 0142" }),
    meeting("noted", { notes: "Join at https://meet.example.org/hall" }),
    meeting("deep", { regions: ["Riverbend County", "Quiet Harbor"], formatted_address: "7 Lighthouse Rd, Fern Ferry, NY 10001, USA" }),
  ]));
  await matchesEach(app, [
    [q("women"), ["women"]],
    [q("alcoholics anonymous"), ["women", "link", "noted", "deep"], "the full name of the program"],
    [q("quiet harbor"), ["deep"]],
    [q("lighthouse"), ["deep"]],
    [q("secretword"), []],
    [q("0142"), []],
    [q("meet.example.org"), ["noted"], "a link inside a note is part of the note"],
  ]);
});

test("a query is cut at 200 characters, and long notes are searched", async ({ app, site }) => {
  site.has(only([meeting("long", { name: "x".repeat(200), notes: `${"word ".repeat(390)}needle` }), meeting("short")]));
  await matchesEach(app, [
    [q("x".repeat(200) + "y"), ["long"]],
    [q("needle"), ["long"]],
  ]);
});
