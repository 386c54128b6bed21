#include "core/tracking/code_table.h"

namespace postlude::tracking {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool same_code(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

const Meaning* find_code(CodeTable table, std::string_view code) {
  for (const CodeRow& row : table) {
    if (same_code(row.code, code)) return &row.meaning;
  }
  return nullptr;
}

Meaning find_code_or_family(CodeTable table, std::string_view code) {
  for (std::string_view family = code; !family.empty();) {
    if (const Meaning* found = find_code(table, family)) return *found;
    const size_t at = family.rfind('_');
    family = family.substr(0, at == std::string_view::npos ? 0 : at);
  }
  return {status_from(code).value_or(ShipmentStatus::Unknown), SubStatus::None};
}

}  // namespace postlude::tracking
