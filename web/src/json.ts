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
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      return isFinite(value) ? String(value) : 'null';
    case 'boolean':
      return String(value);
    case 'object':
      break;
    default:
      return undefined;
  }
  if (value === null) return 'null';
  if (depth > kMaxDepth || value instanceof Node) return undefined;
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
