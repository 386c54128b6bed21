/**
 * What `postlude` and `postlude/define` are where there is no page: a server or an edge worker that
 * imports the modules of a page to render it. Importing does nothing and nothing throws at load; the
 * elements stay plain markup with their fallback until the page's own copy runs.
 */
import type { createSession as createPageSession } from './create-session.js';
import type { defineElements as definePageElements } from './define-elements.js';

/** Rejects: a session belongs to a page. `postlude/core/render` renders widgets on a server. */
export const createSession: typeof createPageSession = () =>
  Promise.reject(
    new Error('postlude: a session needs a page; postlude/core/render renders on a server'),
  );

/** Does nothing: there are no elements to define. */
export const defineElements: typeof definePageElements = () => undefined;

/** Stands in for the class of the elements, so that a module may extend or compare it. */
export class PostludeElement {}
