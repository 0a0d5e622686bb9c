// Starts the app. Before that, and whatever becomes of it, this file keeps the page's promises.

const tag = document.querySelector("script[data-wasm]");
const base = new URL("./", import.meta.url);
const fromPage = (address) => new URL(address, document.baseURI).href;

Object.assign(document.documentElement.dataset, {
  base: base.pathname,
  worker: fromPage(tag.dataset.worker),
  content: tag.dataset.content,
});

const { default: init } = await import(fromPage(tag.dataset.js));
await init({ module_or_path: fromPage(tag.dataset.wasm) });
