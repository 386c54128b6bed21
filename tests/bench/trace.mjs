/** How long scripts ran, read off a trace of the browser. */

// What the page's own scripts run in; the outermost of them count.
const kScriptEvents = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EventDispatch',
]);

/** Returns the events of a thread as `{name, ts, dur, tdur}`, those that begin and end apart among them. */
function eventsOf(traceEvents, { pid, tid }) {
  const own = traceEvents.filter((event) => event.pid === pid && event.tid === tid);
  // What took the thread less than a microsecond has no `tdur`.
  const whole = own.filter(({ ph }) => ph === 'X').map((event) => ({ tdur: 0, ...event }));
  const open = [];
  for (const event of own
    .filter(({ ph }) => ph === 'B' || ph === 'E')
    .sort((a, b) => a.ts - b.ts)) {
    if (event.ph === 'B') {
      open.push(event);
      continue;
    }
    const { name, ts, tts } = open.pop() ?? event;
    whole.push({ name, ts, dur: event.ts - ts, tdur: event.tts - tts });
  }
  return whole;
}

/** Returns the outermost of events that may stand in each other. */
function outermost(events) {
  const sorted = [...events].sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const kept = [];
  let end = -Infinity;
  for (const event of sorted) {
    if (event.ts < end) continue;
    kept.push(event);
    end = event.ts + event.dur;
  }
  return kept;
}

/** Returns the main thread of the process that shows `url`: the browser has pages of its own. */
function threadOf(traceEvents, url) {
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const main = mains.find(({ pid }) =>
    traceEvents.some(
      ({ pid: of, args }) => of === pid && (args.data?.url === url || args.beginData?.url === url),
    ),
  );
  if (!main) throw new Error(`the trace does not tell who shows ${url}`);
  return main;
}

/**
 * Returns `{script, longestScript}` in milliseconds that the thread of the page at `url` worked, not
 * waited: all its scripts together with the layout they force, and the longest of them.
 */
export function scriptsIn(trace, url) {
  const { traceEvents } = JSON.parse(trace.toString('utf8'));
  const page = threadOf(traceEvents, url);
  const events = eventsOf(traceEvents, page).filter(({ name }) => kScriptEvents.has(name));
  const runs = outermost(events).map(({ tdur }) => tdur / 1000);
  return { script: runs.reduce((sum, run) => sum + run, 0), longestScript: Math.max(...runs) };
}
