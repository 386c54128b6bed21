#include "demo/server/undo_offer.h"

#include <chrono>
#include <optional>

#include "core/base/json_writer.h"
#include "demo/server/accept_answers.h"
#include "demo/server/catalogue_repository.h"
#include "demo/server/charge_once.h"
#include "demo/server/event_repository.h"
#include "demo/server/http_problem.h"
#include "demo/server/keyed_answer.h"
#include "demo/server/offer_repository.h"
#include "demo/server/order_repository.h"
#include "demo/server/quote_repository.h"
#include "demo/server/shipment_repository.h"

namespace postlude::server {
namespace {

/// What step 1 leads to: an answer at once, or a charge to give back.
struct Marked {
  std::optional<StoredAnswer> answer;
  std::optional<Charge> charge;
};

std::string fingerprint_of(const UndoRequest& request) {
  base::JsonWriter out;
  out.begin_array().value("undo").value(request.offer_id).end_array();
  return out.take();
}

/// The reason why the charge cannot be undone now, or nothing.
std::optional<ProblemCode> refusal(const App& app, Database& database, const StoredOrder& stored,
                                   const Charge& charge) {
  if (stored.cancelled_ms) return ProblemCode::OrderCancelled;
  if (stored.released_ms) return ProblemCode::OrderReleased;
  if (app.clock.now_ms() >= undo_until_ms(database, charge)) return ProblemCode::UndoOver;
  return std::nullopt;
}

/// Step 1 behind the claim of the key; in the caller's transaction.
Marked mark_charge(const App& app, Database& database, const UndoRequest& request) {
  const std::optional<StoredOrder> stored = find_order(database, request.order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  std::optional<Charge> charge = find_living_charge(database, request.order_id, request.offer_id);
  std::optional<StoredAnswer> answer;
  if (!charge) {
    if (!find_refunded_charge(database, request.order_id, request.offer_id)) {
      throw Problem(ProblemCode::NotFound);
    }
    answer = stored->cancelled_ms ? refused_answer(ProblemCode::OrderCancelled, request.offer_id)
                                  : undone_answer(database, request.order_id, request.offer_id);
  } else if (charge->stage != ChargeStage::Accepted) {
    throw in_progress(request.offer_id);
  } else if (const auto refused = refusal(app, database, *stored, *charge)) {
    answer = refused_answer(*refused, request.offer_id);
  }
  if (answer) {
    keep_answer(database, request.order_id, request.idempotency_key, *answer);
    return {answer, std::nullopt};
  }
  begin_refund(database, *charge, request.idempotency_key);
  charge->stage = ChargeStage::Refunding;
  charge->undo_key = request.idempotency_key;
  return {std::nullopt, charge};
}

/// A key that another request has claimed and not answered: settled when that request is gone.
Marked mark_abandoned(const App& app, Database& database, const UndoRequest& request) {
  const std::optional<Charge> charge =
      find_living_charge(database, request.order_id, request.offer_id);
  const bool abandoned = charge && charge->stage == ChargeStage::Refunding &&
                         charge->undo_key == request.idempotency_key &&
                         !app.active_charges.holds(charge->id);
  if (!abandoned) throw in_progress(request.offer_id);
  return {std::nullopt, charge};
}

Marked step_one(const App& app, Database& database, const UndoRequest& request) {
  Transaction transaction(database);
  const KeyClaim claim = claim_key(database, request.order_id, request.idempotency_key,
                                   fingerprint_of(request), app.clock.now_ms());
  switch (claim.state) {
    case KeyState::Reused:
      throw Problem(ProblemCode::KeyReused);
    case KeyState::Done:
      return {claim.answer, std::nullopt};
    case KeyState::InProgress:
      return mark_abandoned(app, database, request);
    case KeyState::Fresh:
      break;
  }
  Marked marked = mark_charge(app, database, request);
  transaction.commit();
  return marked;
}

void change_order_back(App& app, Database& database, const Charge& charge) {
  const std::optional<StoredQuote> quote = find_quote(database, charge.quote_id);
  if (!quote) throw Problem(ProblemCode::Internal, "a charged quote is gone");
  const bool left = has_left(database, charge.order_id, offer_line_id(charge.offer_id));
  remove_offer_line(database, *quote);
  // A merchant may cancel what the carrier has: it is counted when it comes back.
  if (!left) put_back_stock(database, quote->variant_id, quote->quantity);
  if (charge.undo_key == cancel_key(charge.id)) {
    forget_answer(database, charge.order_id, charge.offer_id);
  } else {
    take_back_answer(database, charge.order_id, charge.offer_id, app.clock.now_ms());
  }
  count_accepts(database, charge.offer_id, -1);
  base::JsonWriter payload;
  payload.begin_object()
      .member("offer_id", charge.offer_id)
      .member("charge_id", charge.id)
      .member("total_minor", charge.amount.minor)
      .member("currency", charge.amount.currency.text())
      .member("shop_total_minor", quote->shop.total.minor)
      .member("shop_currency", quote->shop.total.currency.text())
      .member_if("selling_plan", quote->selling_plan)  // which ends with it
      .end_object();
  insert_outbox(database, charge.order_id, "offer.undone", payload.text(), app.clock.now_ms());
}

/// Step 3; does nothing when somebody else has done it.
StoredAnswer write_refund(App& app, Database& database, const Charge& charge) {
  Transaction transaction(database);
  if (move_charge(database, charge, ChargeStage::Refunded, "", charge.action_id)) {
    change_order_back(app, database, charge);
    keep_answer(database, charge.order_id, charge.undo_key,
                undone_answer(database, charge.order_id, charge.offer_id));
  }
  transaction.commit();
  const std::optional<StoredAnswer> kept = find_answer(database, charge.order_id, charge.undo_key);
  if (!kept) throw Problem(ProblemCode::Internal, "an answer was not kept");
  StoredAnswer answer = *kept;
  answer.replayed = false;
  return answer;
}

/// The gateway holds no such charge to give back: the offer stays accepted.
[[noreturn]] void write_impossible(Database& database, const Charge& charge) {
  Transaction transaction(database);
  if (move_charge(database, charge, ChargeStage::Accepted, "", charge.action_id)) {
    release_key(database, charge.order_id, charge.undo_key);
  }
  transaction.commit();
  throw Problem(ProblemCode::Internal, "a charge could not be given back");
}

}  // namespace

StoredAnswer finish_refund(App& app, Database& database, const Charge& charge,
                           std::chrono::milliseconds wait) {
  const ChargeAnswer said = refund_until_certain(app.gateway, charge.id, wait);
  app.faults.crash_if("crash_after_charge");
  if (said.state == ChargeState::NoAnswer) {
    Problem problem(ProblemCode::PaymentPending);
    problem.retry_after_s = 2;
    problem.offer_id = charge.offer_id;
    throw problem;
  }
  return with_patience(charge.offer_id, [&]() -> StoredAnswer {
    if (said.state != ChargeState::Refunded) write_impossible(database, charge);
    return write_refund(app, database, charge);
  });
}

StoredAnswer undo_offer(App& app, const UndoRequest& request) {
  require_idempotency_key(request.idempotency_key);
  DatabasePool::Lease database = app.databases.lease();
  const Marked marked = step_one(app, *database, request);
  if (marked.answer) {
    database->confirm_read();
    return *marked.answer;
  }
  const ActiveMark mark(app.active_charges, marked.charge->id);
  return finish_refund(app, *database, *marked.charge, kSettleWait);
}

}  // namespace postlude::server
