import {
  BatchOp,
  kActions,
  kAttrs,
  kBatchMagic,
  kParts,
  kTags,
  kTokens,
  TemplateOp,
  ValueKind,
} from '../../../web/src/protocol.gen.js';

const indexIn = (list, name) => {
  const index = list.indexOf(name);
  if (index < 0) throw new Error(`no such word: ${name}`);
  return index;
};
const word = (op, a = 0, b = 0) => (op | (a << 8) | (b << 16)) >>> 0;

/** Words of a template, as core/output/template.h has them. */
export const open = (tag) => word(TemplateOp.Open, indexIn(kTags, tag));
export const close = () => word(TemplateOp.Close);
export const part = (name) => word(TemplateOp.Part, 0, indexIn(kParts, name));
export const attr = (name, token) =>
  word(TemplateOp.Attribute, indexIn(kAttrs, name), indexIn(kTokens, token));
export const attrPhrase = (name, id) => word(TemplateOp.AttributePhrase, indexIn(kAttrs, name), id);
export const on = (name, action) =>
  word(TemplateOp.AttributeAction, indexIn(kAttrs, name), indexIn(kActions, action));
export const phrase = (id) => word(TemplateOp.Phrase, 0, id);
export const textHole = () => word(TemplateOp.TextHole);
export const attrHole = (name) => word(TemplateOp.AttributeHole, indexIn(kAttrs, name));
export const listHole = () => word(TemplateOp.ListHole);

/** Values of holes. */
export const none = { kind: ValueKind.None };
export const text = (string) => ({ kind: ValueKind.String, string });
export const token = (name) => ({ kind: ValueKind.Token, a: indexIn(kTokens, name) });
export const list = (...blocks) => ({ kind: ValueKind.List, blocks });
/** A phrase with arguments: strings, or arrays of words as the batch has them. */
export const said = (id, ...args) => ({ kind: ValueKind.Phrase, id, args });

/** A block: its template, its DOM id and the values of its holes. */
export const block = (form, id, ...values) => ({ form, id, values });

/** Writes a batch by hand, byte for byte as core/output/encode_batch.h describes it. */
export class BatchWriter {
  words = [];
  strings = [];

  define(form, words) {
    this.words.push((BatchOp.Define | (form << 8) | (words.length << 16)) >>> 0, ...words);
    return this;
  }
  mount(root, content) {
    this.words.push(BatchOp.Mount, root);
    return this._block(content);
  }
  adopt(root, first, count) {
    this.words.push(BatchOp.Adopt, root, first, count);
    return this;
  }
  unmount(root) {
    this.words.push(BatchOp.Unmount, root);
    return this;
  }
  set(form, hole, id, value) {
    this.words.push(BatchOp.Set | (hole << 8) | (form << 16), id);
    return this._value(value);
  }
  insert(form, hole, parent, before, content) {
    this.words.push(BatchOp.Insert | (hole << 8) | (form << 16), parent, before);
    return this._block(content);
  }
  move(form, hole, parent, before, id) {
    this.words.push(BatchOp.Move | (hole << 8) | (form << 16), parent, before, id);
    return this;
  }
  remove(id) {
    this.words.push(BatchOp.Remove, id);
    return this;
  }
  effect(op, { widget = 0, method = 0, id = 0, number = 0, text = '', key = '', body = '' }) {
    this.words.push(op | (widget << 8) | (method << 16), id, number);
    for (const string of [text, key, body]) this.words.push(string ? this._string(string) + 1 : 0);
    return this;
  }

  /** The batch as a list of bytes, which can be sent into a page. */
  bytes() {
    const blob = new TextEncoder().encode(this.strings.join(''));
    const words = [kBatchMagic, this.words.length, this.strings.length, blob.length];
    words.push(...this.words, ...this.strings.map((string) => string.length));
    return [...new Uint8Array(new Uint32Array(words).buffer), ...blob];
  }

  _string(string) {
    const index = this.strings.indexOf(string);
    return index >= 0 ? index : this.strings.push(string) - 1;
  }
  _block({ form, id, values }) {
    this.words.push(form, id);
    for (const value of values) this._value(value);
    return this;
  }
  _value({ kind, a = 0, string, id, args, blocks }) {
    if (string !== undefined) {
      this.words.push(kind | (this._string(string) << 8));
    } else if (blocks) {
      this.words.push(kind | (blocks.length << 8));
      for (const item of blocks) this._block(item);
    } else if (args) {
      this.words.push((kind | (id << 8) | (args.length << 24)) >>> 0);
      for (const argument of args) {
        if (typeof argument === 'string') this.words.push(this._string(argument) << 8);
        else this.words.push(...argument);
      }
    } else {
      this.words.push(kind | (a << 8));
    }
    return this;
  }
}
