// Bytes of a batch (core/output/encode_batch.h) -> changes to shadow roots, and the effects to run after.

import { type Focus, focusIn, restoreFocus } from './keep-focus.js';
import { createElement } from './natives.js';
import { copyOf, createSvgElement } from './natives-more.js';
import {
  BatchOp,
  kActions,
  kArgWords,
  kAttrs,
  kBatchMagic,
  kParts,
  kSvgTag,
  kTags,
  kTokens,
  TemplateOp,
  ValueKind,
} from './protocol.gen.js';
import { Form, Step } from './template-form.js';

/** Turns phrases into words (web/src/format-text.ts). */
export interface Formatter {
  /** Language of the words, and its direction. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /**
   * Returns phrase `id`. Its `count` arguments stand in `words` from `at` as the batch encodes them;
   * a string argument is an index into `strings`.
   */
  format(
    id: number,
    count: number,
    words: Uint32Array,
    at: number,
    strings: readonly string[],
  ): string;
}

/** Where a widget is shown: one custom element. */
export interface Root {
  readonly shadow: ShadowRoot;
  /** Shows `block` in place of whatever is shown. */
  show(block: Element): void;
  /** The server's DOM in the shadow root is now the session's. */
  adopt(): void;
  /** Shows the light-DOM fallback again. */
  hide(): void;
}

/** The operations that are effects: run by the host once the patches are in place. */
export type EffectOp =
  | BatchOp.Fetch
  | BatchOp.Timer
  | BatchOp.Emit
  | BatchOp.DataLayer
  | BatchOp.Navigate
  | BatchOp.Warn;

/** Something to do after the patches; `op` tells which (core/output/effect.h). */
export interface Effect {
  readonly op: EffectOp;
  readonly widget: number;
  readonly method: number;
  readonly id: number;
  readonly number: number;
  readonly text: string;
  readonly key: string;
  readonly body: string;
}

/** Bytes of one batch inside a buffer; `at` is a multiple of 4. */
export interface BatchBytes {
  readonly buffer: ArrayBuffer;
  readonly at: number;
  readonly size: number;
}

/** The bytes are not a batch of this version. */
export class ProtocolError extends Error {}

const kHeaderWords = 4;
const kNoStrings: readonly string[] = [];
// The server's text begins at any character: a byte order mark there is text.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

interface Adopted {
  readonly root: Root;
  readonly first: number;
  readonly count: number;
}

/** All shadow roots of a session and the blocks in them. */
export class Stage {
  /** Set when the page's DOM was not what the session left: everything must be mounted anew. */
  broken = false;
  /** Elements that accept an offer and came into the page since this was last emptied. */
  armed: Element[] = [];

  private readonly _roots = new Map<number, Root>();
  private readonly _forms: Form[] = [];
  private _blocks: (Element | undefined)[] = [];
  private _adopted: Adopted[] = [];
  private _heldFocus: Focus | undefined;

  // The batch being read.
  private _bytes = new Uint8Array(0);
  private _words = new Uint32Array(0);
  private _strings = kNoStrings;
  private _at = 0;
  private _end = 0;
  /** The kind of the hole that was found last. */
  private _hole = 0;

  constructor(private _formatter: Formatter) {}

  addRoot(id: number, root: Root): void {
    this._roots.set(id, root);
  }

  /** Forgets a root and shows its fallback. */
  removeRoot(id: number): void {
    this._unmount(id);
    this._roots.delete(id);
  }

  /** From now on words come from `formatter`; what is shown stays until it is mounted anew. */
  setFormatter(formatter: Formatter): void {
    this._formatter = formatter;
    for (const form of this._forms) {
      if (form) form._element = undefined;
    }
  }

  /**
   * Applies the patches in order and returns the effects, which the caller runs. Focus and selection
   * stay where they were. Throws ProtocolError when the bytes are not a batch of this version.
   */
  apply(batch: BatchBytes): Effect[] {
    this._open(batch);
    let focus = this._heldFocus;
    for (const root of this._roots.values()) focus = focusIn(root.shadow) ?? focus;
    const effects: Effect[] = [];
    while (this._at < this._end) this._operation(effects);
    this._strings = kNoStrings;
    if (focus) this._heldFocus = restoreFocus(focus);
    return effects;
  }

  private _open({ buffer, at, size }: BatchBytes): void {
    if (size < kHeaderWords * 4) throw new ProtocolError('short');
    // A view costs as much as the rest of a small batch: these last as long as the buffer.
    if (this._bytes.buffer !== buffer) {
      this._bytes = new Uint8Array(buffer);
      this._words = new Uint32Array(buffer, 0, buffer.byteLength >> 2);
    }
    const words = this._words;
    const start = at >> 2;
    const strings = words[start + 2]!;
    const textBytes = words[start + 3]!;
    const end = start + kHeaderWords + words[start + 1]!;
    if (words[start] !== kBatchMagic) throw new ProtocolError('version');
    if ((end + strings) * 4 + textBytes !== at + size) throw new ProtocolError('size');
    this._at = start + kHeaderWords;
    this._end = end;
    this._strings = strings ? this._cut(end, strings, textBytes) : kNoStrings;
  }

  /** Decodes all text at once and cuts it by the UTF-16 lengths at `lengths`. */
  private _cut(lengths: number, count: number, textBytes: number): string[] {
    const words = this._words;
    const end = lengths + count;
    const text = decoder.decode(this._bytes.subarray(end * 4, end * 4 + textBytes));
    if (count === 1) return [text];
    const strings: string[] = [];
    let start = 0;
    for (let i = lengths; i < end; i++) {
      const next = start + words[i]!;
      strings.push(text.substring(start, next));
      start = next;
    }
    return strings;
  }

  private _operation(effects: Effect[]): void {
    const head = this._next();
    const op: BatchOp = head & 255;
    const hole = (head >> 8) & 255;
    switch (op) {
      case BatchOp.Define: {
        const end = this._at + (head >>> 16);
        this._forms[hole] = new Form(this._words.slice(this._at, end));
        this._at = end;
        return;
      }
      case BatchOp.Mount: {
        const root = this._roots.get(this._next());
        const block = this._build();
        root?.show(block);
        return;
      }
      case BatchOp.Adopt: {
        const root = this._roots.get(this._next());
        const first = this._next();
        const count = this._next();
        if (!root) return;
        this._adopted.push({ root, first, count });
        root.adopt();
        return;
      }
      case BatchOp.Unmount:
        this._unmount(this._next());
        return;
      case BatchOp.Set: {
        const element = this._holder(head >>> 16, hole);
        this._fill(element, this._hole, false);
        return;
      }
      case BatchOp.Insert: {
        const parent = this._holder(head >>> 16, hole);
        const before = this._next();
        this._place(parent, this._build(), before);
        return;
      }
      case BatchOp.Move: {
        const parent = this._holder(head >>> 16, hole);
        const before = this._next();
        this._place(parent, this._block(this._next()), before);
        return;
      }
      case BatchOp.Remove: {
        const id = this._next();
        const block = this._block(id);
        block.parentNode?.removeChild(block);
        this._blocks[id] = undefined;
        return;
      }
      case BatchOp.Fetch:
      case BatchOp.Timer:
      case BatchOp.Emit:
      case BatchOp.DataLayer:
      case BatchOp.Navigate:
      case BatchOp.Warn:
        effects.push({
          op,
          widget: hole,
          method: (head >> 16) & 255,
          id: this._next(),
          number: this._next(),
          text: this._optionalString(),
          key: this._optionalString(),
          body: this._optionalString(),
        });
        return;
    }
    // Reached only by a number that is no BatchOp: the compiler checks that the list above is whole.
    throw new ProtocolError(`operation ${String(op satisfies never)}`);
  }

  private _next(): number {
    return this._words[this._at++]!;
  }

  private _optionalString(): string {
    const index = this._next();
    return index ? this._strings[index - 1]! : '';
  }

  private _form(id: number): Form {
    const form = this._forms[id];
    if (!form) throw new ProtocolError(`template ${id}`);
    return form;
  }

  private _build(): Element {
    if (this._at >= this._end) throw new ProtocolError('end');
    const form = this._form(this._next());
    const id = this._next();
    const block = copyOf((form._element ??= this._prototypeOf(form)));
    this._blocks[id] = block;
    const steps = form._steps;
    let element = block;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i]!;
      if (step < Step.List) element = this._move(element, step);
      else this._fill(element, step, true);
    }
    if (form._arms) this.armed.push(block);
    return block;
  }

  /** Builds what a template says, once; never from markup. */
  private _prototypeOf(form: Form): Element {
    const open: Element[] = [];
    let element!: Element;
    for (const word of form._words) {
      const op: TemplateOp = word & 255;
      const a = (word >> 8) & 255;
      const b = word >>> 16;
      switch (op) {
        case TemplateOp.Open: {
          const child = (a < kSvgTag ? createElement : createSvgElement)(kTags[a]!);
          if (element) {
            element.appendChild(child);
            open.push(element);
          }
          element = child;
          break;
        }
        case TemplateOp.Close:
          element = open.pop() ?? element;
          break;
        case TemplateOp.Part:
          element.setAttribute('class', kParts[b]!);
          element.setAttribute('part', kParts[b]!);
          break;
        case TemplateOp.Attribute:
          element.setAttribute(kAttrs[a]!, kTokens[b]!);
          break;
        case TemplateOp.AttributePhrase:
          element.setAttribute(kAttrs[a]!, this._phrase(b));
          break;
        case TemplateOp.AttributeAction:
          element.setAttribute(kAttrs[a]!, kActions[b]!);
          break;
        case TemplateOp.Phrase:
          element.textContent = this._phrase(b);
          break;
        case TemplateOp.TextHole:
        case TemplateOp.AttributeHole:
        case TemplateOp.ListHole:
          break;
      }
    }
    return element;
  }

  private _phrase(id: number): string {
    return this._formatter.format(id, 0, this._words, 0, this._strings);
  }

  /** Reads one value into a hole of `element`; `fresh` when the hole is as the template left it. */
  private _fill(element: Element, hole: number, fresh: boolean): void {
    const word = this._next();
    const kind: ValueKind = word & 255;
    const a = word >>> 8;
    let text: string;
    switch (kind) {
      case ValueKind.None:
        if (fresh) return;
        if (hole >= 0) {
          element.removeAttribute(kAttrs[hole]!);
          return;
        }
        text = '';
        break;
      case ValueKind.String:
        text = this._strings[a]!;
        break;
      case ValueKind.Token:
        text = kTokens[a]!;
        break;
      case ValueKind.Phrase: {
        const count = a >>> 16;
        text = this._formatter.format(a & 0xffff, count, this._words, this._at, this._strings);
        this._skipArguments(count);
        break;
      }
      case ValueKind.List:
        if (!fresh) element.textContent = '';
        for (let left = a; left > 0; left--) element.appendChild(this._build());
        return;
      default:
        throw new ProtocolError(`value ${String(kind satisfies never)}`);
    }
    if (hole >= 0) {
      element.setAttribute(kAttrs[hole]!, text);
    } else if (fresh) {
      // Scripts never see the text itself: an object of theirs for each would stay as long as it does.
      element.textContent = text;
    } else {
      const node = element.firstChild;
      // Translators wrap text in elements of their own.
      if (node && node.nodeType === 3 && !node.nextSibling) (node as Text).data = text;
      else element.textContent = text;
    }
  }

  private _skipArguments(count: number): void {
    for (let left = count; left > 0; left--) {
      this._at += kArgWords[this._words[this._at]! & 255]!;
    }
  }

  /** Reads a block's id; finds the element that has its hole, and which kind of hole that is. */
  private _holder(form: number, hole: number): Element {
    const steps = this._form(form)._steps;
    let element = this._block(this._next());
    let left = hole;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i]!;
      if (step < Step.List) {
        element = this._move(element, step);
      } else if (left-- === 0) {
        this._hole = step;
        return element;
      }
    }
    throw new ProtocolError(`hole ${hole}`);
  }

  /** Takes a step that the template promises; an element that the page took away is made up for. */
  private _move(from: Element, step: number): Element {
    const to =
      step === Step.First
        ? from.firstElementChild
        : step === Step.Next
          ? from.nextElementSibling
          : from.parentNode;
    return (to as Element | null) ?? this._lost();
  }

  private _lost(): Element {
    this.broken = true;
    return createElement('div');
  }

  private _block(id: number): Element {
    return this._blocks[id] ?? this._bind(id) ?? this._lost();
  }

  /** Finds the blocks of the server's DOM when the first of them is needed. */
  private _bind(id: number): Element | undefined {
    const ranges = this._adopted;
    for (let i = 0; i < ranges.length; i++) {
      const { root, first, count } = ranges[i]!;
      if (id < first || id >= first + count) continue;
      ranges.splice(i, 1);
      const found = root.shadow.querySelectorAll('[data-b]');
      if (found.length !== count) return undefined;
      for (let k = 0; k < count; k++) this._blocks[first + k] = found[k];
      return this._blocks[id];
    }
    return undefined;
  }

  private _place(parent: Element, block: Element, before: number): void {
    const next = before ? this._block(before) : null;
    parent.insertBefore(block, next && next.parentNode === parent ? next : null);
  }

  private _unmount(id: number): void {
    const root = this._roots.get(id);
    if (!root) return;
    const blocks = this._blocks;
    for (let i = 0; i < blocks.length; i++) {
      if (blocks[i] && root.shadow.contains(blocks[i]!)) blocks[i] = undefined;
    }
    this._adopted = this._adopted.filter((range) => range.root !== root);
    if (this._heldFocus?.shadow === root.shadow) this._heldFocus = undefined;
    root.hide();
  }
}
