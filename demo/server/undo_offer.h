#pragma once

#include <string>

#include "demo/server/app.h"
#include "demo/server/charge_repository.h"
#include "demo/server/idempotency_repository.h"

namespace postlude::server {

/// A shopper's click on "undo".
struct UndoRequest {
  std::string order_id;  // from the token
  std::string offer_id;
  std::string idempotency_key;
};

/// Takes an accepted offer back, as long as the merchant allows and the order was not handed over.
/// In three steps, as accepting (accept_offer.h): (1) one transaction claims the key and marks the
/// charge; (2) the gateway gives back the whole charge, by the charge's own key and so once; (3)
/// one transaction takes the line and its amounts out of the order, puts the stock back, writes the
/// outbox and keeps the answer. A crash between the steps is settled at the next start.
///
/// Returns the answer to send, problems included, when it is kept under the key. Throws Problem for
/// what is not: a missing or reused key, a request in progress, an offer that was not accepted.
StoredAnswer undo_offer(App& app, const UndoRequest& request);

/// Steps 2 and 3 for a charge that is being given back; `wait` is how long the gateway is asked.
StoredAnswer finish_refund(App& app, Database& database, const Charge& charge,
                           std::chrono::milliseconds wait);

}  // namespace postlude::server
