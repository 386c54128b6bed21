#include "core/order/order.h"

#include "core/base/check.h"

namespace postlude::order {

std::string_view payment_status_name(PaymentStatus status) {
  switch (status) {
#define X(name, text)       \
  case PaymentStatus::name: \
    return text;
    POSTLUDE_PAYMENT_STATUSES(X)
#undef X
  }
  CHECK(false);
}

std::optional<PaymentStatus> payment_status_from(std::string_view name) {
#define X(enumerator, text) \
  if (name == text) return PaymentStatus::enumerator;
  POSTLUDE_PAYMENT_STATUSES(X)
#undef X
  return std::nullopt;
}

std::string_view total_kind_name(TotalKind kind) {
  switch (kind) {
#define X(name, text)   \
  case TotalKind::name: \
    return text;
    POSTLUDE_TOTAL_KINDS(X)
#undef X
  }
  CHECK(false);
}

std::optional<TotalKind> total_kind_from(std::string_view name) {
#define X(enumerator, text) \
  if (name == text) return TotalKind::enumerator;
  POSTLUDE_TOTAL_KINDS(X)
#undef X
  return std::nullopt;
}

std::optional<base::Money> Order::total() const {
  for (const TotalRow& row : totals) {
    if (row.kind == TotalKind::Total) return row.amount;
  }
  return std::nullopt;
}

}  // namespace postlude::order
