const kLongestWaitS = 24 * 3600;
const kStatusBits = 10;

/** Returns an answer's status as a Reply message has it: above it the seconds of Retry-After. */
export function statusOf({ status, headers }: Response): number {
  const text = headers.get('retry-after');
  const seconds = Number(text) || (Date.parse(text!) - Date.now()) / 1000;
  return status | ((seconds > 0 ? Math.min(seconds, kLongestWaitS) : 0) << kStatusBits);
}
