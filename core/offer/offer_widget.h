#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/offer/offer.h"
#include "core/output/view.h"

namespace postlude::offer {

// The states of one offer on the page (FIELD B3). Only Accepting and Unknown hold a key: as long as
// an answer is open, every further try carries the same one.
struct Offered {};
struct Accepting {
  std::string key;
  int tries = 1;
};
struct Accepted {};
struct Declined {};
struct PaymentDeclined {};
struct NeedsConfirmation {
  base::SafeUrl url;
};
struct OutOfStock {};
struct Expired {};
struct Released {};
struct Failed {};  // refused for a reason of ours; nothing was charged
struct Unknown {   // no answer after all tries; it may have been charged
  std::string key;
};
using OfferState = std::variant<Offered, Accepting, Accepted, Declined, PaymentDeclined,
                                NeedsConfirmation, OutOfStock, Expired, Released, Failed, Unknown>;

struct Entry {
  Offer offer;
  OfferState state;
  int refusals = 0;  // final answers so far that charged nothing; each new intent has a new key
};

struct State {
  std::vector<Entry> entries;
  std::string none_reason;  // the backend's reason code when there is no offer
  bool known = false;       // the backend has answered
};

/// Fields that the accept and decline forms need when they are sent without scripts; empty in the
/// browser, where the same facts travel in a request.
struct FormFields {
  std::string api;  // base path of the backend: "/postlude/v1"
  std::string order_token;
  std::string return_to;  // relative path to come back to
};

/// What the backend answered to an accept, or what became of the request.
struct AcceptReply {
  enum class Outcome : unsigned char {
    Accepted,
    NeedsConfirmation,
    Declined,
    OutOfStock,
    Expired,
    Released,
    Refused,  // any other answer that is final
    NoAnswer  // network, 5xx, 409 in progress: the same key may be tried again
  } outcome = Outcome::NoAnswer;
  base::SafeUrl url;
};

/// Takes over what the backend says now. An offer whose accept is open keeps its state unless the
/// backend knows better (accepted).
void load(State& state, std::vector<Offer> offers, std::string none_reason);

/// Returns the idempotency key of accepting the entry's offer on that order: the same intent has
/// the same key, in every tab and after every reload. A try after a refused payment is a new
/// intent.
std::string accept_key(std::string_view order_id, const Entry& entry);

/// How many times an accept is sent before the shopper is told that the answer is missing.
inline constexpr int kMaxTries = 5;
/// Returns how long to wait before try number `tries + 1`: doubling from 1 s to at most 16 s, less
/// up to half by a jitter made from the key.
uint32_t retry_delay_ms(std::string_view key, int tries);

/// Moves an entry on by an answer. NoAnswer counts a try, and ends in Unknown after kMaxTries.
void apply_reply(Entry& entry, const AcceptReply& reply);

/// Offers past their signed end become Expired; returns whether any did. An open accept is left
/// alone.
bool expire(State& state, int64_t server_now_ms);
/// Returns the earliest end of an open offer, or 0.
int64_t next_expiry_ms(const State& state);

/// Returns how many entries are still open to the shopper.
int open_count(const State& state);

enum class TestMode : unsigned char { No, Yes };

/// Fills `view`: the open offers (at most `max_open`), what was accepted, and one status line. With
/// nothing to show the view is an empty hidden block.
void view_offers(const State& state, int max_open, TestMode test_mode, std::string_view order_id,
                 const FormFields& form, output::View& view);

}  // namespace postlude::offer
