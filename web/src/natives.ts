// The page is not ours: its elements' names hide members of `document` (<img name=currentScript>), and
// its libraries replace what they like. What is needed is taken from the prototypes, once, at load.

// MooTools puts types of its own in place of `Document` and `Element`: their names tell nothing.
const documentPrototype = Object.getPrototypeOf(Object.getPrototypeOf(document)) as Document;
const nodePrototype = Node.prototype;

function memberOf<T>(name: string): T {
  return Object.getOwnPropertyDescriptor(documentPrototype, name)!.get!.call(document) as T;
}

const create = documentPrototype.createElement;
const createNs = documentPrototype.createElementNS as (space: string, tag: string) => Element;
const find = documentPrototype.querySelector;
const findAll = documentPrototype.querySelectorAll;
const clone = nodePrototype.cloneNode;
const listen = EventTarget.prototype.addEventListener;
const unlisten = EventTarget.prototype.removeEventListener;
const emit = EventTarget.prototype.dispatchEvent;

/** Returns a new HTML element. */
export const createElement = (tag: string): HTMLElement => create.call(document, tag);

/** Returns a new SVG element. */
export const createSvgElement = (tag: string): Element =>
  createNs.call(document, 'http://www.w3.org/2000/svg', tag);

/** Returns the first element of the page that the selector names, or null. */
export const query = (selector: string): Element | null => find.call(document, selector);

/** Returns all elements of the page that the selector names. */
export const queryAll = (selector: string): NodeListOf<Element> => findAll.call(document, selector);

/** Returns a deep copy. */
export const copyOf = <T extends Node>(node: T): T => clone.call(node, true) as T;

export const isHidden = (): boolean => memberOf('hidden');
export const readyState = (): string => memberOf('readyState');
export const activeElement = (): Element | null => memberOf('activeElement');
export const currentScript = (): Element | null => memberOf('currentScript');
export const pageLanguage = (): string =>
  memberOf<Element>('documentElement').getAttribute('lang') ?? '';

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

/** Tells listeners on `target` and above, through shadow roots; a listener's error stays its own. */
export function dispatch(target: EventTarget, type: string, detail: unknown): void {
  emit.call(target, new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

/** An object without a prototype: no key of the page's data means anything to the language. */
export const plainObject = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;
