// Serves the release for a test, and watches what the page asks for.

import { test as base, expect } from "@playwright/test";
import { serve } from "../../tools/serve.mjs";

export { expect };

/** `site`: the served release. `watched`: a page whose requests and policy violations are recorded. */
export const test = base.extend({
  subPath: ["/", { option: true }],
  site: async ({ subPath }, use) => {
    const site = await serve({ root: "dist", base: subPath });
    await use(site);
    await site.close();
  },
  watched: async ({ page, context }, use) => {
    const seen = { requests: [], violations: [] };
    page.on("request", (request) => seen.requests.push(request.url()));
    page.on("console", (message) => {
      if (/Content Security Policy|violates/i.test(message.text())) seen.violations.push(message.text());
    });
    await context.route("https://www.weather.gov/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }),
    );
    await use({ page, seen });
  },
});

/** Requests that left the page's own host. */
export function foreign(seen, site) {
  return seen.requests.filter((url) => !url.startsWith(new URL(site.url).origin) && !url.startsWith("data:"));
}
