#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"

namespace postlude::offer {

/// What a configuration of one-click offers must hold to: wire name, the rule, where it is from
/// (read 2026-11 unless it says otherwise).
#define POSTLUDE_LINT_RULES(X)                                                                     \
  X(ConfigIsValid, "config_is_valid", "A doubtful configuration is refused as a whole.",           \
    "offers-config.schema.json")                                                                   \
  X(AcceptStatesDuty, "accept_states_duty_to_pay",                                                 \
    "In the EU, the EEA and the United Kingdom the words on the button alone say that clicking "   \
    "it creates a duty to pay.",                                                                   \
    "Directive 2011/83/EU, article 8(2); Court of Justice, C-249/21, 7 April 2022; UK, Consumer "  \
    "Contracts Regulations 2013, regulation 14")                                                   \
  X(AcceptStatesTotal, "accept_states_total",                                                      \
    "The button names the whole amount that is charged.",                                          \
    "Postlude: what is charged is what was on the screen; Directive 2011/83/EU, article 8(2)")     \
  X(AcceptIsNoNextStep, "accept_is_no_next_step",                                                  \
    "What costs money or leads to another seller is never called next, continue, proceed or "      \
    "advance.",                                                                                    \
    "UK ASA, ruling on 'Continue' in post-purchase pop-ups (yourmoney.com); Rokt, quality and "    \
    "consent policy (docs.rokt.com)")                                                              \
  X(DeclineIsNeutral, "decline_is_neutral",                                                        \
    "The only words of a no are 'No thanks' and their translations.",                              \
    "Rokt, quality and consent policy (docs.rokt.com)")                                            \
  X(WordsAreKnown, "words_are_known",                                                              \
    "Words in a language without a table here cannot be judged, and a doubt is a no.", "Postlude") \
  X(OneClickIsFirstParty, "one_click_is_first_party",                                              \
    "A seller other than the shop may not charge the card the shop has: it must state its terms "  \
    "and collect the full account number itself. Offers of others are links: `link`, without "     \
    "anything of a purchase.",                                                                     \
    "USA, Restore Online Shoppers' Confidence Act, 15 USC 8402")                                   \
  X(LinkIsDisclosed, "link_is_disclosed",                                                          \
    "What is paid for is told apart at once: a link to another seller is called an "               \
    "advertisement, "                                                                              \
    "names that seller in its label, in its terms and on itself, and leads to an https address.",  \
    "Directive 2005/29/EC, annex I, no. 11; UK CAP Code, section 2 (both from general knowledge)") \
  X(CountdownIsTrue, "countdown_is_true",                                                          \
    "A countdown has one end, counted from the order, that never starts again; then the price "    \
    "really ends.",                                                                                \
    "Postlude; 'restart on every impression' is a setting elsewhere (ReConvert)")                  \
  X(NothingIsPreselected, "nothing_is_preselected",                                                \
    "What costs more than was ordered needs an act of the shopper's own.",                         \
    "Directive 2011/83/EU, article 22 (from general knowledge)")                                   \
  X(SubscriptionNeedsConsent, "subscription_needs_consent",                                        \
    "A subscription needs the shopper's explicit consent to just that.",                           \
    "Shopify post-purchase changesets, error buyer_consent_required")                              \
  X(RenewalIsStated, "renewal_is_stated",                                                          \
    "What a subscription costs and how often it renews is said before the click.",                 \
    "USA, Restore Online Shoppers' Confidence Act, 15 USC 8403; Directive 2011/83/EU, articles "   \
    "6(1)(e), 6(1)(o) and 8(2) (from general knowledge)")                                          \
  X(AtMostThree, "at_most_three",                                                                  \
    "Never more than three offers at a time, nor more than three accepted on one order.",          \
    "Shopify: three accepted offers a checkout; Postlude")                                         \
  X(FunnelIsReachable, "funnel_is_reachable",                                                      \
    "Every node of the funnel can be reached and has an offer to fill it.",                        \
    "Funnels of AfterSell, FunnelKit and CartFlows")

enum class LintRule : uint8_t {
#define X(name, text, says, source) name,
  POSTLUDE_LINT_RULES(X)
#undef X
};

std::string_view lint_rule_name(LintRule rule);
std::string_view lint_rule_says(LintRule rule);
std::string_view lint_rule_source(LintRule rule);

struct LintFinding {
  LintRule rule = LintRule::ConfigIsValid;
  std::string pointer;  // RFC 6901, to what breaks the rule
  std::string found;    // the words or the value there; an error code of ConfigIsValid
};

/// Returns every place where a configuration breaks a rule, in the document's order. `root` is an
/// offers configuration; or a file of words, with `locale` saying which; or {"market"?, "config"?,
/// "words"? by locale}. The market is one that market.h knows, or any other: where none is named
/// the law of the EU is looked to.
std::vector<LintFinding> lint_config(base::JsonRef root, std::string_view locale = {});

/// Returns {"ok","findings":[{"rule","pointer","found"?,"says","source"}]}.
std::string lint_json(const std::vector<LintFinding>& findings);

/// Returns the same for people: two lines a finding; "" when there is none.
std::string lint_text(const std::vector<LintFinding>& findings);

}  // namespace postlude::offer
