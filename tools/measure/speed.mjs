// How fast `/find` answers: first rows, keystrokes, leaving while a list is read, memory.

const WORDS = ["serenity", "candlelight", "oak ave", "women", "newcomer"];

/** Opens a page on a slowed-down processor (1 is as it is). */
async function opened(browser, slow) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  if (slow > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: slow });
  return { context, page };
}

/** From the start of the navigation to the first frame that has a result, in milliseconds. */
export async function firstRows(browser, url, slow) {
  const { context, page } = await opened(browser, slow);
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector("[data-listing]")) {
        // The rows are there before this frame is painted: the next one begins when it has been.
        requestAnimationFrame(() => (window.firstRowsAt = performance.now()));
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${url}find`);
  const at = await page.waitForFunction(() => window.firstRowsAt, null, { timeout: 120_000 });
  const time = await at.jsonValue();
  await context.close();
  return time;
}

/** From each keydown to the frame that shows the answer to the whole text, in milliseconds. */
export async function keystrokes(browser, url, slow) {
  const { context, page } = await opened(browser, slow);
  await page.goto(`${url}find`);
  await page.waitForSelector("[data-total]", { timeout: 120_000 });
  await page.waitForTimeout(1500); // The choices are counted once after the first answer; that is not a keystroke.
  await watch(page, "input[type=search]", () => {
    const typed = document.querySelector("input[type=search]").value;
    const asked = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    const busy = document.querySelector("[data-total]")?.getAttribute("aria-busy");
    return asked === typed && busy !== "true";
  });
  const times = [];
  for (const word of WORDS) {
    await page.fill("input[type=search]", "");
    await page.waitForFunction(() => document.querySelector("[data-total]")?.getAttribute("aria-busy") !== "true");
    times.push(...(await type(page, word)));
  }
  await context.close();
  return times;
}

/** What the same browser needs for a letter in a text field of an empty page: to be taken off. */
export async function emptyField(browser, slow) {
  const { context, page } = await opened(browser, slow);
  await page.setContent("<input type=search>");
  await watch(page, "input[type=search]", () => true);
  const times = [];
  for (const word of WORDS) times.push(...(await type(page, word)));
  await context.close();
  return times;
}

async function watch(page, field, isSettled) {
  await page.evaluate(
    ([field, isSettled]) => {
      const settled = new Function(`return (${isSettled})()`);
      window.settledAfter = [];
      document.querySelector(field).addEventListener("keydown", () => {
        const start = performance.now();
        const look = () => {
          if (!settled()) return requestAnimationFrame(look);
          // A message that is sent in a frame arrives after that frame is painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.settledAfter.push(performance.now() - start);
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      });
    },
    [field, isSettled.toString()],
  );
}

async function type(page, word) {
  await page.focus("input[type=search]");
  const before = await page.evaluate(() => window.settledAfter.length);
  for (let letter = 0; letter < word.length; letter += 1) {
    await page.keyboard.press(word[letter] === " " ? "Space" : word[letter]);
    await page.waitForFunction((count) => window.settledAfter.length >= count, before + letter + 1);
  }
  return page.evaluate((from) => window.settledAfter.slice(from), before);
}

const COMBINED = ["day=2&type=O,W&q=oak%20hope", "day=5&type=C,BE&q=sunrise%20library", "day=0&type=D,LIT&q=serenity%20club"];

/** From a choice of a day, two types and two words at once to the frame that shows its answer, in milliseconds. */
export async function combined(browser, url, slow) {
  const { context, page } = await opened(browser, slow);
  await page.goto(`${url}find`);
  await page.waitForSelector("[data-total]", { timeout: 120_000 });
  const totals = {};
  for (const fragment of ["", ...COMBINED]) totals[fragment] = await page.evaluate(settledTotal, fragment);
  const times = [];
  for (const fragment of [...COMBINED, ...COMBINED]) {
    await page.evaluate(settledTotal, "");
    times.push(await page.evaluate(chosen, [fragment, totals[fragment]]));
  }
  await context.close();
  return times;
}

/** In the page: goes to a fragment, waits until nothing changes any more, and gives its total. */
function settledTotal(fragment) {
  location.hash = fragment;
  return new Promise((resolve) => setTimeout(() => resolve(document.querySelector("[data-total]").dataset.total), 1_500));
}

/** In the page: goes to a fragment; gives the milliseconds to the frame that shows its total. */
function chosen([fragment, total]) {
  return new Promise((resolve) => {
    const start = performance.now();
    location.hash = fragment;
    const look = () => {
      if (document.querySelector("[data-total]").dataset.total !== total) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** Types letters every 40 ms; gives what the field holds then, and the total that is shown for it. */
export async function fastTyping(browser, url, slow, word = "serenity candlelight") {
  const { context, page } = await opened(browser, slow);
  await page.goto(`${url}find`);
  await page.waitForSelector("[data-total]", { timeout: 120_000 });
  await page.focus("input[type=search]");
  await page.keyboard.type(word, { delay: 40 });
  const field = await page.inputValue("input[type=search]");
  await context.close();
  return field === word;
}

/** Taps "Leave this page" while a list is read; gives the milliseconds to a blank screen. */
export async function leaving(browser, url, slow) {
  const { context, page } = await opened(browser, slow);
  await page.route("https://**", (route) => route.abort());
  await page.goto(`${url}find`, { waitUntil: "commit" });
  await page.waitForSelector("#app h1", { timeout: 60_000 });
  const time = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const start = performance.now();
        document.querySelector("[data-action=leave]").click();
        const look = () => (document.body.innerText.trim() === "" ? resolve(performance.now() - start) : requestAnimationFrame(look));
        look();
      }),
  );
  await context.close();
  return time;
}

// Keeps hold of the wasm memory of whichever thread runs this: the browser's own measure leaves it out.
export const HOLD_MEMORY = `{
  const real = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await real.apply(WebAssembly, given);
    globalThis.heldMemory = made.instance.exports.memory;
    return made;
  };
}
`;

/** The memory of page and worker, JavaScript and wasm, after a list is read and garbage is collected, in bytes. */
export async function memory(browser, url) {
  const { context, page } = await opened(browser, 1);
  await page.addInitScript(HOLD_MEMORY);
  await page.route("**/loader.js", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: HOLD_MEMORY + (await answer.text()) });
  });
  await page.goto(`${url}find`);
  await page.waitForSelector("[data-listing]", { timeout: 120_000 });
  await page.waitForTimeout(1500); // The choices are counted.
  const heap = await page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes);
  const held = () => globalThis.heldMemory.buffer.byteLength;
  const wasm = (await page.evaluate(held)) + (await page.workers()[0].evaluate(held));
  await context.close();
  return heap + wasm;
}
