// Where things stand on a page: functions that say what is too wide, cut off, too small, or in each other's way.

/** How far the page can be scrolled sideways. */
export const sideways = (page) => page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);

/** What holds more than it shows, and buttons whose words stick out. */
export function cutOff(page) {
  return page.evaluate(() => {
    const called = (element) => `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} “${element.textContent.trim().slice(0, 30)}”`;
    const isShown = (element) => element.checkVisibility({ contentVisibilityAuto: true }) && getComputedStyle(element).clipPath === "none";
    // What is written in a field of one line can be gone through there, as in every such field.
    const hides = (element) => !element.matches("input") && /hidden|clip/.test(getComputedStyle(element).overflow);
    const holdsMore = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
    // Text is only for those who don't see it, and the hill is a picture that may be cut.
    const all = [...document.querySelectorAll("body *")].filter((element) => !element.closest("svg, .sr, .scene, .pacer-disc") && isShown(element));
    const cut = all.filter((element) => hides(element) && holdsMore(element)).map((element) => `cut off: ${called(element)}`);
    const out = all.filter((element) => element.matches("button, .btn, .chip, .tag, [role=tab], .day, select, .tabbar a") && element.scrollWidth > element.clientWidth + 1);
    return [...cut, ...out.map((element) => `sticks out: ${called(element)}`)];
  });
}

/** Things to tap that cover each other, apart from the bars, which are meant to. */
export function overlaps(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(
      (element) => element.checkVisibility({ contentVisibilityAuto: true }) && !element.closest(".top, .tabbar, .toasts, .skip, dialog"),
    );
    const boxes = all.map((element) => ({ element, box: element.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.height > 1);
    const share = (a, b) => Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
    const found = [];
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        // A link within a text that breaks has a box around all its lines.
        if ([one, other].some(({ element }) => getComputedStyle(element).display === "inline")) continue;
        if (share(one.box, other.box) > 1) found.push([one, other].map(({ element }) => element.textContent.trim().slice(0, 25) || element.outerHTML.slice(0, 40)).join(" × "));
      }
    });
    return found;
  });
}

/** What can be tapped and is less than 24 pixels high or wide, apart from links within a text. */
export function tooSmall(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((element) => element.checkVisibility({ contentVisibilityAuto: true }) && !element.matches(".skip"));
    const isWithinText = (element) => {
      const block = element.closest("p, li, dd, td, span:not(.btn span)");
      return getComputedStyle(element).display === "inline" && block && block.textContent.trim().length > element.textContent.trim().length;
    };
    // A box with its words is one thing to tap.
    const box = (element) => (element.closest("label") ?? element).getBoundingClientRect();
    return all.filter((element) => !isWithinText(element) && (box(element).height < 24 || box(element).width < 24)).map((element) => `${Math.round(box(element).width)} × ${Math.round(box(element).height)}: ${element.outerHTML.slice(0, 90)}`);
  });
}
