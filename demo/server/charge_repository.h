#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/money.h"
#include "demo/server/database.h"

namespace postlude::server {

/// How far one attempt to charge an offer is. The first four are living: an offer has at most one
/// living charge in an order, and the database holds to that.
#define POSTLUDE_CHARGE_STAGES(X)      \
  X(Pending, "pending")                \
  X(RequiresAction, "requires_action") \
  X(Accepted, "accepted")              \
  X(Refunding, "refunding")            \
  X(Declined, "declined")              \
  X(Void, "void")                      \
  X(Refunded, "refunded")

enum class ChargeStage : uint8_t {
#define X(name, text) name,
  POSTLUDE_CHARGE_STAGES(X)
#undef X
};

std::string_view charge_stage_name(ChargeStage stage);

struct Charge {
  std::string id;  // also the key by which the gateway knows it
  std::string order_id;
  std::string offer_id;
  std::string quote_id;
  std::string idempotency_key;  // of the request that made it
  ChargeStage stage = ChargeStage::Pending;
  base::Money amount;
  std::string code;       // of Declined
  std::string action_id;  // of RequiresAction and what became of it
  std::string return_to;  // where the shopper goes on after an action
  int64_t created_ms = 0;
  int64_t expires_ms = 0;        // until when a confirmation is waited for
  int64_t accepted_ms = 0;       // when it was accepted; 0: never
  std::string undo_key;          // of the request that gives it back
  int64_t renewal_ended_ms = 0;  // when the shopper ended the subscription; 0: never
};

void insert_charge(Database& database, const Charge& charge);
std::optional<Charge> find_charge(Database& database, std::string_view charge_id);
std::optional<Charge> find_charge_of_action(Database& database, std::string_view action_id);
/// Returns the living charge of an offer.
std::optional<Charge> find_living_charge(Database& database, std::string_view order_id,
                                         std::string_view offer_id);
/// Returns the newest charge of an offer that was given back.
std::optional<Charge> find_refunded_charge(Database& database, std::string_view order_id,
                                           std::string_view offer_id);
/// True when the money of this quote was given back: it is spent.
bool is_quote_refunded(Database& database, std::string_view quote_id);
/// Returns how many offers of the order are accepted or on the way to it.
int64_t count_living_charges(Database& database, std::string_view order_id);
/// True when another offer of the order that renews is accepted or on the way to it.
bool has_living_subscription(Database& database, std::string_view order_id,
                             std::string_view but_offer_id);
/// Returns the charges that are pending, wait for the shopper or are being given back.
std::vector<Charge> open_charges(Database& database);
std::vector<Charge> list_charges(Database& database, std::string_view order_id);

/// Names the intent to give a charge back because its order was cancelled. The charge's id is the
/// server's own, so that no shopper's key can be the same.
std::string cancel_key(std::string_view charge_id);

/// What one offer has earned, in the shop's currency whatever the shoppers paid in.
struct OfferRevenue {
  std::string offer_id;
  std::string currency;
  int64_t accepted = 0;   // charges that were ever accepted
  int64_t undone = 0;     // of them, given back to shoppers who undid them
  int64_t cancelled = 0;  // of the rest, those in orders that were cancelled
  int64_t gross_minor = 0;
  int64_t returned_minor = 0;  // of undone and cancelled ones

  int64_t net_minor() const { return gross_minor - returned_minor; }
};

/// Returns a row for every offer that was ever accepted, by offer and (where a shop has changed it)
/// currency.
std::vector<OfferRevenue> offer_revenue(Database& database);

/// Moves a charge on from the stage it was read in; false when somebody else has moved it already.
bool move_charge(Database& database, const Charge& charge, ChargeStage to, std::string_view code,
                 std::string_view action_id);
/// The same from Pending or RequiresAction to Accepted.
bool accept_charge(Database& database, const Charge& charge, int64_t now_ms);
/// The same from Accepted to Refunding.
bool begin_refund(Database& database, const Charge& charge, std::string_view undo_key);

}  // namespace postlude::server
