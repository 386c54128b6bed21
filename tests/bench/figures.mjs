/** Numbers of samples, and numbers as text. */

function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

const ascending = (values) => [...values].sort((a, b) => a - b);

export const median = (values) => quantile(ascending(values), 0.5);

/** Half the distance between the quartiles, as a share of the median: how far runs lie apart. */
export function spread(values) {
  const sorted = ascending(values);
  const middle = quantile(sorted, 0.5);
  return middle ? (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 2 / middle : 0;
}

/** Milliseconds with as many digits as mean something. */
export function showMs(value) {
  if (value === undefined) return '–';
  if (value >= 100) return value.toFixed(0);
  if (value >= 1) return value.toFixed(2);
  return value.toFixed(4);
}

export const showRatio = (value) =>
  value === undefined || !Number.isFinite(value) ? '–' : value.toFixed(value < 0.1 ? 3 : 2);

/** A table in columns: the first to the left, the rest to the right. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map((cell) => String(cell ?? '–')));
  const widths = head.map((_, i) => Math.max(...all.map((row) => [...(row[i] ?? '')].length)));
  const line = (row) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat(widths[i] - [...cell].length);
        return i ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n');
}
