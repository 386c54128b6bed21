// One contestant in a frame of its own: every library has its own realm, document and layout, and one
// process and heap are shared by all. The page around it says what to do, and gets milliseconds.

import { markupOf } from './markup.mjs';

const kChangesInARow = 20;
/** Until the empty page is drawn: the next frame waits for that, which would hide what it costs itself. */
const kDrawnMs = 60;
const encoder = new TextEncoder();

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The next frame of the page is made: style, layout and paint. */
const frameMade = () =>
  new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(0);
    });
  });

const layOut = () => document.body.getBoundingClientRect().height;

/** What the page around can ask of a contestant. Each measure leaves everything as it was before. */
export class Frame {
  constructor(contestant) {
    this.contestant = contestant;
  }

  async prepare(facts) {
    await this.contestant.prepare(facts);
  }

  /** Documents as a network would bring them: pages and changes in bytes, single scans as text. */
  load({ before, after, updates, restores, appends }) {
    const ready = (document) => ({
      page: encoder.encode(document.page),
      changes: encoder.encode(document.changes),
      checkpoint: document.checkpoint,
    });
    this.before = ready(before);
    this.after = ready(after);
    this.updates = [...updates];
    this.restores = [...restores];
    this.appends = [...appends];
  }

  /** Shows the page; answers with the time to the nodes, and to nodes with layout. */
  mount() {
    this.contestant.open();
    layOut();
    const start = performance.now();
    this.contestant.mount(this.before.page);
    const nodes = performance.now();
    layOut();
    return { mount: nodes - start, mountAndLayout: performance.now() - start };
  }

  /** Shows the page; answers with the time to the nodes and until they are painted. */
  async paint() {
    this.contestant.open();
    await frameMade();
    await new Promise((done) => setTimeout(done, kDrawnMs));
    const start = performance.now();
    this.contestant.mount(this.before.page);
    const nodes = performance.now();
    await frameMade();
    return { scripting: nodes - start, painted: performance.now() - start };
  }

  /** New scans at the front of the list, which stay; the mean of all. */
  append() {
    const total = timed(() => this.sendAppends());
    return { append: total / this.appends.length };
  }

  sendAppends() {
    for (const scan of this.appends) this.contestant.checkpoint(scan);
  }

  /** Memory that is not in the engine's own heap. */
  memory() {
    return { wasmKb: (this.contestant.memory?.() ?? 0) / 1024 };
  }

  /** Takes over the server's DOM. */
  adopt(html) {
    this.contestant.serve(html);
    layOut();
    return { adopt: timed(() => this.contestant.adopt(this.before.page)) };
  }

  /** One checkpoint there and back again, so often that the clock can tell. */
  checkpoint() {
    const { before, after } = this;
    const total = timed(() => {
      for (let i = 0; i < kChangesInARow; i++) {
        this.contestant.checkpoint(i % 2 ? before.checkpoint : after.checkpoint);
      }
    });
    return { checkpoint: total / kChangesInARow };
  }

  pollSame() {
    return { pollSame: timed(() => this.contestant.page(this.before.page)) };
  }

  /** Both ways, because both are one change. */
  pollWhole() {
    const { before, after } = this;
    const there = timed(() => this.contestant.page(after.page));
    const back = timed(() => this.contestant.page(before.page));
    return { pollWhole: (there + back) / 2 };
  }

  pollChange() {
    const { before, after } = this;
    const there = timed(() => this.contestant.changes(after.changes));
    const back = timed(() => this.contestant.changes(before.changes));
    return { pollChange: (there + back) / 2 };
  }

  fiftyUpdates() {
    const there = timed(() => this.updates.forEach((text) => this.contestant.checkpoint(text)));
    const back = timed(() => this.restores.forEach((text) => this.contestant.checkpoint(text)));
    return { fiftyUpdates: (there + back) / 2 };
  }

  /** Sends one document without measuring, to see what it leads to. */
  send(kind, which) {
    this.contestant[kind](this[which][kind]);
  }

  sendUpdates() {
    for (const update of this.updates) this.contestant.checkpoint(update);
  }

  markup() {
    return markupOf(this.contestant.roots());
  }

  close() {
    this.contestant.close();
  }
}

/** Offers a contestant to the page around. */
export function offerFrame(contestant) {
  globalThis.frame = new Frame(contestant);
  parent.postMessage({ ready: true }, location.origin);
}
