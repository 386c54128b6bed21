#include "core/app/update.h"

#include <utility>

#include "core/app/announce.h"
#include "core/app/refresh.h"
#include "core/app/shown_kinds.h"
#include "core/app/update_offer.h"
#include "core/base/json_writer.h"
#include "core/journey/review_parcels.h"
#include "core/order/parse_order.h"

namespace postlude::app {
namespace {

using output::Effect;
using output::EffectKind;
using output::Effects;
using output::HostEvent;
using output::Method;
using output::TimerId;
using output::UserAction;

constexpr int kStatusBits = 10;
constexpr uint32_t kStatusMask = (1u << kStatusBits) - 1;

void read(base::JsonReader& in, base::JsonRef root, base::Boxed<order::Order>& order) {
  order::read(in, root, order.emplace());
}

// One message's work: the step under way and the time.
class Update {
 public:
  Update(Model& model, Effects& effects, int64_t now_ms)
      : step_{model, effects, {}}, now_ms_(now_ms) {}

  void take(const Message& message) {
    if (!in_range(message)) return warn(step_, base::Error{base::ErrorCode::BadMessage, {}, 0});
    base::Boxed<PageDocument>& prepared = model().prepared;
    switch (message.type) {
      case MessageType::Configure:
        take<Connection>(message.payload);
        return;
      case MessageType::Prepare:
        prepared = {};
        if (!read_payload(message.payload, prepared.emplace())) prepared = {};
        return;
      case MessageType::Page:
        if (message.a == 0) {
          take<PageDocument>(message.payload);
        } else if (prepared) {
          take(*prepared);
        }
        prepared = {};
        return;
      case MessageType::Changes:
        if (shows(WidgetKind::Tracking)) take<ChangesDocument>(message.payload);
        return;
      case MessageType::Checkpoint:
        if (shows(WidgetKind::Tracking)) take<CheckpointDocument>(message.payload);
        return;
      case MessageType::Order:
        // Other sources are converted to this form before (bindings/sources.cpp), by pages that
        // need them.
        take<base::Boxed<order::Order>>(message.payload);
        return;
      case MessageType::Mount:
      case MessageType::Adopt:
        return mounted(static_cast<WidgetKind>(message.b));
      case MessageType::Unmount:
        return unmounted(static_cast<WidgetKind>(message.b));
      case MessageType::Act: {
        Acted acted;
        if (read_payload(message.payload, acted)) act(static_cast<UserAction>(message.a), acted);
        return;
      }
      case MessageType::Reply:
        return replied(
            {message.a, message.b & kStatusMask, message.b >> kStatusBits, message.payload});
      case MessageType::Timer:
        return fired(static_cast<TimerId>(message.a));
      case MessageType::Refresh:
        pass_time(step_, now_ms_);  // timers stand still while nobody looks
        return ask(step_);
    }
  }

  void take(PageDocument& page) {
    Model& now = model();
    now.config = std::move(page.config);
    if (now.connection.api.empty()) now.connection.api = now.config.api;
    if (!page.cursor.empty()) now.cursor = std::move(page.cursor);
    if (page.now_ms != 0) now.clock_skew_ms = page.now_ms - now_ms_;
    if (page.order) now.order = std::move(page.order);
    if (page.offers) offer::load(now.offers, std::move(*page.offers), std::move(page.offer_none));
    if (page.review) now.review.config = std::move(*page.review);
    if (page.shipments && shows_parcels()) take_shipments(std::move(*page.shipments));
    if (page.news) now.news = *page.news;
    touch(kAllKinds);
    schedule_time(step_, now_ms_);
    confirmed(step_, now_ms_);
  }

  void mounted(WidgetKind kind) {
    model().mounted |= bit(kind);
    if (kind == WidgetKind::Tracking) keep_up(step_, now_ms_);
    if (kind == WidgetKind::Offer || kind == WidgetKind::Review) {
      touch(bit(WidgetKind::Review));  // whether to ask depends on what else is on the page
    }
  }

  Dirty finish() {
    model().tracking.now = time_at_shop(model(), now_ms_);
    model().offers.now_ms = server_ms(model(), now_ms_);
    model().offers.zone_offset_minutes = model().config.zone_offset_minutes;
    if (step_.dirty.kinds != 0) {
      reschedule_review();
      announce(step_);
    }
    if (shows(WidgetKind::Tracking)) {
      const int64_t minutes = minutes_out_of_touch(model().refresh, now_ms_);
      if (std::exchange(model().tracking.minutes_old, minutes) != minutes) {
        touch(bit(WidgetKind::Tracking));
      }
    }
    return step_.dirty;
  }

 private:
  Model& model() { return step_.model; }
  void touch(uint8_t kinds) { step_.dirty.kinds |= kinds; }

  // Reads the document and takes it over. Whether it could be read.
  template <class Document>
  bool take(std::string_view payload) {
    Document document;
    const bool readable = read_payload(payload, document);
    if (readable) take(document);
    return readable;  // one way out: what ends the document travels once
  }

  template <class Document>
  bool read_payload(std::string_view payload, Document& document) {
    return read_json(
        payload,
        [](base::JsonReader& in, base::JsonRef root, void* out) {
          read(in, root, *static_cast<Document*>(out));
        },
        &document);
  }

  // Not a template, as it would travel once for each kind of document.
  bool read_json(std::string_view payload, void (*reader)(base::JsonReader&, base::JsonRef, void*),
                 void* out) {
    auto parsed = base::parse_json(payload);
    if (!parsed.ok()) {
      warn(step_, parsed.error());
      return false;
    }
    base::JsonReader in;
    reader(in, parsed.value().root(), out);
    if (in.failed()) warn(step_, in.error());
    return !in.failed();
  }

  void take(Connection& connection) { model().connection = std::move(connection); }

  void take(base::Boxed<order::Order>& order) {
    model().order = std::move(order);
    touch(kAllKinds);
  }

  void unmounted(WidgetKind kind) {
    model().mounted &= static_cast<uint8_t>(~bit(kind));
    if (kind == WidgetKind::Tracking) hush(step_);
  }

  void take(CheckpointDocument& change) {
    tracking::Change merged = tracking::merge_checkpoint(model().tracking, change.shipment_id,
                                                         std::move(change.checkpoint));
    if (merged.structure || merged.newest) return shipments_changed(merged);
    step_.dirty.tracking = std::move(merged);
  }

  void act(UserAction action, const Acted& message) {
    switch (action) {
      case UserAction::AcceptOffer:
      case UserAction::Retry:
        accept_offer(step_, message, now_ms_);
        return;
      case UserAction::DeclineOffer:
        decline_offer(step_, message.arg);
        return;
      case UserAction::ChooseOffer:
        choose_offer(step_, message);
        return;
      case UserAction::UndoOffer:
        undo_offer(step_, message.arg, now_ms_);
        return;
      case UserAction::OpenLink:
        open_link(step_, message.arg);
        return;
      case UserAction::SendReview:
        send_review(message);
        return;
    }
  }

  void replied(const Reply& message) {
    const uint32_t serial = message.request >> 8;
    switch (static_cast<Request>(message.request & 0xff)) {
      case Request::Page:
      case Request::Changes:
        poll_replied(message);
        return;
      case Request::Accept:
        if (accept_replied(step_, serial, message)) ask_page(step_);
        return schedule_time(step_, now_ms_);
      case Request::Quote:
        quote_replied(step_, serial, message);
        return schedule_time(step_, now_ms_);
      case Request::Undo:
        undo_replied(step_, serial, message);
        return schedule_time(step_, now_ms_);
      case Request::Decline:
        return ask_page(step_);  // the funnel may go on
      case Request::Review:
        review_replied(message);
        return;
      case Request::Stream:
        return stream_replied(message);
    }
  }

  void fired(TimerId timer) {
    switch (timer) {
      case TimerId::Poll:
        return poll_due(step_);
      case TimerId::AcceptRetry:
        retry_requests(step_);
        return;
      case TimerId::OfferExpiry:
        pass_time(step_, now_ms_);
        return;
    }
  }

  void shipments_changed(tracking::Change& change) {
    if (change.structure) touch(bit(WidgetKind::Tracking));
    if (change.structure || change.frame) touch(bit(WidgetKind::Order) | bit(WidgetKind::Review));
    change.frame = true;  // it also tells what the time does: days late, opening hours
    step_.dirty.tracking = std::move(change);
    base::JsonWriter detail;
    detail.begin_object();
    for (const tracking::Shipment& shipment : model().tracking.shipments) {
      if (shipment.id != model().tracking.changed_shipment) continue;
      detail.member("shipment_id", shipment.id);
      detail.member("status", tracking::status_name(shipment.status));
    }
    detail.end_object();
    emit(step_, WidgetKind::Tracking, HostEvent::TrackingUpdated, detail.take());
  }

  void take_shipments(std::vector<tracking::Shipment> shipments) {
    tracking::State& state = model().tracking;
    const bool first = !model().shipments_known;
    model().shipments_known = true;
    if (first || !shows(WidgetKind::Tracking)) {
      state.shipments = std::move(shipments);
      return;
    }
    if (state.shipments == shipments) return;
    state.changed_shipment.clear();
    for (size_t i = shipments.size(); i-- > 0;) {  // of several the first is told
      const tracking::Shipment& fresh = shipments[i];
      const tracking::Shipment* known = nullptr;
      for (const tracking::Shipment& shipment : state.shipments) {
        if (shipment.id == fresh.id) known = &shipment;
      }
      if (known != nullptr && *known == fresh) continue;
      state.changed_shipment = fresh.id;
      if (tracking::is_news(known, fresh)) state.announced_shipment = fresh.id;
    }
    state.shipments = std::move(shipments);
    tracking::Change change;
    change.any = change.structure = true;
    shipments_changed(change);
  }

  void take(ChangesDocument& changes) {
    if (!changes.cursor.empty()) model().cursor = std::move(changes.cursor);
    model().shipments_known = true;
    tracking::Change merged =
        tracking::merge_changes(model().tracking, std::move(changes.shipments));
    if (merged.any) shipments_changed(merged);
    confirmed(step_, now_ms_);
  }

  void poll_replied(const Reply& message) {
    const bool page = static_cast<Request>(message.request & 0xff) == Request::Page;
    if (message.status == 304) return confirmed(step_, now_ms_);
    if (message.status == 200) {
      // What the stream brought meanwhile may be newer.
      if (model().refresh.news) return ask(step_);
      if (page ? take<PageDocument>(message.body)
               : shows(WidgetKind::Tracking) && take<ChangesDocument>(message.body)) {
        return;
      }
    }
    not_answered(step_, message, now_ms_);
  }

  void stream_replied(const Reply& message) {
    if (!shows(WidgetKind::Tracking)) return;
    if (message.status != 200) return stream_ended(step_, message, now_ms_);
    if (message.body.empty()) {
      confirmed(step_, now_ms_);
    } else if (take<ChangesDocument>(message.body)) {
      model().refresh.news = true;
    } else {
      hush(step_);
      return stream_ended(step_, message, now_ms_);
    }
    stream_heard(step_);
  }

  void reschedule_review() {
    if (!shows(WidgetKind::Review) || !model().order || !model().shipments_known) return;
    review::schedule(model().review, *model().order,
                     journey::review_parcels(model().tracking.shipments), model().tracking.now);
  }

  void send_review(const Acted& message) {
    if (!shows(WidgetKind::Review)) return;
    auto* asking = std::get_if<review::Asking>(&model().review.state);
    if (asking == nullptr || !model().order) return;
    touch(bit(WidgetKind::Review));
    if (message.stars == 0) {
      asking->problem = review::Asking::Problem::NoStars;
      return;
    }
    base::JsonWriter body;
    body.begin_object().member("line_id", asking->line_id);
    body.member("stars", message.stars).member("title", message.title);
    body.member("text", message.text).end_object();
    Effect& fetch = add_effect(step_, EffectKind::Fetch);
    fetch.id = static_cast<uint32_t>(Request::Review);
    fetch.method = Method::Post;
    fetch.text = model().connection.api + "/reviews";
    fetch.key = review::review_key(model().order->id, asking->line_id);
    fetch.body = body.take();
    model().review.state = review::Sending{asking->line_id};
  }

  void review_replied(const Reply& message) {
    if (!shows(WidgetKind::Review)) return;
    auto* sending = std::get_if<review::Sending>(&model().review.state);
    if (sending == nullptr) return;
    touch(bit(WidgetKind::Review));
    if (message.status >= 200 && message.status < 300) {
      model().review.state = review::Sent{};
      emit(step_, WidgetKind::Review, HostEvent::ReviewSent, "{}");
    } else if (message.status == 409) {
      model().review.state = review::Sent{review::Sent::Before::Yes};
    } else {
      model().review.state = review::Asking{sending->line_id, review::Asking::Problem::NotSent};
      emit(step_, WidgetKind::Review, HostEvent::ReviewFailed, "{}");
    }
  }

  Step step_;
  int64_t now_ms_;
};

}  // namespace

Dirty update(Model& model, Effects& effects, const Message& message, int64_t now_ms) {
  Update update(model, effects, now_ms);
  update.take(message);
  return update.finish();
}

Dirty update(Model& model, Effects& effects, PageDocument page, int64_t now_ms) {
  Update update(model, effects, now_ms);
  update.take(page);
  return update.finish();
}

Model first_model(PageDocument page, uint8_t kinds, int64_t now_ms) {
  Model model;
  Effects effects;  // a server runs none
  update(model, effects, std::move(page), now_ms);
  for (uint32_t kind = 0; kind < kWidgetKinds; ++kind) {
    const auto placed = static_cast<WidgetKind>(kind);
    if ((kinds & bit(placed)) == 0) continue;
    // Not by a message: what only renders does without everything that messages set going.
    Update update(model, effects, now_ms);
    update.mounted(placed);
    update.finish();
  }
  return model;
}

base::SourceTime time_at_shop(const Model& model, int64_t now_ms) {
  return base::source_time_at(server_ms(model, now_ms), model.config.zone_offset_minutes);
}

}  // namespace postlude::app
