import { memo } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import * as offer from './offer-model.mjs';
import * as track from './tracking-model.mjs';

const Checkpoint = memo(
  function Checkpoint({ checkpoint, newest }) {
    return (
      <li
        className="checkpoint"
        part="checkpoint"
        data-status={checkpoint.status}
        aria-current={newest ? 'step' : null}
      >
        <span className="what" part="what">
          {track.whatText(checkpoint) || null}
        </span>
        <span className="message" part="message">
          {checkpoint.message || null}
        </span>
        <span className="where" part="where">
          {track.whereText(checkpoint) || null}
        </span>
        <time className="when" part="when" dateTime={checkpoint.time}>
          {track.whenText(checkpoint) || null}
        </time>
      </li>
    );
  },
  (a, b) => a.newest === b.newest && track.sameCheckpoint(a.checkpoint, b.checkpoint),
);

function Stage({ stage }) {
  return (
    <li
      className="stage"
      part="stage"
      data-state={stage.state}
      aria-current={stage.current ? 'step' : null}
    >
      <span className="stage-name" part="stage-name">
        {stage.name}
      </span>
    </li>
  );
}

function More({ checkpoints }) {
  return (
    <details className="more" part="more">
      <summary className="more-label" part="more-label">
        {track.moreText(checkpoints.length)}
      </summary>
      <ol className="timeline" part="timeline" aria-label={track.updatesLabel()}>
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
      className="timeline"
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
    <li key={key} className="item" part="item">
      {text}
    </li>
  ));

function Parcel({ shipment, index, state }) {
  const view = track.parcelView(shipment, index, state);
  const { checkpoints } = shipment;
  return (
    <article className="parcel" part="parcel" data-status={shipment.status}>
      <header className="parcel-head" part="parcel-head">
        <p className="muted" part="muted">
          {view.ordinal || null}
        </p>
        <h3 className="headline" part="headline">
          {view.headline}
        </h3>
        <p className="estimate" part="estimate">
          {view.estimate || null}
        </p>
        <p className="pace" part="pace" data-state={view.pace.state}>
          {view.pace.text || null}
        </p>
      </header>
      <ol
        className="progress"
        part="progress"
        aria-label={track.progressLabel()}
        data-state={view.progress}
      >
        {view.stages.map((stage) => (
          <Stage key={stage.key} stage={stage} />
        ))}
      </ol>
      <p className="todo" part="todo" data-state={view.todo.state}>
        {view.todo.text}
      </p>
      <div />
      <p className="carrier" part="carrier">
        {view.carrier || null}
      </p>
      <div className="actions" part="actions">
        {shipment.tracking_url && (
          <a className="link" part="link" href={shipment.tracking_url} rel="noopener noreferrer">
            {track.carrierLinkText()}
          </a>
        )}
      </div>
      <ul
        className="items"
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
      className="card"
      part="card"
      aria-labelledby="postlude-tracking-heading"
      lang={locale}
      dir={dir}
    >
      <h2 className="heading" part="heading" id="postlude-tracking-heading">
        {track.headingText()}
      </h2>
      <p className="connection" part="connection">
        <span role="status" />
        <span />
      </p>
      <p className="muted" part="muted">
        {track.noneYetText(shipments) || null}
      </p>
      <ul className="tally" part="tally" hidden={!tally.length}>
        <Contents contents={tally} />
      </ul>
      <p className="muted" part="muted">
        {track.stillToSendText(state) || null}
      </p>
      <div className="parcels" part="parcels">
        {shipments.map((shipment, index) => (
          <Parcel key={shipment.id} shipment={shipment} index={index} state={state} />
        ))}
      </div>
      <p className="muted" part="muted">
        {track.localTimesText(shipments) || null}
      </p>
      <p className="status" part="status" role="status" data-state="good">
        {track.newsText(state) || null}
      </p>
    </section>
  );
}

const HiddenFields = ({ names }) =>
  names.map((name) => <input key={name} type="hidden" name={name} />);

function Price({ offer: one }) {
  return (
    <dl className="breakdown" part="breakdown">
      {offer.priceRows(one).map(({ key, kind, label, text }) => (
        <div key={key} className="total-row" part="total-row" data-kind={kind}>
          <dt className="total-label" part="total-label">
            {label}
          </dt>
          <dd className="total-amount" part="total-amount">
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
    <div className="actions" part="actions">
      <form
        className="inline-form"
        part="inline-form"
        method="post"
        action={`${path}/accept`}
        data-on-submit="accept-offer"
        data-arg={one.id}
      >
        <HiddenFields names={offer.kAcceptFields} />
        <div />
        <button className="accept" part="accept" type="submit">
          {offer.acceptText(one)}
        </button>
      </form>
      <form
        className="inline-form"
        part="inline-form"
        method="post"
        action={`${path}/decline`}
        data-on-submit="decline-offer"
        data-arg={one.id}
      >
        <HiddenFields names={offer.kDeclineFields} />
        <button className="decline" part="decline" type="submit">
          {offer.declineText()}
        </button>
      </form>
    </div>
  );
}

function Picture({ offer: one }) {
  return (
    <img
      className="image"
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

const Card = memo(
  function Card({ offer: one, api }) {
    return (
      <article className="offer" part="offer" data-state="idle">
        <p className="reason" part="reason">
          {offer.reasonText(one)}
        </p>
        <div className="line" part="line">
          <div className="visual" part="visual">
            {one.image_url && <Picture offer={one} />}
          </div>
          <div className="info" part="info">
            <h3 className="title" part="title">
              {one.title}
            </h3>
            <p className="variant" part="variant">
              {one.variant || null}
            </p>
            <p className="description" part="description">
              {one.description || null}
            </p>
          </div>
        </div>
        <div />
        <Price offer={one} />
        <Forms offer={one} api={api} />
        <p className="muted" part="muted">
          {offer.finePrintText()}
        </p>
      </article>
    );
  },
  (a, b) => a.api === b.api && offer.sameOffer(a.offer, b.offer),
);

const Result = memo(
  function Result({ offer: one }) {
    const { state, text } = offer.resultOf(one);
    return (
      <article className="offer" part="offer" data-state={state}>
        <p className="message" part="message">
          {text}
        </p>
        <div className="actions" part="actions" />
      </article>
    );
  },
  (a, b) => offer.sameOffer(a.offer, b.offer),
);

export function Offers({ state, locale, dir }) {
  const status = offer.statusOf(state);
  return (
    <section
      className="offers"
      part="offers"
      aria-labelledby="postlude-offer-heading"
      lang={locale}
      dir={dir}
    >
      <h2 className="heading" part="heading" id="postlude-offer-heading">
        {offer.headingText(state)}
      </h2>
      <div>
        {state.testMode && (
          <p className="badge" part="badge">
            {offer.testModeText()}
          </p>
        )}
      </div>
      <div className="lines" part="lines">
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
      <p className="status" part="status" role="status" tabIndex={-1} data-state={status.state}>
        {status.text || null}
      </p>
    </section>
  );
}

/** `styles` is the server's style sheet in the shadow root, which the tree then has to know. */
const withStyles = (styles, widget) =>
  styles ? (
    <>
      <style dangerouslySetInnerHTML={{ __html: styles }} />
      {widget}
    </>
  ) : (
    widget
  );

export function trackingTree(state, { locale, dir, styles }) {
  return withStyles(styles, <Tracking state={state.tracking} locale={locale} dir={dir} />);
}

export function offersTree(state, { locale, dir, styles }) {
  return withStyles(styles, <Offers state={state.offers} locale={locale} dir={dir} />);
}

function startRoot(container, tree, adopt) {
  if (adopt) return hydrateRoot(container, tree);
  const root = createRoot(container);
  root.render(tree);
  return root;
}

/** Shows a state in two shadow roots and answers with how to show another, and how to go. */
export function start(roots, state, facts, adopt) {
  let tracking;
  let offers;
  flushSync(() => {
    tracking = startRoot(roots.tracking, trackingTree(state, facts), adopt);
    offers = startRoot(roots.offers, offersTree(state, facts), adopt);
  });
  return {
    update(next, before) {
      flushSync(() => {
        if (next.tracking !== before.tracking) tracking.render(trackingTree(next, facts));
        if (next.offers !== before.offers) offers.render(offersTree(next, facts));
      });
    },
    stop() {
      tracking.unmount();
      offers.unmount();
    },
  };
}
