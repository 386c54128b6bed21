// More of the browser's own functions (web/src/natives.ts), which the loader does without.

import { documentPrototype } from './document-prototype.js';
import { memberOf } from './natives.js';

const createNs = documentPrototype.createElementNS as (space: string, tag: string) => Element;
const findAll = documentPrototype.querySelectorAll;
const clone = Node.prototype.cloneNode;
const listen = EventTarget.prototype.addEventListener;
const unlisten = EventTarget.prototype.removeEventListener;

export const isHidden = (): boolean => memberOf('hidden');
export const activeElement = (): Element | null => memberOf('activeElement');

/** Returns a new SVG element. */
export const createSvgElement = (tag: string): Element =>
  createNs.call(document, 'http://www.w3.org/2000/svg', tag);

/** Returns all elements of the page that the selector names. */
export const queryAll = (selector: string): NodeListOf<Element> => findAll.call(document, selector);

/** Returns a deep copy. */
export const copyOf = <T extends Node>(node: T): T => clone.call(node, true) as T;

export const addListener = (
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
  capture = false,
): void => listen.call(target, type, listener, capture);

export const removeListener = (
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
  capture = false,
): void => unlisten.call(target, type, listener, capture);

/** An object without a prototype: no key of the page's data means anything to the language. */
export const plainObject = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;
