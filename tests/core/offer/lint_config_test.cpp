#include "core/offer/lint_config.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

namespace postlude::offer {
namespace {

/// "rule at /pointer", one after the other.
std::string found_in(std::string_view json, std::string_view locale = {}) {
  const auto document = base::parse_json(json);
  if (!document.ok()) return "not JSON";
  std::string out;
  for (const LintFinding& finding : lint_config(document.value().root(), locale)) {
    if (!out.empty()) out += ", ";
    out += std::string(lint_rule_name(finding.rule)) + " at " + finding.pointer;
  }
  return out;
}

std::string whole(std::string_view market, std::string_view locale, std::string_view accept,
                  std::string_view decline) {
  return R"({"market":")" + std::string(market) + R"(","words":{")" + std::string(locale) +
         R"(":{"offer.accept":")" + std::string(accept) + R"(","offer.decline":")" +
         std::string(decline) + R"("}}})";
}

std::string with_member(std::string_view member) {
  return R"({"version":1,"offers":[{"id":"a","product_id":"p","title":"T",)" + std::string(member) +
         "}]}";
}

std::string file(const std::string& path) {
  std::ifstream in(std::string(POSTLUDE_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(LintConfig, FindsNothingInWhatWeShip) {
  for (const char* locale : {"ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt-BR"}) {
    const std::string words = file("web/locales/" + std::string(locale) + ".json");
    ASSERT_FALSE(words.empty()) << locale;
    EXPECT_EQ(found_in(words, locale), "") << locale;
  }
  EXPECT_EQ(found_in(file("demo/store/offers.json")), "");
}

TEST(LintConfig, HoldsTheWordsToTheRules) {
  struct Row {
    const char* market;
    const char* locale;
    const char* accept;
    const char* decline;
    const char* found;
  };
  const Row kRows[] = {
      {"DE", "de", "Zahlungspflichtig bestellen – {total}", "Nein, danke", ""},
      {"DE", "de-AT", "ZAHLUNGSPFLICHTIG BESTELLEN {total}", "NEIN DANKE", ""},
      {"DE", "de", "{total}: zahlungspflichtig bestellen", "Nein, danke", ""},
      {"IE", "en", "Order with obligation to pay – {total}", "No thanks", ""},
      {"PT", "pt-PT", "Encomenda com obrigação de pagar – {total}", "Não, obrigado", ""},
      // Words around those of the law take back what these say.
      {"DE", "de", "Nicht zahlungspflichtig bestellen – {total}", "Nein, danke",
       "accept_states_duty_to_pay at /words/de/offer.accept"},
      {"IE", "en", "Pay now? Not for {total}", "No thanks",
       "accept_states_duty_to_pay at /words/en/offer.accept"},
      {"DE", "de", "{total}", "Nein, danke", "accept_states_duty_to_pay at /words/de/offer.accept"},
      {"DE", "de", "Zahlungspflichtig bestellen – {total}", "",
       "decline_is_neutral at /words/de/offer.decline"},
      {"DE", "de", "Hinzufügen – {total}", "Nein, danke",
       "accept_states_duty_to_pay at /words/de/offer.accept"},
      {"", "de", "Hinzufügen – {total}", "Nein, danke",
       "accept_states_duty_to_pay at /words/de/offer.accept"},
      {"world", "de", "Hinzufügen – {total}", "Nein, danke",
       "accept_states_duty_to_pay at /words/de/offer.accept"},
      {"NO", "en", "Add – {total}", "No thanks",
       "accept_states_duty_to_pay at /words/en/offer.accept"},
      {"GB", "en", "Add – {total}", "No thanks",
       "accept_states_duty_to_pay at /words/en/offer.accept"},
      {"CH", "de", "Hinzufügen – {total}", "Nein, danke", ""},
      {"DE", "de", "Zahlungspflichtig bestellen", "Nein, danke",
       "accept_states_total at /words/de/offer.accept"},
      {"US", "en", "Continue for {total}", "No thanks",
       "accept_is_no_next_step at /words/en/offer.accept"},
      {"US", "en", "NEXT {total}", "No, thank you",
       "accept_is_no_next_step at /words/en/offer.accept"},
      {"FR", "fr", "Commander – {total}", "Non merci",
       "accept_states_duty_to_pay at /words/fr/offer.accept"},
      {"US", "en", "Pay now – {total}", "No, I like paying more",
       "decline_is_neutral at /words/en/offer.decline"},
      {"US", "en", "Pay now – {total}", "", "decline_is_neutral at /words/en/offer.decline"},
      {"US", "tlh", "Pay now – {total}", "No thanks", "words_are_known at /words/tlh"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(found_in(whole(row.market, row.locale, row.accept, row.decline)), row.found)
        << row.market << " " << row.accept << " " << row.decline;
  }
}

TEST(LintConfig, ThePlainButtonSaysWhatItCostsAndIsNoNextStep) {
  struct Row {
    const char* words;
    const char* found;
  };
  const Row kRows[] = {
      {R"("offer.accept_plain":"Buy for {total}")", ""},
      {R"("offer.accept_plain":"Buy")", "accept_states_total at /offer.accept_plain"},
      {R"("offer.accept_plain":"Continue for {total}")",
       "accept_is_no_next_step at /offer.accept_plain"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(found_in("{" + std::string(row.words) + "}", "en"), row.found) << row.words;
  }
  EXPECT_EQ(found_in(R"({"offer.accept_plain":"Buy for {total}"})", "tlh"), "words_are_known at ");
}

TEST(LintConfig, TheWordsOfALinkSayWhatItIsAndWhose) {
  struct Row {
    const char* locale;
    const char* words;
    const char* found;
  };
  const Row kRows[] = {
      {"en", R"("offer.link_label":"Advertisement · {seller}")", ""},
      {"en", R"("offer.link_label":"AD: {seller}")", ""},
      {"de", R"("offer.link_label":"Anzeige – {seller}")", ""},
      {"ja", R"("offer.link_label":"{seller}広告")", ""},
      {"en", R"("offer.link_label":"")", "link_is_disclosed at /offer.link_label"},
      {"en", R"("offer.link_label":"{seller}")", "link_is_disclosed at /offer.link_label"},
      {"en", R"("offer.link_label":"Advertisement")", "link_is_disclosed at /offer.link_label"},
      {"en", R"("offer.link_label":"Our tip · {seller}")",
       "link_is_disclosed at /offer.link_label"},
      {"en", R"("offer.link_label":"No advertisement of {seller}")",
       "link_is_disclosed at /offer.link_label"},
      {"en", R"("offer.link_terms":"Sold by {seller}.","offer.link_visit":"See {seller}")", ""},
      {"en", R"("offer.link_terms":"Sold elsewhere.")", "link_is_disclosed at /offer.link_terms"},
      {"en", R"("offer.link_visit":"See more")", "link_is_disclosed at /offer.link_visit"},
      {"en", R"("offer.link_visit":"Continue to {seller}")",
       "accept_is_no_next_step at /offer.link_visit"},
      {"de", R"("offer.link_visit":"Weiter zu {seller}")",
       "accept_is_no_next_step at /offer.link_visit"},
      {"tlh", R"("offer.link_visit":"{seller}")", "words_are_known at "},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(found_in("{" + std::string(row.words) + "}", row.locale), row.found) << row.words;
  }
}

TEST(LintConfig, ALinkIsTheWayOutForAnotherSeller) {
  struct Row {
    const char* offer;
    const char* found;
  };
  const Row kRows[] = {
      {R"("link":{"url":"https://o.example","seller":"O"})", ""},
      {R"("link":{"url":"https://o.example","seller":"O"},"group":"g")", ""},
      {R"("link":{"url":"http://o.example","seller":"O"})",
       "link_is_disclosed at /offers/0/link/url"},
      {R"("link":{"seller":"O"})", "link_is_disclosed at /offers/0/link"},
      {R"("link":{"url":"https://o.example","seller":""})",
       "link_is_disclosed at /offers/0/link/seller"},
      {R"("link":{"url":"https://o.example"})", "link_is_disclosed at /offers/0/link"},
      {R"("link":{"url":"https://o.example","seller":"O"},"total_minor":990,"currency":"EUR")",
       "one_click_is_first_party at /offers/0/total_minor, "
       "one_click_is_first_party at /offers/0/currency"},
      {R"("link":{"url":"https://o.example","seller":"O"},"product_id":"p","node":"n")",
       "one_click_is_first_party at /offers/0/product_id, "
       "one_click_is_first_party at /offers/0/node"},
      {R"("link":{"url":"https://o.example","seller":"O","price":5})",
       "config_is_valid at /offers/0/link/price"},
  };
  for (const Row& row : kRows) {
    const std::string json = R"({"version":1,"offers":[{"id":"a","title":"T","reason":"refill",)" +
                             std::string(row.offer) + "}]}";
    EXPECT_EQ(found_in(json), row.found) << row.offer;
  }
  EXPECT_NE(lint_rule_says(LintRule::OneClickIsFirstParty).find("`link`"), std::string_view::npos);
}

TEST(LintConfig, RefusesOffersThatTrick) {
  struct Row {
    const char* member;
    const char* found;
  };
  const Row kRows[] = {
      {R"("priority":1)", ""},
      {R"("seller":"Other Ltd")", "one_click_is_first_party at /offers/0/seller"},
      {R"("third_party":true)", "one_click_is_first_party at /offers/0/third_party"},
      {R"("preselected":true)", "nothing_is_preselected at /offers/0/preselected"},
      {R"("auto_accept":1)", "nothing_is_preselected at /offers/0/auto_accept"},
      {R"("subscription":{"every":"month"})",
       "subscription_needs_consent at /offers/0/subscription"},
      {R"("selling_plan":"m","consent":true)", "renewal_is_stated at /offers/0/selling_plan"},
      {R"("selling_plan":"m")",
       "subscription_needs_consent at /offers/0/selling_plan, "
       "renewal_is_stated at /offers/0/selling_plan"},
      {R"("selling_plan":"m","consent":true,"renewal":{"every":1,"unit":"month"})", ""},
      {R"("selling_plan":"m","consent":"yes","renewal":{"every":1,"unit":"month"})",
       "subscription_needs_consent at /offers/0/selling_plan"},
      {R"("selling_plan":"m","consent":{"preselected":true},"renewal":{"every":1,"unit":"month"})",
       "subscription_needs_consent at /offers/0/selling_plan"},
      {R"("subscription":"upgrade","consent":true)", "config_is_valid at /offers/0/subscription"},
      {R"("consent":true)", ""},
      {R"("selling_plan":"m","consent":true,"renewal":{"every":1,"unit":"moon"})",
       "config_is_valid at /offers/0/renewal/unit"},
      {R"("countdown":{"minutes":10,"restart":"every_impression"})",
       "countdown_is_true at /offers/0/countdown/restart"},
      {R"("countdown":{"minutes":10})", "countdown_is_true at /offers/0/countdown"},
      {R"("timer_evergreen":true)", "countdown_is_true at /offers/0/timer_evergreen"},
      // What no rule speaks of is still no part of a configuration.
      {R"("preselected":false)", "config_is_valid at /offers/0/preselected"},
      {R"("colour":"red")", "config_is_valid at /offers/0/colour"},
      {R"("quantity":0)", "config_is_valid at /offers/0/quantity"},
  };
  for (const Row& row : kRows) EXPECT_EQ(found_in(with_member(row.member)), row.found);
}

TEST(LintConfig, FindsNodesThatNobodyComesToOrFills) {
  EXPECT_EQ(found_in(R"({"version":1,"funnel":{"nodes":[{"id":"a"},{"id":"b"}]},"offers":[
      {"id":"o","product_id":"p","title":"T","node":"b"}]})"),
            "funnel_is_reachable at /funnel/nodes/0, funnel_is_reachable at /funnel/nodes/1");
  EXPECT_EQ(found_in(R"({"version":1,"funnel":{"nodes":[{"id":"a"}]},"offers":[
      {"id":"o","product_id":"p","title":"T","node":"a"}]})"),
            "");
}

TEST(LintConfig, CountsToThree) {
  EXPECT_EQ(found_in(R"({"version":1,"policy":{"max_shown":3,"max_accepted":3},"offers":[]})"), "");
  EXPECT_EQ(found_in(R"({"version":1,"policy":{"max_shown":4,"max_accepted":9},"offers":[]})"),
            "at_most_three at /policy/max_shown, at_most_three at /policy/max_accepted");
}

TEST(LintConfig, PointsIntoTheWhole) {
  EXPECT_EQ(found_in(R"({"config":{"version":1,"offers":[{"id":"a"}]}})"),
            "config_is_valid at /config/offers/0/product_id");
  EXPECT_EQ(found_in("[]"), "config_is_valid at ");
  EXPECT_EQ(found_in("{}"), "config_is_valid at /version");
}

TEST(LintConfig, QuotesTheRuleAndItsSource) {
  const auto document = base::parse_json(whole("DE", "de", "Weiter", "Nein, danke"));
  const auto findings = lint_config(document.value().root());
  const std::string json = lint_json(findings);
  EXPECT_TRUE(json.starts_with(R"({"ok":false,"findings":[{"rule":"accept_states_duty_to_pay",)"));
  EXPECT_NE(json.find("C-249/21"), std::string::npos);
  const std::string text = lint_text(findings);
  EXPECT_TRUE(text.starts_with("/words/de/offer.accept: Weiter\n  In the EU")) << text;
  EXPECT_EQ(lint_json({}), R"({"ok":true,"findings":[]})");
  EXPECT_EQ(lint_text({}), "");
}

TEST(LintConfig, EveryRuleHasANameOfItsOwnAndASource) {
  std::set<std::string_view> names;
#define X(name, text, says, source)                                 \
  EXPECT_TRUE(names.insert(lint_rule_name(LintRule::name)).second); \
  EXPECT_FALSE(lint_rule_says(LintRule::name).empty()) << text;     \
  EXPECT_FALSE(lint_rule_source(LintRule::name).empty()) << text;
  POSTLUDE_LINT_RULES(X)
#undef X
}

}  // namespace
}  // namespace postlude::offer
