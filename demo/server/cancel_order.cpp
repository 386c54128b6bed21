#include "demo/server/cancel_order.h"

#include <spdlog/spdlog.h>

#include <optional>
#include <vector>

#include "core/base/json_writer.h"
#include "demo/server/accept_offer.h"
#include "demo/server/catalogue_repository.h"
#include "demo/server/charge_once.h"
#include "demo/server/charge_repository.h"
#include "demo/server/checkout.h"
#include "demo/server/event_repository.h"
#include "demo/server/http_problem.h"
#include "demo/server/idempotency_repository.h"
#include "demo/server/order_repository.h"
#include "demo/server/shipment_repository.h"
#include "demo/server/undo_offer.h"

namespace postlude::server {
namespace {

constexpr std::chrono::milliseconds kAskOnce{0};

/// Brings a charge that is still open to its end, as if its request were gone. Returns it as it is
/// then; nothing when it is not certain yet.
std::optional<Charge> close_charge(App& app, Database& database, const Charge& charge) {
  const bool waits_for_shopper = charge.stage == ChargeStage::RequiresAction;
  if (charge.stage != ChargeStage::Pending && !waits_for_shopper) return charge;
  if (app.active_charges.holds(charge.id)) return std::nullopt;
  const ChargeAnswer said = waits_for_shopper ? app.gateway.cancel(charge.id)
                                              : ask_until_certain(app.gateway, charge.id, kAskOnce);
  if (said.state == ChargeState::Processing || said.state == ChargeState::NoAnswer) {
    return std::nullopt;
  }
  finish_charge(app, database, charge, said);
  return find_charge(database, charge.id);
}

/// Marks an accepted charge for giving back, under a key that no shopper has.
Charge mark_for_refund(const App& app, Database& database, Charge charge) {
  const std::string key = cancel_key(charge.id);
  Transaction transaction(database);
  const KeyClaim claim = claim_key(database, charge.order_id, key, "cancel", app.clock.now_ms());
  const bool marked = claim.state == KeyState::Fresh && begin_refund(database, charge, key);
  if (!marked) throw Problem(ProblemCode::InProgress);
  transaction.commit();
  charge.stage = ChargeStage::Refunding;
  charge.undo_key = key;
  return charge;
}

/// True when the charge holds no money any more.
bool give_charge_back(App& app, Database& database, const Charge& open) {
  if (open.stage == ChargeStage::Refunding && app.active_charges.holds(open.id)) return false;
  std::optional<Charge> charge = close_charge(app, database, open);
  if (!charge) return false;
  // Before it can be seen, so that the settler does not take it out of our hands.
  const ActiveMark mark(app.active_charges, charge->id);
  if (charge->stage == ChargeStage::Accepted) charge = mark_for_refund(app, database, *charge);
  if (charge->stage != ChargeStage::Refunding) return true;
  finish_refund(app, database, *charge, kAskOnce);
  return true;
}

/// What the carrier has is not on the shelf: it is counted when it comes back. What never leaves,
/// such as a seat in a class, is free again.
void put_back_what_is_here(Database& database, const StoredOrder& stored) {
  for (const order::LineItem& line : stored.order.lines) {
    if (has_left(database, stored.order.id, line.id)) continue;
    put_back_stock(database, line.variant_id, line.quantity);
  }
}

/// The order's own payment, when its offers are given back.
bool give_order_back(App& app, Database& database, const std::string& order_id) {
  const ChargeAnswer said = refund_until_certain(app.gateway, checkout_key(order_id), kAskOnce);
  app.faults.crash_if("crash_after_charge");
  if (said.state != ChargeState::Refunded) return false;
  Transaction transaction(database);
  const std::optional<StoredOrder> stored = find_order(database, order_id);
  if (stored && mark_refunded(database, order_id)) {
    put_back_what_is_here(database, *stored);
    base::JsonWriter payload;
    payload.begin_object().member("number", stored->order.number).end_object();
    insert_outbox(database, order_id, "order.refunded", payload.text(), app.clock.now_ms());
  }
  transaction.commit();
  return true;
}

/// One attempt at everything that is left; false when something has to wait.
bool give_all_back(App& app, Database& database, const std::string& order_id) {
  try {
    bool all = true;
    for (const Charge& charge : list_charges(database, order_id)) {
      all = give_charge_back(app, database, charge) && all;
    }
    return all && give_order_back(app, database, order_id);
  } catch (const Problem& problem) {
    spdlog::debug("not all given back yet: {}", problem.what());
    return false;
  } catch (const DatabaseError& error) {
    // The order is cancelled already: what is locked now is written later, like what the bank owes.
    if (!error.passing()) throw;
    spdlog::error("not all given back yet: {}", error.what());
    return false;
  }
}

}  // namespace

MoneyBack cancel_order(App& app, const std::string& order_id) {
  DatabasePool::Lease database = app.databases.lease();
  const std::optional<StoredOrder> stored = find_order(*database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  const ActiveMark mark(app.active_charges, checkout_key(order_id));
  {
    Transaction transaction(*database);
    mark_cancelled(*database, order_id, app.clock.now_ms());
    transaction.commit();
  }
  if (stored->order.payment_status != order::PaymentStatus::Paid) return MoneyBack::Done;
  app.faults.crash_if("crash_after_cancel");
  return give_all_back(app, *database, order_id) ? MoneyBack::Done : MoneyBack::Waiting;
}

int settle_cancelled_orders(App& app, Database& database) {
  int settled = 0;
  for (const std::string& order_id : cancelled_unrefunded_orders(database)) {
    if (app.active_charges.holds(checkout_key(order_id))) continue;
    try {
      settled += give_all_back(app, database, order_id) ? 1 : 0;
    } catch (const std::exception& error) {
      spdlog::error("a cancelled order is not given back: {}", error.what());
    }
  }
  return settled;
}

}  // namespace postlude::server
