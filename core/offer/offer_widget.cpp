#include "core/offer/offer_widget.h"

#include <utility>

#include "core/base/hash.h"

namespace postlude::offer {
namespace {

template <class T>
bool is(const OfferState& state) {
  return std::holds_alternative<T>(state);
}

// What is to be told even when the backend's next document no longer speaks of the offer.
bool is_outcome(const OfferState& state) {
  return !is_open(state) && !is<Quoting>(state) && !is<Declined>(state) && !is<Expired>(state);
}

std::string key_for(const char* verb, uint64_t intent, const std::string& order_id) {
  std::string key(verb);
  key += base::hex64(intent);
  return key += base::hex64(base::fnv1a64(order_id, ~intent));
}

OfferState state_from(OfferStatus status) {
  switch (status) {
    case OfferStatus::Open:
      return Offered{};
    case OfferStatus::Accepted:
      return Accepted{};
    case OfferStatus::Declined:
      return Declined{};
    case OfferStatus::Expired:
      return Expired{};
    case OfferStatus::OutOfStock:
      return OutOfStock{};
  }
  CHECK(false);
}

}  // namespace

void load(State& state, std::vector<Offer> offers, std::string none_reason) {
  // Room for every outcome that is known; a vector that grows would cost the shopper its moving
  // code.
  std::vector<Entry> entries(offers.size() + state.entries.size());
  size_t count = 0;
  for (Offer& offer : offers) {
    Entry& entry = entries[count++];
    entry.offer = std::move(offer);
    entry.state = state_from(entry.offer.status);
    for (Entry& known : state.entries) {
      if (known.offer.id != entry.offer.id) continue;
      entry.serial = std::exchange(known.serial, 0);
      entry.announced = known.announced;
      const bool taken_back = is<Undoing>(known.state) || is<Undone>(known.state);
      if (is<Accepted>(entry.state) && !taken_back) continue;
      entry.refusals = known.refusals;
      // What this page is in the middle of, or was told, is newer than the document.
      if (!is<Offered>(known.state)) {
        entry.state = std::move(known.state);
        if (!is<PaymentDeclined>(entry.state)) entry.offer = std::move(known.offer);
      }
    }
    if (entry.serial == 0) entry.serial = ++state.last_serial;
  }
  for (Entry& known : state.entries) {
    if (known.serial != 0 && is_outcome(known.state)) entries[count++] = std::move(known);
  }
  while (entries.size() > count) entries.pop_back();
  state.entries.swap(entries);
  state.none_reason = std::move(none_reason);
  state.known = true;
}

std::string path_of(const std::string& api, const Offer& offer, const char* verb) {
  std::string path = api;
  path += "/offers/";
  path += offer.id;
  return path += verb;
}

std::string accept_key(const std::string& order_id, const Entry& entry) {
  uint64_t intent = base::fnv1a64(entry.offer.id, base::fnv1a64(order_id));
  intent = base::fnv1a64(entry.offer.quote.token, intent) + static_cast<uint64_t>(entry.refusals);
  return key_for("accept-", intent, order_id);
}

std::string undo_key(const std::string& order_id, const Entry& entry) {
  const uint64_t intent = base::fnv1a64(entry.offer.id, base::fnv1a64(order_id)) +
                          static_cast<uint64_t>(entry.offer.undo_until_ms);
  return key_for("undo-", intent, order_id);
}

uint32_t retry_delay_ms(const std::string& key, int tries) {
  const uint32_t whole = 1000u << (tries < 5 ? tries - 1 : 4);
  const auto jitter = static_cast<uint32_t>(base::fnv1a64(key, static_cast<uint64_t>(tries)) >> 33);
  return whole - jitter % (whole / 2 + 1);
}

void apply_reply(Entry& entry, const AcceptReply& reply) {
  using Outcome = AcceptReply::Outcome;
  switch (reply.outcome) {
    case Outcome::Accepted:
      entry.state = Accepted{};
      return;
    case Outcome::NeedsConfirmation:
      entry.state = NeedsConfirmation{reply.url};
      return;
    case Outcome::Declined:
      ++entry.refusals;
      entry.state = PaymentDeclined{};
      return;
    case Outcome::OutOfStock:
      entry.state = OutOfStock{};
      return;
    case Outcome::Expired:
      entry.state = Expired{};
      return;
    case Outcome::Released:
      entry.state = Released{};
      return;
    case Outcome::Refused:
      ++entry.refusals;
      entry.state = Failed{};
      return;
    case Outcome::NoAnswer:
      break;
  }
  auto* accepting = std::get_if<Accepting>(&entry.state);
  if (accepting == nullptr) return;
  if (accepting->tries < kMaxTries) {
    ++accepting->tries;
  } else {
    entry.state = Unknown{std::move(accepting->key)};
  }
}

bool is_open(const OfferState& state) {
  return is<Offered>(state) || is<PaymentDeclined>(state) || is<Failed>(state);
}

bool is_card(const OfferState& state) {
  return is_open(state) || is<Quoting>(state) || is<Accepting>(state);
}

Passed pass_time(Entry& entry, int64_t server_now_ms) {
  Offer& offer = entry.offer;
  if (is<Accepted>(entry.state)) {
    if (offer.undo_until_ms == 0 || server_now_ms < offer.undo_until_ms) return Passed::Nothing;
    offer.undo_until_ms = 0;
    return Passed::Shown;
  }
  if (!is_open(entry.state) && !is<Quoting>(entry.state)) return Passed::Nothing;
  const bool ended = offer.ends_at_ms != 0 && server_now_ms >= offer.ends_at_ms;
  const int64_t expires_ms = offer.quote.expires_at_ms;
  const bool over = expires_ms != 0 && server_now_ms >= expires_ms && is_open(entry.state);
  if (over && !ended && is<Offered>(entry.state)) {
    entry.state = Quoting{QuoteFor::Renewal};
    return Passed::Quote;
  }
  if (over || ended) {
    entry.state = Expired{};
    return Passed::Shown;
  }
  return offer.ends_at_ms != 0 ? Passed::Shown : Passed::Nothing;
}

int64_t next_change_ms(const State& state) {
  int64_t earliest = 0;
  const auto consider = [&](int64_t moment) {
    if (moment != 0 && (earliest == 0 || moment < earliest)) earliest = moment;
  };
  for (const Entry& entry : state.entries) {
    const Offer& offer = entry.offer;
    if (is<Accepted>(entry.state)) consider(offer.undo_until_ms);
    if (!is_open(entry.state)) continue;
    consider(offer.quote.expires_at_ms);
    const int64_t left = offer.ends_at_ms - state.now_ms;
    // The next whole second of the countdown.
    if (left > 0) consider(state.now_ms + (left - 1) % 1000 + 1);
  }
  return earliest;
}

}  // namespace postlude::offer
