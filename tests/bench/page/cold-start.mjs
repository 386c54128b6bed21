// A library in a page that is opened for the first time: finds the page's data, shows or takes over the
// widgets, and says when it is done.

import { createFormatter } from '../../../web/src/format-text.ts';
import { kEmpty, withPage } from '../rivals/store.mjs';
import { speak } from '../rivals/words.mjs';
import { dress } from './rival-contestant.mjs';

export function startCold(start, styles, words) {
  const document_ = JSON.parse(document.getElementById('page-data').textContent);
  speak(createFormatter('en', words, 'ltr'));
  const hosts = ['tracking', 'offers'].map((kind) => document.getElementById(kind));
  const adopt = hosts.every((host) => host.shadowRoot);
  const sheet = new CSSStyleSheet();
  if (!adopt) sheet.replaceSync(styles);
  const [tracking, offers] = hosts.map((host) => dress(host, adopt ? undefined : sheet));
  const facts = { locale: 'en', dir: 'ltr', styles: adopt ? styles : '' };
  start({ tracking, offers }, withPage(kEmpty, document_), facts, adopt);
  performance.mark('widget');
}
