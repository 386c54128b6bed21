#include "bindings/native/token.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <set>

#include "bindings/native/base64url.h"

namespace postlude::native {
namespace {

constexpr int64_t kNow = 1'790'000'000;
const std::string kSecret = "0123456789abcdef0123456789abcdef";
const std::string kOtherSecret = "fedcba9876543210fedcba9876543210";
const KeyRing kRing{{{"2026-11", kSecret}}};
const KeyRing kUnnamed{{{"", kSecret}}};

std::string encode_base64url(std::string_view bytes) {
  std::string text(4 * (bytes.size() / 3 + 1) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                   reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<size_t>(size));
  while (!text.empty() && text.back() == '=') text.pop_back();
  for (char& c : text) {
    if (c == '+') c = '-';
    if (c == '/') c = '_';
  }
  return text;
}

// A signer that signs anything, as an attacker with a leaked key or another implementation would.
std::string token_of(std::string_view header, std::string_view payload,
                     const std::string& secret = kSecret) {
  const std::string signed_part = encode_base64url(header) + "." + encode_base64url(payload);
  return signed_part + "." + encode_base64url(hmac_sha256(secret, signed_part));
}

const std::string kHeader = R"({"alg":"HS256","kid":"2026-11"})";

std::string payload_with(std::string_view name, std::string_view value) {
  struct Claim {
    std::string_view name;
    std::string_view value;
  };
  constexpr Claim kClaims[] = {{"iss", R"("postlude")"},
                               {"sub", R"("1001")"},
                               {"aud", R"("shop-1")"},
                               {"offer", R"("o-1")"},
                               {"lines", R"([{"product":"p","quantity":1,"amount":1499}])"},
                               {"shipping", ""},
                               {"amount", "1499"},
                               {"currency", R"("EUR")"},
                               {"iat", "1790000000"},
                               {"exp", "1790000600"},
                               {"jti", R"("t-1")"},
                               {"use", R"("quote")"},
                               {"nbf", ""},
                               {"mode", ""}};
  std::string out = "{";
  for (const Claim& claim : kClaims) {
    const std::string_view text = claim.name == name ? value : claim.value;
    if (text.empty()) continue;
    if (out.size() > 1) out += ",";
    out += "\"" + std::string(claim.name) + "\":" + std::string(text);
  }
  return out + "}";
}

std::string good_payload() { return payload_with("", ""); }

QuoteClaims quote_claims() {
  QuoteClaims claims;
  claims.issuer = "postlude";
  claims.order_id = "1001";
  claims.shop = "shop-1";
  claims.offer_id = "o-1";
  claims.lines = {{"cups", "cups-blue", 2, 1998}, {"tray", "", 1, 600}};
  claims.shipping_minor = 400;
  claims.total = {2998, *base::parse_currency("EUR")};
  claims.issued_at_s = kNow;
  claims.expires_at_s = kNow + kMaxQuoteLifetimeS;
  claims.token_id = "5b2c";
  return claims;
}

AccessClaims access_claims() {
  return {"postlude", "1001", "shop-1", kNow, kNow + 30 * 86'400, "a-1"};
}

std::string_view reason_for(std::string_view token, const KeyRing& ring = kRing,
                            int64_t now_s = kNow, const TokenExpectations& expected = {}) {
  return token_reason_name(verify_quote(token, ring, now_s, expected).reason);
}

TEST(Token, AQuoteComesBackAsItWasSigned) {
  const auto token = sign_quote(quote_claims(), kRing);
  ASSERT_TRUE(token);
  const auto verified =
      verify_quote(*token, kRing, kNow, {"postlude", "shop-1", "1001", "o-1", kNow - 60});
  ASSERT_EQ(token_reason_name(verified.reason), "ok");
  EXPECT_EQ(verified.claims->issuer, "postlude");
  EXPECT_EQ(verified.claims->order_id, "1001");
  EXPECT_EQ(verified.claims->shop, "shop-1");
  EXPECT_EQ(verified.claims->offer_id, "o-1");
  EXPECT_EQ(verified.claims->lines, quote_claims().lines);
  EXPECT_EQ(verified.claims->shipping_minor, 400);
  EXPECT_EQ(verified.claims->total, (base::Money{2998, *base::parse_currency("EUR")}));
  EXPECT_EQ(verified.claims->issued_at_s, kNow);
  EXPECT_EQ(verified.claims->expires_at_s, kNow + 600);
  EXPECT_EQ(verified.claims->token_id, "5b2c");
}

TEST(Token, SaysWhatTheShopsBooksSayWhereTheyAreInAnotherCurrency) {
  QuoteClaims claims = quote_claims();
  claims.shop_total = {2759, *base::parse_currency("GBP")};
  const auto verified = verify_quote(*sign_quote(claims, kRing), kRing, kNow, {});
  ASSERT_EQ(token_reason_name(verified.reason), "ok");
  EXPECT_EQ(verified.claims->shop_total, claims.shop_total);
  const auto alone = verify_quote(*sign_quote(quote_claims(), kRing), kRing, kNow, {});
  EXPECT_EQ(alone.claims->shop_total, base::Money{});
  struct Row {
    std::string_view claims;
    std::string_view reason;
  };
  constexpr Row kRows[] = {
      {R"("shop_amount":0,"shop_currency":"GBP")", "ok"},
      {R"("shop_amount":1)", "missing_claim"},
      {R"("shop_currency":"GBP")", "missing_claim"},
      {R"("shop_amount":-1,"shop_currency":"GBP")", "wrong_type"},
      {R"("shop_amount":"1","shop_currency":"GBP")", "wrong_type"},
      {R"("shop_amount":1,"shop_currency":"pounds")", "wrong_type"},
  };
  for (const Row& row : kRows) {
    std::string payload = good_payload();
    payload.insert(1, std::string(row.claims) + ",");
    EXPECT_EQ(reason_for(token_of(kHeader, payload)), row.reason) << row.claims;
  }
}

QuoteClaims subscription_claims() {
  QuoteClaims claims = quote_claims();
  claims.needs_consent = true;
  claims.selling_plan = "Monthly";
  claims.renewal_every = 3;
  claims.renewal_unit = "month";
  claims.renewal_minor = 2490;
  return claims;
}

TEST(Token, ASubscriptionIsSignedWithItsTerms) {
  const auto token = sign_quote(subscription_claims(), kRing);
  ASSERT_TRUE(token);
  const auto verified = verify_quote(*token, kRing, kNow, {});
  ASSERT_EQ(token_reason_name(verified.reason), "ok");
  EXPECT_TRUE(verified.claims->needs_consent);
  EXPECT_EQ(verified.claims->selling_plan, "Monthly");
  EXPECT_EQ(verified.claims->renewal_every, 3);
  EXPECT_EQ(verified.claims->renewal_unit, "month");
  EXPECT_EQ(verified.claims->renewal_minor, 2490);
  const auto once = verify_quote(*sign_quote(quote_claims(), kRing), kRing, kNow, {});
  EXPECT_FALSE(once.claims->needs_consent);
  EXPECT_EQ(once.claims->selling_plan, "");
}

TEST(Token, ASubscriptionWithoutItsTermsIsNone) {
  struct Row {
    std::string_view claims;
    std::string_view reason;
  };
  constexpr Row kRows[] = {
      {R"("consent":true,"plan":"m","every":1,"unit":"day","renewal":0)", "ok"},
      {R"("consent":true)", "ok"},
      {R"("consent":false)", "wrong_type"},
      {R"("consent":"true")", "wrong_type"},
      {R"("plan":"m","every":1,"unit":"day","renewal":0)", "missing_claim"},
      {R"("consent":true,"plan":"","every":1,"unit":"day","renewal":0)", "missing_claim"},
      {R"("consent":true,"plan":"m","unit":"day","renewal":0)", "missing_claim"},
      {R"("consent":true,"plan":"m","every":0,"unit":"day","renewal":0)", "wrong_type"},
      {R"("consent":true,"plan":"m","every":1,"renewal":0)", "missing_claim"},
      {R"("consent":true,"plan":"m","every":1,"unit":"moon","renewal":0)", "wrong_type"},
      {R"("consent":true,"plan":"m","every":1,"unit":"day")", "missing_claim"},
      {R"("consent":true,"plan":"m","every":1,"unit":"day","renewal":-1)", "wrong_type"},
      {R"("consent":true,"plan":"m","every":1,"unit":"day","renewal":"9")", "wrong_type"},
  };
  for (const Row& row : kRows) {
    std::string payload = good_payload();
    payload.insert(1, std::string(row.claims) + ",");
    EXPECT_EQ(reason_for(token_of(kHeader, payload)), row.reason) << row.claims;
  }
}

TEST(Token, AccessComesBackAsItWasSigned) {
  const auto token = sign_access(access_claims(), kRing);
  ASSERT_TRUE(token);
  const auto verified =
      verify_access(*token, kRing, kNow + 29 * 86'400, {"", "shop-1", "1001", "", {}});
  ASSERT_EQ(token_reason_name(verified.reason), "ok");
  EXPECT_EQ(verified.claims->order_id, "1001");
  EXPECT_EQ(verified.claims->token_id, "a-1");
}

TEST(Token, TextOutsideAsciiSurvives) {
  QuoteClaims claims = quote_claims();
  claims.offer_id = "caf\xc3\xa9 \xf0\x9f\x98\x80 </script>";
  const auto token = sign_quote(claims, kRing);
  ASSERT_TRUE(token);
  EXPECT_EQ(verify_quote(*token, kRing, kNow, {}).claims->offer_id, claims.offer_id);
}

// RFC 7515, appendix A.1: the key, the token and its claims, read 2026-11.
TEST(Token, KnowsTheSignatureOfRfc7515) {
  const std::string key = *decode_base64url(
      "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");
  const std::string token =
      "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
      "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVl"
      "fQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  const KeyRing ring{{{"", key}}};
  EXPECT_EQ(token_reason_name(verify_signature(token, ring)), "ok");
  EXPECT_EQ(token_reason_name(verify_signature(token, kUnnamed)), "bad_signature");
  // It has neither subject nor audience and is no quote of ours.
  EXPECT_EQ(reason_for(token, ring), "missing_claim");
}

TEST(Token, RefusesEveryHeaderButItsOwn) {
  struct Row {
    std::string_view header;
    std::string_view reason;
  };
  constexpr Row kRows[] = {
      {R"({"alg":"HS256","kid":"2026-11"})", "ok"},
      {R"({"alg":"HS256","kid":"2026-11","typ":"jwt"})", "ok"},
      {R"({"alg":"none","kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":"None","kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":"hs256","kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":"HS384","kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":"HS512","kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":"RS256","kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":"ES256","kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":"","kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":["HS256"],"kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":1,"kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":null,"kid":"2026-11"})", "wrong_algorithm"},
      {R"({"kid":"2026-11"})", "wrong_algorithm"},
      {R"({"alg":"none","alg":"HS256","kid":"2026-11"})", "malformed"},
      {R"({"alg":"HS256","alg":"none","kid":"2026-11"})", "malformed"},
      {R"({"alg":"HS256"})", "unknown_key"},
      {R"({"alg":"HS256","kid":"2026-12"})", "unknown_key"},
      {R"({"alg":"HS256","kid":""})", "bad_header"},
      {R"({"alg":"HS256","kid":7})", "bad_header"},
      {R"({"alg":"HS256","kid":null})", "bad_header"},
      {R"({"alg":"HS256","kid":["2026-11"]})", "bad_header"},
      {R"({"alg":"HS256","kid":"../../dev/null"})", "bad_header"},
      {R"({"alg":"HS256","kid":"/dev/null"})", "bad_header"},
      {R"({"alg":"HS256","kid":"x' UNION SELECT 'k"})", "bad_header"},
      {R"({"alg":"HS256","kid":"2026-11\u0000"})", "bad_header"},
      {R"({"alg":"HS256","kid":"http://evil.example/key"})", "bad_header"},
      {R"({"alg":"HS256","kid":"2026-11","typ":"JWE"})", "bad_header"},
      {R"({"alg":"HS256","kid":"2026-11","crit":["exp"],"exp":1})", "bad_header"},
      {R"({"alg":"HS256","kid":"2026-11","b64":false})", "bad_header"},
      {R"({"alg":"HS256","kid":"2026-11","jwk":{"kty":"oct","k":"AA"}})", "bad_header"},
      {R"({"alg":"HS256","kid":"2026-11","jku":"http://evil.example"})", "bad_header"},
      {R"({"alg":"HS256","kid":"2026-11","x5u":"http://evil.example"})", "bad_header"},
      {R"([{"alg":"HS256"}])", "malformed"},
      {R"("HS256")", "malformed"},
      {R"({"alg":"HS256")", "malformed"},
      {"", "malformed"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(reason_for(token_of(row.header, good_payload())), row.reason) << row.header;
  }
}

TEST(Token, AnUnnamedKeyTakesAnyPlainName) {
  EXPECT_EQ(reason_for(token_of(R"({"alg":"HS256"})", good_payload()), kUnnamed), "ok");
  EXPECT_EQ(reason_for(token_of(R"({"alg":"HS256","kid":"any"})", good_payload()), kUnnamed), "ok");
  const std::string tricky = token_of(R"({"alg":"HS256","kid":"../any"})", good_payload());
  EXPECT_EQ(reason_for(tricky, kUnnamed), "bad_header");
}

TEST(Token, RefusesWhatIsSignedWithAPublicKeyAsSecretOrNothing) {
  const std::string pem = "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD\n";
  EXPECT_EQ(reason_for(token_of(kHeader, good_payload(), pem)), "bad_signature");
  EXPECT_EQ(reason_for(token_of(kHeader, good_payload(), "")), "bad_signature");
  const KeyRing empty{{{"2026-11", ""}}};
  EXPECT_EQ(reason_for(token_of(kHeader, good_payload(), ""), empty), "unknown_key");
  EXPECT_EQ(reason_for(token_of(kHeader, good_payload()), KeyRing{}), "unknown_key");
}

TEST(Token, RefusesEveryOtherForm) {
  const std::string good = token_of(kHeader, good_payload());
  const size_t first = good.find('.');
  const size_t second = good.rfind('.');
  const std::string head = good.substr(0, first);
  const std::string body = good.substr(first + 1, second - first - 1);
  const std::string signature = good.substr(second + 1);
  const std::string bad[] = {
      "",
      ".",
      "..",
      "...",
      head,
      head + "." + body,
      good + ".",
      good + ".e30",
      "." + good,
      head + ".." + signature,
      head + "." + body + "=." + signature,
      good + "=",
      good + " ",
      " " + good,
      good + "\n",
      good + std::string(1, '\0'),
      head + "+." + body + "." + signature,
      "{\"protected\":\"" + head + "\"}",
      std::string(kMaxTokenBytes + 1, 'A'),
      head + "." + encode_base64url("[]") + "." + signature,
      head + "." + encode_base64url("null") + "." + signature,
  };
  for (const std::string& token : bad) EXPECT_EQ(reason_for(token), "malformed") << token;
  EXPECT_EQ(reason_for(head + "." + body + "."), "bad_signature");
  EXPECT_EQ(reason_for(token_of(kHeader, R"({"iss":"a","iss":"b"})")), "malformed");
}

TEST(Token, RefusesEveryTruncationAndEveryChangedCharacter) {
  const std::string good = *sign_quote(quote_claims(), kRing);
  for (size_t size = 0; size < good.size(); ++size) {
    EXPECT_NE(reason_for(std::string_view(good).substr(0, size)), "ok") << size;
  }
  for (size_t i = 0; i < good.size(); ++i) {
    std::string changed = good;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_NE(reason_for(changed), "ok") << i;
  }
}

TEST(Token, ChecksEveryClaim) {
  struct Row {
    std::string_view claim;
    std::string_view value;  // empty = left out
    std::string_view reason;
  };
  constexpr Row kRows[] = {
      {"iss", "", "missing_claim"},
      {"iss", "7", "wrong_type"},
      {"iss", R"("")", "missing_claim"},
      {"sub", "", "missing_claim"},
      {"sub", "1001", "wrong_type"},
      {"sub", "null", "wrong_type"},
      {"aud", "", "missing_claim"},
      {"aud", R"(["shop-1"])", "wrong_type"},
      {"offer", "", "missing_claim"},
      {"offer", "{}", "wrong_type"},
      {"lines", "", "missing_claim"},
      {"shipping", "0", "ok"},
      {"shipping", "1", "amounts_differ"},
      {"shipping", "-1", "wrong_type"},
      {"shipping", R"("0")", "wrong_type"},
      {"amount", "", "missing_claim"},
      {"amount", "1498", "amounts_differ"},
      {"amount", "-1", "wrong_type"},
      {"amount", "14.99", "wrong_type"},
      {"amount", R"("1499")", "wrong_type"},
      {"amount", "1e3", "wrong_type"},
      {"amount", "9007199254740992", "wrong_type"},
      {"amount", "99999999999999999999", "bad_signature"},  // more than libjwt reads
      {"currency", "", "missing_claim"},
      {"currency", R"("EURO")", "wrong_type"},
      {"iat", "", "missing_claim"},
      {"iat", R"("1790000000")", "wrong_type"},
      {"iat", "1790000061", "issued_in_future"},
      {"iat", "1790000060", "ok"},
      {"iat", "1789999999", "lifetime_too_long"},
      {"iat", "1790000000000", "wrong_type"},  // milliseconds
      {"exp", "", "missing_claim"},
      {"exp", "null", "wrong_type"},
      {"exp", "1790000601", "lifetime_too_long"},
      {"exp", "1790000000", "expired"},
      {"exp", "1790000001", "ok"},
      {"exp", "-1", "wrong_type"},
      {"exp", "1e99", "wrong_type"},
      {"jti", "", "missing_claim"},
      {"jti", "true", "wrong_type"},
      {"use", "", "ok"},
      {"use", R"("order")", "wrong_use"},
      {"use", "1", "wrong_use"},
      {"nbf", "1790000000", "ok"},
      {"nbf", "1790000061", "issued_in_future"},
      {"nbf", R"("1790000000")", "wrong_type"},
  };
  for (const Row& row : kRows) {
    const std::string token = token_of(kHeader, payload_with(row.claim, row.value));
    EXPECT_EQ(reason_for(token), row.reason) << row.claim << " " << row.value;
  }
}

TEST(Token, ChecksEveryLine) {
  struct Row {
    std::string_view lines;
    std::string_view reason;
  };
  constexpr Row kRows[] = {
      {R"([{"product":"p","variant":"v","quantity":3,"amount":1499}])", "ok"},
      {R"([{"product":"p","quantity":1,"amount":1000},{"product":"q","quantity":1,"amount":499}])",
       "ok"},
      {R"([{"product":"p","quantity":1,"amount":1499},{"product":"q","quantity":1,"amount":0}])",
       "ok"},
      {R"([{"product":"p","quantity":1,"amount":1500}])", "amounts_differ"},
      {R"([{"product":"p","quantity":1,"amount":1499},{"product":"q","quantity":1,"amount":1}])",
       "amounts_differ"},
      {"[]", "missing_claim"},
      {"{}", "wrong_type"},
      {R"("p")", "wrong_type"},
      {"[1499]", "wrong_type"},
      {"[null]", "wrong_type"},
      {R"([{"quantity":1,"amount":1499}])", "missing_claim"},
      {R"([{"product":"","quantity":1,"amount":1499}])", "missing_claim"},
      {R"([{"product":7,"quantity":1,"amount":1499}])", "wrong_type"},
      {R"([{"product":"p","variant":7,"quantity":1,"amount":1499}])", "wrong_type"},
      {R"([{"product":"p","variant":"","quantity":1,"amount":1499}])", "missing_claim"},
      {R"([{"product":"p","amount":1499}])", "missing_claim"},
      {R"([{"product":"p","quantity":0,"amount":1499}])", "wrong_type"},
      {R"([{"product":"p","quantity":"1","amount":1499}])", "wrong_type"},
      {R"([{"product":"p","quantity":1.5,"amount":1499}])", "wrong_type"},
      {R"([{"product":"p","quantity":1}])", "missing_claim"},
      {R"([{"product":"p","quantity":1,"amount":-1},{"product":"q","quantity":1,"amount":1500}])",
       "wrong_type"},
      {R"([{"product":"p","quantity":1,"amount":14.99}])", "wrong_type"},
      {R"([{"product":"p","quantity":1,"quantity":9,"amount":1499}])", "wrong_type"},
  };
  for (const Row& row : kRows) {
    const std::string token = token_of(kHeader, payload_with("lines", row.lines));
    EXPECT_EQ(reason_for(token), row.reason) << row.lines;
  }
}

TEST(Token, CountsTheLines) {
  QuoteClaims claims = quote_claims();
  claims.lines.assign(kMaxQuotedLines, {"cup", "", 1, 100});
  claims.total.minor = 100 * kMaxQuotedLines + claims.shipping_minor;
  EXPECT_TRUE(sign_quote(claims, kRing));
  claims.lines.push_back({"cup", "", 1, 100});
  claims.total.minor += 100;
  EXPECT_FALSE(sign_quote(claims, kRing));
}

TEST(Token, ComparesWhatTheVerifierKnows) {
  const std::string token = token_of(kHeader, good_payload());
  EXPECT_EQ(reason_for(token, kRing, kNow, {"other", "", "", "", {}}), "wrong_issuer");
  EXPECT_EQ(reason_for(token, kRing, kNow, {"", "other", "", "", {}}), "wrong_audience");
  EXPECT_EQ(reason_for(token, kRing, kNow, {"", "", "1002", "", {}}), "wrong_subject");
  EXPECT_EQ(reason_for(token, kRing, kNow, {"", "", "", "o-2", {}}), "wrong_offer");
  EXPECT_EQ(reason_for(token, kRing, kNow, {"", "", "", "", kNow + 1}), "signed_too_early");
  EXPECT_EQ(reason_for(token, kRing, kNow, {"", "", "", "", kNow}), "ok");
}

TEST(Token, LivesUntilTheSecondItExpires) {
  const std::string token = token_of(kHeader, good_payload());
  EXPECT_EQ(reason_for(token, kRing, kNow + 599), "ok");
  EXPECT_EQ(reason_for(token, kRing, kNow + 600), "expired");
  EXPECT_EQ(reason_for(token, kRing, kNow - 60), "ok");
  EXPECT_EQ(reason_for(token, kRing, kNow - 61), "issued_in_future");
  EXPECT_EQ(reason_for(token, kRing, 0), "issued_in_future");
}

TEST(Token, OneUseIsNotTheOther) {
  const auto quote = sign_quote(quote_claims(), kRing);
  const auto access = sign_access(access_claims(), kRing);
  EXPECT_EQ(token_reason_name(verify_access(*quote, kRing, kNow, {}).reason), "wrong_use");
  EXPECT_EQ(reason_for(*access), "wrong_use");
  // A token that names no use gives no access.
  const std::string neither = token_of(kHeader, payload_with("use", ""));
  EXPECT_EQ(token_reason_name(verify_access(neither, kRing, kNow, {}).reason), "wrong_use");
}

TEST(Token, OfTestModeIsRefusedInLiveMode) {  // P3
  QuoteClaims claims = quote_claims();
  const std::string live = *sign_quote(claims, kRing);
  claims.mode = Mode::Test;
  const std::string test = *sign_quote(claims, kRing);
  TokenExpectations in_live_mode;
  in_live_mode.mode = Mode::Live;
  EXPECT_EQ(verify_quote(live, kRing, kNow, in_live_mode).reason, TokenReason::Ok);
  const auto refused = verify_quote(test, kRing, kNow, in_live_mode);
  EXPECT_EQ(token_reason_name(refused.reason), "test_token");
  EXPECT_FALSE(refused.claims);
  EXPECT_EQ(verify_quote(live, kRing, kNow, {}).claims->mode, Mode::Live);
  EXPECT_EQ(verify_quote(test, kRing, kNow, {}).claims->mode, Mode::Test);
  for (const char* mode : {R"("live")", R"("TEST")", "true", "1", "null", R"(["test"])"}) {
    const std::string token = token_of(kHeader, payload_with("mode", mode));
    EXPECT_EQ(token_reason_name(verify_quote(token, kRing, kNow, in_live_mode).reason),
              "wrong_type")
        << mode;
  }
}

TEST(Token, KeysRotate) {
  const KeyRing rotated{{{"2026-12", kOtherSecret}, {"2026-11", kSecret}}};
  const auto old_token = sign_quote(quote_claims(), kRing);
  const auto new_token = sign_quote(quote_claims(), rotated);
  EXPECT_EQ(reason_for(*old_token, rotated), "ok");
  EXPECT_EQ(reason_for(*new_token, rotated), "ok");
  EXPECT_EQ(reason_for(*new_token, kRing), "unknown_key");
  // The name chooses the key: the right signature under the wrong name is none.
  const std::string swapped =
      token_of(R"({"alg":"HS256","kid":"2026-12"})", good_payload(), kSecret);
  EXPECT_EQ(reason_for(swapped, rotated), "bad_signature");
}

TEST(Token, SignsNothingThatWouldNotVerify) {
  const auto refused = [](void (*spoil)(QuoteClaims&)) {
    QuoteClaims claims = quote_claims();
    spoil(claims);
    return !sign_quote(claims, kRing).has_value();
  };
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.order_id.clear(); }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.offer_id.clear(); }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.token_id.clear(); }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.lines.clear(); }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.lines[0].quantity = 0; }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.lines[0].product_id.clear(); }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.lines[0].amount_minor += 1; }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.shipping_minor = 0; }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.total.minor = -1; }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.total.currency = {}; }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.expires_at_s += 1; }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.shop = "\xff"; }));
  EXPECT_TRUE(refused([](QuoteClaims& c) { c.selling_plan = "Monthly"; }));
  EXPECT_FALSE(refused([](QuoteClaims&) {}));
}

TEST(Token, SignsOnlyWithAStrongNamedKey) {
  const std::string weak(kMinSecretBytes - 1, 'x');
  EXPECT_FALSE(sign_quote(quote_claims(), KeyRing{}));
  EXPECT_FALSE(sign_quote(quote_claims(), KeyRing{{{"k", weak}}}));
  EXPECT_FALSE(sign_quote(quote_claims(), KeyRing{{{"../k", kSecret}}}));
  EXPECT_TRUE(sign_quote(quote_claims(), KeyRing{{{"k", weak + "x"}}}));
}

TEST(Token, EveryReasonHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(TokenReason::TestToken); ++i) {
    names.insert(token_reason_name(static_cast<TokenReason>(i)));
  }
  EXPECT_EQ(names.size(), static_cast<size_t>(TokenReason::TestToken) + 1);
}

TEST(Token, ComparesTextsOfAnyLength) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abcd"));
}

}  // namespace
}  // namespace postlude::native
