#include "bindings/native/webhook_signature.h"

#include <gtest/gtest.h>

namespace postlude::native {
namespace {

// The example of the specification's own test vectors (standard-webhooks, read 2026-11).
constexpr std::string_view kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
constexpr std::string_view kId = "msg_p5jXN8AQM9LWM0D4loKWxJek";
constexpr std::string_view kTimestamp = "1614265330";
constexpr std::string_view kBody = R"({"test": 2432232314})";
constexpr std::string_view kSignature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
constexpr int64_t kNowS = 1614265330;

std::string key() { return webhook_key(kSecret).value(); }

WebhookHeaders headers(std::string signature) {
  return {std::string(kId), std::string(kTimestamp), std::move(signature)};
}

TEST(WebhookSignature, IsTheOneOfTheSpecification) {
  EXPECT_EQ(sign_webhook(key(), kId, kTimestamp, kBody), kSignature);
  EXPECT_EQ(verify_webhook(headers(std::string(kSignature)), kBody, {key()}, kNowS),
            WebhookReason::Ok);
}

TEST(WebhookSignature, IsFoundAmongOthersAndUnderEveryKey) {
  const std::string other(32, 'k');
  const std::string several = "v1a,AAAA v1,AAAA " + std::string(kSignature) + " v2,x";
  EXPECT_EQ(verify_webhook(headers(several), kBody, {other, key()}, kNowS), WebhookReason::Ok);
  EXPECT_EQ(verify_webhook(headers(several), kBody, {other}, kNowS), WebhookReason::Forged);
  EXPECT_EQ(verify_webhook(headers(several), kBody, {}, kNowS), WebhookReason::Forged);
}

TEST(WebhookSignature, CoversIdTimeAndBody) {
  const std::string signature(kSignature);
  EXPECT_EQ(verify_webhook(headers(signature), std::string(kBody) + " ", {key()}, kNowS),
            WebhookReason::Forged);
  WebhookHeaders changed = headers(signature);
  changed.id += "x";
  EXPECT_EQ(verify_webhook(changed, kBody, {key()}, kNowS), WebhookReason::Forged);
  changed = headers(signature);
  changed.timestamp = "1614265331";
  EXPECT_EQ(verify_webhook(changed, kBody, {key()}, kNowS), WebhookReason::Forged);
}

TEST(WebhookSignature, IsGoodForFiveMinutesEitherWay) {
  const WebhookHeaders good = headers(std::string(kSignature));
  for (const int64_t off : {-kWebhookToleranceS, int64_t{0}, kWebhookToleranceS}) {
    EXPECT_EQ(verify_webhook(good, kBody, {key()}, kNowS + off), WebhookReason::Ok) << off;
  }
  for (const int64_t off : {-kWebhookToleranceS - 1, kWebhookToleranceS + 1}) {
    EXPECT_EQ(verify_webhook(good, kBody, {key()}, kNowS + off), WebhookReason::Expired) << off;
  }
}

struct HeaderRow {
  std::string id;
  std::string timestamp;
  std::string signature;
};

TEST(WebhookSignature, NeedsHeadersOfTheirForm) {
  const std::string id(kId), timestamp(kTimestamp), signature(kSignature);
  const HeaderRow rows[] = {
      {"", timestamp, signature},
      {"a b", timestamp, signature},
      {std::string(kMaxWebhookIdBytes + 1, 'a'), timestamp, signature},
      {id, "", signature},
      {id, "16142653.0", signature},
      {id, "-1614265330", signature},
      {id, "99999999999999999999", signature},
      {id, timestamp, ""},
      {id, timestamp, "v2,AAAA"},
      {id, timestamp, "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="},
  };
  for (const HeaderRow& row : rows) {
    EXPECT_EQ(verify_webhook({row.id, row.timestamp, row.signature}, kBody, {key()}, kNowS),
              WebhookReason::Unsigned)
        << row.id << " " << row.timestamp << " " << row.signature;
  }
}

TEST(WebhookSecret, IsReadAndWrittenInOneSpelling) {
  EXPECT_EQ(webhook_secret(key()), kSecret);
  for (const std::string_view bad :
       {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjU",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS*",
        "whsec_ MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa"}) {
    EXPECT_FALSE(webhook_key(bad)) << bad;
  }
}

}  // namespace
}  // namespace postlude::native
