/** A tracking service that sends signed webhooks (Standard Webhooks). */
import { createHmac } from 'node:crypto';
import { ask, unique, type Answer } from './shopper.js';

export interface Signing {
  id?: string;
  /** Unix seconds. */
  at?: number;
  secrets?: string[];
  headers?: Record<string, string>;
}

/** The value of `webhook-signature`. */
export function sign(secret: string, id: string, at: number, body: string): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
}

export class TrackingService {
  private constructor(
    readonly origin: string,
    readonly source: string,
    readonly secret: string,
  ) {}

  static async at(origin: string, source: string): Promise<TrackingService> {
    const { webhooks } = (await ask(origin, '/merchant/api/webhooks')).json;
    const row = webhooks.find((webhook: any) => webhook.source === source);
    return new TrackingService(origin, source, row.secret);
  }

  /** Sends a body as it is, or anything else as JSON. */
  async send(payload: unknown, signing: Signing = {}): Promise<Answer> {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const id = signing.id ?? unique('msg');
    const at = signing.at ?? Math.floor(Date.now() / 1000);
    const secrets = signing.secrets ?? [this.secret];
    const signature = secrets.map((secret) => sign(secret, id, at, body)).join(' ');
    return ask(this.origin, `/postlude/v1/webhooks/${this.source}`, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(at),
        'webhook-signature': signature,
        ...signing.headers,
      },
    });
  }
}
