#include "core/offer/parse_offers_config.h"

#include <algorithm>
#include <initializer_list>

#include "core/base/json_reader.h"

namespace postlude::offer {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

constexpr int64_t kMaxAmount = 1'000'000'000'000;  // probability * amount stays within 2^63
constexpr int64_t kMaxPpm = 1'000'000;
constexpr int64_t kMaxLevel = 5;  // U3: five upsells and their downsells
constexpr int64_t kMaxCount = 1'000'000;
constexpr int64_t kMaxOffsetMinutes = 14 * 60;
constexpr int64_t kMaxUnixMs = 253'402'300'799'999;  // the end of the year 9999

struct Range {
  int64_t least;
  int64_t most;
};

// The members an object may have: a name that nobody reads is a mistake in the document.
void allow_only(JsonReader& in, JsonRef object, std::initializer_list<std::string_view> names) {
  if (object.exists() && !object.is_object()) in.fail(ErrorCode::WrongType, object);
  if (!object.is_object()) return;
  for (const JsonRef member : object) {
    if (std::find(names.begin(), names.end(), member.key()) == names.end()) {
      in.fail(ErrorCode::BadValue, member);
    }
  }
}

int64_t number_in(JsonReader& in, const JsonRef& object, const char* key, Range range,
                  int64_t otherwise) {
  const auto value = in.optional_integer(object, key);
  if (value && (*value < range.least || *value > range.most)) {
    in.fail(ErrorCode::BadValue, object[key]);
  }
  return value.value_or(otherwise);
}

std::optional<int64_t> maybe_number_in(JsonReader& in, const JsonRef& object, const char* key,
                                       Range range) {
  if (!object[key].exists() || object[key].is_null()) return std::nullopt;
  return number_in(in, object, key, range, 0);
}

// One of a few names; the first is what an absent member means.
size_t choice(JsonReader& in, const JsonRef& object, const char* key,
              std::initializer_list<std::string_view> names) {
  const std::string name = in.optional_text(object, key);
  if (!object[key].exists() || object[key].is_null()) return 0;
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<size_t>(found - names.begin());
  in.fail(ErrorCode::BadValue, object[key]);
  return 0;
}

std::vector<std::string> texts(JsonReader& in, JsonRef list) {
  std::vector<std::string> out;
  for (const JsonRef item : list) {
    if (!item.is_string()) {
      in.fail(ErrorCode::WrongType, item);
    } else if (item.text().empty()) {
      in.fail(ErrorCode::BadValue, item);
    }
    out.emplace_back(item.text());
  }
  return out;
}

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

FunnelStep read_step(JsonReader& in, JsonRef object) {
  allow_only(in, object, {"level", "kind"});
  FunnelStep step;
  if (!object.exists()) return step;
  step.level = number_in(in, object, "level", {0, kMaxLevel}, 0);
  step.kind = static_cast<StepKind>(choice(in, object, "kind", {"upsell", "downsell"}));
  return step;
}

std::optional<ValueInputs> read_value(JsonReader& in, JsonRef object) {
  allow_only(in, object, {"probability_ppm", "margin_minor", "cost_minor"});
  if (!object.exists()) return std::nullopt;
  ValueInputs value;
  in.required_integer(object, "probability_ppm");
  in.required_integer(object, "margin_minor");
  value.probability_ppm = number_in(in, object, "probability_ppm", {0, kMaxPpm}, 0);
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

Candidate read_candidate(JsonReader& in, JsonRef object) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  allow_only(in, object,
             {"id", "product_id", "sku", "title", "categories", "stock", "priority", "value",
              "quantity", "requires_shipping", "rules", "countries", "step", "currencies",
              "decline_memory", "total_minor", "currency", "reason", "reason_product_id"});
  Candidate candidate;
  candidate.offer_id = in.required_id(object, "id");
  candidate.product_id = in.required_id(object, "product_id");
  candidate.sku = in.optional_id(object, "sku");
  candidate.title = in.required_text(object, "title");
  candidate.categories = texts(in, in.optional_array(object, "categories"));
  candidate.priority = number_in(in, object, "priority", {0, kMaxCount}, 0);
  candidate.quantity = number_in(in, object, "quantity", {1, kMaxCount}, 1);
  candidate.stock = maybe_number_in(in, object, "stock", {0, INT64_MAX});
  candidate.requires_shipping = in.optional_bool(object, "requires_shipping", true);
  candidate.rules = read_rules(in, in.optional_array(object, "rules"));
  candidate.countries = texts(in, in.optional_array(object, "countries"));
  candidate.currencies = currencies(in, in.optional_array(object, "currencies"));
  candidate.total = read_total(in, object);
  candidate.step = read_step(in, in.optional_object(object, "step"));
  candidate.decline_memory =
      static_cast<DeclineMemory>(choice(in, object, "decline_memory", {"this_order", "forever"}));
  candidate.value = read_value(in, in.optional_object(object, "value"));
  candidate.reason = read_reason(in, object);
  candidate.reason_product_id = in.optional_id(object, "reason_product_id");
  return candidate;
}

OfferPolicy read_policy(JsonReader& in, JsonRef object) {
  allow_only(in, object,
             {"enabled", "max_accepted", "max_declined", "max_shown", "reserve_minor", "ranking",
              "test_orders"});
  OfferPolicy policy;
  policy.enabled = in.optional_bool(object, "enabled", policy.enabled);
  policy.max_accepted = number_in(in, object, "max_accepted", {0, kMaxCount}, policy.max_accepted);
  policy.max_declined = number_in(in, object, "max_declined", {0, kMaxCount}, policy.max_declined);
  policy.max_shown = number_in(in, object, "max_shown", {0, kMaxCount}, policy.max_shown);
  policy.reserve_minor = number_in(in, object, "reserve_minor", {0, kMaxAmount}, 0);
  policy.ranking =
      static_cast<Ranking>(choice(in, object, "ranking", {"priority", "expected_value"}));
  policy.test_orders =
      static_cast<TestOrders>(choice(in, object, "test_orders", {"refuse", "allow"}));
  return policy;
}

ModificationWindow read_window(JsonReader& in, JsonRef object) {
  allow_only(in, object,
             {"enabled", "expires_at_ms", "may_add_lines", "requires_reauthorization",
              "max_additional_minor"});
  ModificationWindow window;
  window.enabled = in.optional_bool(object, "enabled", true);
  window.expires_at_ms = in.optional_integer(object, "expires_at_ms");
  window.may_add_lines = in.optional_bool(object, "may_add_lines", true);
  window.requires_reauthorization = in.optional_bool(object, "requires_reauthorization", false);
  window.max_additional_minor = maybe_number_in(in, object, "max_additional_minor", {0, INT64_MAX});
  return window;
}

PastAnswer read_answer(JsonReader& in, JsonRef object) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  allow_only(in, object, {"offer_id", "product_id", "answer", "scope", "step"});
  PastAnswer past;
  past.offer_id = in.required_id(object, "offer_id");
  past.product_id = in.optional_id(object, "product_id");
  in.required_text(object, "answer");
  past.answer = static_cast<Answer>(choice(in, object, "answer", {"accepted", "declined"}));
  past.scope =
      static_cast<AnswerScope>(choice(in, object, "scope", {"this_order", "earlier_order"}));
  past.step = read_step(in, in.optional_object(object, "step"));
  return past;
}

}  // namespace

base::Result<OffersConfig> parse_offers_config(JsonRef root) {
  JsonReader in;
  OffersConfig config;
  if (!root.is_object()) in.fail(ErrorCode::WrongType, root);
  if (in.required_integer(root, "version") != 1)
    in.fail(ErrorCode::UnknownVersion, root, "version");
  allow_only(in, root, {"version", "policy", "offers"});
  config.policy = read_policy(in, in.optional_object(root, "policy"));
  for (const JsonRef item : in.required_array(root, "offers")) {
    Candidate candidate = read_candidate(in, item);
    if (in.failed()) break;
    for (const Candidate& earlier : config.candidates) {
      if (earlier.offer_id == candidate.offer_id) in.fail(ErrorCode::BadValue, item["id"]);
    }
    config.candidates.push_back(std::move(candidate));
  }
  if (in.failed()) return in.error();
  return config;
}

base::Result<DecideContext> parse_decide_context(JsonRef root) {
  JsonReader in;
  DecideContext context;
  if (!root.is_object()) in.fail(ErrorCode::WrongType, root);
  allow_only(in, root, {"now_ms", "shop_offset_minutes", "payment_reuse", "window", "history"});
  in.required_integer(root, "now_ms");
  context.now_ms = number_in(in, root, "now_ms", {0, kMaxUnixMs}, 0);
  context.shop_offset_minutes = static_cast<int>(
      number_in(in, root, "shop_offset_minutes", {-kMaxOffsetMinutes, kMaxOffsetMinutes}, 0));
  context.payment_reuse =
      static_cast<PaymentReuse>(choice(in, root, "payment_reuse", {"yes", "no", "unknown"}));
  const JsonRef window = in.optional_object(root, "window");
  if (window.exists()) context.window = read_window(in, window);
  for (const JsonRef item : in.optional_array(root, "history")) {
    context.history.push_back(read_answer(in, item));
    if (in.failed()) break;
  }
  if (in.failed()) return in.error();
  return context;
}

}  // namespace postlude::offer
