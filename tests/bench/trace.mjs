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

/**
 * Returns `{script, longestScript}` in milliseconds for the thread of the page: all its scripts together
 * with the layout they force, and the longest of them.
 */
export function scriptsIn(trace) {
  const { traceEvents } = JSON.parse(trace.toString('utf8'));
  const threads = new Map();
  for (const event of traceEvents) {
    if (event.ph !== 'X' || !kScriptEvents.has(event.name)) continue;
    const thread = `${event.pid}/${event.tid}`;
    if (!threads.has(thread)) threads.set(thread, []);
    threads.get(thread).push(event);
  }
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  let script = 0;
  let longestScript = 0;
  for (const [thread, events] of threads) {
    if (!main.has(thread)) continue;
    const runs = outermost(events).map(({ dur }) => dur / 1000);
    const total = runs.reduce((sum, run) => sum + run, 0);
    if (total <= script) continue;
    script = total;
    longestScript = Math.max(...runs);
  }
  return { script, longestScript };
}
