// What bindings/embind.cpp exports.

/** What every call answers: `json` when `code` is "", else what is wrong and where. */
export interface Outcome {
  readonly json: string;
  readonly code: string;
  readonly pointer: string;
  readonly offset: number;
}

/** A configuration that is read once. */
export interface PreparedOffers {
  check(): Outcome;
  add(json: string): Outcome;
  rank(json: string): Outcome;
  decide(json: string): Outcome;
  explain(json: string): Outcome;
  delete(): void;
}

export interface DeveloperModule {
  readonly PreparedOffers: new (json: string) => PreparedOffers;
  parseOrder(source: string, json: string): Outcome;
  normalise(source: string, json: string): Outcome;
  decideOffer(json: string): Outcome;
  explainOffer(json: string): Outcome;
  lintOffers(json: string): Outcome;
  priceQuote(json: string): Outcome;
  renderHtml(
    kind: string,
    json: string,
    nowMs: number,
    format: (id: number, words: number[], count: number, strings: string[]) => string,
  ): Outcome;
  checkUrl(url: string): Outcome;
  runScenario(json: string): Outcome;
}

/** Compiles and starts the module. */
export default function createModule(options: {
  wasmBinary?: ArrayBuffer | Uint8Array;
}): Promise<DeveloperModule>;
