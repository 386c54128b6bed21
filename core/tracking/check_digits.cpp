#include "core/tracking/detect_courier.h"
#include "core/tracking/number_pattern.h"

namespace postlude::tracking {
namespace {

int digit_of(char c) { return c - '0'; }

bool is_mod_7(std::string_view serial, char check) {
  int remainder = 0;
  for (const char c : serial) remainder = (remainder * 10 + digit_of(c)) % 7;
  return remainder == digit_of(check);
}

bool completes_ten(int sum, char check) { return (sum + digit_of(check)) % 10 == 0; }

bool is_mod_10(std::string_view serial, char check, int even_weight, int odd_weight) {
  int sum = 0;
  for (size_t i = 0; i < serial.size(); ++i) {
    const char c = serial[i];
    const int value = is_digit(c) ? digit_of(c) : (c - 3) % 10;
    sum += value * (i % 2 == 0 ? even_weight : odd_weight);
  }
  return completes_ten(sum, check);
}

bool is_luhn(std::string_view serial, char check) {
  int sum = 0;
  bool twice = true;
  for (size_t i = serial.size(); i-- > 0; twice = !twice) {
    const int value = digit_of(serial[i]) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return completes_ten(sum, check);
}

bool is_weighted_137(std::string_view serial, char check) {
  constexpr int kWeights[] = {1, 3, 7};
  int sum = 0;
  for (size_t i = 0; i < serial.size(); ++i) {
    sum += digit_of(serial[serial.size() - 1 - i]) * kWeights[i % 3];
  }
  return sum % 11 % 10 == digit_of(check);
}

bool is_mod_37_over_36(std::string_view serial, char check) {
  constexpr int kMod = 36;
  const auto value_of = [](char c) { return is_digit(c) ? digit_of(c) : c - 'A' + 10; };
  int rest = kMod;
  for (const char c : serial) {
    rest += value_of(c);
    if (rest > kMod) rest -= kMod;
    rest *= 2;
    if (rest > kMod) rest -= kMod + 1;
  }
  return (kMod + 1 - rest) % kMod == value_of(check);
}

bool is_s10(std::string_view serial, char check) {
  constexpr int kWeights[] = {8, 6, 4, 2, 3, 5, 9, 7};
  if (serial.size() != std::size(kWeights)) return false;
  int sum = 0;
  for (size_t i = 0; i < serial.size(); ++i) sum += digit_of(serial[i]) * kWeights[i];
  const int rest = 11 - sum % 11;
  const int expected = rest == 10 ? 0 : rest == 11 ? 5 : rest;
  return expected == digit_of(check);
}

}  // namespace

bool is_check_right(CheckRule rule, std::string_view serial, char check) {
  switch (rule) {
    case CheckRule::None:
      return true;
    case CheckRule::Mod7:
      return is_mod_7(serial, check);
    case CheckRule::Mod10Even3:
      return is_mod_10(serial, check, 3, 1);
    case CheckRule::Mod10Odd3:
      return is_mod_10(serial, check, 1, 3);
    case CheckRule::Mod10Odd2:
      return is_mod_10(serial, check, 1, 2);
    case CheckRule::Luhn:
      return is_luhn(serial, check);
    case CheckRule::Weighted137:
      return is_weighted_137(serial, check);
    case CheckRule::Mod37Over36:
      return is_mod_37_over_36(serial, check);
    case CheckRule::S10:
      return is_s10(serial, check);
  }
  return false;
}

}  // namespace postlude::tracking
