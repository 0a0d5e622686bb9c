// The pages of the site and the words that each shows before the app is up.
// `file` is the page's address (the home page is `index`), `section` the part of the navigation that it belongs to.

export const PAGES = [
  page("index", "index", "", "You don’t have to do this alone.", "Find peer support, get through a hard moment, or keep track of your goals in private."),
  page("find", "find", "Find support", "Find support", "Meetings and services, near you and online."),
  page("listing", "find", "Listing", "A meeting or service", "When it happens, where it is, and how to join."),
  page("support", null, "Kinds of support", "Kinds of support", "What each kind of peer support is, and who it is for."),
  page("kind", null, "A kind of support", "A kind of support", "What it is, what it costs, and what to expect the first time."),
  page("cope", "cope", "Coping skills", "Coping skills", "Small things that can help right now, one step at a time."),
  page("cope-now", "cope", "Get through this moment", "Get through this moment", "Three taps to one thing you can try now."),
  page("skill", "cope", "A coping skill", "A coping skill", "One skill, one step at a time."),
  page("plan", "goals", "My plan", "My plan", "Your own plan for hard days, kept on this device only."),
  page("goals", "goals", "My goals", "My goals", "Goals you set for yourself, kept on this device only."),
  page("goal", "goals", "A goal", "A goal", "One goal and its days, kept on this device only."),
  page("goal-new", "goals", "New goal", "New goal", "Choose something small to keep track of."),
  page("check-in", "goals", "Check in", "Check in", "How today went, one tap for each goal."),
  page("learn", null, "Why peer support helps", "Why peer support helps", "What studies found, and what they did not."),
  page("first-step", null, "First steps", "First steps", "What to know before you stop, and how to ask for help."),
  page("saved", "find", "My list", "My list", "Meetings and services you saved on this device."),
  page("help-now", null, "Help now", "Help now", "Call or text someone now. If your life is in danger, call the emergency number."),
  page("card", null, "A card from a peer", "A card from a peer", "A meeting, service or skill that someone shared with you."),
  page("settings", null, "Settings", "Settings", "Privacy, language, what is kept on this device, and how to erase it."),
  // All parts of the interface: in a development build alone.
  ...(process.env.ALONGSIDE_PARTS ? [page("parts", null, "Parts", "Parts", "Each part of the interface, in each state.")] : []),
];

function page(file, section, title, heading, lead) {
  return { file, section, title, heading, lead };
}

/** The navigation of the frame: address, word, symbol in `icons.svg`. */
export const SECTIONS = [
  { file: "index", word: "Home", icon: "home" },
  { file: "find", word: "Find", icon: "find" },
  { file: "cope", word: "Cope", icon: "wave" },
  { file: "goals", word: "Goals", icon: "sprout" },
];

export const DESCRIPTION =
  "Peer support, coping skills and private goals for people in recovery. No account. Nothing leaves your device.";
