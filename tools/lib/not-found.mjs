// The page for an unknown address. It stands alone: no script, no other file, because a host may serve it at any
// depth, where relative addresses lead nowhere.

import { cspHash } from "./files.mjs";
import { escape } from "./html.mjs";
import { voicesOf } from "./languages.mjs";
import { linesBlock } from "./lines.mjs";

const STYLE = `
:root{color-scheme:light dark;--paper:#fcf9f2;--ink:#13242e;--soft:#40535e;--line:#dad4c7;--pine:#006150;--clay:#a63b28}
@media (prefers-color-scheme:dark){:root{--paper:#0f191e;--ink:#f2eee6;--soft:#bfbab0;--line:#333f46;--pine:#7ed1b7;--clay:#f7a792}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
main{max-inline-size:40rem;margin-inline:auto;padding:2rem 1rem}
h1{font-size:1.75rem;line-height:1.15}
h2{font-size:1.2rem;margin-block:2rem .5rem}
h3{font-size:1rem;margin-block:1.25rem .25rem}
a{color:var(--pine)}
.home{display:inline-block;padding-block:.7rem;font-weight:700}
ul{margin:0;padding:0;list-style:none}
li{border-block-end:1px solid var(--line);padding-block:.5rem}
li strong{display:block}
li a{display:inline-block;padding-block:.6rem;margin-inline-end:1rem;font-weight:700}
.emergency a{color:var(--clay)}
p{margin-block:.25rem}
.line-about{color:var(--soft);font-size:.95rem}
.sr{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;

/** In each of the site's languages, the first one on top. */
export function notFoundPage(base, site) {
  const voices = voicesOf(site);
  const [{ code, dir, say }] = voices;
  const policy = `default-src 'none'; style-src ${cspHash(STYLE)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${code}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(say("static.not_found.page"))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<!--lines-->
${voices.map((speaker, at) => part(speaker, at === 0 ? "h1" : "h2", base, site)).join("\n")}
<!--/lines-->
</main>
</body>
</html>
`;
}

function part({ code, dir, say, lines }, heading, base, site) {
  const words = (key) => escape(say(key));
  return `<div lang="${code}" dir="${dir}">
${site.example ? `<p>${words("frame.example")}</p>` : ""}
<${heading}>${words("static.not_found.title")}</${heading}>
<p>${words("static.not_found.lead")}</p>
<p><a class="home" href="${escape(base)}">${words("static.not_found.home")}</a></p>
<h2>${words("lines.near")}</h2>
${linesBlock(lines, site.country, { speaker: { code, say } })}
</div>`;
}
