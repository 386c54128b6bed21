// The page is not ours: its elements' names hide members of `document` (<img name=currentScript>), and
// its libraries replace what they like. What is needed is taken from the prototypes, once, at load.

import { documentPrototype } from './document-prototype.js';

/** Returns what `document` has under that name, whatever the page's elements are called. */
export function memberOf<T>(name: string): T {
  return Object.getOwnPropertyDescriptor(documentPrototype, name)!.get!.call(document) as T;
}

const create = documentPrototype.createElement;
const find = documentPrototype.querySelector;
const emit = EventTarget.prototype.dispatchEvent;

/** Returns a new HTML element. */
export const createElement = (tag: string): HTMLElement => create.call(document, tag);

/** Returns the first element of the page that the selector names, or null. */
export const query = (selector: string): Element | null => find.call(document, selector);

export const readyState = (): string => memberOf('readyState');
export const currentScript = (): Element | null => memberOf('currentScript');

/** Tells listeners on `target` and above, through shadow roots; a listener's error stays its own. */
export function dispatch(target: EventTarget, type: string, detail: unknown): void {
  emit.call(target, new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
