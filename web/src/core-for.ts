// Which of the two builds of the core a page needs.

import { kEveryCore, kOfferCore, kOfferKinds } from './core-name.js';

/** Returns the core for the kinds named, such as "order offer"; the whole one for "", any kind. */
export function coreFor(widgets: string): string {
  const all = widgets.split(' ').every((name) => kOfferKinds.includes(name));
  return all ? kOfferCore : kEveryCore;
}
