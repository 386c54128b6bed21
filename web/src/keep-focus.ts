// Focus and selection stay where they were while a batch changes the elements around them.

import { activeElement } from './natives-more.js';

/** Where the focus was. */
export interface Focus {
  readonly shadow: ShadowRoot;
  readonly element: HTMLElement;
  readonly start: number | null;
  readonly end: number | null;
}

/** Returns the focus inside a shadow root, or nothing. */
export function focusIn(shadow: ShadowRoot): Focus | undefined {
  const element = shadow.activeElement as HTMLInputElement | null;
  if (!element) return undefined;
  // Only text fields have a selection; others tell null or nothing.
  const start = element.selectionStart ?? null;
  return { shadow, element, start, end: start === null ? null : element.selectionEnd };
}

/**
 * Puts the focus back where it was, or onto the status line when its element is gone; never takes it
 * from anybody else. Returns the focus that is to come back later: that of a button that is busy.
 */
export function restoreFocus(focus: Focus): Focus | undefined {
  const { shadow, element, start, end } = focus;
  const active = activeElement();
  // Nobody has the focus when it is the page's body.
  const nobody = !active?.parentElement?.parentElement;
  if (!nobody && active !== shadow.host) return undefined;
  const disabled = element.matches(':disabled');
  if (shadow.activeElement === element && !disabled) return undefined;
  if (!shadow.contains(element)) {
    const status = shadow.querySelector<HTMLElement>('[role=status][tabindex="-1"]');
    status?.focus({ preventScroll: true });
  } else if (disabled) {
    return focus;
  } else {
    element.focus({ preventScroll: true });
    if (start !== null) (element as HTMLInputElement).setSelectionRange(start, end);
  }
  return undefined;
}
