#include "core/offer/explain_decision.h"

#include "core/base/json_writer.h"

namespace postlude::offer {
namespace {

void write_reasons(base::JsonWriter& out, const char* key,
                   const std::vector<DecisionReason>& reasons) {
  out.key(key).begin_array();
  for (const DecisionReason reason : reasons) out.value(decision_reason_name(reason));
  out.end_array();
}

void write_outcome(base::JsonWriter& out, const Decision& decision) {
  out.key("ranked").begin_array();
  for (const std::string& id : decision.ranked) out.value(id);
  out.end_array();
  write_reasons(out, "order_reasons", decision.order_reasons);
  out.member_if("node", decision.node);
}

void append_list(std::string& out, const std::vector<DecisionReason>& reasons) {
  for (size_t i = 0; i < reasons.size(); ++i) {
    if (i > 0) out += ", ";
    out += decision_reason_name(reasons[i]);
  }
}

void append_number(std::string& out, int64_t number) {
  base::JsonWriter digits;
  out += digits.value(number).text();
}

// A line of text stays a line whatever a title holds.
void append_line(std::string& out, std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out.push_back(byte < 0x20 || byte == 0x7f ? ' ' : c);
  }
}

void append_outcome(std::string& out, const Decision& decision) {
  if (decision.ranked.empty()) {
    out += "no offer";
    if (!decision.order_reasons.empty()) out += ": ";
    append_list(out, decision.order_reasons);
  } else {
    out += "offer: ";
    for (size_t i = 0; i < decision.ranked.size(); ++i) {
      if (i > 0) out += ", ";
      append_line(out, decision.ranked[i]);
    }
  }
  if (!decision.node.empty()) {
    out += "; funnel at ";
    append_line(out, decision.node);
  }
  out.push_back('\n');
}

}  // namespace

std::string outcome_json(const Decision& decision) {
  base::JsonWriter out;
  out.begin_object();
  write_outcome(out, decision);
  return out.end_object().take();
}

std::string explain_json(const Decision& decision, Values values) {
  base::JsonWriter out;
  out.begin_object();
  write_outcome(out, decision);
  out.key("candidates").begin_array();
  for (const Verdict& verdict : decision.verdicts) {
    out.begin_object().member("offer_id", verdict.offer_id).member_if("title", verdict.title);
    write_reasons(out, "reasons", verdict.reasons);
    if (verdict.expected_value_micro && values == Values::Told) {
      out.member("expected_value_micro", *verdict.expected_value_micro);
    }
    if (verdict.matched_group >= 0) out.member("matched_group", verdict.matched_group);
    out.end_object();
  }
  out.end_array().end_object();
  return out.take();
}

std::string explain_text(const Decision& decision) {
  std::string out;
  append_outcome(out, decision);
  for (const Verdict& verdict : decision.verdicts) {
    out += "  ";
    append_line(out, verdict.offer_id);
    if (!verdict.title.empty()) {
      out += " \"";
      append_line(out, verdict.title);
      out.push_back('"');
    }
    out += ": ";
    append_list(out, verdict.reasons);
    if (verdict.expected_value_micro) {
      out += "; expected value ";
      append_number(out, *verdict.expected_value_micro);
      out += " millionths";
    }
    if (verdict.matched_group >= 0) {
      out += "; rule group ";
      append_number(out, verdict.matched_group + 1);
    }
    out.push_back('\n');
  }
  return out;
}

}  // namespace postlude::offer
