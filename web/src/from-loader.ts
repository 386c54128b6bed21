// What the loader has brought along. In the runtime's bundle this stands in for the modules that the
// loader has in its own (web/build.mjs), so that no page loads them twice.

import type { coreFor as coreForKinds } from './core-for.js';
import type { importModule as importOurs } from './import-module.js';
import type * as natives from './natives.js';
import type { pageLanguage as languageOfPage } from './page-language.js';
import { kVersion } from './version.js';

/** Its version, and in the order of `takeFromLoader`: names would travel in both scripts. */
export type FromLoader = readonly [
  version: string,
  importModule: typeof importOurs,
  pageLanguage: typeof languageOfPage,
  coreFor: typeof coreForKinds,
  createElement: typeof natives.createElement,
  query: typeof natives.query,
  memberOf: typeof natives.memberOf,
  dispatch: typeof natives.dispatch,
];

export let importModule: typeof importOurs;
export let pageLanguage: typeof languageOfPage;
export let coreFor: typeof coreForKinds;
export let createElement: typeof natives.createElement;
export let query: typeof natives.query;
export let memberOf: typeof natives.memberOf;
export let dispatch: typeof natives.dispatch;

/**
 * Takes the loader's functions; nothing of this module works before. Throws when the loader is of
 * another version, kept by a cache while the runtime was replaced.
 */
export function takeFromLoader(brought: FromLoader): void {
  let version;
  [version, importModule, pageLanguage, coreFor, createElement, query, memberOf, dispatch] =
    brought;
  if (version !== kVersion) throw new Error(`postlude.js is of version ${version}`);
}

/** The loader names the folder of all files. */
export const ownFile = (name: string): URL => new URL(name, import.meta.url);
