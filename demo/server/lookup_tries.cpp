#include "demo/server/lookup_tries.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace postlude::server {
namespace {

constexpr int64_t kLongestMs = std::max(kTriesAnOrder.within_ms, kTriesAnAddress.within_ms);
constexpr size_t kNetworkBytes = 8;  // of an IPv6 /64

}  // namespace

std::string counted_address(std::string_view address) {
  const std::string text(address);
  in_addr four{};
  if (inet_pton(AF_INET, text.c_str(), &four) == 1) return text;
  in6_addr six{};
  if (inet_pton(AF_INET6, text.c_str(), &six) != 1) return {};
  std::array<char, INET6_ADDRSTRLEN> out{};
  if (IN6_IS_ADDR_V4MAPPED(&six)) {
    inet_ntop(AF_INET, six.s6_addr + 12, out.data(), out.size());
    return out.data();
  }
  std::fill(six.s6_addr + kNetworkBytes, six.s6_addr + sizeof six.s6_addr, uint8_t{0});
  inet_ntop(AF_INET6, &six, out.data(), out.size());
  return out.data();
}

int64_t wait_s(Database& database, std::string_view bucket, TryLimit limit, int64_t now_ms) {
  // The oldest of the last `tries`; until it is old enough there are too many. A try from the
  // future is one from before the clock was set back.
  Statement row = database.query(
      "SELECT at_ms FROM lookup_tries WHERE bucket = ? ORDER BY at_ms DESC LIMIT 1 OFFSET ?",
      bucket, limit.tries - 1);
  if (!row.step()) return 0;
  const int64_t left_ms = row.integer(0) + limit.within_ms - now_ms;
  return left_ms <= 0 ? 0 : std::min((left_ms + 999) / 1000, limit.within_ms / 1000);
}

void count_try(Database& database, std::string_view bucket, int64_t now_ms) {
  database.execute("DELETE FROM lookup_tries WHERE at_ms < ?", now_ms - kLongestMs);
  database.execute("INSERT INTO lookup_tries (bucket, at_ms) VALUES (?, ?)", bucket, now_ms);
}

}  // namespace postlude::server
