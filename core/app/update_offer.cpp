#include "core/app/update_offer.h"

#include <utility>

#include "core/app/announce.h"
#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "core/order/parse_order.h"

namespace postlude::app {
namespace {

using offer::AcceptReply;
using offer::Entry;
using output::Effect;
using output::EffectKind;
using output::HostEvent;
using output::Method;
using output::TimerId;

constexpr int64_t kLongestTimerMs = 24 * 3600 * int64_t{1000};

uint32_t index_of(const Model& model, std::string_view offer_id) {
  const auto& entries = model.offers.entries;
  uint32_t index = 0;
  while (index < entries.size() && entries[index].offer.id != offer_id) ++index;
  return index;
}

void send_accept(Step& step, uint32_t index) {
  const Entry& entry = step.model.offers.entries[index];
  const auto* accepting = std::get_if<offer::Accepting>(&entry.state);
  CHECK(accepting != nullptr);
  base::JsonWriter body;
  body.begin_object().member("quote", entry.offer.quote.token);
  body.member("quantity", entry.offer.quantity).end_object();
  Effect fetch;
  fetch.kind = EffectKind::Fetch;
  fetch.id = static_cast<uint32_t>(Request::Accept) | index << 8;
  fetch.method = Method::Post;
  fetch.text = step.model.connection.api + "/offers/" + entry.offer.id + "/accept";
  fetch.key = accepting->key;
  fetch.body = body.take();
  step.effects.push_back(std::move(fetch));
}

void start_timer(Step& step, TimerId timer, int64_t ms) {
  Effect effect;
  effect.kind = EffectKind::Timer;
  effect.id = static_cast<uint32_t>(timer);
  effect.number = static_cast<uint32_t>(ms < 0 ? 0 : ms > kLongestTimerMs ? kLongestTimerMs : ms);
  step.effects.push_back(std::move(effect));
}

AcceptReply::Outcome outcome_from(std::string_view result) {
  using Outcome = AcceptReply::Outcome;
  if (result == "accepted" || result == "already_accepted") return Outcome::Accepted;
  if (result == "requires_action") return Outcome::NeedsConfirmation;
  if (result == "declined") return Outcome::Declined;
  if (result == "out_of_stock") return Outcome::OutOfStock;
  if (result == "expired") return Outcome::Expired;
  if (result == "order_released") return Outcome::Released;
  if (result == "in_progress") return Outcome::NoAnswer;
  return Outcome::Refused;
}

// Whether the same request may be sent again: nothing final was said.
bool may_retry(uint32_t status) {
  return status == 0 || status == 408 || status == 425 || status == 429 || status >= 500;
}

AcceptReply read_reply(const Reply& reply, bool asked_before, Step& step) {
  AcceptReply out;
  if (may_retry(reply.status)) return out;
  auto parsed = base::parse_json(reply.body);
  if (!parsed.ok()) {
    // An answer we cannot read tells nothing about the charge.
    warn(step, parsed.error());
    return out;
  }
  const base::JsonRef root = parsed.value().root();
  out.outcome = outcome_from(root["result"].text());
  const bool said = root["result"].is_string();
  // A refusal that does not speak of the charge (a token that ran out) decides nothing about one
  // whose answer was lost.
  if (!said && (reply.status < 300 || asked_before)) {
    out.outcome = AcceptReply::Outcome::NoAnswer;
  }
  out.url = base::safe_url(root["url"].text());
  const base::JsonRef order = root["order"];
  if (order.is_object()) {
    auto changed = order::from_canonical(order);
    if (changed.ok()) {
      step.model.order = std::move(changed.value());
      step.dirty.kinds |= kAllKinds;
    } else {
      warn(step, changed.error());
    }
  }
  return out;
}

void report(Step& step, const Entry& entry) {
  const offer::Offer& offer = entry.offer;
  if (std::holds_alternative<offer::Accepted>(entry.state)) {
    emit(step, WidgetKind::Offer, HostEvent::OfferAccepted, offer_detail(offer));
    push_purchase(step, offer);
  } else if (!std::holds_alternative<offer::Accepting>(entry.state) &&
             !std::holds_alternative<offer::NeedsConfirmation>(entry.state)) {
    emit(step, WidgetKind::Offer, HostEvent::OfferFailed, offer_detail(offer));
  }
}

}  // namespace

void accept_offer(Step& step, std::string_view offer_id, int64_t now_ms) {
  Model& model = step.model;
  const uint32_t index = index_of(model, offer_id);
  if (index >= model.offers.entries.size() || !model.order) return;
  Entry& entry = model.offers.entries[index];
  const bool again = std::holds_alternative<offer::Unknown>(entry.state);
  const bool open = std::holds_alternative<offer::Offered>(entry.state) ||
                    std::holds_alternative<offer::PaymentDeclined>(entry.state) ||
                    std::holds_alternative<offer::Failed>(entry.state);
  if (!again && !open) return;
  step.dirty.kinds |= bit(WidgetKind::Offer);
  if (open && server_ms(model, now_ms) >= entry.offer.quote.expires_at_ms) {
    entry.state = offer::Expired{};
    return;
  }
  // What was asked for before may be charged already: its tries go on.
  entry.state = offer::Accepting{offer::accept_key(model.order->id, entry), again ? 2 : 1};
  emit(step, WidgetKind::Offer, HostEvent::OfferAccepting, offer_detail(entry.offer));
  if (!again) push_promotion(step, "select_promotion", entry.offer);
  send_accept(step, index);
}

void decline_offer(Step& step, std::string_view offer_id) {
  Model& model = step.model;
  const uint32_t index = index_of(model, offer_id);
  if (index >= model.offers.entries.size()) return;
  Entry& entry = model.offers.entries[index];
  if (std::holds_alternative<offer::Accepting>(entry.state)) return;
  entry.state = offer::Declined{};
  step.dirty.kinds |= bit(WidgetKind::Offer) | bit(WidgetKind::Review);
  Effect fetch;
  fetch.kind = EffectKind::Fetch;
  fetch.id = static_cast<uint32_t>(Request::Decline) | index << 8;
  fetch.method = Method::Post;
  fetch.text = model.connection.api + "/offers/" + entry.offer.id + "/decline";
  fetch.body = "{}";
  step.effects.push_back(std::move(fetch));
  emit(step, WidgetKind::Offer, HostEvent::OfferDeclined, offer_detail(entry.offer));
}

void accept_replied(Step& step, uint32_t index, const Reply& reply, int64_t) {
  Model& model = step.model;
  if (index >= model.offers.entries.size()) return;
  const auto* waiting = std::get_if<offer::Accepting>(&model.offers.entries[index].state);
  const AcceptReply answer = read_reply(reply, waiting != nullptr && waiting->tries > 1, step);
  Entry& entry = model.offers.entries[index];
  if (waiting == nullptr) return;
  offer::apply_reply(entry, answer);
  step.dirty.kinds |= bit(WidgetKind::Offer) | bit(WidgetKind::Review);
  if (const auto* accepting = std::get_if<offer::Accepting>(&entry.state)) {
    start_timer(step, TimerId::AcceptRetry,
                offer::retry_delay_ms(accepting->key, accepting->tries - 1));
    return;
  }
  report(step, entry);
}

void retry_accepts(Step& step, int64_t) {
  const auto& entries = step.model.offers.entries;
  for (uint32_t i = 0; i < entries.size(); ++i) {
    if (std::holds_alternative<offer::Accepting>(entries[i].state)) send_accept(step, i);
  }
}

void expire_offers(Step& step, int64_t now_ms) {
  if (offer::expire(step.model.offers, server_ms(step.model, now_ms))) {
    step.dirty.kinds |= bit(WidgetKind::Offer) | bit(WidgetKind::Review);
  }
  schedule_expiry(step, now_ms);
}

void schedule_expiry(Step& step, int64_t now_ms) {
  const int64_t end = offer::next_expiry_ms(step.model.offers);
  if (end != 0) start_timer(step, TimerId::OfferExpiry, end - server_ms(step.model, now_ms));
}

}  // namespace postlude::app
