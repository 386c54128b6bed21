// No library: templates that are cloned, and references to the nodes that change. As fast as a hand
// can make it with reasonable means; the floor of the comparison.

import * as offer from './offer-model.mjs';
import * as track from './tracking-model.mjs';

function template(markup) {
  const holder = document.createElement('template');
  holder.innerHTML = markup.replace(/>\s+</g, '><').trim();
  return holder.content.firstElementChild;
}

const kCheckpoint = template(`
  <li class="checkpoint" part="checkpoint">
    <span class="what" part="what"></span>
    <span class="message" part="message"></span>
    <span class="where" part="where"></span>
    <time class="when" part="when"></time>
  </li>`);
const kStage = template(`
  <li class="stage" part="stage"><span class="stage-name" part="stage-name"></span></li>`);
const kContent = template(`<li class="item" part="item"></li>`);
const kLink = template(`<a class="link" part="link" rel="noopener noreferrer"></a>`);
const kMore = template(`
  <details class="more" part="more">
    <summary class="more-label" part="more-label"></summary>
    <ol class="timeline" part="timeline"></ol>
  </details>`);
const kParcel = template(`
  <article class="parcel" part="parcel">
    <header class="parcel-head" part="parcel-head">
      <p class="muted" part="muted"></p>
      <h3 class="headline" part="headline"></h3>
      <p class="estimate" part="estimate"></p>
      <p class="pace" part="pace"></p>
    </header>
    <ol class="progress" part="progress"></ol>
    <p class="todo" part="todo"></p>
    <div></div>
    <p class="carrier" part="carrier"></p>
    <div class="actions" part="actions"></div>
    <ul class="items" part="items"></ul>
    <div></div>
    <ol class="timeline" part="timeline"></ol>
    <div></div>
  </article>`);
const kTracking = template(`
  <section class="card" part="card" aria-labelledby="postlude-tracking-heading">
    <h2 class="heading" part="heading" id="postlude-tracking-heading"></h2>
    <p class="connection" part="connection"><span role="status"></span><span></span></p>
    <p class="muted" part="muted"></p>
    <ul class="tally" part="tally"></ul>
    <p class="muted" part="muted"></p>
    <div class="parcels" part="parcels"></div>
    <p class="muted" part="muted"></p>
    <p class="status" part="status" role="status" data-state="good"></p>
  </section>`);
const kPriceRow = template(`
  <div class="total-row" part="total-row">
    <dt class="total-label" part="total-label"></dt>
    <dd class="total-amount" part="total-amount"></dd>
  </div>`);
const kPicture = template(`
  <img class="image" part="image" width="96" height="96" loading="lazy" decoding="async">`);
const kCard = template(`
  <article class="offer" part="offer" data-state="idle">
    <p class="reason" part="reason"></p>
    <div class="line" part="line">
      <div class="visual" part="visual"></div>
      <div class="info" part="info">
        <h3 class="title" part="title"></h3>
        <p class="variant" part="variant"></p>
        <p class="description" part="description"></p>
      </div>
    </div>
    <div></div>
    <dl class="breakdown" part="breakdown"></dl>
    <div class="actions" part="actions">
      <form class="inline-form" part="inline-form" method="post" data-on-submit="accept-offer">
        ${offer.kAcceptFields.map((name) => `<input type="hidden" name="${name}">`).join('')}
        <div></div><button class="accept" part="accept" type="submit"></button>
      </form>
      <form class="inline-form" part="inline-form" method="post" data-on-submit="decline-offer">
        ${offer.kDeclineFields.map((name) => `<input type="hidden" name="${name}">`).join('')}
        <button class="decline" part="decline" type="submit"></button>
      </form>
    </div>
    <p class="muted" part="muted"></p>
  </article>`);
const kResult = template(`
  <article class="offer" part="offer">
    <p class="message" part="message"></p>
    <div class="actions" part="actions"></div>
  </article>`);
const kBadge = template(`<p class="badge" part="badge"></p>`);
const kOffers = template(`
  <section class="offers" part="offers" aria-labelledby="postlude-offer-heading">
    <h2 class="heading" part="heading" id="postlude-offer-heading"></h2>
    <div></div>
    <div class="lines" part="lines"></div>
    <p class="status" part="status" role="status" tabindex="-1"></p>
  </section>`);

const copy = (element) => element.cloneNode(true);

/** Text of an element that holds nothing else. */
function setText(element, text) {
  const node = element.firstChild;
  if (!node) {
    if (text) element.textContent = text;
  } else if (node.data !== text) {
    node.data = text;
  }
}

function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function setOrRemove(element, name, value) {
  if (value === undefined) element.removeAttribute(name);
  else setAttribute(element, name, value);
}

class Checkpoint {
  constructor(checkpoint, newest) {
    this.element = copy(kCheckpoint);
    this.what = this.element.firstChild;
    this.message = this.what.nextSibling;
    this.where = this.message.nextSibling;
    this.when = this.where.nextSibling;
    this.checkpoint = undefined;
    this.newest = false;
    this.update(checkpoint, newest);
  }

  update(next, newest) {
    const before = this.checkpoint;
    if (newest !== this.newest) {
      this.newest = newest;
      setOrRemove(this.element, 'aria-current', newest ? 'step' : undefined);
    }
    this.checkpoint = next;
    if (before && track.sameCheckpoint(before, next)) return;
    if (before?.status !== next.status) {
      setAttribute(this.element, 'data-status', next.status);
      setText(this.what, track.whatText(next));
    }
    if (before?.message !== next.message) setText(this.message, next.message ?? '');
    if (before?.place !== next.place) setText(this.where, track.whereText(next));
    if (before?.time !== next.time) {
      setOrRemove(this.when, 'datetime', next.time);
      setText(this.when, track.whenText(next));
    }
  }
}

/** A list of rows by key: kept where they stand, moved, made and taken away as needed. */
class Rows {
  constructor(parent, make) {
    this.parent = parent;
    this.make = make;
    this.rows = new Map();
    this.keys = [];
  }

  update(items, keyOf, extraOf) {
    const known = this.rows;
    const rows = new Map();
    let at = this.parent.firstChild;
    for (let i = 0; i < items.length; i++) {
      const key = keyOf(items[i]);
      const extra = extraOf(i);
      let row = known.get(key);
      if (row) {
        known.delete(key);
        row.update(items[i], extra);
      } else {
        row = this.make(items[i], extra);
      }
      rows.set(key, row);
      if (at === row.element) at = at.nextSibling;
      else this.parent.insertBefore(row.element, at);
    }
    for (const row of known.values()) row.element.remove();
    this.rows = rows;
  }
}

const idOf = ({ id }) => id;
const keyOf = ({ key }) => key;
const makeCheckpoint = (checkpoint, newest) => new Checkpoint(checkpoint, newest);

class Stage {
  constructor(stage) {
    this.element = copy(kStage);
    this.update(stage);
  }
  update({ state, current, name }) {
    setAttribute(this.element, 'data-state', state);
    setOrRemove(this.element, 'aria-current', current ? 'step' : undefined);
    setText(this.element.firstChild, name);
  }
}

class Content {
  constructor(content) {
    this.element = copy(kContent);
    this.update(content);
  }
  update({ text }) {
    setText(this.element, text);
  }
}

class Parcel {
  constructor(shipment, extra) {
    this.element = copy(kParcel);
    const [head, progress, todo, , carrier, actions, items, , timeline, rest] =
      this.element.children;
    Object.assign(this, { head, progress, todo, carrier, actions, items, timeline, rest });
    this.progress.setAttribute('aria-label', track.progressLabel());
    this.items.setAttribute('aria-label', track.contentsLabel());
    this.timeline.setAttribute('aria-label', track.updatesLabel());
    this.stages = new Rows(this.progress, (stage) => new Stage(stage));
    this.contents = new Rows(this.items, (content) => new Content(content));
    this.first = new Rows(this.timeline, makeCheckpoint);
    this.more = undefined;
    this.update(shipment, extra);
  }

  update(shipment, { state, index }) {
    const view = track.parcelView(shipment, index, state);
    const [ordinal, headline, estimate, pace] = this.head.children;
    setAttribute(this.element, 'data-status', shipment.status);
    setText(ordinal, view.ordinal);
    setText(headline, view.headline);
    setText(estimate, view.estimate);
    setAttribute(pace, 'data-state', view.pace.state);
    setText(pace, view.pace.text);
    setAttribute(this.progress, 'data-state', view.progress);
    this.stages.update(view.stages, keyOf, () => undefined);
    setAttribute(this.todo, 'data-state', view.todo.state);
    setText(this.todo, view.todo.text);
    setText(this.carrier, view.carrier);
    this.updateLink(shipment.tracking_url);
    this.items.hidden = !view.contents.length;
    this.contents.update(view.contents, keyOf, () => undefined);
    this.updateTimeline(shipment.checkpoints);
  }

  updateLink(url) {
    if (!url) return this.actions.replaceChildren();
    if (!this.actions.firstChild) {
      const link = copy(kLink);
      link.textContent = track.carrierLinkText();
      this.actions.append(link);
    }
    setAttribute(this.actions.firstChild, 'href', url);
  }

  updateTimeline(checkpoints) {
    this.timeline.hidden = !checkpoints.length;
    this.first.update(checkpoints.slice(0, track.kShownAtFirst), idOf, (i) => i === 0);
    const rest = checkpoints.slice(track.kShownAtFirst);
    if (!rest.length) {
      this.rest.replaceChildren();
      this.more = undefined;
      return;
    }
    if (!this.more) {
      const details = copy(kMore);
      const [label, list] = details.children;
      list.setAttribute('aria-label', track.updatesLabel());
      this.more = { label, rows: new Rows(list, makeCheckpoint) };
      this.rest.append(details);
    }
    setText(this.more.label, track.moreText(rest.length));
    this.more.rows.update(rest, idOf, () => false);
  }
}

class Tracking {
  constructor(root, state, { locale, dir }) {
    const card = copy(kTracking);
    card.lang = locale;
    card.dir = dir;
    [this.heading, , this.none, this.tally, this.left, this.list, this.times, this.status] =
      card.children;
    setText(this.heading, track.headingText());
    this.counts = new Rows(this.tally, (count) => new Content(count));
    this.parcels = new Rows(this.list, (shipment, extra) => new Parcel(shipment, extra));
    this.update(state);
    root.append(card);
  }

  update(state) {
    const { shipments } = state;
    const tally = track.tallyOf(shipments);
    setText(this.none, track.noneYetText(shipments));
    this.tally.hidden = !tally.length;
    this.counts.update(tally, keyOf, () => undefined);
    setText(this.left, track.stillToSendText(state));
    this.parcels.update(shipments, idOf, (index) => ({ state, index }));
    setText(this.times, track.localTimesText(shipments));
    setText(this.status, track.newsText(state));
  }

  /** One checkpoint that is shown already, without looking at the rest. */
  updateCheckpoint(shipmentId, checkpoint) {
    const parcel = this.parcels.rows.get(shipmentId);
    const row = parcel?.first.rows.get(checkpoint.id) ?? parcel?.more?.rows.rows.get(checkpoint.id);
    row?.update(checkpoint, row.newest);
  }
}

function priceRow({ kind, label, text }) {
  const row = copy(kPriceRow);
  row.setAttribute('data-kind', kind);
  row.firstChild.textContent = label;
  row.lastChild.textContent = text;
  return row;
}

function picture({ image_url: source, image_alt: alt }) {
  const image = copy(kPicture);
  image.setAttribute('src', source);
  image.setAttribute('alt', alt ?? '');
  return image;
}

function fillForm(form, action, id, text) {
  form.setAttribute('action', action);
  form.setAttribute('data-arg', id);
  form.lastChild.textContent = text;
}

function makeCard(one, api) {
  const card = copy(kCard);
  const [reason, line, , price, actions, muted] = card.children;
  const [visual, info] = line.children;
  const [title, variant, description] = info.children;
  reason.textContent = offer.reasonText(one);
  if (one.image_url) visual.append(picture(one));
  title.textContent = one.title;
  setText(variant, one.variant ?? '');
  setText(description, one.description ?? '');
  for (const row of offer.priceRows(one)) price.append(priceRow(row));
  const path = `${api}/offers/${one.id}`;
  fillForm(actions.firstChild, `${path}/accept`, one.id, offer.acceptText(one));
  fillForm(actions.lastChild, `${path}/decline`, one.id, offer.declineText());
  muted.textContent = offer.finePrintText();
  return card;
}

function makeResult(one) {
  const result = copy(kResult);
  const { state, text } = offer.resultOf(one);
  result.setAttribute('data-state', state);
  result.firstChild.textContent = text;
  return result;
}

/** An offer that changed is built anew: that is rare, and cheaper than to compare its parts. */
class Offer {
  constructor(one, api) {
    this.one = one;
    this.element = offer.isOpen(one) ? makeCard(one, api) : makeResult(one);
  }
  update(next, api) {
    if (!offer.sameOffer(this.one, next)) {
      const fresh = new Offer(next, api);
      this.element.replaceWith(fresh.element);
      this.element = fresh.element;
    }
    this.one = next;
  }
}

class Offers {
  constructor(root, state, { locale, dir }) {
    const card = copy(kOffers);
    card.lang = locale;
    card.dir = dir;
    [this.heading, this.badge, this.list, this.status] = card.children;
    this.rows = new Rows(this.list, (one, api) => new Offer(one, api));
    this.update(state);
    root.append(card);
  }

  update(state) {
    setText(this.heading, offer.headingText(state));
    if (state.testMode !== !!this.badge.firstChild) this.updateBadge(state.testMode);
    this.rows.update(offer.shownOffers(state), idOf, () => state.api);
    const status = offer.statusOf(state);
    setAttribute(this.status, 'data-state', status.state);
    setText(this.status, status.text);
  }

  updateBadge(shown) {
    this.badge.replaceChildren();
    if (!shown) return;
    const badge = copy(kBadge);
    badge.textContent = offer.testModeText();
    this.badge.append(badge);
  }
}

/** Shows a state in two shadow roots and answers with how to show another, and how to go. */
export function start(roots, state, facts) {
  const tracking = new Tracking(roots.tracking, state.tracking, facts);
  const offers = new Offers(roots.offers, state.offers, facts);
  return {
    update(next, before) {
      if (next.tracking !== before.tracking) tracking.update(next.tracking);
      if (next.offers !== before.offers) offers.update(next.offers);
    },
    /** A scan that changes a checkpoint in its place needs no look at the rest. */
    updateCheckpoint(shipmentId, checkpoint) {
      tracking.updateCheckpoint(shipmentId, checkpoint);
    },
    stop() {
      roots.tracking.replaceChildren();
      roots.offers.replaceChildren();
    },
  };
}
