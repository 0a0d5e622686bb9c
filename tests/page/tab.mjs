// Going through a page with Tab alone, and what is noticed on the way.

/** How often Tab is pressed before a page counts as a trap. */
const MOST = 400;

/**
 * Presses Tab (or Shift+Tab) until the focus leaves the page. Gives how often, whether it left, and what was wrong with
 * what had the focus: no ring, or nothing of it to be seen.
 */
export async function tabThrough(page, key = "Tab") {
  await page.evaluate((key) => {
    window.reached = new Set();
    if (key !== "Tab") return; // Backwards it goes on from the end of the page.
    // From the start of the page, wherever a tap was before.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  }, key);
  const wrong = [];
  for (let presses = 1; presses <= MOST; presses += 1) {
    await page.keyboard.press(key);
    const found = await page.evaluate(lookAtFocus);
    if (found === null) return { presses, left: true, wrong };
    if (found) wrong.push(found);
  }
  return { presses: MOST, left: false, wrong };
}

/** In the page: null when nothing has the focus, else what is wrong with what has it. */
function lookAtFocus() {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  window.reached.add(focused);
  const called = () => `${focused.tagName.toLowerCase()} “${(focused.innerText || focused.getAttribute("aria-label") || focused.id).trim().slice(0, 40)}”`;
  // An input that is not seen itself lets what stands after it show the ring.
  const shows = [focused, focused.nextElementSibling, focused.closest("label")].some((element) => {
    const { outlineStyle, outlineWidth } = element ? getComputedStyle(element) : {};
    return outlineStyle && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  // The button within a field for a date or a time is the browser's own, and so is its ring.
  if (!shows && !["date", "time"].includes(focused.type)) return `no ring: ${called()}`;
  const { left, top, width, bottom } = focused.getBoundingClientRect();
  // Of what is taller than the screen, the part that is on it is looked at.
  const from = Math.max(top, 0);
  const height = Math.min(bottom, innerHeight) - from;
  const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
  const isSeen = shares.some((down) =>
    shares.some((along) => {
      const there = document.elementFromPoint(left + width * along, from + height * down);
      return there && (focused.contains(there) || there.closest("label")?.contains(focused));
    }),
  );
  return isSeen ? "" : `covered: ${called()} from ${Math.round(top)} to ${Math.round(bottom)}`;
}

/** What Tab should have reached since the last way through, and did not. */
export function missed(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
    const isOpen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) && !element.disabled;
    // One of several radio buttons stands for all of them, as does one of several tabs.
    const stands = (element) => element.getAttribute("tabindex") !== "-1" && !(element.type === "radio" && [...window.reached].some((other) => other.name === element.name));
    return all.filter((element) => isOpen(element) && stands(element) && !window.reached.has(element)).map((element) => element.outerHTML.slice(0, 120));
  });
}
