#include "bindings/wasm/size_stubs.h"

#include <cerrno>
#include <cfloat>
#include <climits>
#include <cmath>
#include <cstdint>

namespace postlude::wasm {
namespace {

constexpr int kInfiniteDigits = 309;  // of 2^1024 - 2^970, the least that rounds to infinity
constexpr int kKeptDigits = 19;       // of a mantissa in 64 bits
constexpr int kFarExponent = 100000;  // beyond any that matters

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A decimal as it was written: 0.d1d2d3... times ten to `exponent`, the first digit not being 0.
struct Decimal {
  char digits[kInfiniteDigits] = {};
  int count = 0;      // of `digits`; further ones only matter for a tie
  bool more = false;  // a further digit is not 0
  int exponent = 0;

  void add(int digit) {
    if (count < kInfiniteDigits) {
      digits[count++] = static_cast<char>(digit);
    } else {
      more = more || digit != 0;
    }
  }
};

// Doubling from (2^54 - 1) is smaller than storing 309 digits.
bool is_infinite(const Decimal& number) {
  if (number.exponent != kInfiniteDigits) return number.exponent > kInfiniteDigits;
  char limit[kInfiniteDigits] = {};
  uint64_t low = (uint64_t{1} << 54) - 1;
  for (int i = kInfiniteDigits; low != 0; low /= 10) limit[--i] = static_cast<char>(low % 10);
  for (int doublings = 0; doublings < 970; ++doublings) {
    int carry = 0;
    for (int i = kInfiniteDigits; i-- > 0;) {
      const int digit = limit[i] * 2 + carry;
      carry = digit >= 10 ? 1 : 0;
      limit[i] = static_cast<char>(digit - 10 * carry);
    }
  }
  for (int i = 0; i < kInfiniteDigits; ++i) {
    if (number.digits[i] != limit[i]) return number.digits[i] > limit[i];
  }
  return true;  // at the limit or, with further digits, beyond it
}

double value_of(const Decimal& number) {
  if (number.count == 0) return 0;
  if (is_infinite(number)) return HUGE_VAL;
  uint64_t mantissa = 0;
  const int kept = number.count < kKeptDigits ? number.count : kKeptDigits;
  for (int i = 0; i < kept; ++i) mantissa = mantissa * 10 + static_cast<uint64_t>(number.digits[i]);
  auto value = static_cast<double>(mantissa);
  int scale = number.exponent - kept;
  for (; scale > 0; --scale) value *= 10;
  for (; scale < 0 && value > 0; ++scale) value /= 10;
  return value > DBL_MAX ? DBL_MAX : value;
}

// Returns the number behind `at`, which moves past it; false when there are no digits.
bool read_exponent(const char*& at, int& exponent) {
  const char* from = at + 1;
  const bool negative = *from == '-';
  if (*from == '-' || *from == '+') ++from;
  if (!is_digit(*from)) return false;
  for (exponent = 0; is_digit(*from); ++from) {
    if (exponent < kFarExponent) exponent = exponent * 10 + (*from - '0');
  }
  if (negative) exponent = -exponent;
  at = from;
  return true;
}

unsigned long long parse_digits(const char*& at, unsigned long long limit) {
  unsigned long long value = 0;
  for (; is_digit(*at); ++at) {
    const auto digit = static_cast<unsigned long long>(*at - '0');
    if (value > (limit - digit) / 10) {
      errno = ERANGE;
      while (is_digit(*at)) ++at;
      return limit;
    }
    value = value * 10 + digit;
  }
  return value;
}

}  // namespace

double parse_double(const char* text, char** end) {
  const char* at = text;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  Decimal number;
  bool any = false, fraction = false;
  for (; is_digit(*at) || (*at == '.' && !fraction); ++at) {
    if (*at == '.') {
      fraction = true;
      continue;
    }
    any = true;
    const bool leading_zero = *at == '0' && number.count == 0;
    if (!leading_zero) number.add(*at - '0');
    if (!leading_zero && !fraction && number.exponent < kFarExponent) ++number.exponent;
    if (leading_zero && fraction && number.exponent > -kFarExponent) --number.exponent;
  }
  int exponent = 0;
  if (any && (*at == 'e' || *at == 'E') && read_exponent(at, exponent)) number.exponent += exponent;
  if (end != nullptr) *end = const_cast<char*>(any ? at : text);
  const double value = value_of(number);
  return any && negative ? -value : value;
}

unsigned long long parse_unsigned(const char* text, char** end) {
  const char* at = text;
  const unsigned long long value = parse_digits(at, ULLONG_MAX);
  if (end != nullptr) *end = const_cast<char*>(at);
  return value;
}

long long parse_signed(const char* text, char** end) {
  const bool negative = *text == '-';
  const char* const digits = negative ? text + 1 : text;
  const char* at = digits;
  const auto most = static_cast<unsigned long long>(LLONG_MAX);
  const unsigned long long value = parse_digits(at, negative ? most + 1 : most);
  if (end != nullptr) *end = const_cast<char*>(at == digits ? text : at);
  return static_cast<long long>(negative ? 0 - value : value);
}

}  // namespace postlude::wasm
