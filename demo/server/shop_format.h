#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/money.h"
#include "core/base/source_time.h"

namespace postlude::server {

/// Writes the shop's own amounts and times for people (ICU), in the shop's locale and zone.
class ShopFormat {
 public:
  ShopFormat(std::string locale, std::string currency);

  /// "€12.90"
  std::string money(int64_t minor) const;
  std::string money(base::Money amount) const;
  /// "19%"
  std::string percent(int64_t millionths) const;
  /// "Saturday, 21 November 2026"
  std::string long_date(int64_t unix_ms) const;
  /// "21 Nov 2026, 14:05"
  std::string date_time(int64_t unix_ms) const;
  /// "14:05"
  std::string clock(int64_t unix_ms) const;
  /// A time as its source stated it, on its own wall clock: "Sat 21 Nov, 14:05", "Sat 21 Nov", "".
  std::string source_time(const base::SourceTime& time) const;

 private:
  std::string pattern(int64_t unix_ms, std::string_view zone, std::string_view skeleton) const;

  const std::string locale_;
  const base::Currency currency_;
};

}  // namespace postlude::server
