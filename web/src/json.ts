// JSON of the page's data. JSON.stringify asks `toJSON` of every array and object, and libraries have
// put wrong ones on Array.prototype and Object.prototype; this asks nobody.

const quote = JSON.stringify;
const kMaxDepth = 32;

/**
 * Returns plain data as JSON. What JSON has no word for (functions, undefined, elements, cycles deeper
 * than 32 levels) is left out of objects and is null in arrays.
 */
export function jsonOf(value: unknown): string {
  return write(value, 0) ?? 'null';
}

function write(value: unknown, depth: number): string | undefined {
  const type = typeof value;
  // Of these it asks no `toJSON`.
  if (value === null || type === 'string' || type === 'number' || type === 'boolean') {
    return quote(value);
  }
  if (typeof value !== 'object' || depth > kMaxDepth || value instanceof Node) return undefined;
  if (Array.isArray(value)) {
    let out = '';
    for (let i = 0; i < value.length; i++) {
      out += (i ? ',' : '') + (write(value[i], depth + 1) ?? 'null');
    }
    return `[${out}]`;
  }
  let out = '';
  for (const key of Object.keys(value)) {
    const text = write((value as Record<string, unknown>)[key], depth + 1);
    if (text !== undefined) out += `${out && ','}${quote(key)}:${text}`;
  }
  return `{${out}}`;
}
