/**
 * The widgets as HTML, for Node and edge workers: the markup that the browser adopts.
 *
 *     import { createFormatter, loadRenderer } from 'postlude/core/render';
 *     const renderer = await loadRenderer();
 *     const html = renderer.renderHtml('tracking', page, Date.now(), createFormatter('en', words));
 */

import type { Formatter } from '../apply-batch.js';
import createGlue from './glue-render.mjs';
import { type Document, type Result, asText, textOf } from './result.js';
import { type ModuleOptions, startModule } from './start-module.js';

/** The widgets. */
export type WidgetKind = 'order' | 'offer' | 'tracking' | 'review';

/** What bindings/embind_render.cpp exports. */
interface RenderModule {
  renderHtml(kind: string, json: string, nowMs: number, format: (asked: string) => string): string;
}

/** Renders widgets; made by loadRenderer. Every call is synchronous and pure. */
export interface Renderer {
  /**
   * Renders one widget of a page document to the markup that the browser adopts; "" while its
   * fallback stays. `formatter` finds the words (createFormatter).
   */
  renderHtml(kind: WidgetKind, page: Document, nowMs: number, formatter: Formatter): Result<string>;
}

/** Lets a formatter answer what bindings/embind.cpp asks. */
const formatOf =
  (formatter: Formatter) =>
  (asked: string): string => {
    const [id, words, count, strings] = JSON.parse(asked) as [number, number[], number, string[]];
    return formatter.format(id, count, new Uint32Array(words), 0, strings);
  };

/** Loads the module once a call; some milliseconds. Rejects when it cannot be had. */
export async function loadRenderer(options: ModuleOptions = {}): Promise<Renderer> {
  const beside = (): URL => new URL('./postlude-core-render.wasm', import.meta.url);
  const module = await startModule<RenderModule>(createGlue, options, beside);
  return {
    renderHtml: (kind, page, nowMs, formatter) =>
      asText(module.renderHtml(kind, textOf(page), nowMs, formatOf(formatter))),
  };
}

export { createFormatter, type Word } from '../format-text.js';
export type { CoreError, Document, Result } from './result.js';
export type { Formatter, ModuleOptions };
