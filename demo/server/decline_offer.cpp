#include "core/base/json_writer.h"
#include "demo/server/accept_offer.h"
#include "demo/server/http_problem.h"
#include "demo/server/offer_repository.h"

namespace postlude::server {
namespace {

/// A confirmation that the shopper was asked for is called off; the stock goes back.
void cancel_open_charge(App& app, Database& database, const Charge& charge) {
  const bool moving =
      charge.stage == ChargeStage::Pending || charge.stage == ChargeStage::Refunding;
  if (moving) throw Problem(ProblemCode::InProgress);
  if (charge.stage == ChargeStage::RequiresAction) {
    finish_charge(app, database, charge, app.gateway.cancel(charge.id));
  }
  const std::optional<Charge> now = find_charge(database, charge.id);
  if (now && now->stage == ChargeStage::Accepted) throw Problem(ProblemCode::AlreadyAccepted);
}

}  // namespace

std::string decline_offer(App& app, std::string_view order_id, std::string_view offer_id) {
  DatabasePool::Lease database = app.databases.lease();
  if (load_offers(*database).find(offer_id) == nullptr) throw Problem(ProblemCode::NotFound);
  const std::optional<Charge> living = find_living_charge(*database, order_id, offer_id);
  if (living) cancel_open_charge(app, *database, *living);
  Transaction transaction(*database);
  remember_answer(*database, order_id, offer_id, offer::Answer::Declined, app.clock.now_ms());
  transaction.commit();
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("result", "declined_by_customer")
      .member("offer_id", offer_id)
      .end_object();
  return out.take();
}

}  // namespace postlude::server
