// The page is not ours: its elements' names hide members of `document` (<img name=currentScript>), and
// its libraries replace what they like. What is needed is taken from the prototypes, once, at load.

// MooTools puts types of its own in place of `Document` and `Element`: their names tell nothing.
export const documentPrototype = Object.getPrototypeOf(Object.getPrototypeOf(document)) as Document;

function memberOf<T>(name: string): T {
  return Object.getOwnPropertyDescriptor(documentPrototype, name)!.get!.call(document) as T;
}

const create = documentPrototype.createElement;
const find = documentPrototype.querySelector;
const emit = EventTarget.prototype.dispatchEvent;

/** Returns a new HTML element. */
export const createElement = (tag: string): HTMLElement => create.call(document, tag);

/** Returns the first element of the page that the selector names, or null. */
export const query = (selector: string): Element | null => find.call(document, selector);

export const isHidden = (): boolean => memberOf('hidden');
export const readyState = (): string => memberOf('readyState');
export const activeElement = (): Element | null => memberOf('activeElement');
export const currentScript = (): Element | null => memberOf('currentScript');
export const pageLanguage = (): string =>
  memberOf<Element>('documentElement').getAttribute('lang') ?? '';

/** Tells listeners on `target` and above, through shadow roots; a listener's error stays its own. */
export function dispatch(target: EventTarget, type: string, detail: unknown): void {
  emit.call(target, new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

/** An object without a prototype: no key of the page's data means anything to the language. */
export const plainObject = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;
