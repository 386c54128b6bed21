#include "core/base/exchange_rate.h"

namespace postlude::base {
namespace {

// 2^53 minor units at a million to one, and four decimals more: 117 bits.
__extension__ using Wide = __int128;

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

}  // namespace

std::optional<ExchangeRate> parse_exchange_rate(Currency from, Currency to,
                                                std::string_view decimal) {
  const std::optional<int64_t> billionths = parse_decimal(decimal, kRateDigits);
  if (!billionths || *billionths < 1 || *billionths > kMaxRate) return std::nullopt;
  const ExchangeRate rate{from, to, *billionths};
  const bool sound = from.known() && to.known() && (rate.converts() || *billionths == kOneToOne);
  return sound ? std::optional(rate) : std::nullopt;
}

std::optional<Money> convert(Money amount, const ExchangeRate& rate) {
  if (amount.currency != rate.from || !fits_json(amount)) return std::nullopt;
  if (!rate.converts()) return amount;
  const bool negative = amount.minor < 0;
  const Wide minor = negative ? -amount.minor : amount.minor;
  const Wide numerator = minor * rate.billionths * power_of_ten(currency_exponent(rate.to));
  const Wide denominator = power_of_ten(kRateDigits + currency_exponent(rate.from));
  const Wide rounded = (numerator + denominator / 2) / denominator;
  if (rounded > kMaxMoneyMinor) return std::nullopt;
  const auto converted = static_cast<int64_t>(rounded);
  return Money{negative ? -converted : converted, rate.to};
}

}  // namespace postlude::base
