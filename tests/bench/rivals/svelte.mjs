import { flushSync, mount, unmount } from 'svelte';
import Offers from './svelte/Offers.svelte';
import Tracking from './svelte/Tracking.svelte';
import { createPage } from './svelte/page.svelte.js';

/** Shows a state in two shadow roots and answers with how to show another, and how to go. */
export function start(roots, state, facts) {
  const page = createPage(state);
  const widgets = [
    mount(Tracking, { target: roots.tracking, props: { page, ...facts } }),
    mount(Offers, { target: roots.offers, props: { page, ...facts } }),
  ];
  flushSync();
  return {
    update(next, before) {
      if (next.tracking !== before.tracking) page.state.tracking = next.tracking;
      if (next.offers !== before.offers) page.state.offers = next.offers;
      flushSync();
    },
    /** Only what differs in one checkpoint is told to whoever watches it. */
    updateCheckpoint(shipmentId, checkpoint) {
      const shipment = page.state.tracking.shipments.find(({ id }) => id === shipmentId);
      Object.assign(
        shipment.checkpoints.find(({ id }) => id === checkpoint.id),
        checkpoint,
      );
      flushSync();
    },
    stop() {
      for (const widget of widgets) void unmount(widget);
    },
  };
}
