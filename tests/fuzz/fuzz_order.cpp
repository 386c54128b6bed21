#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "core/base/check.h"
#include "core/order/parse_order.h"

// The first byte chooses the source, the rest is the document. Whatever comes in, what comes out
// keeps the promises of order.h and reads back equal.

namespace {

using namespace postlude;

constexpr order::OrderSource kSources[] = {
#define X(name, text) order::OrderSource::name,
    POSTLUDE_ORDER_SOURCES(X)
#undef X
};

void check_amount(const std::optional<base::Money>& amount, const order::Order& order) {
  if (!amount) return;
  CHECK(order.currency.known());
  CHECK(amount->currency == order.currency);
  CHECK(base::fits_json(*amount));
}

void check_lines(const order::Order& order) {
  std::set<std::string> ids;
  for (const order::LineItem& line : order.lines) {
    CHECK(!line.id.empty());
    CHECK(ids.insert(line.id).second);
    CHECK(!line.title.empty());
    CHECK(line.quantity >= 0);
    check_amount(line.unit_price, order);
    check_amount(line.total, order);
  }
}

void check_totals(const order::Order& order) {
  using order::TotalKind;
  bool total_seen = false;
  for (const order::TotalRow& row : order.totals) {
    check_amount(row.amount, order);
    CHECK(!total_seen || row.kind == TotalKind::Refunded);
    total_seen = total_seen || row.kind == TotalKind::Total;
    const bool takes_off = row.kind == TotalKind::Discount || row.kind == TotalKind::GiftCard ||
                           row.kind == TotalKind::Refunded;
    CHECK(!takes_off || row.amount.minor <= 0);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const auto source = kSources[data[0] % std::size(kSources)];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto first = order::parse_order(source, bytes);
  if (!first.ok()) {
    // A pointer is what the reader of the error looks up: it has the form of one.
    CHECK(first.error().pointer.empty() || first.error().pointer[0] == '/');
    return 0;
  }
  CHECK(!first.value().id.empty() && !first.value().number.empty());
  check_lines(first.value());
  check_totals(first.value());
  const std::string written = order::write_order(first.value());
  CHECK(written.find('<') == std::string::npos);
  const auto second = order::parse_order(order::OrderSource::Canonical, written);
  CHECK(second.ok());
  CHECK(second.value() == first.value());
  return 0;
}
