#include "demo/server/settle_charges.h"

#include <spdlog/spdlog.h>

#include <optional>

#include "demo/server/accept_offer.h"
#include "demo/server/cancel_order.h"
#include "demo/server/charge_once.h"
#include "demo/server/charge_repository.h"
#include "demo/server/checkout.h"
#include "demo/server/http_problem.h"
#include "demo/server/idempotency_repository.h"
#include "demo/server/undo_offer.h"

namespace postlude::server {
namespace {

/// True when nobody is working on the charge and its outcome can be asked for.
bool is_left(const App& app, const Charge& charge) {
  if (app.active_charges.holds(charge.id)) return false;
  if (charge.stage != ChargeStage::RequiresAction) return true;
  return charge.expires_ms <= app.clock.now_ms();
}

ChargeAnswer ask(App& app, const Charge& charge) {
  // A confirmation nobody gave in time is called off, so that it cannot succeed afterwards.
  if (charge.stage == ChargeStage::RequiresAction) return app.gateway.cancel(charge.id);
  return ask_until_certain(app.gateway, charge.id, std::chrono::milliseconds(0));
}

/// True when the gateway has given the charge back and the order knows it.
bool give_back(App& app, Database& database, const Charge& charge) {
  try {
    finish_refund(app, database, charge, std::chrono::milliseconds(0));
    return true;
  } catch (const Problem& problem) {
    spdlog::debug("not given back yet: {}", problem.what());
    return false;
  }
}

bool settle_charge(App& app, Database& database, const Charge& charge) {
  if (!is_left(app, charge)) return false;
  if (charge.stage == ChargeStage::Refunding) return give_back(app, database, charge);
  const ChargeAnswer said = ask(app, charge);
  if (said.state == ChargeState::Processing) return false;
  try {
    finish_charge(app, database, charge, said);
  } catch (const Problem& problem) {
    spdlog::debug("settled without a charge: {}", problem.what());
  }
  return true;
}

}  // namespace

int settle_open_charges(App& app, Settle which) {
  // At the start nothing is injected: a fault is meant for requests.
  const bool at_start = which == Settle::LeftByACrash;
  DatabasePool::Lease database =
      at_start ? app.databases.lease_without_faults() : app.databases.lease();
  int settled = 0;
  for (const Charge& charge : open_charges(*database)) {
    // One that cannot be settled must not keep the others waiting, nor the shop closed.
    try {
      settled += settle_charge(app, *database, charge) ? 1 : 0;
    } catch (const std::exception& error) {
      spdlog::error("charge {} is not settled: {}", charge.id, error.what());
    }
  }
  settled += settle_cancelled_orders(app, *database);
  settled +=
      settle_open_orders(app, *database, at_start ? kSettleWait : std::chrono::milliseconds(0));
  if (at_start) {
    Transaction transaction(*database);
    release_orphaned_keys(*database);
    transaction.commit();
  }
  return settled;
}

}  // namespace postlude::server
