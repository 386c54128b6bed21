#include <gtest/gtest.h>

#include "demo/server/faults.h"
#include "demo/server/gateway.h"
#include "tests/server/temporary_database.h"

namespace postlude::server {
namespace {

const base::Money kPrice = {1290, {{'E', 'U', 'R'}}};

class TestGatewayTest : public testing::Test {
 protected:
  ChargeAnswer charge(const std::string& key, const std::string& token) {
    return gateway.charge({key, token, kPrice});
  }

  TemporaryDatabase temporary;
  Faults faults;
  TestGateway gateway{temporary.pool, faults};
};

struct TokenRow {
  const char* token;
  ChargeState state;
  const char* code;
};

TEST_F(TestGatewayTest, AnswersAsTheTokenSays) {
  const TokenRow rows[] = {
      {"tok_success", ChargeState::Succeeded, ""},
      {"tok_decline", ChargeState::Declined, "card_declined"},
      {"tok_insufficient_funds", ChargeState::Declined, "insufficient_funds"},
      {"tok_requires_action", ChargeState::RequiresAction, ""},
      {"tok_timeout", ChargeState::NoAnswer, ""},
      {"tok_late", ChargeState::NoAnswer, ""},
      {"nobody issued this", ChargeState::Declined, "card_declined"},
  };
  for (const TokenRow& row : rows) {
    const ChargeAnswer answer = charge(std::string("key of ") + row.token, row.token);
    EXPECT_EQ(answer.state, row.state) << row.token;
    EXPECT_EQ(answer.code, row.code) << row.token;
  }
}

TEST_F(TestGatewayTest, ChargesOnceUnderAKey) {
  charge("k", "tok_success");
  EXPECT_EQ(charge("k", "tok_decline").state, ChargeState::Succeeded);
  DatabasePool::Lease database = temporary.pool.lease();
  Statement row = database->query("SELECT COUNT(*) FROM gateway_charges");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.integer(0), 1);
}

TEST_F(TestGatewayTest, KnowsByKeyWhatWasNeverAnswered) {
  charge("k", "tok_timeout");
  EXPECT_EQ(gateway.find("k").state, ChargeState::Succeeded);
  EXPECT_EQ(gateway.find("other").state, ChargeState::NotFound);
}

TEST_F(TestGatewayTest, ProcessesALateCharge) {
  charge("k", "tok_late");
  EXPECT_EQ(gateway.find("k").state, ChargeState::Processing);
}

TEST_F(TestGatewayTest, NeverChargesACancelledKey) {
  EXPECT_EQ(gateway.cancel("k").state, ChargeState::Void);
  EXPECT_EQ(charge("k", "tok_success").state, ChargeState::Void);
}

TEST_F(TestGatewayTest, CannotCancelWhatWasCharged) {
  charge("k", "tok_success");
  EXPECT_EQ(gateway.cancel("k").state, ChargeState::Succeeded);
}

TEST_F(TestGatewayTest, FinishesAnActionOnce) {
  const ChargeAnswer asked = charge("k", "tok_requires_action");
  ASSERT_FALSE(asked.action_id.empty());
  EXPECT_EQ(gateway.finish_action(asked.action_id, ActionAnswer::Refuse).state,
            ChargeState::Declined);
  EXPECT_EQ(gateway.finish_action(asked.action_id, ActionAnswer::Confirm).state,
            ChargeState::Declined);
  EXPECT_EQ(gateway.finish_action("", ActionAnswer::Confirm).state, ChargeState::NotFound);
  EXPECT_EQ(gateway.finish_action("act_x", ActionAnswer::Confirm).state, ChargeState::NotFound);
}

TEST_F(TestGatewayTest, CancelsAnActionThatWaits) {
  const ChargeAnswer asked = charge("k", "tok_requires_action");
  EXPECT_EQ(gateway.cancel("k").state, ChargeState::Void);
  EXPECT_EQ(gateway.finish_action(asked.action_id, ActionAnswer::Confirm).state, ChargeState::Void);
}

TEST_F(TestGatewayTest, GivesBackOnceWhatWasCharged) {
  charge("k", "tok_success");
  EXPECT_EQ(gateway.refund("k").state, ChargeState::Refunded);
  EXPECT_EQ(gateway.refund("k").state, ChargeState::Refunded);
  EXPECT_EQ(gateway.find("k").state, ChargeState::Refunded);
  EXPECT_EQ(charge("k", "tok_success").state, ChargeState::Refunded) << "nor charged again";
}

TEST_F(TestGatewayTest, GivesNothingBackThatWasNotCharged) {
  charge("declined", "tok_decline");
  charge("asked", "tok_requires_action");
  EXPECT_EQ(gateway.refund("declined").state, ChargeState::Declined);
  EXPECT_EQ(gateway.refund("asked").state, ChargeState::RequiresAction);
  EXPECT_EQ(gateway.refund("nothing").state, ChargeState::NotFound);
}

}  // namespace
}  // namespace postlude::server
