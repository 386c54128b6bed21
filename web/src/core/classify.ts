/**
 * What carriers' words mean, by tables of some thirty languages: the same as `postlude classify`.
 *
 *     import { loadClassifier } from 'postlude/core/classify';
 *     const { classify } = await loadClassifier();
 *     classify('Zustellversuch erfolglos').status; // "attempt_failed"
 */

import createGlue from './glue-classify.mjs';
import { type ModuleOptions, startModule } from './start-module.js';

/** What one scan in a carrier's own words says. */
export interface Meaning {
  /** Canonical status; "unknown" rather than guessed. */
  readonly status: string;
  /** "" when nothing more is known. */
  readonly sub_status: string;
  /** From 0.5 to 0.99; 0 when unknown. */
  readonly confidence: number;
}

/** A cue that was heard. */
export interface HeardCue {
  readonly phrase: string;
  readonly status: string;
  readonly sub_status: string;
  /** The heaviest status speaks. */
  readonly weight: number;
}

/** The same, and which cues were heard. */
export interface ExplainedMeaning extends Meaning {
  readonly cues: readonly HeardCue[];
}

/** What bindings/embind_classify.cpp exports. */
interface ClassifyModule {
  classify(text: string, explain: boolean): string;
}

/** Reads carriers' words; made by loadClassifier. Every call is synchronous and pure. */
export interface Classifier {
  /** Places one scan. */
  classify(this: void, text: string): Meaning;
  /** Places one scan and says which words decided. */
  explain(this: void, text: string): ExplainedMeaning;
}

/** Loads the module once a call; some milliseconds, and as many for the first text. Rejects when it cannot be had. */
export async function loadClassifier(options: ModuleOptions = {}): Promise<Classifier> {
  const beside = (): URL => new URL('./postlude-core-classify.wasm', import.meta.url);
  const module = await startModule<ClassifyModule>(createGlue, options, beside);
  const placed = (text: string, explain: boolean): unknown =>
    JSON.parse(module.classify(text, explain).slice(1));
  return {
    classify: (text) => placed(text, false) as Meaning,
    explain: (text) => placed(text, true) as ExplainedMeaning,
  };
}

export type { ModuleOptions };
