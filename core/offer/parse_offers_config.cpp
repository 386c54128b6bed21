#include "core/offer/parse_offers_config.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/offer/parse_funnel.h"
#include "core/offer/parse_link.h"
#include "core/offer/strict_reader.h"

namespace postlude::offer {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

constexpr int64_t kMaxAmount = 1'000'000'000'000;  // probability * amount stays within 2^63
constexpr int64_t kMaxPpm = 1'000'000;
constexpr int64_t kMaxCount = 1'000'000;
constexpr int64_t kMaxDays = 3650;
constexpr int64_t kMaxRenewalUnits = 365;
constexpr int64_t kMaxOpenMinutes = 24 * 60;
constexpr int64_t kMaxOffsetMinutes = 14 * 60;
constexpr int64_t kMaxUnixMs = 253'402'300'799'999;  // the end of the year 9999

std::vector<base::Currency> currencies(JsonReader& in, JsonRef list) {
  std::vector<base::Currency> out;
  for (const JsonRef item : list) {
    const auto currency = base::parse_currency(item.text());
    if (!item.is_string() || !currency) in.fail(ErrorCode::BadMoney, item);
    out.push_back(currency.value_or(base::Currency{}));
  }
  return out;
}

std::vector<int64_t> numbers(JsonReader& in, JsonRef place) {
  std::vector<int64_t> out;
  const auto add = [&](JsonRef item) {
    if (!item.integer()) in.fail(ErrorCode::WrongType, item);
    out.push_back(item.integer().value_or(0));
  };
  if (!place.is_array()) add(place);
  if (place.is_array()) {
    for (const JsonRef item : place) add(item);
  }
  return out;
}

bool op_takes_list(RuleOp op) { return op != RuleOp::AtLeast && op != RuleOp::AtMost; }

bool op_goes_with(RuleOp op, FactType type) {
  return type == FactType::Text ? op_takes_list(op) : op != RuleOp::AllOf;
}

void read_operand(JsonReader& in, JsonRef operand, RuleOp op, Condition& condition) {
  const FactType type = rule_fact_type(condition.fact);
  condition.op = op;
  if (!op_goes_with(op, type)) return in.fail(ErrorCode::BadValue, operand);
  if (op_takes_list(op) != operand.is_array()) return in.fail(ErrorCode::WrongType, operand);
  if (operand.is_array() && operand.size() == 0) return in.fail(ErrorCode::BadValue, operand);
  if (type == FactType::Text) condition.texts = texts(in, operand);
  if (type == FactType::Number) condition.numbers = numbers(in, operand);
}

Condition read_condition(JsonReader& in, JsonRef object) {
  Condition condition;
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  const std::string name = in.required_text(object, "fact");
  const auto fact = rule_fact_from(name);
  if (!fact) in.fail(ErrorCode::BadValue, object, "fact");
  if (in.failed()) return condition;
  condition.fact = *fact;
  int operands = 0;
  for (const JsonRef member : object) {
    const auto op = rule_op_from(member.key());
    const bool money = *fact == RuleFact::Subtotal && member.key() == "currency";
    if (op) {
      read_operand(in, member, *op, condition);
      if (++operands > 1) in.fail(ErrorCode::BadValue, member);
    } else if (member.key() != "fact" && !money) {
      in.fail(ErrorCode::BadValue, member);
    }
  }
  if (operands == 0) in.fail(ErrorCode::MissingField, object);
  if (*fact == RuleFact::Subtotal) condition.currency = in.required_currency(object, "currency");
  return condition;
}

Rules read_rules(JsonReader& in, JsonRef groups) {
  Rules rules;
  for (const JsonRef group : groups) {
    if (!group.is_array()) in.fail(ErrorCode::WrongType, group);
    if (group.is_array() && group.size() == 0) in.fail(ErrorCode::BadValue, group);
    RuleGroup& out = rules.any.emplace_back();
    if (in.failed()) break;
    for (const JsonRef condition : group) out.all.push_back(read_condition(in, condition));
  }
  return rules;
}

#define X(name, text) text,
constexpr std::string_view kAnswerNames[] = {POSTLUDE_ANSWERS(X)};
constexpr std::string_view kScopeNames[] = {POSTLUDE_CAP_SCOPES(X)};
#undef X
#define X(name, text, reason) text,
constexpr std::string_view kReuseNames[] = {POSTLUDE_PAYMENT_REUSES(X)};
#undef X

// One of a table's names, which must be there.
template <class Enum, size_t kCount>
Enum required_choice(JsonReader& in, JsonRef object, const char* key,
                     const std::string_view (&names)[kCount]) {
  const std::string name = in.required_text(object, key);
  const auto* found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) {
    in.fail(ErrorCode::BadValue, object[key]);
    return Enum{};
  }
  return static_cast<Enum>(found - std::begin(names));
}

std::vector<Cap> read_caps(JsonReader& in, JsonRef list) {
  std::vector<Cap> caps;
  for (const JsonRef object : list) {
    if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
    allow_only(in, object, {"count", "of", "at_most", "in_days"});
    if (in.failed()) break;
    Cap& cap = caps.emplace_back();
    cap.answer = required_choice<Answer>(in, object, "count", kAnswerNames);
    cap.scope = required_choice<CapScope>(in, object, "of", kScopeNames);
    in.required_integer(object, "at_most");
    in.required_integer(object, "in_days");
    cap.most = number_in(in, object, "at_most", {1, kMaxCount}, 1);
    cap.days = number_in(in, object, "in_days", {1, kMaxDays}, 1);
  }
  return caps;
}

OfferTally read_tally(JsonReader& in, JsonRef object) {
  allow_only(in, object, {"shown", "accepted"});
  OfferTally tally;
  if (!object.exists()) return tally;
  tally.shown = number_in(in, object, "shown", {0, INT64_MAX}, 0);
  tally.accepted = number_in(in, object, "accepted", {0, INT64_MAX}, 0);
  return tally;
}

std::optional<ValueInputs> read_value(JsonReader& in, JsonRef object) {
  allow_only(in, object, {"probability_ppm", "margin_minor", "cost_minor"});
  if (!object.exists()) return std::nullopt;
  ValueInputs value;
  in.required_integer(object, "margin_minor");
  value.probability_ppm = maybe_number_in(in, object, "probability_ppm", {0, kMaxPpm});
  value.margin_minor = number_in(in, object, "margin_minor", {-kMaxAmount, kMaxAmount}, 0);
  value.cost_minor = number_in(in, object, "cost_minor", {0, kMaxAmount}, 0);
  return value;
}

std::optional<base::Money> read_total(JsonReader& in, JsonRef object) {
  const bool priced = object["total_minor"].exists() && !object["total_minor"].is_null();
  if (!priced && !object["currency"].exists()) return std::nullopt;
  const base::Currency currency = in.required_currency(object, "currency");
  const base::Money total = in.required_minor_money(object, "total_minor", currency);
  if (total.minor < 0) in.fail(ErrorCode::BadMoney, object["total_minor"]);
  return total;
}

OfferReason read_reason(JsonReader& in, JsonRef object) {
  const std::string name = in.optional_text(object, "reason");
  if (!object["reason"].exists() || object["reason"].is_null()) return OfferReason::MerchantPick;
  const auto reason = offer_reason_from(name);
  if (!reason) in.fail(ErrorCode::BadValue, object["reason"]);
  return reason.value_or(OfferReason::MerchantPick);
}

Renewal read_renewal(JsonReader& in, JsonRef object) {
  allow_only(in, object, {"every", "unit", "total_minor", "currency"});
  in.required_integer(object, "every");
  Renewal renewal;
  renewal.every = number_in(in, object, "every", {1, kMaxRenewalUnits}, 1);
  const auto unit = renewal_unit_from(in.required_text(object, "unit"));
  if (!unit) in.fail(ErrorCode::BadValue, object, "unit");
  renewal.unit = unit.value_or(RenewalUnit::Month);
  renewal.total = read_total(in, object);
  return renewal;
}

// U17: who subscribes says so, to just that, and knows how it goes on.
void read_subscription(JsonReader& in, JsonRef object, Candidate& candidate) {
  candidate.selling_plan = in.optional_id(object, "selling_plan");
  candidate.needs_consent = in.optional_bool(object, "consent", false);
  const JsonRef renewal = in.optional_object(object, "renewal");
  const bool renews = !is_absent(object["renewal"]);
  if (renews) candidate.renewal = read_renewal(in, renewal);
  candidate.subscription_form =
      static_cast<SubscriptionForm>(choice(in, object, "subscription", {"new_line", "upgrade"}));
  if (candidate.selling_plan.empty()) {
    for (const char* of_a_plan : {"renewal", "subscription"}) {
      if (!is_absent(object[of_a_plan])) in.fail(ErrorCode::BadValue, object, of_a_plan);
    }
    return;
  }
  if (!candidate.needs_consent) {
    const bool absent = is_absent(object["consent"]);
    in.fail(absent ? ErrorCode::MissingField : ErrorCode::BadValue, object, "consent");
  }
  if (!renews) in.fail(ErrorCode::MissingField, object, "renewal");
}

int read_node(JsonReader& in, JsonRef object, const Funnel& funnel) {
  if (!object["node"].exists() || object["node"].is_null()) return kFunnelEnd;
  const int node = funnel.find(in.optional_id(object, "node"));
  if (node == kFunnelEnd) in.fail(ErrorCode::BadValue, object, "node");
  return node;
}

void read_memory(JsonReader& in, JsonRef object, Candidate& candidate) {
  candidate.decline_memory =
      static_cast<DeclineMemory>(choice(in, object, "decline_memory", {"this_order", "forever"}));
  candidate.after_decline =
      static_cast<AfterDecline>(choice(in, object, "after_decline", {"move_on", "show_another"}));
  candidate.group = in.optional_id(object, "group");
  candidate.caps = read_caps(in, in.optional_array(object, "caps"));
}

Candidate read_candidate(JsonReader& in, JsonRef object, const Funnel& funnel) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  allow_only(in, object,
             {"id",
              "product_id",
              "sku",
              "title",
              "categories",
              "stock",
              "priority",
              "value",
              "quantity",
              "requires_shipping",
              "rules",
              "countries",
              "node",
              "currencies",
              "decline_memory",
              "after_decline",
              "group",
              "caps",
              "selling_plan",
              "consent",
              "renewal",
              "subscription",
              "adds_shipping",
              "tally",
              "total_minor",
              "currency",
              "reason",
              "reason_product_id",
              "link"});
  Candidate candidate;
  candidate.offer_id = in.required_id(object, "id");
  read_link(in, object, candidate);
  if (!candidate.link) candidate.product_id = in.required_id(object, "product_id");
  candidate.sku = in.optional_id(object, "sku");
  candidate.title = in.required_text(object, "title");
  candidate.categories = texts(in, in.optional_array(object, "categories"));
  candidate.priority = number_in(in, object, "priority", {0, kMaxCount}, 0);
  candidate.quantity = number_in(in, object, "quantity", {1, kMaxCount}, 1);
  candidate.stock = maybe_number_in(in, object, "stock", {0, INT64_MAX});
  candidate.requires_shipping = in.optional_bool(object, "requires_shipping", true);
  candidate.adds_shipping = in.optional_bool(object, "adds_shipping", false);
  candidate.rules = read_rules(in, in.optional_array(object, "rules"));
  candidate.countries = texts(in, in.optional_array(object, "countries"));
  candidate.currencies = currencies(in, in.optional_array(object, "currencies"));
  candidate.total = read_total(in, object);
  candidate.node = read_node(in, object, funnel);
  read_memory(in, object, candidate);
  read_subscription(in, object, candidate);
  candidate.value = read_value(in, in.optional_object(object, "value"));
  candidate.tally = read_tally(in, in.optional_object(object, "tally"));
  candidate.reason = read_reason(in, object);
  candidate.reason_product_id = in.optional_id(object, "reason_product_id");
  return candidate;
}

OfferPolicy read_policy(JsonReader& in, JsonRef object) {
  allow_only(in, object,
             {"enabled", "max_accepted", "max_declined", "max_payment_failed", "max_shown",
              "open_minutes", "reserve_minor", "prior_ppm", "ranking", "test_orders", "caps"});
  OfferPolicy policy;
  policy.enabled = in.optional_bool(object, "enabled", policy.enabled);
  const auto count = [&](const char* key, int64_t least, int64_t otherwise) {
    return number_in(in, object, key, {least, kMaxCount}, otherwise);
  };
  policy.max_accepted = count("max_accepted", 0, policy.max_accepted);
  policy.max_declined = count("max_declined", 0, policy.max_declined);
  policy.max_payment_failed = count("max_payment_failed", 1, policy.max_payment_failed);
  policy.max_shown = count("max_shown", 0, policy.max_shown);
  policy.open_minutes = maybe_number_in(in, object, "open_minutes", {1, kMaxOpenMinutes});
  policy.reserve_minor = number_in(in, object, "reserve_minor", {0, kMaxAmount}, 0);
  policy.prior_ppm = number_in(in, object, "prior_ppm", {0, kMaxPpm}, policy.prior_ppm);
  policy.ranking =
      static_cast<Ranking>(choice(in, object, "ranking", {"priority", "expected_value"}));
  policy.test_orders =
      static_cast<TestOrders>(choice(in, object, "test_orders", {"refuse", "allow"}));
  policy.caps = read_caps(in, in.optional_array(object, "caps"));
  return policy;
}

void read_operations(JsonReader& in, JsonRef object, ModificationWindow& window) {
  const JsonRef list = in.optional_array(object, "allowed_operations");
  if (!list.exists() || list.is_null()) return;
  const std::pair<std::string_view, bool*> operations[] = {
      {"add_line", &window.may_add_lines},
      {"add_shipping", &window.may_add_shipping},
      {"add_subscription", &window.may_add_subscriptions}};
  for (const auto& [name, allowed] : operations) *allowed = false;
  for (const JsonRef item : list) {
    if (!item.is_string()) in.fail(ErrorCode::WrongType, item);
    // What a platform allows besides is none of ours.
    for (const auto& [name, allowed] : operations) *allowed |= item.text() == name;
  }
}

ModificationWindow read_window(JsonReader& in, JsonRef object) {
  allow_only(in, object,
             {"enabled", "expires_at_ms", "allowed_operations", "requires_reauthorization",
              "max_additional_minor"});
  ModificationWindow window;
  window.enabled = in.optional_bool(object, "enabled", true);
  window.expires_at_ms = in.optional_integer(object, "expires_at_ms");
  read_operations(in, object, window);
  window.requires_reauthorization = in.optional_bool(object, "requires_reauthorization", false);
  window.max_additional_minor = maybe_number_in(in, object, "max_additional_minor", {0, INT64_MAX});
  return window;
}

base::Money read_shop_subtotal(JsonReader& in, JsonRef object) {
  allow_only(in, object, {"amount_minor", "currency"});
  const base::Currency currency = in.required_currency(object, "currency");
  const base::Money subtotal = in.required_minor_money(object, "amount_minor", currency);
  if (subtotal.minor < 0) in.fail(ErrorCode::BadMoney, object, "amount_minor");
  return subtotal;
}

PastAnswer read_answer(JsonReader& in, JsonRef object) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  allow_only(in, object, {"offer_id", "product_id", "answer", "scope", "at_ms"});
  PastAnswer past;
  past.offer_id = in.required_id(object, "offer_id");
  past.product_id = in.optional_id(object, "product_id");
  past.answer = required_choice<Answer>(in, object, "answer", kAnswerNames);
  past.scope =
      static_cast<AnswerScope>(choice(in, object, "scope", {"this_order", "earlier_order"}));
  past.at_ms = maybe_number_in(in, object, "at_ms", {0, kMaxUnixMs});
  return past;
}

PaymentReuse read_reuse(JsonReader& in, JsonRef root) {
  const JsonRef given = root["payment_reuse"];
  if (!given.exists() || given.is_null()) return PaymentReuse::Yes;
  return required_choice<PaymentReuse>(in, root, "payment_reuse", kReuseNames);
}

// Every other candidate with an earlier one's id; by sorting, since there may be thousands.
void refuse_same_ids(JsonReader& in, JsonRef offers, const std::vector<Candidate>& candidates) {
  std::vector<size_t> by_id(candidates.size());
  for (size_t i = 0; i < by_id.size(); ++i) by_id[i] = i;
  const auto id_of = [&](size_t i) -> const std::string& { return candidates[i].offer_id; };
  std::sort(by_id.begin(), by_id.end(),
            [&](size_t a, size_t b) { return id_of(a) != id_of(b) ? id_of(a) < id_of(b) : a < b; });
  size_t first = candidates.size();
  for (size_t i = 1; i < by_id.size(); ++i) {
    if (id_of(by_id[i]) == id_of(by_id[i - 1])) first = std::min(first, by_id[i]);
  }
  if (first < candidates.size()) in.fail(ErrorCode::BadValue, offers.at(first)["id"]);
}

}  // namespace

base::Result<OffersConfig> parse_offers_config(JsonRef root) {
  JsonReader in;
  OffersConfig config;
  if (!root.is_object()) in.fail(ErrorCode::WrongType, root);
  if (in.required_integer(root, "version") != 1)
    in.fail(ErrorCode::UnknownVersion, root, "version");
  allow_only(in, root, {"version", "policy", "funnel", "offers"});
  config.policy = read_policy(in, in.optional_object(root, "policy"));
  config.policy.funnel = read_funnel(in, in.optional_object(root, "funnel"));
  const JsonRef offers = in.required_array(root, "offers");
  for (const JsonRef item : offers) {
    config.candidates.push_back(read_candidate(in, item, config.policy.funnel));
    if (in.failed()) break;
  }
  if (!in.failed()) refuse_same_ids(in, offers, config.candidates);
  if (in.failed()) return in.error();
  return config;
}

base::Result<DecideContext> parse_decide_context(JsonRef root) {
  JsonReader in;
  DecideContext context;
  if (!root.is_object()) in.fail(ErrorCode::WrongType, root);
  allow_only(in, root,
             {"now_ms", "shop_offset_minutes", "payment_reuse", "placement", "window", "history",
              "shop_subtotal"});
  in.required_integer(root, "now_ms");
  context.now_ms = number_in(in, root, "now_ms", {0, kMaxUnixMs}, 0);
  context.shop_offset_minutes = static_cast<int>(
      number_in(in, root, "shop_offset_minutes", {-kMaxOffsetMinutes, kMaxOffsetMinutes}, 0));
  context.payment_reuse = read_reuse(in, root);
  context.placement =
      static_cast<Placement>(choice(in, root, "placement", {"one_click", "asks_consent"}));
  const JsonRef window = in.optional_object(root, "window");
  if (window.exists()) context.window = read_window(in, window);
  const JsonRef subtotal = in.optional_object(root, "shop_subtotal");
  if (subtotal.exists()) context.shop_subtotal = read_shop_subtotal(in, subtotal);
  for (const JsonRef item : in.optional_array(root, "history")) {
    context.history.push_back(read_answer(in, item));
    if (in.failed()) break;
  }
  if (in.failed()) return in.error();
  return context;
}

}  // namespace postlude::offer
