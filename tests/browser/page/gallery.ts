// In the page: plays scenarios to a core of their own, and hangs up every state that a widget was in.

import styles from 'postlude:styles';
import { type Root, Stage } from '../../../web/src/apply-batch.js';
import { type Core, loadCore } from '../../../web/src/core.js';
import { loadFormatter } from '../../../web/src/locale.js';
import { pickLanguage } from '../../../web/src/page-language.js';
import { kWidgets, MessageType } from '../../../web/src/protocol.gen.js';

interface Step {
  readonly send: string;
  readonly at: number;
  readonly a?: number;
  readonly b?: number;
  readonly payload?: unknown;
  readonly text?: string;
}

export interface Scenario {
  readonly name: string;
  readonly steps: readonly Step[];
}

const kMessages: Readonly<Record<string, MessageType | undefined>> = {
  Configure: MessageType.Configure,
  Prepare: MessageType.Prepare,
  Page: MessageType.Page,
  Changes: MessageType.Changes,
  Checkpoint: MessageType.Checkpoint,
  Order: MessageType.Order,
  Mount: MessageType.Mount,
  Adopt: MessageType.Adopt,
  Unmount: MessageType.Unmount,
  Act: MessageType.Act,
  Reply: MessageType.Reply,
  Timer: MessageType.Timer,
  Refresh: MessageType.Refresh,
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** Returns an element whose shadow root has our styles. */
function hostOf(kind: number): HTMLElement {
  const host = document.createElement(`postlude-${kWidgets[kind]}`);
  host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  return host;
}

class Wall {
  private readonly _hung = new Set<string>();

  constructor(private readonly _place: Element) {}

  get size(): number {
    return this._hung.size;
  }

  /** Hangs up what a shadow root shows, unless the same hangs there. */
  hang(kind: number, shadow: ShadowRoot, where: string): void {
    const block = shadow.firstElementChild;
    if (!block) return;
    const copy = block.cloneNode(true) as Element;
    // Ids of blocks tell states apart that look the same.
    for (const element of [copy, ...copy.querySelectorAll('[data-b]')]) {
      element.removeAttribute('data-b');
    }
    const key = kind + copy.outerHTML;
    if (this._hung.has(key)) return;
    this._hung.add(key);
    const host = hostOf(kind);
    host.dataset['where'] = where;
    host.shadowRoot!.appendChild(copy);
    this._place.appendChild(host);
  }
}

function play(scenario: Scenario, core: Core, stage: Stage, language: Language, wall: Wall): void {
  const mounted = new Map<number, { kind: number; shadow: ShadowRoot }>();
  const addRoot = (id: number, kind: number): void => {
    const shadow = hostOf(kind).shadowRoot!;
    const root: Root = {
      shadow,
      show(block) {
        block.setAttribute('lang', language.locale);
        block.setAttribute('dir', language.dir);
        shadow.replaceChildren(block);
      },
      adopt() {},
      hide() {
        shadow.replaceChildren();
      },
    };
    mounted.set(id, { kind, shadow });
    stage.addRoot(id, root);
  };
  scenario.steps.forEach(({ send, at, a = 0, b = 0, payload, text }, index) => {
    const type = kMessages[send];
    if (type === undefined) throw new Error(`${scenario.name}: no message ${send}`);
    // There is no server's DOM here: what would be adopted is built.
    const message = type === MessageType.Adopt ? MessageType.Mount : type;
    if (message === MessageType.Mount) addRoot(a, b);
    const bytes = payload === undefined ? (text ?? '') : JSON.stringify(payload);
    const batch = core.send(message, a, b, bytes, at);
    if (batch) stage.apply(batch);
    for (const { kind, shadow } of mounted.values()) {
      wall.hang(kind, shadow, `${scenario.name}, step ${index} (${send})`);
    }
  });
}

type Language = ReturnType<typeof pickLanguage>;

/** Fills `place` with every state of the scenarios in a language; returns how many there are. */
export async function fillGallery(
  place: Element,
  scenarios: readonly Scenario[],
  tag: string,
): Promise<number> {
  const language = pickLanguage([tag]);
  document.documentElement.lang = language.locale;
  document.documentElement.dir = language.dir;
  const formatter = await loadFormatter(language, (words) => fetch(`/dist/locales/${words}.json`));
  const wall = new Wall(place);
  for (const scenario of scenarios) {
    const core = await loadCore({
      wasm: () => fetch('/dist/postlude.wasm'),
      withoutWasm: () => Promise.reject(new Error('this browser has WebAssembly')),
    });
    play(scenario, core, new Stage(formatter), language, wall);
  }
  return wall.size;
}
