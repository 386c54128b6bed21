// One contestant in a frame of its own: every library has its own realm, document and layout, and one
// process and heap are shared by all. The page around it says what to do, and gets milliseconds.

import { markupOf } from './markup.mjs';

const kChangesInARow = 20;

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const layOut = () => document.body.getBoundingClientRect().height;

/** What the page around can ask of a contestant. Each measure leaves everything as it was before. */
export class Frame {
  constructor(contestant) {
    this.contestant = contestant;
  }

  async prepare(facts) {
    await this.contestant.prepare(facts);
  }

  /** Shows the page; answers with the time to the nodes, and to nodes with layout. */
  mount({ page }) {
    this.contestant.open();
    layOut();
    const start = performance.now();
    this.contestant.mount(page);
    const nodes = performance.now();
    layOut();
    return { mount: nodes - start, mountAndLayout: performance.now() - start };
  }

  /** Takes over the server's DOM. */
  adopt({ page }, html) {
    this.contestant.serve(html);
    layOut();
    return { adopt: timed(() => this.contestant.adopt(page)) };
  }

  /** One checkpoint there and back again, so often that the clock can tell. */
  checkpoint(before, after) {
    const total = timed(() => {
      for (let i = 0; i < kChangesInARow; i++) {
        this.contestant.checkpoint(i % 2 ? before.checkpoint : after.checkpoint);
      }
    });
    return { checkpoint: total / kChangesInARow };
  }

  pollSame(before) {
    return { pollSame: timed(() => this.contestant.page(before.page)) };
  }

  /** Both ways, because both are one change. */
  pollWhole(before, after) {
    const there = timed(() => this.contestant.page(after.page));
    const back = timed(() => this.contestant.page(before.page));
    return { pollWhole: (there + back) / 2 };
  }

  pollChange(before, after) {
    const there = timed(() => this.contestant.changes(after.changes));
    const back = timed(() => this.contestant.changes(before.changes));
    return { pollChange: (there + back) / 2 };
  }

  fiftyUpdates(updates, restores) {
    const there = timed(() => updates.forEach((text) => this.contestant.checkpoint(text)));
    const back = timed(() => restores.forEach((text) => this.contestant.checkpoint(text)));
    return { fiftyUpdates: (there + back) / 2 };
  }

  /** Sends documents without measuring, to see what they lead to. */
  send(kind, document) {
    this.contestant[kind](document);
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
