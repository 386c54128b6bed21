import { Component, hydrate, render } from 'preact';
import * as offer from './offer-model.mjs';
import * as track from './tracking-model.mjs';

/** Replaced when this is bundled: whether rows compare what they are given before they render. */
const kMemo = BENCH_MEMO;

class Checkpoint extends Component {
  shouldComponentUpdate(next) {
    if (!kMemo) return true;
    const { checkpoint, newest } = this.props;
    return newest !== next.newest || !track.sameCheckpoint(checkpoint, next.checkpoint);
  }
  render({ checkpoint, newest }) {
    return (
      <li
        class="checkpoint"
        part="checkpoint"
        data-status={checkpoint.status}
        aria-current={newest ? 'step' : null}
      >
        <span class="what" part="what">
          {track.whatText(checkpoint) || null}
        </span>
        <span class="message" part="message">
          {checkpoint.message || null}
        </span>
        <span class="where" part="where">
          {track.whereText(checkpoint) || null}
        </span>
        <time class="when" part="when" datetime={checkpoint.time}>
          {track.whenText(checkpoint) || null}
        </time>
      </li>
    );
  }
}

function Stage({ stage }) {
  return (
    <li
      class="stage"
      part="stage"
      data-state={stage.state}
      aria-current={stage.current ? 'step' : null}
    >
      <span class="stage-name" part="stage-name">
        {stage.name}
      </span>
    </li>
  );
}

function More({ checkpoints }) {
  return (
    <details class="more" part="more">
      <summary class="more-label" part="more-label">
        {track.moreText(checkpoints.length)}
      </summary>
      <ol class="timeline" part="timeline" aria-label={track.updatesLabel()}>
        {checkpoints.map((checkpoint) => (
          <Checkpoint key={checkpoint.id} checkpoint={checkpoint} newest={false} />
        ))}
      </ol>
    </details>
  );
}

function Timeline({ checkpoints }) {
  const first = checkpoints.slice(0, track.kShownAtFirst);
  return (
    <ol
      class="timeline"
      part="timeline"
      aria-label={track.updatesLabel()}
      hidden={!checkpoints.length}
    >
      {first.map((checkpoint, i) => (
        <Checkpoint key={checkpoint.id} checkpoint={checkpoint} newest={i === 0} />
      ))}
    </ol>
  );
}

const Contents = ({ contents }) =>
  contents.map(({ key, text }) => (
    <li key={key} class="item" part="item">
      {text}
    </li>
  ));

function Parcel({ shipment, index, state }) {
  const view = track.parcelView(shipment, index, state);
  const { checkpoints } = shipment;
  return (
    <article class="parcel" part="parcel" data-status={shipment.status}>
      <header class="parcel-head" part="parcel-head">
        <p class="muted" part="muted">
          {view.ordinal || null}
        </p>
        <h3 class="headline" part="headline">
          {view.headline}
        </h3>
        <p class="estimate" part="estimate">
          {view.estimate || null}
        </p>
        <p class="pace" part="pace" data-state={view.pace.state}>
          {view.pace.text || null}
        </p>
      </header>
      <ol
        class="progress"
        part="progress"
        aria-label={track.progressLabel()}
        data-state={view.progress}
      >
        {view.stages.map((stage) => (
          <Stage key={stage.key} stage={stage} />
        ))}
      </ol>
      <p class="todo" part="todo" data-state={view.todo.state}>
        {view.todo.text}
      </p>
      <div />
      <p class="carrier" part="carrier">
        {view.carrier || null}
      </p>
      <div class="actions" part="actions">
        {shipment.tracking_url && (
          <a class="link" part="link" href={shipment.tracking_url} rel="noopener noreferrer">
            {track.carrierLinkText()}
          </a>
        )}
      </div>
      <ul
        class="items"
        part="items"
        aria-label={track.contentsLabel()}
        hidden={!view.contents.length}
      >
        <Contents contents={view.contents} />
      </ul>
      <div />
      <Timeline checkpoints={checkpoints} />
      <div>
        {checkpoints.length > track.kShownAtFirst && (
          <More checkpoints={checkpoints.slice(track.kShownAtFirst)} />
        )}
      </div>
    </article>
  );
}

export function Tracking({ state, locale, dir }) {
  const { shipments } = state;
  const tally = track.tallyOf(shipments);
  return (
    <section
      class="card"
      part="card"
      aria-labelledby="postlude-tracking-heading"
      lang={locale}
      dir={dir}
    >
      <h2 class="heading" part="heading" id="postlude-tracking-heading">
        {track.headingText()}
      </h2>
      <p class="connection" part="connection">
        <span role="status" />
        <span />
      </p>
      <p class="muted" part="muted">
        {track.noneYetText(shipments) || null}
      </p>
      <ul class="tally" part="tally" hidden={!tally.length}>
        <Contents contents={tally} />
      </ul>
      <p class="muted" part="muted">
        {track.stillToSendText(state) || null}
      </p>
      <div class="parcels" part="parcels">
        {shipments.map((shipment, index) => (
          <Parcel key={shipment.id} shipment={shipment} index={index} state={state} />
        ))}
      </div>
      <p class="muted" part="muted">
        {track.localTimesText(shipments) || null}
      </p>
      <p class="status" part="status" role="status" data-state="good">
        {track.newsText(state) || null}
      </p>
    </section>
  );
}

const HiddenFields = ({ names }) =>
  names.map((name) => <input key={name} type="hidden" name={name} />);

function Price({ offer: one }) {
  return (
    <dl class="breakdown" part="breakdown">
      {offer.priceRows(one).map(({ key, kind, label, text }) => (
        <div key={key} class="total-row" part="total-row" data-kind={kind}>
          <dt class="total-label" part="total-label">
            {label}
          </dt>
          <dd class="total-amount" part="total-amount">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Forms({ offer: one, api }) {
  const path = `${api}/offers/${one.id}`;
  return (
    <div class="actions" part="actions">
      <form
        class="inline-form"
        part="inline-form"
        method="post"
        action={`${path}/accept`}
        data-on-submit="accept-offer"
        data-arg={one.id}
      >
        <HiddenFields names={offer.kAcceptFields} />
        <div />
        <button class="accept" part="accept" type="submit">
          {offer.acceptText(one)}
        </button>
      </form>
      <form
        class="inline-form"
        part="inline-form"
        method="post"
        action={`${path}/decline`}
        data-on-submit="decline-offer"
        data-arg={one.id}
      >
        <HiddenFields names={offer.kDeclineFields} />
        <button class="decline" part="decline" type="submit">
          {offer.declineText()}
        </button>
      </form>
    </div>
  );
}

function Picture({ offer: one }) {
  return (
    <img
      class="image"
      part="image"
      src={one.image_url}
      alt={one.image_alt ?? ''}
      width="96"
      height="96"
      loading="lazy"
      decoding="async"
    />
  );
}

class Card extends Component {
  shouldComponentUpdate(next) {
    return !kMemo || next.api !== this.props.api || !offer.sameOffer(this.props.offer, next.offer);
  }
  render({ offer: one, api }) {
    return (
      <article class="offer" part="offer" data-state="idle">
        <p class="reason" part="reason">
          {offer.reasonText(one)}
        </p>
        <div class="line" part="line">
          <div class="visual" part="visual">
            {one.image_url && <Picture offer={one} />}
          </div>
          <div class="info" part="info">
            <h3 class="title" part="title">
              {one.title}
            </h3>
            <p class="variant" part="variant">
              {one.variant || null}
            </p>
            <p class="description" part="description">
              {one.description || null}
            </p>
          </div>
        </div>
        <div />
        <Price offer={one} />
        <Forms offer={one} api={api} />
        <p class="muted" part="muted">
          {offer.finePrintText()}
        </p>
      </article>
    );
  }
}

class Result extends Component {
  shouldComponentUpdate(next) {
    return !kMemo || !offer.sameOffer(this.props.offer, next.offer);
  }
  render({ offer: one }) {
    const { state, text } = offer.resultOf(one);
    return (
      <article class="offer" part="offer" data-state={state}>
        <p class="message" part="message">
          {text}
        </p>
        <div class="actions" part="actions" />
      </article>
    );
  }
}

export function Offers({ state, locale, dir }) {
  const status = offer.statusOf(state);
  return (
    <section
      class="offers"
      part="offers"
      aria-labelledby="postlude-offer-heading"
      lang={locale}
      dir={dir}
    >
      <h2 class="heading" part="heading" id="postlude-offer-heading">
        {offer.headingText(state)}
      </h2>
      <div>
        {state.testMode && (
          <p class="badge" part="badge">
            {offer.testModeText()}
          </p>
        )}
      </div>
      <div class="lines" part="lines">
        {offer
          .shownOffers(state)
          .map((one) =>
            offer.isOpen(one) ? (
              <Card key={one.id} offer={one} api={state.api} />
            ) : (
              <Result key={one.id} offer={one} />
            ),
          )}
      </div>
      <p class="status" part="status" role="status" tabindex="-1" data-state={status.state}>
        {status.text || null}
      </p>
    </section>
  );
}

/** `styles` is the server's style sheet in the shadow root, which the tree then has to know. */
const withStyles = (styles, widget) =>
  styles ? [<style dangerouslySetInnerHTML={{ __html: styles }} />, widget] : widget;

export function trackingTree(state, { locale, dir, styles }) {
  return withStyles(styles, <Tracking state={state.tracking} locale={locale} dir={dir} />);
}

export function offersTree(state, { locale, dir, styles }) {
  return withStyles(styles, <Offers state={state.offers} locale={locale} dir={dir} />);
}

/** Shows a state in two shadow roots and answers with how to show another, and how to go. */
export function start(roots, state, facts, adopt) {
  const show = adopt ? hydrate : render;
  show(trackingTree(state, facts), roots.tracking);
  show(offersTree(state, facts), roots.offers);
  return {
    update(next, before) {
      if (next.tracking !== before.tracking) render(trackingTree(next, facts), roots.tracking);
      if (next.offers !== before.offers) render(offersTree(next, facts), roots.offers);
    },
    stop() {
      render(null, roots.tracking);
      render(null, roots.offers);
    },
  };
}
