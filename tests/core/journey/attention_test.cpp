#include "core/journey/attention.h"

#include <gtest/gtest.h>

#include <string>

namespace postlude::journey {
namespace {

constexpr Speaker kOrder{Voice::Tells, Wish::Speak};
constexpr Speaker kOffer{Voice::Offers, Wish::Speak};
constexpr Speaker kLink{Voice::Advertises, Wish::Speak};
constexpr Speaker kAnsweredOffer{Voice::Offers, Wish::Finished};
constexpr Speaker kNoOffer{Voice::Offers, Wish::Nothing};
constexpr Speaker kReview{Voice::Asks, Wish::Speak};
constexpr Speaker kSentReview{Voice::Asks, Wish::Finished};

std::string shared(const std::vector<Speaker>& speakers, const AttentionBudget& budget = {}) {
  std::string out;
  for (const AttentionReason reason : share_attention(speakers, budget)) {
    if (!out.empty()) out += " ";
    out += attention_reason_name(reason);
  }
  return out;
}

TEST(Attention, WhoTellsMayAlwaysSpeak) {
  EXPECT_EQ(shared({kOrder, kOffer, kOrder}), "speak speak speak");
  EXPECT_EQ(shared({{Voice::Tells, Wish::Nothing}}), "nothing_to_say");
  EXPECT_EQ(shared({}), "");
}

TEST(Attention, OffersShareABudgetInTheOrderOfThePage) {
  EXPECT_EQ(shared({kOffer, kOffer}), "speak offer_budget");
  EXPECT_EQ(shared({kOffer, kOffer, kOffer}, {2, 1, TestOrder::No}), "speak speak offer_budget");
  EXPECT_EQ(shared({kNoOffer, kOffer}), "nothing_to_say speak");
  EXPECT_EQ(shared({kOffer}, {0, 1, TestOrder::No}), "offer_budget");
  EXPECT_EQ(shared({kOffer}, {-5, 1, TestOrder::No}), "offer_budget");
}

TEST(Attention, NeverMoreThanThreeOffersSpeak) {
  EXPECT_EQ(shared({kOffer, kOffer, kOffer, kOffer}, {99, 1, TestOrder::No}),
            "speak speak speak offer_budget");
}

TEST(Attention, AnOutcomeIsAlwaysShown) {
  EXPECT_EQ(shared({kAnsweredOffer, kOffer}), "speak speak");
  EXPECT_EQ(shared({kOffer, kSentReview}), "speak speak");
}

TEST(Attention, NothingIsAskedWhileAnOfferIsOpen) {
  EXPECT_EQ(shared({kReview, kOffer}), "offer_open speak");
  EXPECT_EQ(shared({kReview, kAnsweredOffer}), "speak speak");
  EXPECT_EQ(shared({kReview, kNoOffer}), "speak nothing_to_say");
}

TEST(Attention, AnOfferThatMayNotSpeakKeepsNoQuestionAway) {
  EXPECT_EQ(shared({kReview, kOffer}, {0, 1, TestOrder::No}), "speak offer_budget");
}

TEST(Attention, AnAdvertisementKeepsNoQuestionAway) {
  EXPECT_EQ(shared({kReview, kLink}), "speak speak");
  EXPECT_EQ(shared({kLink, kOffer, kReview}, {3, 1, TestOrder::No}), "speak speak offer_open");
  EXPECT_EQ(shared({kOffer, kLink, kReview}), "speak offer_budget offer_open");
  // The place is taken, so the offer behind it is not seen.
  EXPECT_EQ(shared({kLink, kOffer, kReview}), "speak offer_budget speak");
}

TEST(Attention, QuestionsHaveABudgetToo) {
  EXPECT_EQ(shared({kReview, kReview}), "speak ask_budget");
  EXPECT_EQ(shared({kReview, kReview}, {1, 2, TestOrder::No}), "speak speak");
}

TEST(Attention, NobodyIsAskedAboutATestOrder) {
  EXPECT_EQ(shared({kOrder, kOffer, kReview}, {1, 1, TestOrder::Yes}), "speak speak test_order");
}

}  // namespace
}  // namespace postlude::journey
