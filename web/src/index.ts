/**
 * Postlude for bundlers: importing this has no side effect.
 *
 *     import { createSession } from 'postlude';
 *     const session = await createSession({ api: '/postlude/v1', orderToken });
 *
 * `import 'postlude/define'` defines the elements without a session, for pages whose script tag brings
 * the session.
 */
export { createSession, type SessionOptions } from './create-session.js';
export { defineElements } from './define-elements.js';
export type {
  ErrorDetail,
  OfferDetail,
  OfferLinkDetail,
  PostludeEventMap,
  ReasonDetail,
} from './events.js';
export type { OfferDecision } from './run-effects.js';
export type {
  Explanation,
  LintReport,
  OrderSourceName,
  Session,
  TrackingSourceName,
} from './session.js';
export { PostludeElement } from './widget-element.js';
