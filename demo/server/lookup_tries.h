#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "demo/server/database.h"

namespace postlude::server {

/// How often something may be tried within a time.
struct TryLimit {
  int64_t tries;
  int64_t within_ms;
};

inline constexpr TryLimit kTriesAnOrder = {5, 15LL * 60 * 1000};
inline constexpr TryLimit kTriesAnAddress = {20, 60LL * 60 * 1000};

/// Returns the client whom tries are counted for: an IPv4 address, or the /64 network of an IPv6
/// address, which is one household; an IPv4 address written as IPv6 is itself. "" for what is none.
std::string counted_address(std::string_view address);

/// Returns how many seconds must pass until `bucket` may be tried again; 0 when it may be now.
int64_t wait_s(Database& database, std::string_view bucket, TryLimit limit, int64_t now_ms);

/// Writes a try down and forgets those that no limit counts any more. Needs a transaction.
void count_try(Database& database, std::string_view bucket, int64_t now_ms);

}  // namespace postlude::server
