#include "core/offer/lint_config.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/base/json_writer.h"
#include "core/offer/market.h"
#include "core/offer/parse_link.h"
#include "core/offer/parse_offers_config.h"

namespace postlude::offer {
namespace {

using base::JsonRef;

constexpr int64_t kMostAtOnce = 3;

struct RuleRow {
  std::string_view name;
  std::string_view says;
  std::string_view source;
};

constexpr RuleRow kRules[] = {
#define X(name, text, says, source) {text, says, source},
    POSTLUDE_LINT_RULES(X)
#undef X
};

/// The words of one language, in lower case. Letters outside ASCII are compared as they are.
struct LanguageRow {
  std::string_view language;
  std::string_view accept[3];   // beside the total, the button says one of these and nothing else
  std::string_view decline[4];  // the button says one of these
  std::string_view advert[3];   // beside the seller, the label of a link says one of these
};

// docs/words.md says where the words of the law are from.
constexpr LanguageRow kLanguages[] = {
    {"en",
     {"order with obligation to pay", "pay now", "pay now – add for"},
     {"no thanks", "no, thanks", "no thank you", "no, thank you"},
     {"advertisement", "advert", "ad"}},
    {"de",
     {"zahlungspflichtig bestellen", "", ""},
     {"nein, danke", "nein danke", "", ""},
     {"anzeige", "werbung", ""}},
    {"fr",
     {"commander avec obligation de paiement", "commande avec obligation de paiement", ""},
     {"non merci", "non, merci", "", ""},
     {"publicité", "annonce publicitaire", ""}},
    {"es",
     {"pedido con obligación de pago", "", ""},
     {"no, gracias", "no gracias", "", ""},
     {"publicidad", "anuncio", ""}},
    {"it",
     {"ordina con obbligo di pagare", "ordine con obbligo di pagare", ""},
     {"no, grazie", "no grazie", "", ""},
     {"pubblicità", "annuncio pubblicitario", ""}},
    {"nl",
     {"bestellen met betalingsverplichting", "bestelling met betalingsverplichting", ""},
     {"nee, bedankt", "nee bedankt", "", ""},
     {"advertentie", "reclame", ""}},
    {"pl",
     {"zamawiam z obowiązkiem zapłaty", "zamówienie z obowiązkiem zapłaty", ""},
     {"nie, dziękuję", "nie dziękuję", "", ""},
     {"reklama", "", ""}},
    {"pt",
     {"encomenda com obrigação de pagar", "comprar e pagar agora", ""},
     {"não, obrigado", "não obrigado", "não, obrigada", "não obrigada"},
     {"publicidade", "anúncio", ""}},
    {"ja",
     {"の支払義務を伴う注文を確定する", "を支払って注文する", ""},
     {"今回は結構です", "いいえ、結構です", "", ""},
     {"広告", "", ""}},
    {"ar",
     {"اطلب مع الالتزام بالدفع", "ادفع الآن وأضف إلى الطلب", "ادفع الآن"},
     {"لا، شكرًا", "لا شكرًا", "لا، شكرا", "لا شكرا"},
     {"إعلان", "إعلان مدفوع", ""}},
};

constexpr std::string_view kAccept = "offer.accept";
constexpr std::string_view kAcceptPlain = "offer.accept_plain";
constexpr std::string_view kTotal = "{total}";
constexpr std::string_view kSeller = "{seller}";
// What stands between the words and the total, or the seller.
constexpr std::string_view kSeparators[] = {" ", "-", ":", "·", "–", "—", "\u00a0", "\u202f"};
// The words of a link to another seller: each names whose it is.
constexpr std::string_view kLinkLabel = "offer.link_label";
constexpr std::string_view kLinkVisit = "offer.link_visit";
constexpr std::string_view kLinkWords[] = {kLinkLabel, "offer.link_terms", kLinkVisit};

// "Continue" in the languages there are words for; parts of words, since they are inflected.
constexpr std::string_view kNextStep[] = {
    "continu", "proceed", "next",    "advance", "weiter",   "fortfahren", "suivant", "siguiente",
    "seguir",  "avanti",  "prosegu", "verder",  "volgende", "doorgaan",   "dalej",   "kontynuuj",
    "próximo", "avançar", "次",      "続",      "التالي",   "متابعة",     "استمر"};

constexpr std::string_view kSellers[] = {"seller", "vendor", "third_party", "partner",
                                         "advertiser"};
constexpr std::string_view kPreselections[] = {"preselected", "checked", "auto_accept", "opt_out"};
constexpr std::string_view kSubscriptions[] = {"subscription", "selling_plan", "selling_plan_id"};
constexpr std::string_view kPlans[] = {"selling_plan", "selling_plan_id"};

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

template <class List>
bool holds(const List& list, std::string_view text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// True for one of a row's words; those that fill it up are none.
template <class List>
bool is_one_of(const List& words, std::string_view text) {
  return !text.empty() && holds(words, text);
}

/// The words of a label beside one value, such as its total.
std::string_view beside(std::string_view value, std::string& label) {
  const size_t at = label.find(value);
  if (at != std::string::npos) label.erase(at, value.size());
  std::string_view text = label;
  for (size_t before = 0; before != text.size();) {
    before = text.size();
    for (const std::string_view separator : kSeparators) {
      if (text.starts_with(separator)) text.remove_prefix(separator.size());
      if (text.ends_with(separator)) text.remove_suffix(separator.size());
    }
  }
  return text;
}

/// Anything but an absent, null, false, empty or "never" value says that it is so.
bool says_yes(JsonRef value) {
  if (!value.exists() || value.is_null()) return false;
  return !holds(std::array<std::string_view, 4>{"false", "", "0", "never"}, value.text()) ||
         value.is_object() || value.is_array();
}

class Linter {
 public:
  explicit Linter(std::string_view market) : states_duty_(states_duty_to_pay(market)) {}

  void words(JsonRef words, std::string_view locale) {
    const std::string_view language = locale.substr(0, locale.find('-'));
    const auto* row =
        std::find_if(std::begin(kLanguages), std::end(kLanguages),
                     [&](const LanguageRow& candidate) { return candidate.language == language; });
    const JsonRef accept = words[kAccept];
    const JsonRef plain = words[kAcceptPlain];
    const JsonRef decline = words["offer.decline"];
    const bool of_links = std::any_of(std::begin(kLinkWords), std::end(kLinkWords),
                                      [&](std::string_view key) { return words[key].exists(); });
    if (row == std::end(kLanguages)) {
      if (accept.exists() || plain.exists() || decline.exists() || of_links)
        find(LintRule::WordsAreKnown, words, locale);
      return;
    }
    if (accept.exists()) accept_words(accept, states_duty_ ? row : nullptr);
    if (plain.exists()) accept_words(plain, nullptr);
    if (decline.exists() && !is_one_of(row->decline, folded(decline.text()))) {
      find(LintRule::DeclineIsNeutral, decline, decline.text());
    }
    if (of_links) link_words(words, *row);
  }

  void offers(JsonRef config) {
    const size_t before = findings_.size();
    for (const JsonRef offer : config["offers"]) {
      forbidden_members(offer);
      if (says_yes(offer["link"])) link(offer);
    }
    forbidden_members(config["policy"]);
    const auto parsed = parse_offers_config(config);
    if (!parsed.ok()) {
      // A member that a rule speaks of is named by that rule.
      if (findings_.size() > before) return;
      findings_.push_back({LintRule::ConfigIsValid, parsed.error().pointer,
                           std::string(base::error_name(parsed.error().code))});
      return;
    }
    for (const std::string_view limit : {"max_shown", "max_accepted"}) {
      const JsonRef value = config["policy"][limit];
      if (value.integer().value_or(0) > kMostAtOnce) {
        find(LintRule::AtMostThree, value, value.text());
      }
    }
    funnel(config, parsed.value());
  }

  std::vector<LintFinding> take() { return std::move(findings_); }

 private:
  void find(LintRule rule, JsonRef place, std::string_view found) {
    findings_.push_back({rule, place.pointer(), std::string(found)});
  }

  /// `duty` holds the words of the law where the market has such.
  void accept_words(JsonRef accept, const LanguageRow* duty) {
    const std::string text = folded(accept.text());
    std::string label = text;
    // Words around those of the law would take back what these say: "no duty to pay".
    if (duty != nullptr && !is_one_of(duty->accept, beside(kTotal, label))) {
      find(LintRule::AcceptStatesDuty, accept, accept.text());
    }
    if (!contains(text, kTotal)) find(LintRule::AcceptStatesTotal, accept, accept.text());
    no_next_step(accept);
  }

  void no_next_step(JsonRef label) {
    const std::string text = folded(label.text());
    const bool next = std::any_of(std::begin(kNextStep), std::end(kNextStep),
                                  [&](std::string_view words) { return contains(text, words); });
    if (next) find(LintRule::AcceptIsNoNextStep, label, label.text());
  }

  /// A file that changes one of these words keeps the others that ship.
  void link_words(JsonRef words, const LanguageRow& row) {
    for (const std::string_view key : kLinkWords) {
      const JsonRef text = words[key];
      if (!text.exists()) continue;
      std::string label = folded(text.text());
      const bool named = contains(label, kSeller);
      const bool told = key != kLinkLabel || is_one_of(row.advert, beside(kSeller, label));
      if (!named || !told) find(LintRule::LinkIsDisclosed, text, text.text());
      if (key == kLinkVisit) no_next_step(text);
    }
  }

  void link(JsonRef offer) {
    const JsonRef url = offer["link"]["url"];
    const JsonRef seller = offer["link"]["seller"];
    if (!is_link_address(base::safe_url(url.text()))) {
      find(LintRule::LinkIsDisclosed, url.exists() ? url : offer["link"], url.text());
    }
    if (seller.text().empty()) {
      find(LintRule::LinkIsDisclosed, seller.exists() ? seller : offer["link"], seller.text());
    }
    for (const JsonRef member : offer) {
      if (!holds(kPurchaseMembers, member.key()) || !says_yes(member)) continue;
      find(LintRule::OneClickIsFirstParty, member, member.key());
    }
  }

  void forbidden_members(JsonRef object) {
    for (const JsonRef member : object) {
      const std::string_view name = member.key();
      if (holds(kSellers, name) && says_yes(member)) {
        find(LintRule::OneClickIsFirstParty, member, member.text());
      }
      if (holds(kPreselections, name) && says_yes(member)) {
        find(LintRule::NothingIsPreselected, member, member.text());
      }
      if (holds(kSubscriptions, name) && says_yes(member) && !object["consent"].is_true()) {
        find(LintRule::SubscriptionNeedsConsent, member, member.text());
      }
      if (holds(kPlans, name) && says_yes(member) && !says_yes(object["renewal"])) {
        find(LintRule::RenewalIsStated, member, member.text());
      }
      if (contains(name, "countdown") || contains(name, "timer")) countdown(member);
    }
  }

  /// Only an end that the order's time makes is true.
  void countdown(JsonRef value) {
    for (const std::string_view name : {"restart", "restarts", "evergreen", "every_impression"}) {
      if (says_yes(value[name])) {
        find(LintRule::CountdownIsTrue, value[name], value[name].text());
        return;
      }
    }
    if (says_yes(value) && value["from"].text() != "order") {
      find(LintRule::CountdownIsTrue, value, value.text());
    }
  }

  void funnel(JsonRef config, const OffersConfig& parsed) {
    const Funnel& funnel = parsed.policy.funnel;
    if (funnel.nodes.empty()) return;
    const uint64_t reached = reachable_from(funnel, funnel.start) | uint64_t{1} << funnel.start;
    for (size_t i = 0; i < funnel.nodes.size(); ++i) {
      const bool filled = std::any_of(
          parsed.candidates.begin(), parsed.candidates.end(),
          [&](const Candidate& candidate) { return candidate.node == static_cast<int>(i); });
      if (filled && (reached >> i & 1) != 0) continue;
      find(LintRule::FunnelIsReachable, config["funnel"]["nodes"].at(i), funnel.nodes[i].id);
    }
  }

  const bool states_duty_;
  std::vector<LintFinding> findings_;
};

}  // namespace

std::string_view lint_rule_name(LintRule rule) { return kRules[static_cast<size_t>(rule)].name; }
std::string_view lint_rule_says(LintRule rule) { return kRules[static_cast<size_t>(rule)].says; }
std::string_view lint_rule_source(LintRule rule) {
  return kRules[static_cast<size_t>(rule)].source;
}

std::vector<LintFinding> lint_config(JsonRef root, std::string_view locale) {
  Linter linter(root["market"].text());
  const auto there = [&](std::string_view key) { return root[key].exists(); };
  const bool is_words = there(kAccept) || there(kAcceptPlain) || there("offer.decline") ||
                        std::any_of(std::begin(kLinkWords), std::end(kLinkWords), there);
  const bool is_whole = root["config"].exists() || root["words"].exists();
  if (is_words) {
    linter.words(root, locale);
  } else if (is_whole) {
    if (root["config"].exists()) linter.offers(root["config"]);
    for (const JsonRef words : root["words"]) linter.words(words, words.key());
  } else {
    linter.offers(root);
  }
  return linter.take();
}

std::string lint_json(const std::vector<LintFinding>& findings) {
  base::JsonWriter out;
  out.begin_object().member("ok", findings.empty()).key("findings").begin_array();
  for (const LintFinding& finding : findings) {
    out.begin_object()
        .member("rule", lint_rule_name(finding.rule))
        .member("pointer", finding.pointer)
        .member_if("found", finding.found)
        .member("says", lint_rule_says(finding.rule))
        .member("source", lint_rule_source(finding.rule))
        .end_object();
  }
  return out.end_array().end_object().take();
}

std::string lint_text(const std::vector<LintFinding>& findings) {
  std::string out;
  for (const LintFinding& finding : findings) {
    out += finding.pointer.empty() ? "(the whole)" : finding.pointer;
    if (!finding.found.empty()) out += ": " + finding.found;
    out += "\n  " + std::string(lint_rule_says(finding.rule)) + " [" +
           std::string(lint_rule_source(finding.rule)) + "]\n";
  }
  return out;
}

}  // namespace postlude::offer
