// A library on the server: the text of a page document in, the markup of two shadow roots out.

import { createFormatter } from '../../../web/src/format-text.ts';
import { kEmpty, withPage } from '../rivals/store.mjs';
import { speak } from '../rivals/words.mjs';

/** Returns `makeRenderer(words, styles)`, whose result turns a document's text into `{tracking, offers}`. */
export function rendererOf(renderToString, trackingTree, offersTree) {
  return (words, styles = '') => {
    speak(createFormatter('en', words, 'ltr'));
    const facts = { locale: 'en', dir: 'ltr', styles };
    return (text) => {
      const state = withPage(kEmpty, JSON.parse(text));
      return {
        tracking: renderToString(trackingTree(state, facts)),
        offers: renderToString(offersTree(state, facts)),
      };
    };
  };
}
