/**
 * In-page functions shared by the drivers. They are sent to the browser as source text, so none may
 * refer to anything outside itself.
 */

/**
 * Returns the first element that a piercing selector names, or null.
 * `>>>` steps into the open shadow root of what stands before it:
 * `postlude-offer >>> button[part=accept]`.
 */
export function findElement(selector) {
  let scopes = [document];
  // A page may have an element named "querySelector", and a library a `Document` of its own.
  const prototypeOf = (scope) =>
    scope === document
      ? Object.getPrototypeOf(Object.getPrototypeOf(document))
      : DocumentFragment.prototype;
  const findAll = (scope, step) => prototypeOf(scope).querySelectorAll.call(scope, step);
  const steps = selector.split('>>>').map((step) => step.trim());
  for (const step of steps.slice(0, -1)) {
    scopes = scopes
      .flatMap((scope) => [...findAll(scope, step)])
      .flatMap((element) => (element.shadowRoot ? [element.shadowRoot] : []));
  }
  for (const scope of scopes) {
    const [found] = findAll(scope, steps.at(-1));
    if (found) return found;
  }
  return null;
}

/** Source of an expression that calls `fn` in the page with JSON-able arguments. */
export function callSource(fn, args) {
  return `(${String(fn)})(...${JSON.stringify(args)})`;
}

/** Source of an expression that finds an element and applies `fn(element, ...args)` to it. */
export function elementSource(selector, fn, args = []) {
  const list = ['element', ...args.map((argument) => JSON.stringify(argument))].join(', ');
  return `(() => { const element = ${callSource(findElement, [selector])}; return (${String(fn)})(${list}); })()`;
}
