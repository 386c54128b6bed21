#include "demo/server/gateway.h"

#include <array>
#include <chrono>

#include "demo/server/clock.h"
#include "demo/server/random_id.h"

namespace postlude::server {
namespace {

constexpr int64_t kLateMs = 2500;                       // tok_late tells its outcome after this
constexpr std::chrono::milliseconds kCallTimeout{300};  // after which the caller stops waiting

struct TokenRow {
  std::string_view token;
  std::string_view state;
  std::string_view code;
};

constexpr std::array kTokens = {
    TokenRow{"tok_success", "succeeded", ""},
    TokenRow{"tok_decline", "declined", "card_declined"},
    TokenRow{"tok_insufficient_funds", "declined", "insufficient_funds"},
    TokenRow{"tok_requires_action", "requires_action", ""},
    TokenRow{"tok_timeout", "succeeded", ""},
    TokenRow{"tok_late", "succeeded", ""},
};

/// A token nobody issued is a card that does not pay.
TokenRow outcome_of(std::string_view token) {
  for (const TokenRow& row : kTokens) {
    if (row.token == token) return row;
  }
  return {token, "declined", "card_declined"};
}

ChargeAnswer read_answer(Database& database, std::string_view key) {
  Statement row = database.query(
      "SELECT state, code, action_id, known_from_ms FROM gateway_charges WHERE key = ?", key);
  if (!row.step()) return {ChargeState::NotFound, "", ""};
  if (row.integer(3) > system_now_ms()) return {ChargeState::Processing, "", ""};
  const std::string state = row.text(0);
  if (state == "succeeded") return {ChargeState::Succeeded, "", ""};
  if (state == "declined") return {ChargeState::Declined, row.text(1), ""};
  if (state == "refunded") return {ChargeState::Refunded, "", ""};
  if (state == "requires_action") return {ChargeState::RequiresAction, "", row.text(2)};
  return {ChargeState::Void, "", ""};
}

void insert_row(Database& database, std::string_view key, std::string_view token,
                base::Money amount, const TokenRow& outcome, int64_t known_from_ms) {
  const bool asks = outcome.state == "requires_action";
  database.execute(
      "INSERT INTO gateway_charges (key, token, amount_minor, currency, state, code, action_id, "
      "known_from_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
      key, token, amount.minor, amount.currency.text(), outcome.state, outcome.code,
      asks ? random_id("act_") : std::string(), known_from_ms);
}

}  // namespace

TestGateway::TestGateway(DatabasePool& databases, const Faults& faults, native::Mode mode)
    : databases_(databases), faults_(faults), mode_(mode) {}

bool TestGateway::takes(std::string_view token) const {
  return mode_ == native::Mode::Test && !token.empty();
}

ChargeAnswer TestGateway::arrive(const ChargeRequest& request) {
  DatabasePool::Lease database = databases_.lease_without_faults();
  Transaction transaction(*database);
  const TokenRow outcome =
      takes(request.token) ? outcome_of(request.token) : TokenRow{"", "declined", "test_card"};
  insert_row(*database, request.key, request.token, request.amount, outcome,
             request.token == "tok_late" ? system_now_ms() + kLateMs : 0);
  ChargeAnswer answer = read_answer(*database, request.key);
  transaction.commit();
  return answer;
}

void TestGateway::arrive_later(const ChargeRequest& request, int64_t wait_ms) {
  const std::lock_guard lock(mutex_);
  on_their_way_.emplace_back([this, request, wait_ms](const std::stop_token& stop) {
    for (int64_t waited_ms = 0; waited_ms < wait_ms && !stop.stop_requested(); ++waited_ms) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    arrive(request);
  });
}

ChargeAnswer TestGateway::charge(const ChargeRequest& request) {
  if (faults_.take("gateway_down")) {
    std::this_thread::sleep_for(kCallTimeout);
    return {};
  }
  if (const int64_t wait_ms = faults_.number("gateway_delayed"); wait_ms > 0) {
    arrive_later(request, wait_ms);
    std::this_thread::sleep_for(kCallTimeout);
    return {};
  }
  const ChargeAnswer answer = arrive(request);
  const bool lost = request.token == "tok_late" || request.token == "tok_timeout";
  if (lost || faults_.take("gateway_timeout")) {
    std::this_thread::sleep_for(kCallTimeout);
    return {};
  }
  return answer;
}

ChargeAnswer TestGateway::find(std::string_view key) {
  DatabasePool::Lease database = databases_.lease_without_faults();
  return read_answer(*database, key);
}

ChargeAnswer TestGateway::cancel(std::string_view key) {
  DatabasePool::Lease database = databases_.lease_without_faults();
  Transaction transaction(*database);
  // A key never seen is written down as void, so that a charge still on its way finds it closed.
  insert_row(*database, key, "", {}, {"", "void", ""}, 0);
  database->execute(
      "UPDATE gateway_charges SET state = 'void' WHERE key = ? AND state = 'requires_action'", key);
  const ChargeAnswer answer = read_answer(*database, key);
  transaction.commit();
  return answer;
}

ChargeAnswer TestGateway::refund(std::string_view key) {
  if (faults_.take("gateway_down")) {
    std::this_thread::sleep_for(kCallTimeout);
    return {};
  }
  ChargeAnswer answer;
  {
    DatabasePool::Lease database = databases_.lease_without_faults();
    Transaction transaction(*database);
    database->execute(
        "UPDATE gateway_charges SET state = 'refunded' WHERE key = ? AND state = 'succeeded'", key);
    answer = read_answer(*database, key);
    transaction.commit();
  }
  if (faults_.take("gateway_timeout")) {
    std::this_thread::sleep_for(kCallTimeout);
    return {};
  }
  return answer;
}

ChargeAnswer TestGateway::finish_action(std::string_view action_id, ActionAnswer answer) {
  DatabasePool::Lease database = databases_.lease_without_faults();
  Transaction transaction(*database);
  const bool confirmed = answer == ActionAnswer::Confirm;
  database->execute(
      "UPDATE gateway_charges SET state = ?, code = ? "
      "WHERE action_id = ? AND action_id <> '' AND state = 'requires_action'",
      confirmed ? "succeeded" : "declined", confirmed ? "" : "authentication_failed", action_id);
  std::string key;
  {
    Statement row = database->query(
        "SELECT key FROM gateway_charges WHERE action_id = ? AND action_id <> ''", action_id);
    if (row.step()) key = row.text(0);
  }
  const ChargeAnswer outcome =
      key.empty() ? ChargeAnswer{ChargeState::NotFound, "", ""} : read_answer(*database, key);
  transaction.commit();
  return outcome;
}

}  // namespace postlude::server
