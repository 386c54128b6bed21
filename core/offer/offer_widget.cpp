#include "core/offer/offer_widget.h"

#include <utility>

#include "core/base/hash.h"

namespace postlude::offer {
namespace {

template <class T>
bool is(const OfferState& state) {
  return std::holds_alternative<T>(state);
}

// Still on the page as a card with buttons.
bool open_to_shopper(const OfferState& state) {
  return is<Offered>(state) || is<Accepting>(state) || is<PaymentDeclined>(state) ||
         is<Failed>(state);
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
  std::vector<Entry> entries;
  entries.reserve(offers.size());
  for (Offer& offer : offers) {
    Entry entry{std::move(offer), {}, 0};
    entry.state = state_from(entry.offer.status);
    for (Entry& known : state.entries) {
      if (known.offer.id != entry.offer.id || is<Accepted>(entry.state)) continue;
      entry.refusals = known.refusals;
      // What this page is in the middle of, or was told, is newer than the document.
      if (!is<Offered>(known.state)) {
        entry.state = std::move(known.state);
        if (!is<PaymentDeclined>(entry.state)) entry.offer.quote = std::move(known.offer.quote);
      }
    }
    entries.push_back(std::move(entry));
  }
  state.entries = std::move(entries);
  state.none_reason = std::move(none_reason);
  state.known = true;
}

std::string accept_key(std::string_view order_id, const Entry& entry) {
  uint64_t intent = base::fnv1a64(entry.offer.id, base::fnv1a64(order_id));
  intent = base::fnv1a64(entry.offer.quote.token, intent) + static_cast<uint64_t>(entry.refusals);
  return "accept-" + base::hex64(intent) + base::hex64(base::fnv1a64(order_id, ~intent));
}

uint32_t retry_delay_ms(std::string_view key, int tries) {
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

bool expire(State& state, int64_t server_now_ms) {
  bool any = false;
  for (Entry& entry : state.entries) {
    const bool over = server_now_ms >= entry.offer.quote.expires_at_ms;
    const bool waits =
        is<Offered>(entry.state) || is<PaymentDeclined>(entry.state) || is<Failed>(entry.state);
    if (!over || !waits || entry.offer.quote.expires_at_ms == 0) continue;
    entry.state = Expired{};
    any = true;
  }
  return any;
}

int64_t next_expiry_ms(const State& state) {
  int64_t earliest = 0;
  for (const Entry& entry : state.entries) {
    const int64_t end = entry.offer.quote.expires_at_ms;
    if (!is<Offered>(entry.state) || end == 0) continue;
    if (earliest == 0 || end < earliest) earliest = end;
  }
  return earliest;
}

int open_count(const State& state) {
  int count = 0;
  for (const Entry& entry : state.entries) count += open_to_shopper(entry.state) ? 1 : 0;
  return count;
}

}  // namespace postlude::offer
