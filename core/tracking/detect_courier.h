#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/tracking/courier_tables.h"

namespace postlude::tracking {

/// What the order knows and may break a tie. Either may be empty.
struct CourierHints {
  std::string_view country;          // where it goes, ISO 3166-1 alpha-2
  std::string_view shipping_method;  // as the shop calls it: "UPS Ground", "DHL Paket"
};

/// A courier whose number it may be.
struct CourierCandidate {
  Courier courier = Courier::S10;
  std::string_view name;  // for people; of an S10 number the postal operator's
  int score = 0;          // 1 to 99: how sure we are, in percent
  std::string url;        // the courier's page for this number, https
};

/// Returns the couriers that `number` may be of, the likeliest first, each once; none when its form
/// or its check digit is nobody's. White space in the number and the case of letters do not matter.
std::vector<CourierCandidate> detect_courier(std::string_view number,
                                             const CourierHints& hints = {});

/// Returns whether the character after the serial (`check`) is what the rule makes of `serial`.
/// Digits and capitals; the rule None is always content.
bool is_check_right(CheckRule rule, std::string_view serial, char check);

}  // namespace postlude::tracking
