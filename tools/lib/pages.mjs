// The pages of the site and the words that each shows before the app is up, as keys of `src/i18n/en.json`.
// `file` is the page's address (the home page is `index`), `section` the part of the navigation that it belongs to.

export const PAGES = [
  page("index", "index", "home.title", "static.index.lead"),
  page("find", "find", "find.title", "static.find.lead"),
  page("listing", "find", "listing.title", "static.listing.lead"),
  page("support", null, "support.title", "support.lead"),
  page("kind", null, "static.kind.heading", "static.kind.lead"),
  page("cope", "cope", "cope.title", "cope.lead"),
  page("cope-now", "cope", "cope_now.title", "static.cope_now.lead"),
  page("skill", "cope", "static.skill.heading", "static.skill.lead"),
  page("plan", "goals", "plan.title", "static.plan.lead"),
  page("goals", "goals", "goals.title", "goals.lead"),
  page("goal", "goals", "static.goal.heading", "static.goal.lead"),
  page("goal-new", "goals", "goal_new.title", "goal_new.lead"),
  page("check-in", "goals", "check_in.title", "static.check_in.lead"),
  page("learn", null, "learn.title", "learn.lead"),
  page("first-step", null, "first.title", "static.first_step.lead"),
  page("saved", "find", "saved.title", "static.saved.lead"),
  page("help-now", null, "help.title", "help.lead"),
  page("card", null, "card.title", "static.card.lead"),
  page("settings", null, "settings.title", "static.settings.lead"),
  // All parts of the interface: in a development build alone.
  ...(process.env.ALONGSIDE_PARTS ? [page("parts", null, "static.parts.heading", "static.parts.lead")] : []),
];

function page(file, section, heading, lead) {
  return { file, section, heading, lead };
}

/** Which pages come with which chunk of the app, as in `chunk_of` of `src/pages/mod.rs`; the others need none. */
export const CHUNKS = {
  find: ["find"],
  listing: ["listing"],
  saved: ["saved"],
  cope: ["cope", "cope-now", "skill", "plan"],
  goals: ["goals", "goal", "goal-new", "check-in", "card"],
  reading: ["support", "kind", "first-step", "parts"],
  learn: ["learn"],
  settings: ["settings"],
};

/** The navigation of the frame: address, word, symbol in `icons.svg`. */
export const SECTIONS = [
  { file: "index", word: "nav.home", icon: "home" },
  { file: "find", word: "nav.find", icon: "find" },
  { file: "cope", word: "nav.cope", icon: "wave" },
  { file: "goals", word: "nav.goals", icon: "sprout" },
];
