#include "core/base/money.h"

#include "core/base/check.h"

namespace postlude::base {
namespace {

struct Exponent {
  char code[4];
  int digits;
};

// ISO 4217:2015 list one, amendment 179 (read 2026-11): every code whose minor unit is not 2.
constexpr Exponent kExponents[] = {
    {"BHD", 3}, {"BIF", 0}, {"CLF", 4}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"IQD", 3},
    {"ISK", 0}, {"JOD", 3}, {"JPY", 0}, {"KMF", 0}, {"KRW", 0}, {"KWD", 3}, {"LYD", 3},
    {"OMR", 3}, {"PYG", 0}, {"RWF", 0}, {"TND", 3}, {"UGX", 0}, {"UYI", 0}, {"UYW", 4},
    {"VND", 0}, {"VUV", 0}, {"XAF", 0}, {"XOF", 0}, {"XPF", 0},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Currency> parse_currency(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  Currency currency;
  for (int i = 0; i < 3; ++i) {
    char c = code[static_cast<size_t>(i)];
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z') return std::nullopt;
    currency.code[i] = c;
  }
  return currency;
}

int currency_exponent(Currency currency) {
  for (const Exponent& row : kExponents) {
    if (currency.text() == std::string_view(row.code, 3)) return row.digits;
  }
  return 2;
}

std::optional<int64_t> parse_decimal(std::string_view decimal, int digits) {
  size_t at = 0;
  const bool negative = !decimal.empty() && decimal[0] == '-';
  if (negative) at = 1;
  int64_t units = 0;
  int fraction_digits = -1;  // -1 until the point is met
  bool any_digit = false;
  bool round_up = false;
  for (; at < decimal.size(); ++at) {
    const char c = decimal[at];
    if (c == '.' && fraction_digits < 0 && any_digit) {
      fraction_digits = 0;
      continue;
    }
    if (!is_digit(c)) return std::nullopt;
    any_digit = true;
    if (fraction_digits >= digits) {
      if (fraction_digits == digits) round_up = c >= '5';
      ++fraction_digits;
      continue;
    }
    if (fraction_digits >= 0) ++fraction_digits;
    units = units * 10 + (c - '0');
    if (units > kMaxMoneyMinor) return std::nullopt;
  }
  if (!any_digit || decimal.back() == '.') return std::nullopt;
  for (int written = fraction_digits < 0 ? 0 : fraction_digits; written < digits; ++written) {
    units *= 10;
    if (units > kMaxMoneyMinor) return std::nullopt;
  }
  if (round_up) ++units;
  if (units > kMaxMoneyMinor) return std::nullopt;
  return negative ? -units : units;
}

std::optional<Money> parse_money(std::string_view decimal, Currency currency) {
  const auto minor = parse_decimal(decimal, currency_exponent(currency));
  if (!minor) return std::nullopt;
  return Money{*minor, currency};
}

Decimal::Decimal(int64_t units, int digits) : at_(text_ + sizeof text_) {
  uint64_t rest = units < 0 ? 0 - static_cast<uint64_t>(units) : static_cast<uint64_t>(units);
  for (int digit = 0; rest != 0 || digit <= digits; ++digit) {
    if (digit == digits && digits > 0) *--at_ = '.';
    *--at_ = static_cast<char>('0' + rest % 10);
    rest /= 10;
  }
  if (units < 0) *--at_ = '-';
}

std::string decimal_text(int64_t units, int digits) {
  return std::string(Decimal(units, digits).text());
}

std::string money_decimal(Money amount) {
  return decimal_text(amount.minor, currency_exponent(amount.currency));
}

int64_t scale_half_up(int64_t amount, int64_t numerator, int64_t denominator) {
  CHECK(denominator > 0);
  int64_t product = 0;
  CHECK(!__builtin_mul_overflow(amount, numerator, &product));
  const int64_t quotient = product / denominator;
  const int64_t rest = product % denominator;
  const int64_t magnitude = rest < 0 ? -rest : rest;
  if (magnitude < denominator - magnitude) return quotient;
  return product < 0 ? quotient - 1 : quotient + 1;
}

}  // namespace postlude::base
