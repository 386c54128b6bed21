#include "core/order/order.h"

#include "core/base/names.h"

namespace postlude::order {

std::string_view payment_status_name(PaymentStatus status) {
  return kPaymentStatusNames[static_cast<size_t>(status)];
}

std::optional<PaymentStatus> payment_status_from(std::string_view name) {
  return base::enum_from<PaymentStatus>(kPaymentStatusNames, name);
}

std::string_view total_kind_name(TotalKind kind) {
  return kTotalKindNames[static_cast<size_t>(kind)];
}

std::optional<TotalKind> total_kind_from(std::string_view name) {
  return base::enum_from<TotalKind>(kTotalKindNames, name);
}

std::optional<base::Money> Order::total() const {
  for (const TotalRow& row : totals) {
    if (row.kind == TotalKind::Total) return row.amount;
  }
  return std::nullopt;
}

}  // namespace postlude::order
