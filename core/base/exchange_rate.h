#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/money.h"

namespace postlude::base {

inline constexpr int kRateDigits = 9;                       // after the point
inline constexpr int64_t kOneToOne = 1'000'000'000;         // in billionths
inline constexpr int64_t kMaxRate = 1'000'000 * kOneToOne;  // a million to one

/// What one whole unit of a currency is worth in another, as its source stated it: 1 EUR =
/// 1.087 USD. A currency is worth one of itself.
struct ExchangeRate {
  Currency from;
  Currency to;
  int64_t billionths = kOneToOne;  // 1 .. kMaxRate

  bool converts() const { return from != to; }
  friend bool operator==(const ExchangeRate&, const ExchangeRate&) = default;
};

/// Returns the rate of a plain decimal ("1.087"; digits past the ninth are rounded); nothing when
/// it is no decimal, out of range, or not 1 between a currency and itself.
std::optional<ExchangeRate> parse_exchange_rate(Currency from, Currency to,
                                                std::string_view decimal);

/// Returns an amount of `rate.from` in `rate.to`, rounded half away from zero to its minor unit;
/// nothing for an amount of another currency or a result beyond kMaxMoneyMinor.
std::optional<Money> convert(Money amount, const ExchangeRate& rate);

}  // namespace postlude::base
