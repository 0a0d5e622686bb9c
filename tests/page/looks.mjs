// The looks of a page: how wide it is, and in which colors. A page that is open changes its look without loading anew.

export const WIDTHS = [320, 390, 1280];

const COLORS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "dark", forcedColors: "active" },
};

/** All nine. */
export const LOOKS = WIDTHS.flatMap((width) => Object.keys(COLORS).map((colors) => ({ width, colors })));

/** Three of the nine, so that each width and all colors are among them; another three for another place in a list. */
export function someLooks(place) {
  const colors = Object.keys(COLORS);
  return WIDTHS.map((width, at) => ({ width, colors: colors[(at + place) % colors.length] }));
}

/** Gives the page a look. It is as high as what it holds, so that no bar covers what could be scrolled to. */
export async function wear(page, { width, colors }) {
  await page.emulateMedia(COLORS[colors]);
  await page.setViewportSize({ width, height: 800 });
  const height = await page.evaluate(() => document.scrollingElement.scrollHeight);
  await page.setViewportSize({ width, height });
  // Colors that are on their way from the last look have arrived.
  await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
}
