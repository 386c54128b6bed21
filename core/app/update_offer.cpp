#include "core/app/update_offer.h"

#include <iterator>
#include <utility>

#include "core/app/announce.h"
#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "core/base/names.h"
#include "core/order/parse_order.h"

namespace postlude::app {
namespace {

using offer::AcceptReply;
using offer::Entry;
using offer::QuoteFor;
using output::Effect;
using output::EffectKind;
using output::HostEvent;
using output::Method;
using output::TimerId;

Entry* entry_of(Model& model, const std::string& offer_id) {
  for (Entry& entry : model.offers.entries) {
    if (entry.offer.id == offer_id) return &entry;
  }
  return nullptr;
}

Entry* entry_of(Model& model, uint32_t serial) {
  for (Entry& entry : model.offers.entries) {
    if (entry.serial == serial) return &entry;
  }
  return nullptr;
}

void post(Step& step, Request request, const Entry& entry, const char* verb, std::string_view key,
          std::string body) {
  Effect& fetch = add_effect(step, EffectKind::Fetch);
  fetch.id = static_cast<uint32_t>(request) | entry.serial << 8;
  fetch.method = Method::Post;
  fetch.text = offer::path_of(step.model.connection.api, entry.offer, verb);
  fetch.key = key;
  fetch.body = std::move(body);
}

void send_accept(Step& step, const Entry& entry, const std::string& key) {
  base::JsonWriter body;
  body.begin_object().member("quote", entry.offer.quote.token);
  body.member("quantity", entry.offer.quantity);
  // Nothing that needs it comes so far without it.
  if (entry.offer.needs_consent) body.member("consent", true);
  body.end_object();
  post(step, Request::Accept, entry, "/accept", key, body.take());
}

void send_undo(Step& step, const Entry& entry, const std::string& key) {
  post(step, Request::Undo, entry, "/undo", key, "{}");
}

void send_quote(Step& step, const Entry& entry, int64_t quantity, const std::string& variant_id) {
  base::JsonWriter body;
  body.begin_object().member("quantity", quantity).member_if("variant_id", variant_id);
  post(step, Request::Quote, entry, "/quote", {}, body.end_object().take());
}

void retry_later(Step& step, const std::string& key, int tries) {
  start_timer(step, TimerId::AcceptRetry, offer::retry_delay_ms(key, tries - 1));
}

AcceptReply::Outcome outcome_from(std::string_view result) {
  using Outcome = AcceptReply::Outcome;
  constexpr std::string_view kResults[] = {"accepted",       "already_accepted", "requires_action",
                                           "declined",       "out_of_stock",     "expired",
                                           "order_released", "in_progress"};
  constexpr Outcome kOutcomes[] = {
      Outcome::Accepted, Outcome::Accepted,   Outcome::NeedsConfirmation,
      Outcome::Declined, Outcome::OutOfStock, Outcome::Expired,
      Outcome::Released, Outcome::NoAnswer,   Outcome::Refused};
  return kOutcomes[base::place_of(kResults, std::size(kResults), result)];
}

// Whether the same request may be sent again: nothing final was said.
bool may_retry(uint32_t status) {
  return status == 0 || status == 408 || status == 425 || status == 429 || status >= 500;
}

// The order as an answer tells it, where it does.
void take_order(Step& step, base::JsonRef root) {
  const base::JsonRef order = root["order"];
  if (!order.is_object()) return;
  base::JsonReader in;
  base::Boxed<order::Order> changed;
  order::read(in, order, changed.emplace());
  if (in.failed()) return warn(step, in.error());
  step.model.order = std::move(changed);
  step.dirty.kinds |= kAllKinds;
}

// What became of an accept, and until when it can be undone.
struct Answered {
  AcceptReply reply;
  int64_t undo_until_ms = 0;
};

Answered read_reply(const Reply& reply, bool asked_before, Step& step) {
  Answered out;
  if (may_retry(reply.status)) return out;
  auto parsed = base::parse_json(reply.body);
  if (!parsed.ok()) {
    // An answer we cannot read tells nothing about the charge.
    warn(step, parsed.error());
    return out;
  }
  const base::JsonRef root = parsed.value().root();
  out.reply.outcome = outcome_from(root["result"].text());
  const bool said = root["result"].is_string();
  // A refusal that does not speak of the charge (a token that ran out) decides nothing about one
  // whose answer was lost.
  if (!said && (reply.status < 300 || asked_before)) {
    out.reply.outcome = AcceptReply::Outcome::NoAnswer;
  }
  out.reply.url = base::safe_url(root["url"].text());
  out.undo_until_ms = root["undo_until_ms"].integer().value_or(0);
  take_order(step, root);
  return out;
}

void report(Step& step, const Entry& entry) {
  const offer::Offer& offer = entry.offer;
  if (std::holds_alternative<offer::Accepted>(entry.state)) {
    emit_offer(step, HostEvent::OfferAccepted, offer);
    push_transaction(step, "purchase", offer);
  } else if (!std::holds_alternative<offer::Accepting>(entry.state) &&
             !std::holds_alternative<offer::NeedsConfirmation>(entry.state)) {
    emit_offer(step, HostEvent::OfferFailed, offer);
  }
}

void offers_changed(Step& step) {
  step.dirty.kinds |= bit(WidgetKind::Offer) | bit(WidgetKind::Review);
}

// A price that was asked for and did not come. What was shown stays good until it ends.
void not_quoted(Entry& entry, QuoteFor cause, AcceptReply::Outcome outcome) {
  using Outcome = AcceptReply::Outcome;
  const bool renewal = cause == QuoteFor::Renewal;
  if (outcome == Outcome::Released || (renewal && outcome == Outcome::OutOfStock)) {
    offer::apply_reply(entry, {outcome, {}});
  } else if (renewal || outcome == Outcome::Expired) {
    entry.state = offer::Expired{};
  } else {
    entry.state = offer::Offered{};
    entry.note = offer::Note::NotQuoted;
  }
}

// Takes the newly priced offer over; false when the answer holds none that may be shown.
bool take_quote(Step& step, Entry& entry, QuoteFor cause, base::JsonRef root) {
  base::JsonReader in;
  offer::Offer fresh;
  offer::read(in, in.required_object(root, "offer"), fresh);
  if (in.failed()) {
    warn(step, in.error());
    return false;
  }
  // Nobody asked for another price: the one that was shown has ended.
  const bool same = fresh.quote.total == entry.offer.quote.total &&
                    fresh.quote.tax == entry.offer.quote.tax &&
                    fresh.renewal == entry.offer.renewal;
  if (fresh.id != entry.offer.id || (cause == QuoteFor::Renewal && !same)) return false;
  entry.offer = std::move(fresh);
  entry.state = offer::Offered{};
  entry.note = cause == QuoteFor::Choice ? offer::Note::Requoted : offer::Note::None;
  return true;
}

}  // namespace

void accept_offer(Step& step, const Acted& accepted, int64_t now_ms) {
  Model& model = step.model;
  Entry* entry = entry_of(model, accepted.arg);
  if (entry == nullptr || !model.order) return;
  const bool again = std::holds_alternative<offer::Unknown>(entry->state);
  const bool open = offer::is_open(entry->state) && !entry->offer.is_link();
  if (!again && !open) return;
  if (open && entry->offer.needs_consent && accepted.consent != "true") return;
  step.dirty.kinds |= bit(WidgetKind::Offer);
  entry->note = offer::Note::None;
  if (open && server_ms(model, now_ms) >= entry->offer.quote.expires_at_ms) {
    entry->state = offer::Expired{};
    return;
  }
  // What was asked for before may be charged already: its tries go on.
  const std::string key = offer::accept_key(model.order->id, *entry);
  entry->state = offer::Accepting{key, again ? 2 : 1};
  emit_offer(step, HostEvent::OfferAccepting, entry->offer);
  if (!again) push_promotion(step, "select_promotion", entry->offer);
  send_accept(step, *entry, key);
}

void decline_offer(Step& step, const std::string& offer_id) {
  Entry* entry = entry_of(step.model, offer_id);
  if (entry == nullptr) return;
  if (!offer::is_open(entry->state) && !std::holds_alternative<offer::Quoting>(entry->state))
    return;
  entry->state = offer::Declined{};
  offers_changed(step);
  post(step, Request::Decline, *entry, "/decline", {}, "{}");
  emit_offer(step, HostEvent::OfferDeclined, entry->offer);
}

void open_link(Step& step, const std::string& offer_id) {
  const Entry* entry = entry_of(step.model, offer_id);
  if (entry == nullptr || !entry->offer.is_link()) return;
  push_promotion(step, "select_promotion", entry->offer);
  emit_offer(step, HostEvent::OfferLink, entry->offer);
}

void choose_offer(Step& step, const Acted& choice) {
  Entry* entry = entry_of(step.model, choice.arg);
  if (entry == nullptr || !offer::is_open(entry->state) || entry->offer.is_link()) return;
  const offer::Offer& offer = entry->offer;
  int64_t quantity = 0;
  for (const char c : choice.quantity) {
    if (c < '0' || c > '9' || quantity > offer::kMaxChoiceQuantity) return;
    quantity = quantity * 10 + (c - '0');
  }
  if (quantity == 0) quantity = offer.quantity;
  const std::string& variant = choice.variant_id.empty() ? offer.variant_id : choice.variant_id;
  if (quantity == offer.quantity && variant == offer.variant_id) return;
  step.dirty.kinds |= bit(WidgetKind::Offer);
  entry->note = offer::Note::None;
  send_quote(step, *entry, quantity, variant);
  entry->state = offer::Quoting{};
}

void undo_offer(Step& step, const std::string& offer_id, int64_t now_ms) {
  Model& model = step.model;
  Entry* entry = entry_of(model, offer_id);
  if (entry == nullptr || !model.order) return;
  const bool can = server_ms(model, now_ms) < entry->offer.undo_until_ms;
  if (!can || !std::holds_alternative<offer::Accepted>(entry->state)) return;
  step.dirty.kinds |= bit(WidgetKind::Offer);
  entry->note = offer::Note::None;
  const std::string key = offer::undo_key(model.order->id, *entry);
  entry->state = offer::Undoing{key};
  send_undo(step, *entry, key);
}

bool accept_replied(Step& step, uint32_t serial, const Reply& reply) {
  Entry* entry = entry_of(step.model, serial);
  if (entry == nullptr) return false;
  const auto* waiting = std::get_if<offer::Accepting>(&entry->state);
  const Answered answer = read_reply(reply, waiting != nullptr && waiting->tries > 1, step);
  if (waiting == nullptr) return false;
  entry->offer.undo_until_ms = answer.undo_until_ms;
  offer::apply_reply(*entry, answer.reply);
  offers_changed(step);
  if (const auto* accepting = std::get_if<offer::Accepting>(&entry->state)) {
    retry_later(step, accepting->key, accepting->tries);
    return false;
  }
  report(step, *entry);
  return std::holds_alternative<offer::Accepted>(entry->state) ||
         std::holds_alternative<offer::PaymentDeclined>(entry->state);
}

void quote_replied(Step& step, uint32_t serial, const Reply& reply) {
  Entry* entry = entry_of(step.model, serial);
  const auto* quoting = entry != nullptr ? std::get_if<offer::Quoting>(&entry->state) : nullptr;
  if (quoting == nullptr) return;
  const QuoteFor cause = quoting->cause;
  offers_changed(step);
  auto parsed = base::parse_json(reply.body);
  const bool told = parsed.ok() && !may_retry(reply.status);
  if (told && reply.status < 300 && take_quote(step, *entry, cause, parsed.value().root())) return;
  const bool refused = told && reply.status >= 300;
  not_quoted(*entry, cause,
             refused ? outcome_from(parsed.value().root()["result"].text())
                     : AcceptReply::Outcome::NoAnswer);
}

void undo_replied(Step& step, uint32_t serial, const Reply& reply) {
  Entry* entry = entry_of(step.model, serial);
  auto* undoing = entry != nullptr ? std::get_if<offer::Undoing>(&entry->state) : nullptr;
  if (undoing == nullptr) return;
  offers_changed(step);
  auto parsed = base::parse_json(reply.body);
  const std::string_view result = parsed.ok() ? parsed.value().root()["result"].text() : "";
  if (result == "undone") {
    take_order(step, parsed.value().root());
    entry->state = offer::Undone{};
    emit_offer(step, HostEvent::OfferUndone, entry->offer);
    push_transaction(step, "refund", entry->offer);
    return;
  }
  const bool open = may_retry(reply.status) || result == "in_progress" || !parsed.ok();
  if (open && undoing->tries < offer::kMaxTries) {
    ++undoing->tries;
    return retry_later(step, undoing->key, undoing->tries);
  }
  if (!open) entry->offer.undo_until_ms = 0;
  entry->state = offer::Accepted{};
  entry->note = offer::Note::NotUndone;
}

void retry_requests(Step& step) {
  for (const Entry& entry : step.model.offers.entries) {
    if (const auto* accepting = std::get_if<offer::Accepting>(&entry.state)) {
      send_accept(step, entry, accepting->key);
    } else if (const auto* undoing = std::get_if<offer::Undoing>(&entry.state)) {
      send_undo(step, entry, undoing->key);
    }
  }
}

void pass_time(Step& step, int64_t now_ms) {
  for (Entry& entry : step.model.offers.entries) {
    const offer::Passed passed = offer::pass_time(entry, server_ms(step.model, now_ms));
    if (passed != offer::Passed::Nothing) offers_changed(step);
    if (passed != offer::Passed::Quote) continue;
    send_quote(step, entry, entry.offer.quantity, entry.offer.variant_id);
  }
  schedule_time(step, now_ms);
}

void schedule_time(Step& step, int64_t now_ms) {
  offer::State& offers = step.model.offers;
  offers.now_ms = server_ms(step.model, now_ms);
  const int64_t next = offer::next_change_ms(offers);
  if (next != 0) start_timer(step, TimerId::OfferExpiry, next - offers.now_ms);
}

}  // namespace postlude::app
