#include "core/tracking/tracking_widget.h"

#include "core/tracking/lateness.h"
#include "core/tracking/next_action.h"
#include "core/tracking/progress.h"
#include "core/tracking/tracking_words.h"
#include "core/tracking/view_route.h"

namespace postlude::tracking {
namespace {

using output::Arg;
using output::PhraseId;
using output::TemplateId;
using output::Text;
using output::Token;
using output::ViewBuilder;

void put_checkpoint(const Checkpoint& checkpoint, bool newest, ViewBuilder& out) {
  out.begin(TemplateId::TrackingCheckpoint, checkpoint_key(checkpoint));
  out.string(status_name(checkpoint.status));
  if (newest) {
    out.token(Token::Step);
  } else {
    out.none();
  }
  if (checkpoint.status == ShipmentStatus::Unknown) {
    out.none();  // the carrier's own words are all there is
  } else {
    out.text(status_phrase(checkpoint.status));
  }
  out.string(checkpoint.message);
  const Place& place = checkpoint.place;
  name_place(place.city, place.region, place.country, out);
  if (checkpoint.time.known()) {
    out.string(base::source_time_text(checkpoint.time));
    out.text({PhraseId::Moment, {output::moment_arg(checkpoint.time)}});
  } else {
    out.none().none();
  }
  out.end();
}

void stages(const Shipment& shipment, ViewBuilder& out) {
  const Progress progress = progress_of(shipment);
  out.token(progress.attention == Attention::Needed ? Token::Attention : Token::Good).begin_list();
  for (int i = 0; i < kProgressStages; ++i) {
    const auto stage = static_cast<ProgressStage>(i);
    const bool current = stage == progress.stage;
    out.begin(TemplateId::TrackingStage, static_cast<uint64_t>(i));
    out.token(current ? Token::Current : stage < progress.stage ? Token::Done : Token::Ahead);
    if (current) {
      out.token(Token::Step);
    } else {
      out.none();
    }
    out.text(stage_phrase(stage, shipment.status)).end();
  }
  out.end_list();
}

std::string_view title_of(const order::Order* order, std::string_view line_id) {
  if (order == nullptr) return {};
  for (const order::LineItem& line : order->lines) {
    if (line.id == line_id) return line.title;
  }
  return {};
}

void contents(const Shipment& shipment, const order::Order* order, ViewBuilder& out) {
  bool any = false;
  for (const ShipmentItem& item : shipment.items)
    any = any || !title_of(order, item.line_id).empty();
  out.flag(!any).begin_list();
  for (const ShipmentItem& item : shipment.items) {
    const std::string_view title = title_of(order, item.line_id);
    if (title.empty()) continue;
    out.begin(TemplateId::TrackingContent, output::key_of(item.line_id));
    out.text({PhraseId::TrackingItem, {Arg::of_number(item.quantity), title}}).end();
  }
  out.end_list();
}

void put_or_none(const std::optional<Text>& words, ViewBuilder& out) {
  if (words) {
    out.text(*words);
  } else {
    out.none();
  }
}

// Where it waits while it waits, and how it was left once it was.
void place(const Shipment& shipment, const State& state, const NextAction& action,
           ViewBuilder& out) {
  const PickupPlace& pickup = shipment.pickup;
  out.begin_list();
  if (shipment.status == ShipmentStatus::ReadyForPickup && pickup != PickupPlace{}) {
    out.begin(TemplateId::TrackingPickup).string(pickup.name).string(pickup.address);
    put_or_none(opening_text(shipment, state.now), out);
    if (pickup.until.known()) {
      out.text({PhraseId::TrackingPickupUntil, {output::weekday_arg(pickup.until)}});
    } else {
      out.none();
    }
    out.end();
  }
  if (shipment.status == ShipmentStatus::Delivered && !shipment.proof_photo.empty()) {
    out.begin(TemplateId::TrackingProof).url(shipment.proof_photo).end();
  }
  // Otherwise that is what the action says.
  if (shipment.status == ShipmentStatus::Delivered && !shipment.signed_by.empty() &&
      action.kind != NextActionKind::SeeProof) {
    out.begin(TemplateId::LiteralLine, 1);
    out.text({PhraseId::TrackingSignedBy, {std::string_view(shipment.signed_by)}}).end();
  }
  out.end_list();
}

// Whether a shopper may have something to report: it is said to be there, or it is not coming.
bool may_be_reported(const Shipment& shipment, const NextAction& action) {
  return !shipment.report_url.empty() && (shipment.status == ShipmentStatus::Delivered ||
                                          action.kind == NextActionKind::ContactShop ||
                                          action.kind == NextActionKind::ContactCarrier);
}

void carrier(const Shipment& shipment, const State& state, const NextAction& action,
             ViewBuilder& out) {
  const std::string_view name =
      shipment.carrier_name.empty() ? shipment.carrier : shipment.carrier_name;
  if (!name.empty() && !shipment.tracking_number.empty()) {
    out.text({PhraseId::TrackingCarrierNumber, {name, std::string_view(shipment.tracking_number)}});
  } else if (!shipment.tracking_number.empty()) {
    out.text({PhraseId::TrackingNumber, {std::string_view(shipment.tracking_number)}});
  } else {
    out.string(name);
  }
  out.begin_list();
  if (!shipment.tracking_url.empty()) {
    out.begin(TemplateId::Link).url(shipment.tracking_url).text(PhraseId::TrackingAtCarrier).end();
  }
  if (may_be_reported(shipment, action)) {
    out.begin(TemplateId::Link, 1).url(shipment.report_url).text(PhraseId::TrackingReport).end();
  }
  if (may_be_returned(shipment, state.now)) {
    out.begin(TemplateId::Link, 2).url(shipment.returns.url).text(PhraseId::TrackingReturn).end();
  }
  out.end_list();
}

Text fold_text(size_t count) {
  return {PhraseId::TrackingShowEarlier,
          {Arg::of_number(static_cast<int64_t>(count - kShownAtFirst))}};
}

void timeline(const Shipment& shipment, Timelines timelines, ViewBuilder& out) {
  const auto& all = shipment.checkpoints;
  out.flag(all.empty());
  if (timelines == Timelines::AsTheyAre) {
    out.none().none();
    return;
  }
  out.begin_list();
  for (size_t i = 0; i < all.size() && i < kShownAtFirst; ++i) put_checkpoint(all[i], i == 0, out);
  out.end_list().begin_list();
  if (all.size() > kShownAtFirst) {
    out.begin(TemplateId::TrackingMore).text(fold_text(all.size())).begin_list();
    for (size_t i = kShownAtFirst; i < all.size(); ++i) put_checkpoint(all[i], false, out);
    out.end_list().end();
  }
  out.end_list();
}

void parcel(const Shipment& shipment, const State& state, const order::Order* order, size_t index,
            Timelines timelines, ViewBuilder& out) {
  const auto count = static_cast<int64_t>(state.shipments.size());
  out.begin(TemplateId::TrackingParcel, output::key_of(shipment.id));
  out.string(status_name(shipment.status));
  if (shipment.direction == Direction::Return) {
    out.text(PhraseId::TrackingReturnParcel);
  } else if (count > 1) {
    out.text({PhraseId::TrackingParcel,
              {Arg::of_number(static_cast<int64_t>(index) + 1), Arg::of_number(count)}});
  } else {
    out.none();
  }
  out.text(status_phrase(shipment.status));
  put_or_none(estimate_text(shipment), out);
  const LatenessKind lateness = lateness_of(shipment, state.now).kind;
  const bool fine = lateness == LatenessKind::OnTime || lateness == LatenessKind::Unknown;
  out.token(fine ? Token::Good : Token::Attention);
  put_or_none(lateness_text(shipment, state.now), out);
  stages(shipment, out);
  const NextAction action = decide_next_action(shipment, state.now);
  out.token(asks_shopper(action.kind) ? Token::Attention : Token::Good);
  out.text(action_text(action, shipment));
  place(shipment, state, action, out);
  carrier(shipment, state, action, out);
  contents(shipment, order, out);
  out.begin_list();
  view_route(shipment, out);
  out.end_list();
  timeline(shipment, timelines, out);
  out.end();
}

// The newest scan, told once: its time makes a second "in transit" other words than the first.
void news(const State& state, ViewBuilder& out) {
  const Shipment* told = nullptr;
  for (const Shipment& shipment : state.shipments) {
    if (shipment.id == state.announced_shipment) told = &shipment;
  }
  if (told == nullptr) {
    out.none();
    return;
  }
  Arg what = status_phrase(told->status);
  if (told->checkpoints.empty()) {
    out.text({PhraseId::TrackingNews, {what}});
    return;
  }
  const Checkpoint& newest = told->checkpoints[0];
  if (newest.status != ShipmentStatus::Unknown) {
    what = status_phrase(newest.status);
  } else if (!newest.message.empty()) {
    what = newest.message;
  }
  if (newest.time.known()) {
    out.text({PhraseId::TrackingNewsAt, {what, output::moment_arg(newest.time)}});
  } else {
    out.text({PhraseId::TrackingNews, {what}});
  }
}

// How many parcels are how far, when there are several.
void tally(const std::vector<Shipment>& shipments, ViewBuilder& out) {
  int count[kShipmentStatuses] = {};
  int sent = 0;
  for (const Shipment& shipment : shipments) {
    if (shipment.direction == Direction::Return) continue;
    ++count[static_cast<size_t>(shipment.status)];
    ++sent;
  }
  out.flag(sent < 2).begin_list();
  for (size_t status = 0; sent >= 2 && status < kShipmentStatuses; ++status) {
    if (count[status] == 0) continue;
    out.begin(TemplateId::TrackingContent, status);
    out.text({PhraseId::TrackingCount,
              {status_phrase(static_cast<ShipmentStatus>(status)), Arg::of_number(count[status])}});
    out.end();
  }
  out.end_list();
}

// What no parcel holds yet; 0 as well when it is not known what is in a parcel.
int64_t still_to_send(const State& state, const order::Order* order) {
  if (order == nullptr || order->cancelled() || state.shipments.empty()) return 0;
  int64_t left = 0;
  for (const order::LineItem& line : order->lines) {
    if (line.requires_shipping) left += line.quantity;
  }
  for (const Shipment& shipment : state.shipments) {
    if (shipment.direction == Direction::Return) continue;
    if (shipment.status == ShipmentStatus::Cancelled) continue;
    if (shipment.items.empty()) return 0;
    for (const ShipmentItem& item : shipment.items) {
      if (title_of(order, item.line_id).empty()) return 0;
      left -= item.quantity;
    }
  }
  return left;
}

bool has_clock(const State& state) {
  for (const Shipment& shipment : state.shipments) {
    for (const Checkpoint& checkpoint : shipment.checkpoints) {
      if (checkpoint.time.has_clock()) return true;
    }
  }
  return false;
}

}  // namespace

uint64_t checkpoint_key(const Checkpoint& checkpoint) { return output::key_of(checkpoint.id); }

uint32_t timeline_hole() { return output::hole_count_of(TemplateId::TrackingParcel) - 2; }

void view_fold(size_t count, output::View& view) {
  ViewBuilder out(view);
  out.begin(TemplateId::TrackingMore).text(fold_text(count)).none().end();
}

void view_checkpoint(const Checkpoint& checkpoint, size_t index, output::View& view) {
  ViewBuilder out(view);
  put_checkpoint(checkpoint, index == 0, out);
}

void view_tracking(const State& state, const order::Order* order, Timelines timelines,
                   output::View& view) {
  ViewBuilder out(view);
  out.begin(TemplateId::TrackingCard);
  if (state.minutes_old > 0) {
    out.text(PhraseId::TrackingNoConnection);
    out.text({PhraseId::TrackingAsOf, {Arg::of_ago(state.minutes_old)}});
  } else {
    out.none().none();
  }
  if (state.shipments.empty()) {
    out.text(PhraseId::TrackingNoneYet);
  } else {
    out.none();
  }
  tally(state.shipments, out);
  const int64_t left = still_to_send(state, order);
  if (left > 0) {
    out.text({PhraseId::TrackingStillToSend, {Arg::of_number(left)}});
  } else {
    out.none();
  }
  out.begin_list();
  for (size_t i = 0; i < state.shipments.size(); ++i) {
    parcel(state.shipments[i], state, order, i, timelines, out);
  }
  out.end_list();
  if (has_clock(state)) {
    out.text(PhraseId::TrackingLocalTimes);
  } else {
    out.none();
  }
  out.token(Token::Good);
  news(state, out);
  out.end();
}

}  // namespace postlude::tracking
