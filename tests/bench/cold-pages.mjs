/** The pages of the cold measurements: one small shop page, and what each contestant puts into it. */

/** The binding that a page calls when its widgets are shown. */
export const kDone = 'benchDone';

/** Runs in the page before everything else; collects what the browser tells of it. */
export const kProbe = `(() => {
  const seen = { lcp: 0, cls: 0, tbt: 0, longest: 0 };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  watch('layout-shift', (entry) => (seen.cls += entry.value));
  watch('longtask', ({ duration }) => {
    seen.tbt += Math.max(0, duration - 50);
    seen.longest = Math.max(seen.longest, duration);
  });
  let ready = 0;
  document.addEventListener('postlude:ready', () => {
    if (++ready === 2) performance.mark('widget');
  });
  watch('mark', ({ name }) => {
    if (name === 'widget') ${kDone}('');
  });
  // Memory of WebAssembly is not in the JavaScript heap.
  let memory;
  const keep = (result) => {
    memory = (result.instance ?? result).exports.memory;
    return result;
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = (...given) => own(...given).then(keep);
  }
  globalThis.benchFigures = () => {
    const { responseStart } = performance.getEntriesByType('navigation')[0];
    const [widget] = performance.getEntriesByName('widget');
    return {
      widget: widget.startTime - responseStart,
      lcp: seen.lcp - responseStart,
      cls: seen.cls,
      tbt: seen.tbt,
      longestTask: seen.longest,
      wasmKb: (memory?.buffer.byteLength ?? 0) / 1024,
    };
  };
})();`;

const kStyle = `body{margin:0;font:16px/1.5 system-ui,sans-serif}header,main,footer{max-width:44em;margin:0 auto;padding:1em}`;

const inScript = (json) => json.replaceAll('<', '\\u003c');

/** What comes into the head, in place of the widgets, and after them. */
function partsOf({ kind, script }, json, html) {
  const data = (attribute) =>
    `<script type="application/json" ${attribute}>${inScript(json)}</script>`;
  const shadow = (which) =>
    html ? `<template shadowrootmode="open">${html[which]}</template>` : '';
  if (kind === 'host') {
    return { head: '', widgets: '', end: `<script>performance.mark('widget')</script>` };
  }
  if (kind === 'postlude') {
    const widgets =
      `<postlude-tracking>${shadow('tracking')}</postlude-tracking>` +
      `<postlude-offer>${shadow('offers')}</postlude-offer>`;
    const head = `<script async src="/dist/postlude.js"></script>`;
    if (html) return { head, widgets, end: data('data-postlude-page') };
    const push = `<script>(window.postlude ||= { q: [] }).q.push(['page', document.getElementById('page-data').textContent])</script>`;
    return { head, widgets, end: data('id="page-data"') + push };
  }
  return {
    head: `<script type="module" src="/out/cold-${script}.mjs"></script>`,
    widgets: `<div id="tracking">${shadow('tracking')}</div><div id="offers">${shadow('offers')}</div>`,
    end: data('id="page-data"'),
  };
}

/** Returns the page of a contestant (cold.mjs) with a page document in it. */
export function pageOf(contestant, json, html) {
  const { head, widgets, end } = partsOf(contestant, json, html);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<title>Your order</title>
<style>${kStyle}</style>
${head}
</head>
<body>
<header><a href="/">Shop</a></header>
<main>
<h1>Your order</h1>
${widgets}
<p>Questions? Write to us.</p>
</main>
<footer><a href="/imprint">Imprint</a></footer>
${end}
</body>
</html>`;
}
