/** Plain HTTP for many small requests: no contract checks, connections kept, answers as text. */
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: 1500 });

export interface WireAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface WireAsk {
  json?: unknown;
  form?: Record<string, string>;
  headers?: Record<string, string>;
  /** The connection is cut this long after the request was sent. */
  cutAfterMs?: number;
  /** How long an answer is waited for. */
  patienceMs?: number;
}

const kPatienceMs = 20_000;

/** Sends one request; rejects when the connection breaks or is cut. Redirects are not followed. */
export function send(origin: string, path: string, ask: WireAsk = {}): Promise<WireAnswer> {
  const headers: Record<string, string> = { ...ask.headers };
  let body: string | undefined;
  if (ask.json !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(ask.json);
  } else if (ask.form) {
    headers['Content-Type'] = 'application/x-www-form-urlencoded';
    body = new URLSearchParams(ask.form).toString();
  }
  if (body !== undefined) headers['Content-Length'] = String(Buffer.byteLength(body));
  return new Promise((resolve, reject) => {
    const sent = request(
      origin + path,
      { method: body === undefined ? 'GET' : 'POST', headers, agent },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('aborted', () => reject(new Error('the answer broke off')));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    const wait = ask.cutAfterMs ?? ask.patienceMs ?? kPatienceMs;
    const timer = setTimeout(() => sent.destroy(new Error('cut')), wait);
    sent.on('close', () => clearTimeout(timer));
    sent.end(body);
  });
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
