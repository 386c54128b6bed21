#include <gtest/gtest.h>

#include "core/offer/offer.h"

namespace postlude::offer {
namespace {

constexpr std::string_view kFull =
    R"([{"id":"o1","product_id":"p1","title":"Filter papers","variant":"100 pieces",)"
    R"("description":"Fit the pot.","image_url":"/img/filters.svg","image_alt":"A box",)"
    R"("reason":"completes","reason_title":"Moka pot","quantity":2,"compare_at_minor":1800,)"
    R"("status":"open","quote":{"token":"t.t.t","currency":"EUR","subtotal_minor":1600,)"
    R"("discount_minor":160,"shipping_minor":0,"tax_minor":230,"total_minor":1440,)"
    R"("tax_included":true,"expires_at_ms":1790000000000}}])";

constexpr std::string_view kRenewing =
    R"([{"id":"o1","title":"T","reason":"refill","quantity":1,"status":"open",)"
    R"("quote":{"token":"t","currency":"EUR","subtotal_minor":5,"discount_minor":0,)"
    R"("shipping_minor":0,"tax_minor":0,"total_minor":5,"tax_included":false,"expires_at_ms":0},)"
    R"("consent":true,"renewal":{"every":2,"unit":"week","total_minor":7}}])";

constexpr std::string_view kLeast =
    R"({"id":"o1","title":"T","reason":"refill","quote":{"token":"t","currency":"EUR","total_minor":5}})";

base::Result<std::vector<Offer>> parse(std::string_view json) {
  const auto document = base::parse_json(json);
  return document.ok() ? parse_offers(document.value().root()) : document.error();
}

// "ok" or "code pointer".
std::string outcome(std::string_view json) {
  const auto offers = parse(json);
  if (offers.ok()) return "ok";
  return std::string(base::error_name(offers.error().code)) + " " + offers.error().pointer;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  const size_t at = out.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return out.replace(at, from.size(), to);
}

TEST(OfferDocument, ComesBackAsItWasWritten) {
  const auto offers = parse(kFull);
  ASSERT_TRUE(offers.ok());
  EXPECT_EQ(write_offers(offers.value()), kFull);
}

TEST(OfferDocument, ReadsEveryMember) {
  const Offer offer = parse(kFull).value().at(0);
  const base::Currency eur = *base::parse_currency("EUR");
  EXPECT_EQ(offer.id, "o1");
  EXPECT_EQ(offer.product_id, "p1");
  EXPECT_EQ(offer.title, "Filter papers");
  EXPECT_EQ(offer.variant, "100 pieces");
  EXPECT_EQ(offer.description, "Fit the pot.");
  EXPECT_EQ(offer.image_url.text(), "/img/filters.svg");
  EXPECT_EQ(offer.image_alt, "A box");
  EXPECT_EQ(offer.reason, OfferReason::Completes);
  EXPECT_EQ(offer.reason_title, "Moka pot");
  EXPECT_EQ(offer.quantity, 2);
  EXPECT_EQ(offer.compare_at, (base::Money{1800, eur}));
  EXPECT_EQ(offer.status, OfferStatus::Open);
  EXPECT_EQ(offer.quote.token, "t.t.t");
  EXPECT_EQ(offer.quote.subtotal, (base::Money{1600, eur}));
  EXPECT_EQ(offer.quote.discount, (base::Money{160, eur}));
  EXPECT_EQ(offer.quote.shipping, (base::Money{0, eur}));
  EXPECT_EQ(offer.quote.tax, (base::Money{230, eur}));
  EXPECT_EQ(offer.quote.total, (base::Money{1440, eur}));
  EXPECT_TRUE(offer.quote.tax_included);
  EXPECT_EQ(offer.quote.expires_at_ms, 1'790'000'000'000);
}

TEST(OfferDocument, TheRestIsOptional) {
  const auto offers = parse("[" + std::string(kLeast) + "]");
  ASSERT_TRUE(offers.ok());
  EXPECT_EQ(offers.value()[0].quantity, 1);
  EXPECT_EQ(offers.value()[0].status, OfferStatus::Open);
  EXPECT_FALSE(offers.value()[0].compare_at);
  EXPECT_TRUE(parse("[]").value().empty());
}

TEST(OfferDocument, RefusesWhatIsMissingOrWrongAndSaysWhere) {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view outcome;
  };
  constexpr Row kRows[] = {
      {R"("id":"o1",)", "", "missing_field /0/id"},
      {R"("id":"o1")", R"("id":"")", "missing_field /0/id"},
      {R"("id":"o1")", R"("id":[])", "wrong_type /0/id"},
      {R"("title":"T",)", "", "missing_field /0/title"},
      {R"("title":"T")", R"("title":"")", "missing_field /0/title"},
      {R"("title":"T")", R"("title":7)", "wrong_type /0/title"},
      {R"("reason":"refill",)", "", "missing_field /0/reason"},
      {R"("reason":"refill")", R"("reason":"because")", "bad_value /0/reason"},
      {R"("reason":"refill")", R"("reason":"refill","quantity":0)", "bad_value /0/quantity"},
      {R"("reason":"refill")", R"("reason":"refill","quantity":1.5)", "bad_value /0/quantity"},
      {R"("reason":"refill")", R"("reason":"refill","status":"gone")", "bad_value /0/status"},
      {R"("reason":"refill")", R"("reason":"refill","compare_at_minor":-1)",
       "bad_money /0/compare_at_minor"},
      {R"("token":"t",)", "", "missing_field /0/quote/token"},
      {R"("token":"t")", R"("token":"")", "missing_field /0/quote/token"},
      {R"("currency":"EUR",)", "", "missing_field /0/quote/currency"},
      {R"("currency":"EUR")", R"("currency":"euro")", "bad_money /0/quote/currency"},
      {R"(,"total_minor":5)", "", "missing_field /0/quote/total_minor"},
      {R"("total_minor":5)", R"("total_minor":-5)", "bad_money /0/quote/total_minor"},
      {R"("total_minor":5)", R"("total_minor":5.0)", "bad_money /0/quote/total_minor"},
      {R"("total_minor":5)", R"("total_minor":"5")", "wrong_type /0/quote/total_minor"},
      {R"("total_minor":5)", R"("total_minor":9007199254740992)", "bad_money /0/quote/total_minor"},
      {R"("total_minor":5)", R"("total_minor":5,"discount_minor":-1)",
       "bad_money /0/quote/discount_minor"},
      {R"("total_minor":5)", R"("total_minor":5,"expires_at_ms":-1)",
       "bad_value /0/quote/expires_at_ms"},
      {R"("total_minor":5)", R"("total_minor":5,"tax_included":1)",
       "wrong_type /0/quote/tax_included"},
      {R"("quote":{)", R"("quote":7,"x":{)", "wrong_type /0/quote"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(outcome("[" + replaced(kLeast, row.from, row.to) + "]"), row.outcome) << row.to;
  }
  EXPECT_EQ(outcome("{}"), "wrong_type ");
  EXPECT_EQ(outcome("[7]"), "wrong_type /0");
  EXPECT_EQ(outcome("[" + std::string(kLeast) + "," + std::string(kLeast) + "]"),
            "bad_value /1/id");
}

TEST(OfferDocument, ReadsHowASubscriptionGoesOn) {
  const auto offers = parse(kRenewing);
  ASSERT_TRUE(offers.ok());
  const base::Currency eur = *base::parse_currency("EUR");
  EXPECT_TRUE(offers.value()[0].needs_consent);
  EXPECT_EQ(offers.value()[0].renewal, (Renewal{2, RenewalUnit::Week, base::Money{7, eur}}));
  EXPECT_EQ(write_offers(offers.value()), kRenewing);
}

TEST(OfferDocument, WhateverRenewsNeedsConsent) {
  for (const std::string_view said : {"", R"("consent":false,)", R"("consent":null,)"}) {
    const auto offers = parse(replaced(kRenewing, R"("consent":true,)", said));
    ASSERT_TRUE(offers.ok()) << said;
    EXPECT_TRUE(offers.value()[0].needs_consent) << said;
  }
  const std::string once = R"(,"renewal":{"every":2,"unit":"week","total_minor":7})";
  EXPECT_TRUE(parse(replaced(kRenewing, once, "")).value()[0].needs_consent);
  EXPECT_TRUE(parse(replaced(kRenewing, once, R"(,"renewal":null)")).value()[0].needs_consent);
  EXPECT_FALSE(parse("[" + std::string(kLeast) + "]").value()[0].needs_consent);
}

TEST(OfferDocument, RefusesARenewalThatCannotBeTold) {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view outcome;
  };
  constexpr Row kRows[] = {
      {R"("every":2,)", "", "ok"},  // every one
      {R"("every":2)", R"("every":0)", "bad_value /0/renewal/every"},
      {R"("every":2)", R"("every":1.5)", "bad_value /0/renewal/every"},
      {R"("unit":"week",)", "", "missing_field /0/renewal/unit"},
      {R"("unit":"week")", R"("unit":"moon")", "bad_value /0/renewal/unit"},
      {R"(,"total_minor":7)", "", "missing_field /0/renewal/total_minor"},
      {R"("total_minor":7)", R"("total_minor":-7)", "bad_money /0/renewal/total_minor"},
      {R"("total_minor":7)", R"("total_minor":"7")", "wrong_type /0/renewal/total_minor"},
      {R"("consent":true)", R"("consent":"true")", "wrong_type /0/consent"},
      {R"({"every":2,"unit":"week","total_minor":7})", "[]", "wrong_type /0/renewal"},
      {R"({"every":2,"unit":"week","total_minor":7})", "true", "wrong_type /0/renewal"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(outcome(replaced(kRenewing, row.from, row.to)), row.outcome) << row.to;
  }
}

TEST(OfferDocument, ASettledOfferNeedsNoToken) {
  for (const std::string_view status : {"accepted", "declined", "expired", "out_of_stock"}) {
    const std::string json = replaced(kLeast, R"("token":"t",)", "");
    const std::string settled =
        replaced(json, R"("id":"o1",)", R"("id":"o1","status":")" + std::string(status) + "\",");
    EXPECT_EQ(outcome("[" + settled + "]"), "ok") << status;
  }
}

constexpr std::string_view kLink =
    R"([{"id":"o1","title":"A workshop","description":"Two days.","image_url":"/img/w.svg",)"
    R"("image_alt":"A room","reason":"completes","reason_title":"Kettle","status":"open",)"
    R"("link":{"url":"https://other.example/w?a=1","seller":"Other Ltd"}}])";

TEST(OfferDocument, ALinkComesBackAsItWasWritten) {
  const auto offers = parse(kLink);
  ASSERT_TRUE(offers.ok());
  EXPECT_EQ(write_offers(offers.value()), kLink);
}

TEST(OfferDocument, ALinkHasASellerAndAnAddressAndNothingThatIsPaid) {
  const Offer link = parse(kLink).value().at(0);
  EXPECT_TRUE(link.is_link());
  EXPECT_EQ(link.link.seller, "Other Ltd");
  EXPECT_EQ(link.link.url.text(), "https://other.example/w?a=1");
  EXPECT_TRUE(link.quote.token.empty());
  EXPECT_FALSE(parse(kFull).value().at(0).is_link());
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view outcome;
  };
  constexpr Row kRows[] = {
      {R"("status":"open",)", "", "ok"},
      {R"("status":"open")", R"("status":"declined")", "ok"},
      {R"("status":"open")", R"("status":"accepted")", "bad_value /0/status"},
      {R"("status":"open")", R"("quote":null)", "ok"},
      {R"("status":"open")", R"("quote":{"token":"t","currency":"EUR","total_minor":5})",
       "bad_value /0/quote"},
      {R"("status":"open")", R"("quote":7)", "ok"},
      {R"("status":"open")", R"("renewal":{"unit":"month","total_minor":5},"max_quantity":3)",
       "ok"},
      {R"("https://other.example/w?a=1")", "\"javascript:alert(1)\"", "bad_value /0/link/url"},
      {R"("https://other.example/w?a=1")", R"("")", "bad_value /0/link/url"},
      {R"("https://other.example/w?a=1")", R"("/cart")", "bad_value /0/link/url"},
      {R"("https://other.example/w?a=1")", R"("w?to=https://other.example/")",
       "bad_value /0/link/url"},
      {R"("https://other.example/w?a=1")", "7", "wrong_type /0/link/url"},
      {R"("url":"https://other.example/w?a=1",)", "", "bad_value /0/link/url"},
      {R"(,"seller":"Other Ltd")", "", "missing_field /0/link/seller"},
      {R"("Other Ltd")", R"("")", "missing_field /0/link/seller"},
      {R"({"url":"https://other.example/w?a=1","seller":"Other Ltd"})", "true",
       "wrong_type /0/link"},
      {R"({"url":"https://other.example/w?a=1","seller":"Other Ltd"})", "null",
       "missing_field /0/quote"},
      {R"("reason":"completes",)", "", "missing_field /0/reason"},
      {R"("completes")", R"("merchant_pick")", "bad_value /0/reason"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(outcome(replaced(kLink, row.from, row.to)), row.outcome) << row.to;
  }
  // What only a purchase has is not taken over.
  const auto renewing = parse(replaced(kLink, R"("status":"open")",
                                       R"("renewal":{"unit":"month","total_minor":5},)"
                                       R"("max_quantity":3,"ends_at_ms":5,"quantity":2)"));
  ASSERT_TRUE(renewing.ok());
  const Offer& plain = renewing.value().at(0);
  EXPECT_FALSE(plain.renewal || plain.needs_consent);
  EXPECT_EQ(plain.max_quantity + plain.ends_at_ms, 0);
}

TEST(OfferDocument, TakesNoMoreThanAPageCanHold) {
  std::string json = "[";
  for (int i = 0; i <= 100; ++i) {
    if (i > 0) json += ",";
    json += replaced(kLeast, "o1", "o" + std::to_string(i));
  }
  EXPECT_EQ(outcome(json + "]"), "too_large ");
}

TEST(OfferDocument, DropsAPictureThatIsNotSafe) {
  const auto offers = parse(replaced(kFull, "/img/filters.svg", "javascript:alert(1)"));
  ASSERT_TRUE(offers.ok());
  EXPECT_TRUE(offers.value()[0].image_url.empty());
}

TEST(OfferDocument, ShowsAUsualPriceOnlyWhenItIsHigher) {
  EXPECT_FALSE(parse(replaced(kFull, ":1800", ":1440")).value()[0].compare_at);
  EXPECT_FALSE(parse(replaced(kFull, ":1800", ":100")).value()[0].compare_at);
  EXPECT_EQ(parse(replaced(kFull, ":1800", ":1441")).value()[0].compare_at->minor, 1441);
}

TEST(OfferDocument, EveryNameLeadsBack) {
#define X(name, text)                                    \
  EXPECT_EQ(offer_reason_name(OfferReason::name), text); \
  EXPECT_EQ(offer_reason_from(text), std::optional(OfferReason::name));
  POSTLUDE_OFFER_REASONS(X)
#undef X
#define X(name, text)                                    \
  EXPECT_EQ(offer_status_name(OfferStatus::name), text); \
  EXPECT_EQ(offer_status_from(text), std::optional(OfferStatus::name));
  POSTLUDE_OFFER_STATUSES(X)
#undef X
#define X(name, text)                                    \
  EXPECT_EQ(renewal_unit_name(RenewalUnit::name), text); \
  EXPECT_EQ(renewal_unit_from(text), std::optional(RenewalUnit::name));
  POSTLUDE_RENEWAL_UNITS(X)
#undef X
  EXPECT_EQ(renewal_unit_from("months"), std::nullopt);
  EXPECT_EQ(offer_reason_from("Refill"), std::nullopt);
  EXPECT_EQ(offer_status_from(""), std::nullopt);
}

}  // namespace
}  // namespace postlude::offer
