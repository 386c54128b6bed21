#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/offer/offer.h"
#include "core/output/view.h"

namespace postlude::offer {

// The states of one offer on the page. As long as an answer about money is open the state holds a
// key, and every further try carries the same one.
struct Offered {};
enum class QuoteFor : unsigned char { Choice, Renewal };
struct Quoting {  // a new price is asked for; nothing can be accepted meanwhile
  QuoteFor cause = QuoteFor::Choice;
};
struct Accepting {
  std::string key;
  int tries = 1;
};
struct Accepted {};
struct Undoing {
  std::string key;
  int tries = 1;
};
struct Undone {};
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
using OfferState =
    std::variant<Offered, Quoting, Accepting, Accepted, Undoing, Undone, Declined, PaymentDeclined,
                 NeedsConfirmation, OutOfStock, Expired, Released, Failed, Unknown>;

/// What the status line has to say beside the state.
enum class Note : unsigned char { None, Requoted, NotQuoted, NotUndone };

struct Entry {
  Offer offer;
  OfferState state;
  int refusals = 0;     // final answers so far that charged nothing; each new intent has a new key
  uint32_t serial = 0;  // names it in requests, whatever documents come meanwhile
  Note note = Note::None;
  bool announced = false;  // the page was told that it is shown
};

struct State {
  std::vector<Entry> entries;
  std::string none_reason;  // the backend's reason code when there is no offer
  bool known = false;       // the backend has answered
  uint32_t last_serial = 0;
  int64_t now_ms = 0;               // on the backend's clock, for what counts down
  int64_t zone_offset_minutes = 0;  // of the shop
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
/// backend knows better (accepted). What became of an offer stays, also when the backend no longer
/// speaks of it.
void load(State& state, std::vector<Offer> offers, std::string none_reason);

/// Returns the address of what can be done with an offer, such as "/accept", on the backend at
/// `api`.
std::string path_of(const std::string& api, const Offer& offer, const char* verb);

/// Returns the idempotency key of accepting the entry's offer on that order: the same intent has
/// the same key, in every tab and after every reload. A try after a refused payment is a new
/// intent.
std::string accept_key(const std::string& order_id, const Entry& entry);

/// Returns the idempotency key of undoing the entry's accepted offer.
std::string undo_key(const std::string& order_id, const Entry& entry);

/// How many times an accept is sent before the shopper is told that the answer is missing.
inline constexpr int kMaxTries = 5;
/// Returns how long to wait before try number `tries + 1`: doubling from 1 s to at most 16 s, less
/// up to half by a jitter made from the key.
uint32_t retry_delay_ms(const std::string& key, int tries);

/// Moves an entry on by an answer to its accept. NoAnswer counts a try, and ends in Unknown after
/// kMaxTries.
void apply_reply(Entry& entry, const AcceptReply& reply);

/// Returns whether the shopper can act on it: accept, decline, choose.
bool is_open(const OfferState& state);
/// Returns whether it is shown as a card: open, or at work on an answer or a price.
bool is_card(const OfferState& state);

enum class Passed : unsigned char {
  Nothing,
  Shown,  // what is shown has changed: a second less, an end
  Quote   // the price was signed for a while that is over, but the offer goes on: Quoting now
};
/// Moves an entry on by the time alone. An open accept or undo is left alone.
Passed pass_time(Entry& entry, int64_t server_now_ms);
/// Returns when `pass_time` next has something to do, or 0.
int64_t next_change_ms(const State& state);

/// What the page says of the shop.
struct ShopTerms {
  bool is_test = false;      // no real money is charged
  bool states_duty = false;  // the market's law wants the duty to pay on the button (market.h)
};

/// Fills `view`: the open offers (at most `max_open`), what was accepted, and one status line. With
/// nothing to show the view is an empty hidden block.
void view_offers(const State& state, int max_open, const ShopTerms& shop,
                 const std::string& order_id, const FormFields& form, output::View& view);

}  // namespace postlude::offer
