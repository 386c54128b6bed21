#include "core/offer/market.h"

namespace postlude::offer {

bool states_duty_to_pay(std::string_view market) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (market.size() != 2 || !capital(market[0]) || !capital(market[1])) return true;
  for (size_t at = 0; at < kDutyMarkets.size(); at += 2) {
    if (kDutyMarkets[at] == market[0] && kDutyMarkets[at + 1] == market[1]) return true;
  }
  return false;
}

}  // namespace postlude::offer
