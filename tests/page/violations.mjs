// What axe finds on a page, by the rules of WCAG 2.2 up to AA.

import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds, each by rule and place. */
export async function violations(page) {
  await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    // In forced colors they are the person's own, and axe reads some as they were before.
    const isForced = matchMedia("(forced-colors: active)").matches;
    const options = { runOnly: rules, resultTypes: ["violations"], rules: { "color-contrast": { enabled: !isForced } } };
    const { violations } = await window.axe.run(document, options);
    const why = (summary) => summary.split("\n")[1]?.trim();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${why(failureSummary)}`));
  }, RULES);
}
