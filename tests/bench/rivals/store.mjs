// What a rival's page knows, and how documents change it. Values are never changed in place, so that a
// library can tell by identity what is new; a rival that prefers changes in place keeps its own.

import { isNews, sameCheckpoint, sameShipment } from './tracking-model.mjs';

const kDayMs = 86_400_000;
const decoder = new TextDecoder();

/** Bytes of a document -> its value, as `response.json()` does it. */
export const read = (bytes) => JSON.parse(decoder.decode(bytes));

/** Returns the civil day of the shop by the backend's clock. */
export const todayOf = ({ now_ms, config }) =>
  Math.floor((now_ms + (config.zone_offset_minutes ?? 0) * 60_000) / kDayMs);

/** Returns the id of the first shipment that has news, '' when none has. */
export function newsIn(known, fresh) {
  return fresh.find((shipment, i) => isNews(known[i], shipment))?.id ?? '';
}

export const kEmpty = {
  tracking: { shipments: [], order: undefined, today: 0, announced: '' },
  offers: { offers: [], maxOpen: 0, api: '', testMode: false },
};

/** Returns the state after a whole page document. */
export function withPage(state, page) {
  const { tracking } = state;
  const first = state === kEmpty;
  const announced = (!first && newsIn(tracking.shipments, page.shipments)) || tracking.announced;
  return {
    tracking: { shipments: page.shipments, order: page.order, today: todayOf(page), announced },
    offers: {
      offers: page.offers,
      maxOpen: page.config.max_offers,
      api: page.config.api,
      testMode: page.config.test_mode,
    },
  };
}

/** Returns the known checkpoints with the fresh ones in the place of those with their ids. */
function mergeCheckpoints(known, fresh) {
  let merged = known;
  for (const checkpoint of fresh) {
    const at = merged.findIndex(({ id }) => id === checkpoint.id);
    if (at >= 0 && sameCheckpoint(merged[at], checkpoint)) continue;
    if (merged === known) merged = known.slice();
    if (at >= 0) merged[at] = checkpoint;
    else merged.push(checkpoint);
  }
  if (merged.length > known.length) merged.sort((a, b) => Date.parse(b.time) - Date.parse(a.time));
  return merged;
}

/** Returns the state after shipments that changed, each with only its changed checkpoints. */
export function withChanges(state, { shipments: changed }) {
  const { tracking } = state;
  let announced = tracking.announced;
  const shipments = tracking.shipments.slice();
  for (const fresh of changed) {
    const at = shipments.findIndex(({ id }) => id === fresh.id);
    const known = shipments[at];
    const next = known
      ? { ...fresh, checkpoints: mergeCheckpoints(known.checkpoints, fresh.checkpoints) }
      : fresh;
    if (known && sameShipment(known, next)) continue;
    if (isNews(known, next)) announced = next.id;
    shipments[known ? at : shipments.length] = next;
  }
  return { ...state, tracking: { ...tracking, shipments, announced } };
}

/** Returns the state after one scan of one shipment. */
export function withCheckpoint(state, { shipment_id: id, checkpoint }) {
  const { tracking } = state;
  const at = tracking.shipments.findIndex((shipment) => shipment.id === id);
  if (at < 0) return state;
  const shipment = tracking.shipments[at];
  const checkpoints = mergeCheckpoints(shipment.checkpoints, [checkpoint]);
  if (checkpoints === shipment.checkpoints) return state;
  const next = { ...shipment, checkpoints };
  const shipments = tracking.shipments.with(at, next);
  const announced = isNews(shipment, next) ? id : tracking.announced;
  return { ...state, tracking: { ...tracking, shipments, announced } };
}

/**
 * Puts a scan into the place of the checkpoint it changes, for a rival that changes its state in place.
 * Returns false when it is a new one or stands elsewhere now.
 */
export function replaceCheckpoint(state, { shipment_id: id, checkpoint }) {
  const shipment = state.tracking.shipments.find((candidate) => candidate.id === id);
  const at = shipment ? shipment.checkpoints.findIndex((known) => known.id === checkpoint.id) : -1;
  if (at < 0 || shipment.checkpoints[at].time !== checkpoint.time) return false;
  shipment.checkpoints[at] = checkpoint;
  return true;
}
