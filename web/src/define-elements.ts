// Registers <postlude-...> from the generated list of kinds.

import { kWidgets } from './protocol.gen.js';
import { PostludeElement } from './widget-element.js';

/**
 * Defines one element a widget kind. Harmless when called again. Returns nothing, or the class of
 * another copy of Postlude that has defined them already and serves the page.
 */
export function defineElements(): typeof PostludeElement | undefined {
  let foreign: typeof PostludeElement | undefined;
  kWidgets.forEach((name, kind) => {
    const tag = `postlude-${name}`;
    const defined = customElements.get(tag);
    if (!defined) {
      customElements.define(
        tag,
        class extends PostludeElement {
          static override readonly kind = kind;
        },
      );
    } else if (!(defined.prototype instanceof PostludeElement)) {
      foreign = Object.getPrototypeOf(defined) as typeof PostludeElement;
    }
  });
  return foreign;
}
