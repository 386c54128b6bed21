#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace postlude::base {

/// An ISO 4217 alphabetic code: three upper-case letters, or empty when not known.
struct Currency {
  char code[3] = {0, 0, 0};

  bool known() const { return code[0] != 0; }
  std::string_view text() const { return {code, known() ? 3u : 0u}; }
  friend bool operator==(const Currency&, const Currency&) = default;
};

/// Returns the currency of a three-letter code in either case; nothing for any other text. Codes
/// that ISO 4217 does not list are accepted (shops use some) and have exponent 2.
std::optional<Currency> parse_currency(std::string_view code);

/// Returns the number of decimal digits of the minor unit, 0 to 4 (JPY 0, EUR 2, KWD 3, CLF 4).
int currency_exponent(Currency currency);

/// An amount in integer minor units. Never a floating-point number on any path.
struct Money {
  int64_t minor = 0;
  Currency currency;

  friend bool operator==(const Money&, const Money&) = default;
};

/// The largest amount, either way: what a JSON number keeps exactly everywhere, 2^53 - 1.
inline constexpr int64_t kMaxMoneyMinor = (int64_t{1} << 53) - 1;

constexpr bool fits_json(Money amount) {
  return amount.minor <= kMaxMoneyMinor && amount.minor >= -kMaxMoneyMinor;
}

/// Reads a plain decimal ("12", "-3.50", "0.4545", "1e2" is refused) as units of its last of
/// `digits` digits after the point; those past them are rounded half away from zero. Returns
/// nothing for any other text or when there are more than kMaxMoneyMinor units.
std::optional<int64_t> parse_decimal(std::string_view decimal, int digits);

/// The same as an amount of `currency`.
std::optional<Money> parse_money(std::string_view decimal, Currency currency);

/// A plain decimal with exactly `digits` digits after its point: (1200, 2) is "12.00".
class Decimal {
 public:
  explicit Decimal(int64_t units, int digits = 0);
  std::string_view text() const { return {at_, static_cast<size_t>(text_ + sizeof text_ - at_)}; }

 private:
  char text_[24];
  char* at_;
};

/// Returns the plain decimal with exactly that many digits after its point: (1200, 2) -> "12.00".
std::string decimal_text(int64_t units, int digits);

/// Returns the amount as a plain decimal with exactly the currency's digits: "12.00", "1200" (JPY).
std::string money_decimal(Money amount);

/// Returns `amount * numerator / denominator` rounded half away from zero; denominator > 0. Traps
/// on overflow of 2^63.
int64_t scale_half_up(int64_t amount, int64_t numerator, int64_t denominator);

}  // namespace postlude::base
