// Server-sent events by fetch: EventSource cannot send an Authorization header, and tokens do not travel
// in addresses. Loaded when the backend offers a stream; when to try again is the core's to decide.

import { kMaxJsonBytes } from './protocol.gen.js';
import { statusOf } from './status-of.js';

const kEvent = 'changes';

/** Cuts text/event-stream (WHATWG HTML, 9.2.6, read 2026-11) into the data of its `changes` events. */
export class EventReader {
  private _rest = '';
  private _data = '';
  private _event = '';

  /** Takes the next piece, cut anywhere; returns the data of the events that it completes. */
  read(text: string): string[] {
    const events: string[] = [];
    // A line break may be two characters, the second of which is still to come.
    const lines = (this._rest + text).split(/\r\n|\n|\r(?=[^])/);
    this._rest = lines.pop()!;
    for (const line of lines) {
      if (!line) {
        if (this._data && this._event === kEvent) events.push(this._data.slice(1));
        this._data = this._event = '';
        continue;
      }
      const [, field, value] = /^([^:]*):? ?([^]*)/.exec(line)!;
      if (field === 'data') this._data += '\n' + value;
      else if (field === 'event') this._event = value!;
    }
    if (this._rest.length + this._data.length > kMaxJsonBytes) throw new Error('event too large');
    return events;
  }
}

/**
 * Asks for a stream and tells every event's data as it comes, and `''` where bytes came without one: a
 * sign of life. Resolves with the status of a refusal, or 0 when the stream is over; rejects when it
 * breaks off.
 */
export async function listen(
  url: string,
  init: RequestInit,
  tell: (data: string) => void,
): Promise<number> {
  const response = await fetch(url, init);
  const { body, headers, ok } = response;
  const isStream = /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');
  if (!ok || !body || !isStream) {
    void body?.cancel();
    return ok ? 0 : statusOf(response);
  }
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const events = new EventReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return 0;
    const told = events.read(decoder.decode(value, { stream: true }));
    for (const data of told.length ? told : ['']) tell(data);
  }
}
