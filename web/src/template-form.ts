// A template as the session sent it (core/output/template.h): where its holes are.

import { TemplateOp, UserAction } from './protocol.gen.js';

export const kTextHole = -1;
export const kListHole = -2;

/** One step from element to element. */
export const enum Move {
  First,
  Next,
  Up,
}

/** A template: what the session sent, where its holes are, and an element to copy. */
export class Form {
  /** Per hole: kTextHole, kListHole or an index into kAttrs. */
  readonly _kinds: number[] = [];
  /** Per hole: the way to its element from the block's root. */
  readonly _paths: Move[][] = [];
  /** Per hole: the way to its element from the previous hole's. */
  readonly _steps: Move[][] = [];
  /** Whether accepting an offer is in it. */
  _arms = false;
  /** Made when the first block of it is built; adopted DOM needs none. */
  _element: Element | undefined;

  constructor(readonly _words: Uint32Array) {
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
        this._kinds.push(
          op === TemplateOp.AttributeHole
            ? (word >> 8) & 255
            : op === TemplateOp.TextHole
              ? kTextHole
              : kListHole,
        );
        const here = open.slice(1);
        this._paths.push(wayBetween([], here));
        this._steps.push(wayBetween(before, here));
        before = here;
      } else if (op === TemplateOp.AttributeAction) {
        this._arms ||= word >>> 16 === UserAction.AcceptOffer;
      }
    }
  }
}

/** Returns the moves between two places, each given as child indices from the root, in document order. */
function wayBetween(from: readonly number[], to: readonly number[]): Move[] {
  const moves: Move[] = [];
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  let level = shared;
  if (shared < from.length) {
    for (let i = shared + 1; i < from.length; i++) moves.push(Move.Up);
    for (let i = from[shared]!; i < to[shared]!; i++) moves.push(Move.Next);
    level++;
  }
  for (; level < to.length; level++) {
    moves.push(Move.First);
    for (let i = 0; i < to[level]!; i++) moves.push(Move.Next);
  }
  return moves;
}
