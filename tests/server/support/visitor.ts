/** Somebody in the shop with a browser that runs no scripts: pages, forms and cookies. */
import assert from 'node:assert/strict';

export interface Page {
  status: number;
  headers: Headers;
  html: string;
  /** Where the page was found after redirects. */
  path: string;
}

export const kAddress = {
  email: 'ada@example.org',
  name: 'Ada Lovelace',
  address: 'Karl-Heine-Str. 12',
  postcode: '04229',
  city: 'Leipzig',
  country: 'DE',
};

const kMaxRedirects = 5;

/** The text of `html` with its entities decoded and its tags left out. */
export function textOf(html: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => names[name] ?? '')
    .replace(/\s+/g, ' ');
}

export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  async open(path: string): Promise<Page> {
    return this.go('GET', path);
  }

  /** Sends a form and follows where it leads. */
  async send(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    return this.go('POST', path, new URLSearchParams(fields), headers);
  }

  private async go(
    method: string,
    path: string,
    form?: URLSearchParams,
    headers: Record<string, string> = {},
    redirects = 0,
  ): Promise<Page> {
    assert.ok(redirects <= kMaxRedirects, 'too many redirects');
    const response = await this.ask(method, path, form, headers);
    const next = response.headers.get('location');
    if (response.status === 303 && next) {
      return this.go('GET', next, undefined, {}, redirects + 1);
    }
    return {
      status: response.status,
      headers: response.headers,
      html: await response.text(),
      path,
    };
  }

  /** One request, and no further. */
  private async ask(
    method: string,
    path: string,
    form?: URLSearchParams,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.origin + path, {
      method,
      headers: { Accept: 'text/html', ...headers, ...(cookie ? { Cookie: cookie } : {}) },
      redirect: 'manual',
      ...(form ? { body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  private keep(line: string): void {
    assert.match(line, /; HttpOnly/);
    assert.match(line, /; SameSite=Lax/);
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (/Max-Age=0(;|$)/.test(line)) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  /** The checkout's form as the page gives it, with the address filled in. */
  async checkoutForm(): Promise<Record<string, string>> {
    return filledIn((await this.open('/checkout')).html);
  }

  /** The same to pay in another currency. */
  async checkoutFormIn(currency: string): Promise<Record<string, string>> {
    const form = { ...(await this.checkoutForm()), show_in: currency };
    return filledIn((await this.send('/checkout', form)).html);
  }

  /** Sends the checkout's form and goes no further: the thank-you page is seen by nobody yet. */
  async checkOut(form: Record<string, string>): Promise<void> {
    const response = await this.ask('POST', '/checkout', new URLSearchParams(form));
    assert.equal(response.headers.get('location'), '/thank-you', await response.text());
  }

  /** Buys one of each product and returns the thank-you page. */
  async buy(products: string[]): Promise<Page> {
    for (const product of products) await this.send('/cart/add', { product });
    return this.send('/checkout', await this.checkoutForm());
  }
}

function filledIn(html: string): Record<string, string> {
  const hidden = (name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return {
    ...kAddress,
    checkout: hidden('checkout'),
    shown_total: hidden('shown_total'),
    currency: hidden('currency'),
    card: '4242424242424242',
  };
}
