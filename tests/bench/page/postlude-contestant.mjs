// Postlude as a contestant: the published package with its public interface, one session throughout, as
// the rivals keep their modules, templates and words throughout.

const kTags = ['postlude-tracking', 'postlude-offer'];

export class PostludeContestant {
  constructor({ dist, wasm }) {
    this.dist = dist;
    // What a page's Content-Security-Policy would do.
    if (!wasm) delete globalThis.WebAssembly;
    else this.watchMemory();
  }

  /** Keeps what the module's memory is: it is no part of the engine's heap. */
  watchMemory() {
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const result = await own(...given);
        this.wasm = (result.instance ?? result).exports.memory;
        return result;
      };
    }
  }

  memory() {
    return this.wasm?.buffer.byteLength ?? 0;
  }

  async prepare() {
    this.package = await import(`${this.dist}/index.js`);
    this.session = await this.package.createSession({
      locale: 'en',
      // Every mount is the first of a page that has just begun to wait.
      startedAt: Infinity,
    });
    this.attach(undefined);
  }

  attach(session) {
    this.package.PostludeElement.attach(session);
  }

  open() {
    this.hosts = kTags.map((tag) => document.createElement(tag));
    this.attach(this.session);
  }

  serve({ tracking, offers }) {
    const markup = [tracking, offers];
    document.body.setHTMLUnsafe(
      kTags
        .map((tag, i) => `<${tag}><template shadowrootmode="open">${markup[i]}</template></${tag}>`)
        .join(''),
    );
    this.hosts = [...document.body.children];
  }

  mount(bytes) {
    this.session.page(bytes);
    document.body.append(...this.hosts);
  }

  adopt(bytes) {
    this.session.page(bytes);
    // On a page each element has a task of its own.
    for (const steps = this.package.PostludeElement.adopt(this.session); !steps.next().done;);
  }

  page(bytes) {
    this.session.page(bytes);
  }

  changes(bytes) {
    this.session.changes(bytes);
  }

  checkpoint(text) {
    this.session.checkpoint(text);
  }

  roots() {
    return this.hosts.map((host) => host.shadowRoot);
  }

  close() {
    this.attach(undefined);
    document.body.replaceChildren();
    this.hosts = undefined;
  }
}
