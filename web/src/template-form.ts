// A template as the session sent it (core/output/template.h): where its holes are.

import { TemplateOp, UserAction } from './protocol.gen.js';

/**
 * One step through a template from its root: a move to another element, or a hole of the element that
 * was reached: its text, its list of blocks or, from 0 on, the attribute of that index in kAttrs.
 */
export const enum Step {
  Up = -5,
  Next,
  First,
  List,
  Text,
}

/** A template: what the session sent, where its holes are, and an element to copy. */
export class Form {
  /** The way through all holes in their order. One array a template: pages hold on to it. */
  readonly _steps: number[] = [];
  /** Whether accepting an offer is in it. */
  _arms = false;
  /** Made when the first block of it is built; adopted DOM needs none. */
  _element: Element | undefined;

  constructor(readonly _words: Uint32Array) {
    const steps = this._steps;
    const open: number[] = []; // index of the open element on each level
    let children = 0; // of the open element so far
    let before: number[] = [];
    for (const word of _words) {
      const op: TemplateOp = word & 255;
      if (op === TemplateOp.Open) {
        open.push(children);
        children = 0;
      } else if (op === TemplateOp.Close) {
        children = open.pop()! + 1;
      } else if (op >= TemplateOp.TextHole) {
        const here = open.slice(1);
        addWay(before, here, steps);
        before = here;
        steps.push(
          op === TemplateOp.AttributeHole
            ? (word >> 8) & 255
            : op === TemplateOp.TextHole
              ? Step.Text
              : Step.List,
        );
      } else if (op === TemplateOp.AttributeAction) {
        this._arms ||= word >>> 16 === UserAction.AcceptOffer;
      }
    }
  }
}

/** Adds the moves between two places, each given as child indices from the root, in document order. */
function addWay(from: readonly number[], to: readonly number[], steps: number[]): void {
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  let level = shared;
  if (shared < from.length) {
    for (let i = shared + 1; i < from.length; i++) steps.push(Step.Up);
    for (let i = from[shared]!; i < to[shared]!; i++) steps.push(Step.Next);
    level++;
  }
  for (; level < to.length; level++) {
    steps.push(Step.First);
    for (let i = 0; i < to[level]!; i++) steps.push(Step.Next);
  }
}
