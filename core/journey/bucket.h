#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace postlude::journey {

/// A place in [0, 1) as an exact fraction: part / whole.
struct Bucket {
  uint32_t part = 0;
  uint32_t whole = 10'000;
  friend bool operator==(const Bucket&, const Bucket&) = default;
};

/// Returns the bucket of `value` under `seed`, the same as GrowthBook's SDKs give: FNV-1a (32 bit)
/// over UTF-16 code units. Version 2 has 10,000 buckets, version 1 has 1,000 and is biased (for
/// compatibility only); any other version has none. Both texts are UTF-8; a byte that is not counts
/// as U+FFFD. Source: GrowthBook SDK specification 0.7.1 (read 2026-11).
std::optional<Bucket> bucket_of(std::string_view seed, std::string_view value, int64_t version);

/// Returns the fraction as a decimal without needless zeros: "0.0995", "0.22", "0".
std::string bucket_decimal(Bucket bucket);

}  // namespace postlude::journey
