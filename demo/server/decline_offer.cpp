#include "core/base/json_writer.h"
#include "demo/server/accept_offer.h"
#include "demo/server/http_problem.h"
#include "demo/server/offer_repository.h"

namespace postlude::server {
namespace {

/// A confirmation that the shopper was asked for is called off; the stock goes back.
void cancel_open_action(App& app, Database& database, std::string_view order_id,
                        std::string_view offer_id) {
  const std::optional<Charge> living = find_living_charge(database, order_id, offer_id);
  if (!living || living->stage != ChargeStage::RequiresAction) return;
  finish_charge(app, database, *living, app.gateway.cancel(living->id));
}

/// In the transaction that writes the answer: an accept may have begun at any time before.
void require_no_living_charge(Database& database, std::string_view order_id,
                              std::string_view offer_id) {
  const std::optional<Charge> living = find_living_charge(database, order_id, offer_id);
  if (!living) return;
  throw Problem(living->stage == ChargeStage::Accepted ? ProblemCode::AlreadyAccepted
                                                       : ProblemCode::InProgress);
}

}  // namespace

std::string decline_offer(App& app, std::string_view order_id, std::string_view offer_id) {
  DatabasePool::Lease database = app.databases.lease();
  if (load_offers(*database).find(offer_id) == nullptr) throw Problem(ProblemCode::NotFound);
  cancel_open_action(app, *database, order_id, offer_id);
  Transaction transaction(*database);
  require_no_living_charge(*database, order_id, offer_id);
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
