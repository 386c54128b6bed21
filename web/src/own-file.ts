// The files beside this script, each written out: that is how bundlers find and move them.

import { kEveryCore, kLater, kOfferCore, kSources, kStream } from './core-name.js';

const kOwn: Readonly<Record<string, () => URL>> = {
  [kEveryCore]: () => new URL('./postlude.wasm', import.meta.url),
  [kOfferCore]: () => new URL('./postlude-offer.wasm', import.meta.url),
  [kSources]: () => new URL('./postlude-sources.wasm', import.meta.url),
  [kLater]: () => new URL('./postlude-later.js', import.meta.url),
  [kStream]: () => new URL('./postlude-stream.js', import.meta.url),
};

/** Returns the address of a file that lies beside this script or, of another name, its core. */
export const ownFile = (name: string): URL => kOwn[name]?.() ?? new URL(name, ownFile(kEveryCore));
