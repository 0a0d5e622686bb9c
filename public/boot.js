// Starts the app, and keeps three promises whatever becomes of it: "Leave this page" leaves, the help lines stay,
// and a failure is said in words. It stores nothing.

const root = document.documentElement;
const tag = document.querySelector("script[data-wasm]");
const base = new URL("./", import.meta.url);
const fromPage = (address) => new URL(address, document.baseURI).href;

// --- Leaving -------------------------------------------------------------------------------------------------
// The screen goes blank in the same task as the tap. Then the history of this visit is emptied as far as a page
// can do that: go to the visit's first entry, drop what lies after it, and put the other site in its place. So
// neither Back nor Forward shows what was read. Without the Navigation API only the current entry is replaced.

// How long the way to the first entry may take before the current one is replaced instead.
const PATIENCE_HERE = 100;
const PATIENCE_ELSEWHERE = 500;

const pages = new Set(tag.dataset.pages.split(" "));
let leaving = false;

function leaveTo() {
  const address = document.querySelector("a[data-action=leave]")?.href ?? "";
  return /^https?:\/\//.test(address) ? address : "https://www.weather.gov/";
}

function blank() {
  leaving = true;
  root.style.setProperty("display", "none", "important");
  document.title = "\u200b";
  document.body.replaceChildren();
}

async function leave() {
  if (leaving) return;
  const away = leaveTo();
  blank();
  const first = firstOfVisit();
  if (!first || first === navigation.currentEntry) return replaceFirst(away);
  const late = setTimeout(() => location.replace(away), first.sameDocument ? PATIENCE_HERE : PATIENCE_ELSEWHERE);
  // If the first entry is another document, this tells it what is under way (see `arrivedToLeave`).
  navigation.updateCurrentEntry({ state: { leaving: away } });
  await traverse(first);
  clearTimeout(late);
  replaceFirst(away);
}

/** The earliest entry from which only pages of this site, each with this script, led here. Browsers tell a page the
 * addresses of its other entries only if its referrer policy is not `no-referrer`: ours is `same-origin`. */
function firstOfVisit() {
  const entries = window.navigation?.entries() ?? [];
  let at = window.navigation?.currentEntry?.index ?? 0;
  while (at > 0 && isOurs(entries[at - 1].url)) at -= 1;
  return entries[at];
}

function isOurs(address) {
  const { pathname } = new URL(address ?? "about:blank");
  return pathname.startsWith(base.pathname) && pages.has(pathname.slice(base.pathname.length).replace(/\/$|\.html$/, ""));
}

/** From the visit's first entry: a new entry cuts off all later ones, and what remains ahead is the home page. */
async function replaceFirst(away) {
  const here = window.navigation?.currentEntry;
  if (here && navigation.entries().length > here.index + 1) {
    history.pushState(null, "", base);
    await traverse(here);
  }
  location.replace(away);
}

function traverse(entry) {
  return navigation.traverseTo(entry.key).finished.catch(() => {});
}

/** Goes on with leaving if a later page of this visit began it. The browser's own history carries the message: a
 * page that comes back from the back/forward cache keeps everything else as it was. */
function arrivedToLeave() {
  const away = window.navigation?.entries().map((entry) => entry.getState()?.leaving).find(Boolean);
  if (!away) return false;
  blank();
  replaceFirst(away);
  return true;
}

addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-action=leave]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  leave();
}, true);

// Nothing of the app may answer while the history is walked.
for (const type of ["popstate", "hashchange", "beforeunload"]) {
  addEventListener(type, (event) => leaving && event.stopImmediatePropagation(), true);
}

// A page that is put away is put away unseen, so that it can't flash up if leaving brings it back for a moment.
addEventListener("pagehide", () => root.style.setProperty("visibility", "hidden", "important"));

addEventListener("pageshow", (event) => {
  if (!event.persisted || arrivedToLeave()) return;
  if (leaving) location.replace(base);
  else root.style.removeProperty("visibility");
});

// --- Leaving by keyboard: Shift three times -----------------------------------------------------------------
// Counted at key up, so that capitals and Shift+Tab never count; a key that is held down and repeats doesn't.

const GAP = 5000;
const status = document.getElementById("leave-status");
let presses = 0;
let lastPress = 0;
let alone = false;

function startOver() {
  if (presses > 0) status.textContent = "";
  presses = 0;
  alone = false;
}

addEventListener("keydown", (event) => {
  if (event.key !== "Shift") return startOver();
  alone = !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey;
}, true);

addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || !alone) return;
  alone = false;
  const now = performance.now();
  presses = now - lastPress <= GAP ? presses + 1 : 1;
  lastPress = now;
  const { twoLeft, oneLeft, leaving: going } = status.dataset;
  status.textContent = [twoLeft, oneLeft, going][presses - 1];
  if (presses === 3) leave();
}, true);

// Shift held for a click or while another window takes over is not a press of Shift alone.
for (const type of ["pointerdown", "blur"]) addEventListener(type, () => (alone = false), true);

// --- Addresses of the head: relative to this page now, and browsers read them again after each navigation -----

for (const link of document.querySelectorAll("link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]")) {
  link.setAttribute("href", link.href);
}

// --- The skip link moves focus by script: the part after # belongs to what a person chose ---------------------

addEventListener("click", (event) => {
  if (event.defaultPrevented || !event.target.closest?.("a.skip")) return;
  event.preventDefault();
  const main = document.querySelector("main");
  main.tabIndex = -1;
  main.focus();
});

// --- Trouble ------------------------------------------------------------------------------------------------

const trouble = document.getElementById("trouble");
// In each language of the site.
const help = [...document.querySelectorAll("[data-help]")].map((lines) => lines.cloneNode(true));

function say(sentence) {
  if (leaving || !trouble.hidden) return;
  trouble.textContent = sentence;
  trouble.hidden = false;
  if (document.getElementById("static")) return;
  const lines = help.find(({ lang }) => lang === root.lang) ?? help[0];
  const aside = document.createElement("aside");
  aside.className = "page";
  aside.setAttribute("aria-labelledby", lines.getAttribute("aria-labelledby"));
  aside.append(lines);
  trouble.after(aside);
  scrollTo(0, 0);
}

/** For the app's panic hook: the app has stopped. */
window.alongsideTrouble = () => say(trouble.dataset.stopped);

addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) window.alongsideTrouble();
});

// --- Language -----------------------------------------------------------------------------------------------
// Which language is shown is the app's own rule (src/site.rs). Here the same is only guessed, so that its words come
// beside the wasm rather than after it, and stand on the page before the app as soon as they are here.

const early = {};

function askEarly(path, options) {
  early[path] = fetch(new URL(path, base), options);
  // Whoever takes it hears of a failure; here it is only kept from being a fault of the page.
  early[path].catch(() => {});
  return early[path].then((answer) => answer.clone().json());
}

/** For the app: what was asked for already, once. */
window.alongsideEarly = (path) => {
  const answer = early[path];
  delete early[path];
  return answer;
};

async function guessLanguage() {
  const site = await askEarly("site.json", { cache: "no-cache" });
  const primary = (tag) => String(tag).toLowerCase().split("-")[0];
  const files = new Map(tag.dataset.strings.split(" ").map((file) => [primary(file), file]));
  const known = [site.languages ?? []].flat().map(primary).filter((code) => code === "en" || files.has(code));
  const wanted = [chosenLanguage(), ...navigator.languages.map(primary), known[0]];
  const file = files.get(wanted.find((code) => known.includes(code)));
  if (file) speak(primary(file), await askEarly(`strings/${file}.json`));
}

function chosenLanguage() {
  try {
    return JSON.parse(localStorage.getItem("alongside:settings")).d.language;
  } catch {
    return undefined;
  }
}

/** Puts the words of a language on the page before the app, its help lines first. It is a new page that takes the
 * place of the old one, so that nothing on it shifts. */
function speak(code, { dir, page }) {
  const before = document.getElementById("static");
  if (!before || leaving) return;
  Object.assign(root, { lang: code, dir });
  const sentence = page["trouble.not_started"] ?? trouble.dataset.notStarted;
  if (trouble.textContent === trouble.dataset.notStarted) trouble.textContent = sentence;
  trouble.dataset.notStarted = sentence;
  const after = before.cloneNode(true);
  for (const element of after.querySelectorAll("[data-t]")) element.textContent = page[element.dataset.t] ?? element.textContent;
  for (const element of after.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", page[element.dataset.label] ?? element.getAttribute("aria-label"));
  }
  const lines = after.querySelector(`[data-help][lang="${code}"]`);
  if (lines) after.querySelector("[data-help]").before(lines);
  before.replaceWith(after);
}

// --- Starting -----------------------------------------------------------------------------------------------

/** The static page goes in the same task in which the app shows a heading, so it is never seen beside it. */
function dropStaticOnceShown() {
  const app = document.getElementById("app");
  const observer = new MutationObserver(() => {
    if (!app.querySelector("h1")) return;
    observer.disconnect();
    document.getElementById("static")?.remove();
  });
  observer.observe(app, { childList: true, subtree: true });
}

async function start() {
  Object.assign(root.dataset, {
    base: base.pathname,
    worker: fromPage(tag.dataset.worker),
    content: tag.dataset.content,
    strings: tag.dataset.strings,
  });
  guessLanguage().catch(() => {});
  dropStaticOnceShown();
  try {
    const { default: init } = await import(fromPage(tag.dataset.js));
    await init({ module_or_path: fromPage(tag.dataset.wasm) });
  } catch (error) {
    console.error(error);
    say(trouble.dataset.notStarted);
  }
}

if (!arrivedToLeave()) start();
