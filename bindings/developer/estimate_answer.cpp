#include "bindings/developer/estimate_answer.h"

#include <initializer_list>

#include "core/base/json_reader.h"
#include "core/base/json_writer.h"

namespace postlude::developer {
namespace {

using base::JsonReader;
using base::JsonRef;
using tracking::DeliveryForecast;
using tracking::DeliveryQuestion;

void refuse_unknown(JsonReader& in, const JsonRef& root,
                    std::initializer_list<std::string_view> known) {
  for (const JsonRef member : root) {
    bool found = false;
    for (const std::string_view key : known) found = found || member.key() == key;
    if (!found) in.fail(base::ErrorCode::BadValue, member);
  }
}

base::Result<DeliveryQuestion> read_question(JsonRef root) {
  JsonReader in;
  DeliveryQuestion question;
  if (!root.is_object()) in.fail(base::ErrorCode::WrongType, root);
  refuse_unknown(in, root,
                 {"ordered_at", "handed_over_at", "today", "origin", "origin_region", "destination",
                  "service"});
  question.ordered_at = in.optional_time(root, "ordered_at");
  question.handed_over = in.optional_time(root, "handed_over_at");
  question.today = in.optional_time(root, "today");
  question.origin = in.optional_text(root, "origin");
  question.origin_region = in.optional_text(root, "origin_region");
  question.destination = in.optional_text(root, "destination");
  question.service = in.optional_text(root, "service");
  if (in.failed()) return in.error();
  return question;
}

std::string answer_json(const DeliveryForecast& forecast) {
  base::JsonWriter out;
  out.begin_object().key("estimate");
  if (forecast.window.known()) {
    out.begin_object().member("from", base::source_time_text(forecast.window.from));
    out.member_if("until", base::source_time_text(forecast.window.until));
    out.member("source", tracking::estimate_source_name(forecast.window.source));
    if (forecast.window.confidence > 0) {
      out.member("confidence", static_cast<int>(forecast.window.confidence));
    }
    out.end_object();
  } else {
    out.null();
  }
  out.member("basis", tracking::estimate_basis_name(forecast.basis)).member("n", forecast.n);
  out.member_if("handover", base::source_time_text(forecast.handover));
  out.member_if("late_after", base::source_time_text(forecast.late_after)).end_object();
  return out.take();
}

}  // namespace

base::Result<std::string> estimate_json(JsonRef question, const tracking::DeliveryRules& rules) {
  const auto read = read_question(question);
  if (!read.ok()) return read.error();
  return answer_json(tracking::estimate_delivery(rules, read.value()));
}

}  // namespace postlude::developer
