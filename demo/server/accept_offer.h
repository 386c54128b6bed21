#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "demo/server/app.h"
#include "demo/server/charge_repository.h"
#include "demo/server/idempotency_repository.h"

namespace postlude::server {

/// A shopper's click on "accept".
struct AcceptRequest {
  std::string order_id;  // from the token
  std::string offer_id;
  std::string quote;  // the signed token that came with the offer
  int64_t quantity = 1;
  bool consent = false;  // the shopper's own, to just this offer
  std::string idempotency_key;
  std::string return_to;  // a path, for after a confirmation with the bank
};

/// The one place that charges. In three steps: (1) one transaction claims the key, checks the quote
/// and the order, reserves the stock and writes a pending charge; (2) the gateway charges, outside
/// of any transaction; (3) one transaction moves the charge on, changes the order or puts the stock
/// back, writes the outbox and keeps the answer. A crash between the steps is settled at the next
/// start by asking the gateway (settle_charges.h), never by charging again.
///
/// Returns the answer to send, problems included, when it is kept under the key. Throws Problem for
/// what is not: a missing or reused key, a request in progress, a quote that is not one of this
/// offer.
StoredAnswer accept_offer(App& app, const AcceptRequest& request);

/// Step 3: writes down what the gateway said of a charge; does nothing when somebody else has.
/// Returns the answer kept for the request that made the charge. The gateway's state is Succeeded,
/// Declined, RequiresAction or Void.
StoredAnswer finish_charge(App& app, Database& database, const Charge& charge,
                           const ChargeAnswer& answer);

/// The shopper says no. Cancels a confirmation that was waited for. Returns the answer; throws
/// Problem (NotFound, AlreadyAccepted, InProgress).
std::string decline_offer(App& app, std::string_view order_id, std::string_view offer_id);

}  // namespace postlude::server
