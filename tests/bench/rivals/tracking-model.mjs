// What the tracking widget decides and says, for every rival alike: the rules of core/tracking
// (progress, lateness, next action, words) in the least code that gives the same answers.

import * as phrase from 'bench:phrases';
import {
  say,
  sayCountry,
  sayDays,
  sayMoment,
  sayNews,
  sayNumber,
  sayNumberAndText,
  sayNumbers,
  sayPhraseAndNumber,
  sayPlace,
  sayText,
  sayTexts,
} from './words.mjs';

export const kShownAtFirst = 3;
const kStaleDays = 7;
const kExpiredDays = 30;

const kStatusPhrases = {
  unknown: phrase.StatusUnknown,
  pending: phrase.StatusPending,
  label_created: phrase.StatusLabelCreated,
  picked_up: phrase.StatusPickedUp,
  in_transit: phrase.StatusInTransit,
  out_for_delivery: phrase.StatusOutForDelivery,
  ready_for_pickup: phrase.StatusReadyForPickup,
  attempt_failed: phrase.StatusAttemptFailed,
  delayed: phrase.StatusDelayed,
  on_hold: phrase.StatusOnHold,
  delivered: phrase.StatusDelivered,
  exception: phrase.StatusException,
  returning: phrase.StatusReturning,
  returned: phrase.StatusReturned,
  cancelled: phrase.StatusCancelled,
  expired: phrase.StatusExpired,
};

// Stage of the step bar; a status that is a trouble keeps the furthest stage reached.
const kStages = {
  unknown: { stage: 0, trouble: true },
  pending: { stage: 0 },
  label_created: { stage: 0 },
  picked_up: { stage: 1 },
  in_transit: { stage: 2 },
  out_for_delivery: { stage: 3 },
  ready_for_pickup: { stage: 3, attention: true },
  attempt_failed: { stage: 3, trouble: true, attention: true },
  delayed: { stage: 0, trouble: true, attention: true },
  on_hold: { stage: 0, trouble: true, attention: true },
  delivered: { stage: 4 },
  exception: { stage: 0, trouble: true, attention: true },
  returning: { stage: 2, trouble: true, attention: true },
  returned: { stage: 2, trouble: true, attention: true },
  cancelled: { stage: 0, trouble: true, attention: true },
  expired: { stage: 0, trouble: true, attention: true },
};

// What the sub-statuses of a trouble ask for; those for the shop are its affair in any status.
const kShopTroubles = {
  refused: phrase.TodoRefused,
  rejected_by_carrier: phrase.TodoRejected,
  damaged: phrase.TodoDamaged,
  lost: phrase.TodoLost,
  destroyed: phrase.TodoDestroyed,
  undeliverable: phrase.TodoUndeliverable,
};
const kAskedBy = {
  ...kShopTroubles,
  payment_needed: phrase.TodoPayCharges,
  customs_information_needed: phrase.TodoCustomsInformation,
  documents_needed: phrase.TodoGiveInformation,
  address_problem: phrase.TodoCorrectAddress,
  customer_moved: phrase.TodoCustomerMoved,
  recipient_absent: phrase.TodoArrangeRedelivery,
  business_closed: phrase.TodoBusinessClosed,
  access_denied: phrase.TodoAccessDenied,
  notice_left: phrase.TodoArrangeRedelivery,
  pickup_missed: phrase.TodoPickupMissed,
  security_problem: phrase.TodoSecurity,
};

const kShopAffairs = {
  returning: phrase.TodoComingBack,
  returned: phrase.TodoReturned,
  cancelled: phrase.TodoCancelled,
};

const kWaits = {
  customs_delay: phrase.TodoCustomsDelay,
  weather_delay: phrase.TodoWeatherDelay,
  missorted: phrase.TodoMissorted,
};

const kLeftAt = {
  left_with_neighbour: phrase.TodoCheckNeighbour,
  left_in_locker: phrase.TodoCheckLocker,
  left_at_safe_place: phrase.TodoCheckSafePlace,
};

const kMoving = [
  'label_created',
  'picked_up',
  'in_transit',
  'out_for_delivery',
  'delayed',
  'unknown',
];
const kWaiting = ['pending', 'attempt_failed', 'on_hold'];
const kNotComing = [
  'ready_for_pickup',
  'delivered',
  'exception',
  'returning',
  'returned',
  'cancelled',
  'expired',
];
const kEstimates = {
  carrier: [phrase.TrackingArrives, phrase.TrackingArrivesBetween],
  promised: [phrase.TrackingPromised, phrase.TrackingPromisedBetween],
  predicted: [phrase.TrackingPredicted, phrase.TrackingPredictedBetween],
};

export const statusText = (status) => say(kStatusPhrases[status]);
export const headingText = () => say(phrase.TrackingHeading);
export const progressLabel = () => say(phrase.TrackingProgress);
export const updatesLabel = () => say(phrase.TrackingUpdates);
export const contentsLabel = () => say(phrase.TrackingContents);
export const carrierLinkText = () => say(phrase.TrackingAtCarrier);
export const noneYetText = (shipments) => (shipments.length ? '' : say(phrase.TrackingNoneYet));

/** Returns how many parcels are how far, when there are several. */
export function tallyOf(shipments) {
  const sent = shipments.filter(({ direction }) => direction !== 'return');
  if (sent.length < 2) return [];
  const rows = [];
  for (const [status, name] of Object.entries(kStatusPhrases)) {
    const count = sent.filter((shipment) => shipment.status === status).length;
    if (!count) continue;
    rows.push({ key: status, text: sayPhraseAndNumber(phrase.TrackingCount, name, count) });
  }
  return rows;
}

/** Says how much no parcel holds yet; '' as well when it is not known what is in a parcel. */
export function stillToSendText({ shipments, order }) {
  if (!order || order.cancelled_at || !shipments.length) return '';
  let left = 0;
  for (const line of order.lines) if (line.requires_shipping !== false) left += line.quantity;
  for (const { direction, status, items = [] } of shipments) {
    if (direction === 'return' || status === 'cancelled') continue;
    if (!items.length) return '';
    for (const { line_id: id, quantity = 1 } of items) {
      if (!order.lines.some((line) => line.id === id)) return '';
      left -= quantity;
    }
  }
  return left > 0 ? sayNumber(phrase.TrackingStillToSend, left) : '';
}

export const moreText = (count) => sayNumber(phrase.TrackingShowEarlier, count);

/** The carrier's own words are all there is for a status that could not be placed. */
export const whatText = (checkpoint) =>
  checkpoint.status === 'unknown' ? '' : statusText(checkpoint.status);

export function whereText({ place }) {
  if (!place) return '';
  let where = place.city ?? '';
  if (place.region) where += (where && ', ') + place.region;
  const { country } = place;
  if (!country) return where;
  if (!/^[A-Z]{2}$/.test(country)) return where + (where && ', ') + country;
  return where
    ? sayPlace(phrase.TrackingPlace, where, country)
    : sayCountry(phrase.Literal, country);
}

export const whenText = ({ time }) => (time ? sayMoment(phrase.Moment, time) : '');

/** Returns whether two checkpoints show the same. */
export function sameCheckpoint(a, b) {
  return (
    a === b ||
    (a.id === b.id &&
      a.status === b.status &&
      a.message === b.message &&
      a.time === b.time &&
      samePlace(a.place, b.place))
  );
}

function samePlace(a, b) {
  return a === b || (a?.city === b?.city && a?.region === b?.region && a?.country === b?.country);
}

/** Returns whether a shipment has something new to tell. */
export const isNews = (known, fresh) =>
  !known || known.status !== fresh.status || known.checkpoints[0]?.id !== fresh.checkpoints[0]?.id;

/** Returns whether two shipments are the same. */
export function sameShipment(a, b) {
  if (a === b) return true;
  for (const key of [
    'id',
    'status',
    'sub_status',
    'tracking_number',
    'tracking_url',
    'delivered_at',
  ]) {
    if (a[key] !== b[key]) return false;
  }
  const one = a.checkpoints;
  const other = b.checkpoints;
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) {
    if (!sameCheckpoint(one[i], other[i])) return false;
  }
  return true;
}

export const hasClock = (shipments) =>
  shipments.some(({ checkpoints }) => checkpoints.some(({ time }) => time && time.length > 10));
export const localTimesText = (shipments) =>
  hasClock(shipments) ? say(phrase.TrackingLocalTimes) : '';

export function newsText({ shipments, announced }) {
  const news = announced && shipments.find(({ id }) => id === announced)?.checkpoints[0];
  return news ? sayNews(phrase.TrackingNewsAt, kStatusPhrases[news.status], news.time) : '';
}

const dayNumber = (time) =>
  Date.UTC(+time.slice(0, 4), +time.slice(5, 7) - 1, +time.slice(8, 10)) / 86_400_000;

function estimateText({ status, estimate, delivered_at }) {
  if (status === 'delivered') {
    return delivered_at ? sayDays(phrase.TrackingDeliveredOn, delivered_at) : '';
  }
  if (kNotComing.includes(status)) return '';
  if (!estimate) return say(phrase.TrackingNoEstimate);
  const { from, until, source = 'carrier' } = estimate;
  const window = until && dayNumber(until) !== dayNumber(from);
  const [one, between] = kEstimates[source];
  return window ? sayDays(between, from, until) : sayDays(one, from);
}

const late = (kind, days = 0) => ({ kind, days });

/** By the first estimate: how many days after it, or for how many days there was no scan. */
function latenessOf(shipment, today) {
  const { status, direction, checkpoints, delivered_at: deliveredAt, estimate, pace } = shipment;
  const arrived = status === 'delivered';
  const judged = arrived ? deliveredAt : kMoving.includes(status) || kWaiting.includes(status);
  if (direction === 'return' || !judged) return late('unknown');
  const newest = checkpoints[0]?.time;
  const silent = newest && kMoving.includes(status) ? today - dayNumber(newest) : 0;
  if (silent >= kExpiredDays) return late('expired', silent);
  if (silent >= kStaleDays) return late('stale', silent);
  const promised = shipment.first_estimate ?? estimate;
  const by = arrived ? dayNumber(deliveredAt) : today;
  const days = promised ? by - dayNumber(promised.until ?? promised.from) : 0;
  if (days > 0) return late('late', days);
  if (arrived && promised) return late('on_time');
  return late(pace === 'running_late' ? 'running_late' : 'unknown');
}

function usualText({ status, estimate }) {
  const counted = estimate?.confidence > 0 && estimate.source === 'predicted';
  return counted && !kNotComing.includes(status)
    ? sayNumber(phrase.TrackingUsual, estimate.confidence)
    : '';
}

function paceOf(shipment, { kind, days }) {
  switch (kind) {
    case 'on_time':
      return { state: 'good', text: say(phrase.TrackingOnTime) };
    case 'late':
      return { state: 'attention', text: sayNumber(phrase.TrackingDaysLate, days) };
    case 'running_late':
      return { state: 'attention', text: say(phrase.TrackingRunningLate) };
    case 'stale':
    case 'expired':
      return { state: 'attention', text: sayNumber(phrase.TrackingStale, days) };
    default:
      return { state: 'good', text: usualText(shipment) };
  }
}

function todoOf(shipment, lateness, today) {
  const { status, sub_status: sub, direction, tracking_url: url } = shipment;
  const asks = (id) => ({ state: 'attention', text: say(id) });
  const tells = (text) => ({ state: 'good', text });
  if (direction === 'return') {
    const over = ['delivered', 'returned', 'cancelled'].includes(status) || !url;
    return tells(say(over ? plainPhrase(shipment) : trackPhrase(shipment)));
  }
  switch (status) {
    case 'delivered':
      if (kLeftAt[sub]) return asks(kLeftAt[sub]);
      return tells(
        shipment.signed_by
          ? sayText(phrase.TrackingSignedBy, shipment.signed_by)
          : say(plainPhrase(shipment)),
      );
    case 'ready_for_pickup':
      return asks(sub === 'payment_needed' ? phrase.TodoPayCharges : phrase.TodoPickUp);
    case 'attempt_failed':
      return asks(kAskedBy[sub] ?? phrase.TodoArrangeRedelivery);
    case 'on_hold':
    case 'exception':
      return asks(kAskedBy[sub] ?? carrierPhrase(sub));
    case 'returning':
    case 'returned':
    case 'cancelled':
    case 'expired':
      return asks(shopPhrase(shipment));
  }
  if (lateness === 'expired') return asks(shopPhrase(shipment));
  if (kAskedBy[sub]) return asks(kAskedBy[sub]);
  if (lateness === 'stale') return asks(carrierPhrase(sub));
  return tells(followText(shipment, today));
}

const carrierPhrase = (sub) => (sub === 'held' ? phrase.TodoHeld : phrase.TodoContactCarrier);

const shopPhrase = ({ status, sub_status: sub }) =>
  kShopTroubles[sub] ?? kShopAffairs[status] ?? phrase.TodoExpired;

function waitingPhrase({ status, sub_status: sub }) {
  return kWaits[sub] ?? (status === 'delayed' ? phrase.TodoWaitDelayed : phrase.TodoNothing);
}

function plainPhrase(shipment) {
  const { status, sub_status: sub } = shipment;
  if (status === 'delivered') {
    return sub === 'collected_by_customer' ? phrase.TodoCollected : phrase.TodoDelivered;
  }
  return status === 'returning' ? phrase.TodoReturning : waitingPhrase(shipment);
}

function trackPhrase(shipment) {
  const waiting = waitingPhrase(shipment);
  return waiting === phrase.TodoNothing ? phrase.TodoTrackAtCarrier : waiting;
}

function followText(shipment, today) {
  const { status, estimate, tracking_url: url } = shipment;
  const last = estimate && (estimate.until ?? estimate.from);
  if (last && dayNumber(last) >= today) return sayDays(phrase.TodoNothingArrives, last);
  return say(url && status !== 'pending' ? trackPhrase(shipment) : plainPhrase(shipment));
}

function stagesOf({ status, checkpoints }) {
  const rule = kStages[status];
  let reached = rule.stage;
  if (rule.trouble) {
    for (const checkpoint of checkpoints) {
      const { stage } = kStages[checkpoint.status];
      if (stage > reached && stage !== 4) reached = stage;
    }
  }
  const names = [
    phrase.StageOrdered,
    phrase.StageShipped,
    phrase.StageInTransit,
    status === 'ready_for_pickup' ? phrase.StageReadyForPickup : phrase.StageOutForDelivery,
    phrase.StageDelivered,
  ];
  return names.map((id, i) => ({
    key: i,
    state: i === reached ? 'current' : i < reached ? 'done' : 'ahead',
    current: i === reached,
    name: say(id),
  }));
}

function carrierText({ carrier, carrier_name, tracking_number: number }) {
  const name = carrier_name || carrier || '';
  if (name && number) return sayTexts(phrase.TrackingCarrierNumber, name, number);
  return number ? sayText(phrase.TrackingNumber, number) : name;
}

function contentsOf({ items = [] }, order) {
  const contents = [];
  for (const { line_id: id, quantity = 1 } of items) {
    const line = order?.lines.find((candidate) => candidate.id === id);
    if (line)
      contents.push({ key: id, text: sayNumberAndText(phrase.TrackingItem, quantity, line.title) });
  }
  return contents;
}

function ordinalText({ direction }, index, count) {
  if (direction === 'return') return say(phrase.TrackingReturnParcel);
  return count > 1 ? sayNumbers(phrase.TrackingParcel, index + 1, count) : '';
}

/** Returns all that one parcel shows, except its checkpoints. */
export function parcelView(shipment, index, { shipments, order, today }) {
  const lateness = latenessOf(shipment, today);
  return {
    ordinal: ordinalText(shipment, index, shipments.length),
    headline: statusText(shipment.status),
    estimate: estimateText(shipment),
    pace: paceOf(shipment, lateness),
    progress: kStages[shipment.status].attention ? 'attention' : 'good',
    stages: stagesOf(shipment),
    todo: todoOf(shipment, lateness.kind, today),
    carrier: carrierText(shipment),
    contents: contentsOf(shipment, order),
  };
}
