import { html, nothing, render } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import * as offer from './offer-model.mjs';
import * as track from './tracking-model.mjs';

const idOf = ({ id }) => id;
const keyOf = ({ key }) => key;

// White space between tags is taken out when this is bundled (bundle.mjs).
const checkpointRow = (checkpoint, newest) =>
  html`<li
    class="checkpoint"
    part="checkpoint"
    data-status=${checkpoint.status}
    aria-current=${newest ? 'step' : nothing}
  >
    <span class="what" part="what">${track.whatText(checkpoint)}</span>
    <span class="message" part="message">${checkpoint.message ?? ''}</span>
    <span class="where" part="where">${track.whereText(checkpoint)}</span>
    <time class="when" part="when" datetime=${checkpoint.time ?? nothing}>
      ${track.whenText(checkpoint)}</time
    >
  </li>`;

const rows = (checkpoints, newestAt) =>
  repeat(checkpoints, idOf, (checkpoint, i) =>
    guard([checkpoint, i === newestAt], () => checkpointRow(checkpoint, i === newestAt)),
  );

const stageItem = ({ state, current, name }) =>
  html`<li
    class="stage"
    part="stage"
    data-state=${state}
    aria-current=${current ? 'step' : nothing}
  >
    <span class="stage-name" part="stage-name">${name}</span>
  </li>`;

const contentItem = ({ text }) => html`<li class="item" part="item">${text}</li>`;

const more = (checkpoints) =>
  html`<details class="more" part="more">
    <summary class="more-label" part="more-label">${track.moreText(checkpoints.length)}</summary>
    <ol class="timeline" part="timeline" aria-label=${track.updatesLabel()}>
      ${rows(checkpoints, -1)}
    </ol>
  </details>`;

const carrierLink = (url) =>
  html`<a class="link" part="link" href=${url} rel="noopener noreferrer">
    ${track.carrierLinkText()}</a
  >`;

function parcel(shipment, index, state) {
  const view = track.parcelView(shipment, index, state);
  const { checkpoints } = shipment;
  const first = checkpoints.slice(0, track.kShownAtFirst);
  const rest = checkpoints.slice(track.kShownAtFirst);
  return html`<article class="parcel" part="parcel" data-status=${shipment.status}>
    <header class="parcel-head" part="parcel-head">
      <p class="muted" part="muted">${view.ordinal}</p>
      <h3 class="headline" part="headline">${view.headline}</h3>
      <p class="estimate" part="estimate">${view.estimate}</p>
      <p class="pace" part="pace" data-state=${view.pace.state}>${view.pace.text}</p>
    </header>
    <ol
      class="progress"
      part="progress"
      aria-label=${track.progressLabel()}
      data-state=${view.progress}
    >
      ${repeat(view.stages, keyOf, stageItem)}
    </ol>
    <p class="todo" part="todo" data-state=${view.todo.state}>${view.todo.text}</p>
    <div></div>
    <p class="carrier" part="carrier">${view.carrier}</p>
    <div class="actions" part="actions">
      ${shipment.tracking_url ? carrierLink(shipment.tracking_url) : nothing}
    </div>
    <ul
      class="items"
      part="items"
      aria-label=${track.contentsLabel()}
      ?hidden=${!view.contents.length}
    >
      ${repeat(view.contents, keyOf, contentItem)}
    </ul>
    <div></div>
    <ol
      class="timeline"
      part="timeline"
      aria-label=${track.updatesLabel()}
      ?hidden=${!checkpoints.length}
    >
      ${rows(first, 0)}
    </ol>
    <div>${rest.length ? more(rest) : nothing}</div>
  </article>`;
}

function tracking(state, { locale, dir }) {
  const tally = track.tallyOf(state.shipments);
  return html`<section
    class="card"
    part="card"
    aria-labelledby="postlude-tracking-heading"
    lang=${locale}
    dir=${dir}
  >
    <h2 class="heading" part="heading" id="postlude-tracking-heading">${track.headingText()}</h2>
    <p class="connection" part="connection"><span role="status"></span><span></span></p>
    <p class="muted" part="muted">${track.noneYetText(state.shipments)}</p>
    <ul class="tally" part="tally" ?hidden=${!tally.length}>
      ${repeat(tally, keyOf, contentItem)}
    </ul>
    <p class="muted" part="muted">${track.stillToSendText(state)}</p>
    <div class="parcels" part="parcels">
      ${repeat(state.shipments, idOf, (shipment, i) => parcel(shipment, i, state))}
    </div>
    <p class="muted" part="muted">${track.localTimesText(state.shipments)}</p>
    <p class="status" part="status" role="status" data-state="good">${track.newsText(state)}</p>
  </section>`;
}

const hiddenFields = (names) => names.map((name) => html`<input type="hidden" name=${name} />`);

const priceRow = ({ kind, label, text }) =>
  html`<div class="total-row" part="total-row" data-kind=${kind}>
    <dt class="total-label" part="total-label">${label}</dt>
    <dd class="total-amount" part="total-amount">${text}</dd>
  </div>`;

const picture = (one) =>
  html`<img
    class="image"
    part="image"
    src=${one.image_url}
    alt=${one.image_alt ?? ''}
    width="96"
    height="96"
    loading="lazy"
    decoding="async"
  />`;

function card(one, api) {
  const path = `${api}/offers/${one.id}`;
  return html`<article class="offer" part="offer" data-state="idle">
    <p class="reason" part="reason">${offer.reasonText(one)}</p>
    <div class="line" part="line">
      <div class="visual" part="visual">${one.image_url ? picture(one) : nothing}</div>
      <div class="info" part="info">
        <h3 class="title" part="title">${one.title}</h3>
        <p class="variant" part="variant">${one.variant ?? ''}</p>
        <p class="description" part="description">${one.description ?? ''}</p>
      </div>
    </div>
    <div></div>
    <dl class="breakdown" part="breakdown">${repeat(offer.priceRows(one), keyOf, priceRow)}</dl>
    <div class="actions" part="actions">
      <form
        class="inline-form"
        part="inline-form"
        method="post"
        action=${`${path}/accept`}
        data-on-submit="accept-offer"
        data-arg=${one.id}
      >
        ${hiddenFields(offer.kAcceptFields)}
        <div></div>
        <button class="accept" part="accept" type="submit">${offer.acceptText(one)}</button>
      </form>
      <form
        class="inline-form"
        part="inline-form"
        method="post"
        action=${`${path}/decline`}
        data-on-submit="decline-offer"
        data-arg=${one.id}
      >
        ${hiddenFields(offer.kDeclineFields)}<button class="decline" part="decline" type="submit">
          ${offer.declineText()}
        </button>
      </form>
    </div>
    <p class="muted" part="muted">${offer.finePrintText()}</p>
  </article>`;
}

function result(one) {
  const { state, text } = offer.resultOf(one);
  return html`<article class="offer" part="offer" data-state=${state}>
    <p class="message" part="message">${text}</p>
    <div class="actions" part="actions"></div>
  </article>`;
}

const badge = () => html`<p class="badge" part="badge">${offer.testModeText()}</p>`;

function offers(state, { locale, dir }) {
  const status = offer.statusOf(state);
  const entry = (one) =>
    guard([one, state.api], () => (offer.isOpen(one) ? card(one, state.api) : result(one)));
  return html`<section
    class="offers"
    part="offers"
    aria-labelledby="postlude-offer-heading"
    lang=${locale}
    dir=${dir}
  >
    <h2 class="heading" part="heading" id="postlude-offer-heading">${offer.headingText(state)}</h2>
    <div>${state.testMode ? badge() : nothing}</div>
    <div class="lines" part="lines">${repeat(offer.shownOffers(state), idOf, entry)}</div>
    <p class="status" part="status" role="status" tabindex="-1" data-state=${status.state}>
      ${status.text}
    </p>
  </section>`;
}

/** Shows a state in two shadow roots and answers with how to show another, and how to go. */
export function start(roots, state, facts) {
  render(tracking(state.tracking, facts), roots.tracking);
  render(offers(state.offers, facts), roots.offers);
  return {
    update(next, before) {
      if (next.tracking !== before.tracking) render(tracking(next.tracking, facts), roots.tracking);
      if (next.offers !== before.offers) render(offers(next.offers, facts), roots.offers);
    },
    stop() {
      render(nothing, roots.tracking);
      render(nothing, roots.offers);
    },
  };
}
