#include "demo/server/charge_once.h"

#include <gtest/gtest.h>

#include "demo/server/faults.h"
#include "tests/server/temporary_database.h"

namespace postlude::server {
namespace {

const base::Money kPrice = {1290, {{'E', 'U', 'R'}}};

ChargeAnswer charge_with(const char* fault_list, const char* token, const std::string& key) {
  TemporaryDatabase temporary;
  const Faults faults(fault_list);
  TestGateway gateway(temporary.pool, faults);
  return charge_once(gateway, {key, token, kPrice});
}

TEST(ChargeOnce, PassesOnACertainAnswer) {
  EXPECT_EQ(charge_with("", "tok_success", "k").state, ChargeState::Succeeded);
  EXPECT_EQ(charge_with("", "tok_decline", "k").state, ChargeState::Declined);
  EXPECT_EQ(charge_with("", "tok_requires_action", "k").state, ChargeState::RequiresAction);
}

TEST(ChargeOnce, AsksByKeyWhenTheAnswerIsLost) {
  EXPECT_EQ(charge_with("", "tok_timeout", "k").state, ChargeState::Succeeded);
  EXPECT_EQ(charge_with("gateway_timeout", "tok_decline", "k").state, ChargeState::Declined);
}

TEST(ChargeOnce, WaitsForALateOutcome) {
  EXPECT_EQ(charge_with("", "tok_late", "k").state, ChargeState::Succeeded);
}

TEST(ChargeOnce, IsVoidWhenTheGatewayWasNeverReached) {
  EXPECT_EQ(charge_with("gateway_down=1", "tok_success", "k").state, ChargeState::Void);
}

TEST(RefundUntilCertain, TellsAgainUntilItIsAnswered) {
  TemporaryDatabase temporary;
  const Faults faults("gateway_down=1");
  const Faults none;
  TestGateway(temporary.pool, none).charge({"k", "tok_success", kPrice});
  TestGateway gateway(temporary.pool, faults);
  EXPECT_EQ(refund_until_certain(gateway, "k", kSettleWait).state, ChargeState::Refunded);
}

TEST(RefundUntilCertain, SaysWhenNobodyAnswered) {
  TemporaryDatabase temporary;
  const Faults faults("gateway_down");
  TestGateway gateway(temporary.pool, faults);
  EXPECT_EQ(refund_until_certain(gateway, "k", std::chrono::milliseconds(0)).state,
            ChargeState::NoAnswer);
}

TEST(AskUntilCertain, GivesUpWhenTheTimeIsOver) {
  TemporaryDatabase temporary;
  const Faults faults;
  TestGateway gateway(temporary.pool, faults);
  gateway.charge({"k", "tok_late", kPrice});
  EXPECT_EQ(ask_until_certain(gateway, "k", std::chrono::milliseconds(0)).state,
            ChargeState::Processing);
}

}  // namespace
}  // namespace postlude::server
