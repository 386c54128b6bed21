// What tests put into a page: the modules of the web edge under one name, and a widget to try them on.
import { AcceptGuard } from '../../../web/src/accept-guard.js';
import { type Formatter, type Root, Stage } from '../../../web/src/apply-batch.js';
import { jsonOf } from '../../../web/src/json.js';
import * as later from '../../../web/src/later.js';
import { EffectRunner } from '../../../web/src/run-effects.js';
import { listen } from '../../../web/src/stream.js';

/** Says which phrase it was and what it was given. */
const formatter = (locale: string): Formatter => ({
  locale,
  dir: 'ltr',
  format(id, count, words, at, strings) {
    const args: string[] = [];
    for (let i = 0; i < count; i++) {
      const first = words[at++]!;
      if ((first & 255) === 0) args.push(strings[first >>> 8]!);
      else if ((first & 255) === 6) args.push(`phrase ${first >>> 8}`);
      else {
        args.push(String(words[at]!));
        at += 2;
      }
    }
    return `${locale}${id}(${args.join()})`;
  },
});

class TestRoot implements Root {
  readonly shadow: ShadowRoot;
  adopted = false;
  constructor() {
    const host = document.createElement('div');
    document.body.append(host);
    this.shadow = host.attachShadow({ mode: 'open' });
    this.hide();
  }
  show(block: Element) {
    this.shadow.replaceChildren(block);
  }
  adopt() {
    this.adopted = true;
  }
  hide() {
    this.shadow.replaceChildren(document.createElement('slot'));
  }
}

/** One stage with the roots 1 and 2. */
function newStage() {
  const stage = new Stage(formatter('en'));
  const roots = [new TestRoot(), new TestRoot()];
  roots.forEach((root, i) => stage.addRoot(i + 1, root));
  return {
    stage,
    roots,
    shadow: roots[0]!.shadow,
    formatter,
    apply(list: number[]) {
      const buffer = new Uint8Array(list).buffer;
      return stage.apply({ buffer, at: 0, size: buffer.byteLength });
    },
    /** The content of the first root as text that a test can compare. */
    html: () => roots[0]!.shadow.innerHTML,
  };
}

Object.assign(window, {
  edge: { AcceptGuard, EffectRunner, jsonOf, later, newStage, stream: { listen } },
});
