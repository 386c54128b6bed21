/** What is wrong with a document, and where. */
export interface CoreError {
  /** Stable name, such as "missing_field" (core/base/result.h). */
  readonly code: string;
  /** RFC 6901 JSON pointer into the document; "" is the whole of it. */
  readonly pointer: string;
  /** Byte offset of a syntax error, otherwise 0. */
  readonly offset: number;
}

/** A value, or the reason why there is none. Nothing throws because of a document. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CoreError };

/** A JSON text, or what JSON.stringify makes one of. */
export type Document = string | object;

/** Returns the text of a document. */
export const textOf = (document: Document): string =>
  typeof document === 'string' ? document : JSON.stringify(document);

/** Takes an answer apart: "+" and the value, or "-" and "code offset pointer" (bindings/developer/answer.h). */
export function asText(answer: string): Result<string> {
  const text = answer.slice(1);
  if (answer[0] === '+') return { ok: true, value: text };
  const [code = '', offset = ''] = text.split(' ', 2);
  const pointer = text.slice(code.length + offset.length + 2);
  return { ok: false, error: { code, pointer, offset: Number(offset) } };
}

/** The same where the value is JSON. */
export function parsed<T>(answer: string): Result<T> {
  const text = asText(answer);
  return text.ok ? { ok: true, value: JSON.parse(text.value) as T } : text;
}
