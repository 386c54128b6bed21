// The developer API of parcels: tracking services, numbers and arrival days, as the npm entry
// `postlude/core/tracking`. web/src/core/tracking.ts gives it its TypeScript types. No logic lives
// here.

#include <emscripten/bind.h>

#include <string>

#include "bindings/developer/answer.h"
#include "bindings/developer/courier_answer.h"
#include "bindings/developer/estimate_answer.h"
#include "core/base/json.h"
#include "core/tracking/normalise.h"

namespace postlude::developer {
namespace {

Answer normalise(const std::string& source, const std::string& json) {
  const auto from = tracking::tracking_source_from(source);
  if (!from) return unknown_name();
  const auto parsed = tracking::normalise(*from, json);
  return parsed.ok() ? good(tracking::write_shipments(parsed.value())) : bad(parsed.error());
}

Answer detect_courier(const std::string& number, const std::string& country,
                      const std::string& shipping_method) {
  base::JsonWriter out;
  write_couriers(number, country, shipping_method, out);
  return good(out.take());
}

Answer estimate_delivery(const std::string& rules_json, const std::string& question_json) {
  const auto rules_document = base::parse_json(rules_json);
  if (!rules_document.ok()) return bad(rules_document.error());
  const auto rules = tracking::parse_delivery_rules(rules_document.value().root());
  if (!rules.ok()) return bad(rules.error());
  const auto question = base::parse_json(question_json);
  if (!question.ok()) return bad(question.error());
  return answer_of(estimate_json(question.value().root(), rules.value()));
}

}  // namespace
}  // namespace postlude::developer

EMSCRIPTEN_BINDINGS(postlude_tracking) {
  using namespace postlude::developer;
  emscripten::function("normalise", &normalise);
  emscripten::function("detectCourier", &detect_courier);
  emscripten::function("estimateDelivery", &estimate_delivery);
}
