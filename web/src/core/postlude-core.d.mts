// What bindings/embind.cpp exports.

/** What every call answers: `json` when `code` is "", else what is wrong and where. */
export interface Outcome {
  readonly json: string;
  readonly code: string;
  readonly pointer: string;
  readonly offset: number;
}

export interface DeveloperModule {
  parseOrder(source: string, json: string): Outcome;
  normalise(source: string, json: string): Outcome;
  decideOffer(json: string): Outcome;
  explainOffer(json: string): Outcome;
  /** Answers with the number that the others take. */
  prepareOffers(json: string): Outcome;
  addOffers(prepared: number, json: string): Outcome;
  /** `form`: 0 the outcome alone, 1 the whole table, 2 the table as text. */
  decidePrepared(prepared: number, json: string, form: number): Outcome;
  forgetOffers(prepared: number): void;
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
