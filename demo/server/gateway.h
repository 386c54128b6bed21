#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "bindings/native/token.h"
#include "core/base/money.h"
#include "demo/server/database.h"
#include "demo/server/faults.h"

namespace postlude::server {

/// What a gateway says of one charge. `NoAnswer` is not an answer: the charge may or may not exist,
/// and only asking by its key tells.
enum class ChargeState : uint8_t {
  NoAnswer,
  NotFound,    // no charge under this key
  Processing,  // known, not decided
  Succeeded,
  Declined,
  RequiresAction,  // the shopper must confirm (3-D Secure)
  Void,            // can never succeed any more
  Refunded,        // was charged and given back, whole
};

struct ChargeRequest {
  std::string key;    // the gateway charges at most once under it
  std::string token;  // the saved payment method
  base::Money amount;
};

struct ChargeAnswer {
  ChargeState state = ChargeState::NoAnswer;
  std::string code;  // of Declined: "card_declined", "insufficient_funds", "authentication_failed"
  std::string action_id;  // of RequiresAction
};

/// What a payment provider can do for us. Every call may take seconds.
class PaymentGateway {
 public:
  virtual ~PaymentGateway() = default;
  /// Charges once under the request's key; the same key again tells the first outcome.
  virtual ChargeAnswer charge(const ChargeRequest& request) = 0;
  /// Asks what became of a key. Never charges.
  virtual ChargeAnswer find(std::string_view key) = 0;
  /// Makes sure that nothing is charged under the key from now on; returns Void, or the outcome it
  /// is too late to change (Succeeded, Declined).
  virtual ChargeAnswer cancel(std::string_view key) = 0;
  /// Gives back the whole of what was charged under the key, once; again tells Refunded. What was
  /// not charged stays as it is and is told.
  virtual ChargeAnswer refund(std::string_view key) = 0;
};

/// The shopper's answer to the bank's question.
enum class ActionAnswer : uint8_t { Confirm, Refuse };

/// A gateway that charges nobody. The token decides: tok_success, tok_decline,
/// tok_insufficient_funds, tok_requires_action, tok_timeout (charged, but the answer never comes),
/// tok_late (charged, known only seconds later). It keeps its books in tables of its own, committed
/// apart from the shop's, as a real one would. In live mode it takes no token at all: a shop goes
/// live with a gateway of its own.
class TestGateway final : public PaymentGateway {
 public:
  TestGateway(DatabasePool& databases, const Faults& faults,
              native::Mode mode = native::Mode::Test);

  /// Whether a saved payment method can be charged here at all.
  bool takes(std::string_view token) const;

  ChargeAnswer charge(const ChargeRequest& request) override;
  ChargeAnswer find(std::string_view key) override;
  ChargeAnswer cancel(std::string_view key) override;
  ChargeAnswer refund(std::string_view key) override;

  /// The bank's side of RequiresAction; NotFound when there is no such open action.
  ChargeAnswer finish_action(std::string_view action_id, ActionAnswer answer);

 private:
  /// Writes a charge into the books as if its request had arrived just now.
  ChargeAnswer arrive(const ChargeRequest& request);
  /// Lets the request arrive after `wait_ms`, when its caller has stopped waiting.
  void arrive_later(const ChargeRequest& request, int64_t wait_ms);

  DatabasePool& databases_;
  const Faults& faults_;
  const native::Mode mode_;
  std::mutex mutex_;
  std::vector<std::jthread> on_their_way_;
};

}  // namespace postlude::server
