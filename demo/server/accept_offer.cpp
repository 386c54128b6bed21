#include "demo/server/accept_offer.h"

#include <chrono>
#include <optional>
#include <thread>
#include <vector>

#include "bindings/native/token.h"
#include "core/base/json_writer.h"
#include "demo/server/accept_answers.h"
#include "demo/server/charge_once.h"
#include "demo/server/event_repository.h"
#include "demo/server/http_problem.h"
#include "demo/server/keyed_answer.h"
#include "demo/server/offer_refusal.h"
#include "demo/server/offer_repository.h"
#include "demo/server/quote_offer.h"
#include "demo/server/quote_repository.h"
#include "demo/server/random_id.h"

namespace postlude::server {
namespace {

constexpr int64_t kActionWaitMs = 15LL * 60 * 1000;  // for the shopper to confirm with the bank
constexpr std::chrono::milliseconds kOtherRequestWait{8000};
constexpr std::chrono::milliseconds kLookEvery{20};

/// What step 1 leads to: an answer at once, a charge to make, or another request to wait for.
struct Claimed {
  std::optional<StoredAnswer> answer;
  std::optional<Charge> charge;
  std::optional<Charge> wait_for;
  ChargeRequest order_to_gateway;
};

std::string fingerprint_of(const AcceptRequest& request) {
  // Length-prefixed by the JSON array, so that no two requests read the same.
  base::JsonWriter out;
  out.begin_array().value("accept").value(request.offer_id).value(request.quote);
  out.value(request.quantity);
  if (request.consent) out.value("consent");
  out.end_array();
  return out.take();
}

/// True when a token says of the shop's books what was quoted.
bool states_shop_total(const native::QuoteClaims& claims, const StoredQuote& quote) {
  const bool converted = quote.shop.total.currency != quote.quote.total.currency;
  return claims.shop_total == (converted ? quote.shop.total : base::Money{});
}

/// True when a token says of the goods and of their shipping what was quoted.
bool states_lines(const native::QuoteClaims& claims, const StoredQuote& quote) {
  return claims.lines == std::vector{quoted_line(quote)} &&
         claims.shipping_minor == quote.quote.shipping.minor;
}

/// True when a token says of the subscription what was quoted.
bool states_renewal(const native::QuoteClaims& claims, const StoredQuote& quote) {
  if (claims.needs_consent != quote.needs_consent || claims.selling_plan != quote.selling_plan) {
    return false;
  }
  return !quote.renewal ||
         (claims.renewal_every == quote.renewal->every &&
          claims.renewal_unit == offer::renewal_unit_name(quote.renewal->unit) &&
          claims.renewal_minor == quote.renewal->total.value_or(quote.quote.total).minor);
}

/// Returns the stored quote behind a token, or the refusal that it has expired. Throws Problem for
/// everything that was tampered with or belongs elsewhere.
std::optional<StoredQuote> checked_quote(App& app, Database& database, const StoredOrder& stored,
                                         const AcceptRequest& request) {
  native::TokenExpectations expected;
  expected.issuer = kIssuer;
  expected.shop = kAudience;
  expected.order_id = request.order_id;
  expected.offer_id = request.offer_id;
  expected.purchased_at_s = stored.created_ms / 1000;
  expected.issued_ahead_leeway_s = kClockStepS;
  expected.mode = app.options.mode;
  const auto verified =
      native::verify_quote(request.quote, app.keys, app.clock.now_ms() / 1000, expected);
  if (verified.reason == native::TokenReason::Expired) return std::nullopt;
  if (!verified.claims) {
    throw Problem(ProblemCode::QuoteInvalid,
                  std::string(native::token_reason_name(verified.reason)));
  }
  std::optional<StoredQuote> quote = find_quote(database, verified.claims->token_id);
  if (!quote || quote->order_id != request.order_id || quote->offer_id != request.offer_id ||
      quote->quote.total != verified.claims->total || !states_lines(*verified.claims, *quote) ||
      !states_shop_total(*verified.claims, *quote) || !states_renewal(*verified.claims, *quote)) {
    throw Problem(ProblemCode::QuoteInvalid, "no such quote");
  }
  if (request.quantity != quote->quantity) {
    throw Problem(ProblemCode::QuoteInvalid, "another quantity was quoted");
  }
  return quote;
}

Charge new_charge(const App& app, const AcceptRequest& request, const StoredQuote& quote,
                  const std::string& charge_id) {
  Charge charge;
  charge.id = charge_id;
  charge.order_id = request.order_id;
  charge.offer_id = request.offer_id;
  charge.quote_id = quote.id;
  charge.idempotency_key = request.idempotency_key;
  charge.amount = quote.quote.total;
  charge.return_to = request.return_to;
  charge.created_ms = app.clock.now_ms();
  charge.expires_ms = charge.created_ms + kActionWaitMs;
  return charge;
}

Claimed answer_now(Database& database, const AcceptRequest& request, StoredAnswer answer) {
  keep_answer(database, request.order_id, request.idempotency_key, answer);
  Claimed claimed;
  claimed.answer = std::move(answer);
  return claimed;
}

/// What a living charge of the same offer means for a request with another key.
Claimed join_living(Database& database, const AcceptRequest& request, const Charge& living) {
  if (living.stage == ChargeStage::Accepted) {
    return answer_now(database, request,
                      accepted_answer(database, request.order_id, request.offer_id));
  }
  if (living.stage == ChargeStage::RequiresAction) {
    return answer_now(database, request, action_answer(request.offer_id, living.action_id));
  }
  if (living.stage == ChargeStage::Refunding) throw in_progress(request.offer_id);
  Claimed claimed;
  claimed.wait_for = living;
  return claimed;
}

/// Step 1 behind the claim of the key; in the caller's transaction.
Claimed claim_offer(App& app, Database& database, const AcceptRequest& request,
                    const std::string& charge_id) {
  const std::optional<StoredOrder> stored = find_order(database, request.order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  const std::optional<Charge> living =
      find_living_charge(database, request.order_id, request.offer_id);
  const std::optional<StoredQuote> quote = checked_quote(app, database, *stored, request);
  // Thrown and so not kept: the same key may come again with the consent.
  if (quote && quote->needs_consent && !request.consent) {
    Problem problem(ProblemCode::ConsentNeeded);
    problem.offer_id = request.offer_id;
    throw problem;
  }
  if (living) return join_living(database, request, *living);
  // What was undone is not charged again by what was shown before.
  if (!quote || is_quote_refunded(database, quote->id)) {
    return answer_now(database, request,
                      refused_answer(ProblemCode::OfferExpired, request.offer_id));
  }
  std::optional<ProblemCode> refused = refusal_of_offer(app, database, *stored, request.offer_id);
  if (!refused && !take_stock(database, quote->variant_id, quote->quantity)) {
    refused = ProblemCode::OutOfStock;
  }
  if (refused) return answer_now(database, request, refused_answer(*refused, request.offer_id));
  Claimed claimed;
  claimed.charge = new_charge(app, request, *quote, charge_id);
  claimed.order_to_gateway = {claimed.charge->id, stored->payment_token, claimed.charge->amount};
  insert_charge(database, *claimed.charge);
  return claimed;
}

/// A key that another request has claimed and not answered: settled when that request is gone.
StoredAnswer answer_in_progress(App& app, Database& database, const AcceptRequest& request) {
  const std::optional<Charge> living =
      find_living_charge(database, request.order_id, request.offer_id);
  const bool abandoned = living && living->stage == ChargeStage::Pending &&
                         living->idempotency_key == request.idempotency_key &&
                         !app.active_charges.holds(living->id);
  if (abandoned) {
    const ChargeAnswer said = ask_until_certain(app.gateway, living->id, kLookEvery);
    if (said.state != ChargeState::Processing) return finish_charge(app, database, *living, said);
  }
  throw in_progress(request.offer_id);
}

Claimed step_one(App& app, Database& database, const AcceptRequest& request,
                 const std::string& charge_id) {
  Transaction transaction(database);
  const KeyClaim claim = claim_key(database, request.order_id, request.idempotency_key,
                                   fingerprint_of(request), app.clock.now_ms());
  Claimed claimed;
  switch (claim.state) {
    case KeyState::Reused:
      throw Problem(ProblemCode::KeyReused);
    case KeyState::Done:
      claimed.answer = claim.answer;
      return claimed;
    case KeyState::InProgress:
      return claimed;
    case KeyState::Fresh:
      break;
  }
  claimed = claim_offer(app, database, request, charge_id);
  // Who waits for another claims nothing: whatever becomes of the waiting, the key is free.
  if (!claimed.wait_for) transaction.commit();
  return claimed;
}

/// What the other's charge has come to is the answer under this key as well.
StoredAnswer answer_like_other(App& app, Database& database, const AcceptRequest& request,
                               const std::string& charge_id) {
  Transaction transaction(database);
  const KeyClaim claim = claim_key(database, request.order_id, request.idempotency_key,
                                   fingerprint_of(request), app.clock.now_ms());
  if (claim.state == KeyState::Done) return claim.answer;  // the same key has waited beside us
  if (claim.state == KeyState::Reused) throw Problem(ProblemCode::KeyReused);
  if (claim.state == KeyState::InProgress) throw in_progress(request.offer_id);
  const std::optional<Charge> other = find_charge(database, charge_id);
  const ChargeStage stage = other ? other->stage : ChargeStage::Void;
  StoredAnswer answer;
  switch (stage) {
    case ChargeStage::Accepted:
      answer = accepted_answer(database, request.order_id, request.offer_id);
      break;
    case ChargeStage::RequiresAction:
      answer = action_answer(request.offer_id, other->action_id);
      break;
    case ChargeStage::Declined:
      answer = declined_answer(request.offer_id, other->code);
      break;
    case ChargeStage::Pending:
    case ChargeStage::Void:
    case ChargeStage::Refunding:
    case ChargeStage::Refunded:
      Problem problem(stage == ChargeStage::Pending ? ProblemCode::PaymentPending
                                                    : ProblemCode::GatewayDown);
      problem.retry_after_s = 2;
      problem.offer_id = request.offer_id;
      throw problem;  // and so claims nothing
  }
  keep_answer(database, request.order_id, request.idempotency_key, answer);
  transaction.commit();
  return answer;
}

/// Waits for the request that charges this very offer, and answers what it came to.
StoredAnswer wait_for_other(App& app, Database& database, const AcceptRequest& request,
                            const std::string& charge_id) {
  const auto end = std::chrono::steady_clock::now() + kOtherRequestWait;
  std::optional<Charge> now = find_charge(database, charge_id);
  while (now && now->stage == ChargeStage::Pending && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(kLookEvery);
    now = find_charge(database, charge_id);
  }
  return with_patience(request.offer_id,
                       [&] { return answer_like_other(app, database, request, charge_id); });
}

/// What the merchant's billing needs to go on with: it starts what is stated here.
void tell_subscription(base::JsonWriter& out, const StoredQuote& quote, const Charge& charge) {
  if (quote.needs_consent) out.member("consent_ms", charge.created_ms);
  if (!quote.renewal) return;
  out.member("selling_plan", quote.selling_plan).key("renewal");
  write_renewal(out, *quote.renewal);
}

void change_order(App& app, Database& database, const Charge& charge) {
  const std::optional<StoredQuote> quote = find_quote(database, charge.quote_id);
  const std::optional<CatalogueItem> item =
      quote ? find_variant(database, quote->product_id, quote->variant_id) : std::nullopt;
  if (!item) throw Problem(ProblemCode::Internal, "a charged quote is gone");
  const std::string line_id = add_offer_line(database, *quote, *item);
  remember_answer(database, charge.order_id, charge.offer_id, offer::Answer::Accepted,
                  app.clock.now_ms());
  count_accepts(database, charge.offer_id, 1);
  base::JsonWriter payload;
  payload.begin_object()
      .member("offer_id", charge.offer_id)
      .member("charge_id", charge.id)
      .member("line_id", line_id)
      .member("total_minor", charge.amount.minor)
      .member("currency", charge.amount.currency.text())
      .member("shop_total_minor", quote->shop.total.minor)
      .member("shop_currency", quote->shop.total.currency.text());
  tell_subscription(payload, *quote, charge);
  payload.end_object();
  insert_outbox(database, charge.order_id, "offer.accepted", payload.text(), app.clock.now_ms());
}

void give_back(Database& database, const Charge& charge) {
  const std::optional<StoredQuote> quote = find_quote(database, charge.quote_id);
  if (quote) put_back_stock(database, quote->variant_id, quote->quantity);
}

/// Step 3 in the caller's transaction; nothing when somebody else moved the charge.
std::optional<StoredAnswer> apply_outcome(App& app, Database& database, const Charge& charge,
                                          const ChargeAnswer& said) {
  switch (said.state) {
    case ChargeState::Succeeded:
      if (!accept_charge(database, charge, app.clock.now_ms())) break;
      change_order(app, database, charge);
      return accepted_answer(database, charge.order_id, charge.offer_id);
    case ChargeState::Declined:
      if (!move_charge(database, charge, ChargeStage::Declined, said.code, charge.action_id)) break;
      give_back(database, charge);
      return declined_answer(charge.offer_id, said.code);
    case ChargeState::RequiresAction:
      if (!move_charge(database, charge, ChargeStage::RequiresAction, "", said.action_id)) break;
      return action_answer(charge.offer_id, said.action_id);
    case ChargeState::Void:
      if (!move_charge(database, charge, ChargeStage::Void, "", charge.action_id)) break;
      give_back(database, charge);
      return StoredAnswer{};
    case ChargeState::NoAnswer:
    case ChargeState::NotFound:
    case ChargeState::Processing:
    case ChargeState::Refunded:
      break;
  }
  return std::nullopt;
}

StoredAnswer finish_once(App& app, Database& database, const Charge& charge,
                         const ChargeAnswer& said) {
  Transaction transaction(database);
  const std::optional<StoredAnswer> answer = apply_outcome(app, database, charge, said);
  if (answer && answer->status != 0) {
    keep_answer(database, charge.order_id, charge.idempotency_key, *answer);
  } else if (answer) {
    release_key(database, charge.order_id, charge.idempotency_key);
  }
  transaction.commit();
  if (answer && answer->status != 0) return *answer;
  const std::optional<StoredAnswer> kept =
      find_answer(database, charge.order_id, charge.idempotency_key);
  if (kept) return *kept;
  Problem problem(ProblemCode::GatewayDown, "nothing was charged");
  problem.retry_after_s = 2;
  problem.offer_id = charge.offer_id;
  throw problem;
}

}  // namespace

StoredAnswer finish_charge(App& app, Database& database, const Charge& charge,
                           const ChargeAnswer& said) {
  return with_patience(charge.offer_id, [&] { return finish_once(app, database, charge, said); });
}

StoredAnswer accept_offer(App& app, const AcceptRequest& request) {
  require_idempotency_key(request.idempotency_key);
  DatabasePool::Lease database = app.databases.lease();
  // Marked before it can be seen, so that nobody settles it under our hands.
  const std::string charge_id = random_id("chg_");
  const ActiveMark mark(app.active_charges, charge_id);
  const Claimed claimed = step_one(app, *database, request, charge_id);
  if (claimed.answer) {
    database->confirm_read();
    return *claimed.answer;
  }
  if (claimed.wait_for) {
    StoredAnswer answer = wait_for_other(app, *database, request, claimed.wait_for->id);
    database->confirm_read();
    return answer;
  }
  if (!claimed.charge) return answer_in_progress(app, *database, request);

  app.faults.crash_if("crash_before_charge");
  const ChargeAnswer said = charge_once(app.gateway, claimed.order_to_gateway);
  app.faults.crash_if("crash_after_charge");
  if (said.state == ChargeState::Processing) {
    Problem problem(ProblemCode::PaymentPending);
    problem.retry_after_s = 2;
    problem.offer_id = request.offer_id;
    throw problem;
  }
  StoredAnswer answer = finish_charge(app, *database, *claimed.charge, said);
  app.faults.crash_if("crash_after_commit");
  return answer;
}

}  // namespace postlude::server
