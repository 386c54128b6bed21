// A library as a contestant: two shadow roots that it fills from the same bytes as everybody.

import { createFormatter } from '../../../web/src/format-text.ts';
import {
  kEmpty,
  read,
  replaceCheckpoint,
  withChanges,
  withCheckpoint,
  withPage,
} from '../rivals/store.mjs';
import { speak } from '../rivals/words.mjs';

const kKinds = ['tracking', 'offers'];

function ignore(event) {
  if (event.type === 'submit') event.preventDefault();
}

/** Gives an element a shadow root as the product's element has one: styles and two listeners. */
export function dress(host, sheet) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (sheet) root.adoptedStyleSheets = [sheet];
  root.addEventListener('click', ignore);
  root.addEventListener('submit', ignore);
  return root;
}

/** `start` shows a state in two roots (rivals/preact.jsx and its like). */
export class RivalContestant {
  constructor(start) {
    this.start = start;
    this.view = undefined;
  }

  async prepare({ words, styles }) {
    speak(createFormatter('en', words, 'ltr'));
    this.sheet = new CSSStyleSheet();
    this.sheet.replaceSync(styles);
    this.facts = { locale: 'en', dir: 'ltr', styles: '' };
  }

  /** Makes elements that are not in the page yet. */
  open() {
    this.hosts = kKinds.map(() => document.createElement('div'));
  }

  /** Puts elements with the server's markup into the page. */
  serve(html) {
    document.body.setHTMLUnsafe(
      kKinds
        .map((kind) => `<div><template shadowrootmode="open">${html[kind]}</template></div>`)
        .join(''),
    );
    this.hosts = [...document.body.children];
  }

  mount(bytes) {
    this.state = withPage(kEmpty, read(bytes));
    this.begin(false);
    document.body.append(...this.hosts);
  }

  adopt(bytes) {
    this.state = withPage(kEmpty, read(bytes));
    this.begin(true);
  }

  begin(adopt) {
    const [tracking, offers] = this.hosts.map((host) =>
      dress(host, adopt ? undefined : this.sheet),
    );
    this.view = this.start({ tracking, offers }, this.state, this.facts, adopt);
  }

  page(bytes) {
    this.show(withPage(this.state, read(bytes)));
  }

  changes(bytes) {
    this.show(withChanges(this.state, read(bytes)));
  }

  checkpoint(text) {
    const message = JSON.parse(text);
    if (this.view.updateCheckpoint && replaceCheckpoint(this.state, message)) {
      this.view.updateCheckpoint(message.shipment_id, message.checkpoint);
    } else {
      this.show(withCheckpoint(this.state, message));
    }
  }

  show(next) {
    const before = this.state;
    this.state = next;
    this.view.update(next, before);
  }

  roots() {
    return this.hosts.map((host) => host.shadowRoot);
  }

  close() {
    this.view.stop();
    document.body.replaceChildren();
    this.view = this.state = this.hosts = undefined;
  }
}
