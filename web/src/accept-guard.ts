// A click that costs money must be meant: made by a person, on a button that person could see.

import { addListener, removeListener } from './natives-more.js';
import { kActions, UserAction } from './protocol.gen.js';

/** How long an accept button must have been in view before it works. */
export const kArmMs = 500;
/** A second activation within this time is a double click, not a second wish. */
export const kRepeatMs = 1000;

const kSelector = `[data-on-submit="${kActions[UserAction.AcceptOffer]}"]`;

// Version 2 of the observer also tells whether something covers the element.
interface ObserverInit2 extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}
interface Entry2 extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** Knows since when each accept form of the session could be seen. */
export class AcceptGuard {
  private readonly _seen = new WeakMap<Element, number>();
  private readonly _observer: IntersectionObserver;
  private _focusedAt = 0;
  private _acceptedAt = -kRepeatMs;

  constructor() {
    const options: ObserverInit2 = { threshold: 0.5, trackVisibility: true, delay: 100 };
    this._observer = new IntersectionObserver((entries) => {
      for (const entry of entries) this._see(entry);
    }, options);
    addListener(window, 'focus', this._onFocus);
  }

  /** Watches the accept forms in `scope`. */
  watch(scope: ParentNode): void {
    for (const form of scope.querySelectorAll(kSelector)) this._observer.observe(form);
  }

  /** Tells whether accepting by `form` now is meant, and counts it when it is. */
  allows(form: Element): boolean {
    const now = performance.now();
    const seen = this._seen.get(form);
    // Another window over ours may have taken the first click of a double click.
    if (seen === undefined || now - Math.max(seen, this._focusedAt) < kArmMs) return false;
    if (now - this._acceptedAt < kRepeatMs) return false;
    this._acceptedAt = now;
    return true;
  }

  /** Tells whether undoing now is meant: the end of a double click is not. */
  allowsUndo(): boolean {
    return performance.now() - this._acceptedAt >= kRepeatMs;
  }

  close(): void {
    this._observer.disconnect();
    removeListener(window, 'focus', this._onFocus);
  }

  private readonly _onFocus = (): void => {
    this._focusedAt = performance.now();
  };

  private _see({ target, isIntersecting, isVisible }: Entry2): void {
    if (!isIntersecting || isVisible === false) {
      this._seen.delete(target);
      if (!target.isConnected) this._observer.unobserve(target);
    } else if (!this._seen.has(target)) {
      this._seen.set(target, performance.now());
    }
  }
}
