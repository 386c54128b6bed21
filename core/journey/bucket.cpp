#include "core/journey/bucket.h"

#include "core/base/json_writer.h"

namespace postlude::journey {
namespace {

constexpr uint32_t kOffset = 0x811c9dc5;
constexpr uint32_t kPrime = 0x01000193;
constexpr uint32_t kReplacement = 0xfffd;
constexpr uint32_t kWholeV1 = 1'000;
constexpr uint32_t kWholeV2 = 10'000;

uint32_t byte_at(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// Reads one code point and moves past it; past one byte and U+FFFD where the bytes are not UTF-8.
uint32_t take_code_point(std::string_view text, size_t& at) {
  const uint32_t lead = byte_at(text, at++);
  if (lead < 0x80) return lead;
  const size_t more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  constexpr uint32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
  uint32_t point = lead & (0x3fu >> more);
  for (size_t i = 0; i < more; ++i) {
    const uint32_t next = byte_at(text, at + i);
    if ((next & 0xc0) != 0x80) return kReplacement;
    point = point << 6 | (next & 0x3f);
  }
  const bool surrogate = point >= 0xd800 && point <= 0xdfff;
  if (lead < 0xc2 || lead > 0xf4 || point < kLeast[more] || point > 0x10ffff || surrogate) {
    return kReplacement;
  }
  at += more;
  return point;
}

uint32_t mix(uint32_t hash, uint32_t unit) { return (hash ^ unit) * kPrime; }

// GrowthBook hashes JavaScript's charCodeAt: UTF-16 code units, not bytes.
uint32_t fnv1a32_utf16(std::string_view text, uint32_t hash = kOffset) {
  for (size_t at = 0; at < text.size();) {
    const uint32_t point = take_code_point(text, at);
    if (point < 0x10000) {
      hash = mix(hash, point);
    } else {
      hash = mix(hash, 0xd800 + ((point - 0x10000) >> 10));
      hash = mix(hash, 0xdc00 + ((point - 0x10000) & 0x3ff));
    }
  }
  return hash;
}

}  // namespace

std::optional<Bucket> bucket_of(std::string_view seed, std::string_view value, int64_t version) {
  if (version == 1) {
    return Bucket{fnv1a32_utf16(seed, fnv1a32_utf16(value)) % kWholeV1, kWholeV1};
  }
  if (version != 2) return std::nullopt;
  base::JsonWriter first;
  first.value(static_cast<int64_t>(fnv1a32_utf16(value, fnv1a32_utf16(seed))));
  return Bucket{fnv1a32_utf16(first.text()) % kWholeV2, kWholeV2};
}

std::string bucket_decimal(Bucket bucket) {
  std::string out = "0";
  uint32_t rest = bucket.part;
  if (rest != 0) out.push_back('.');
  for (uint32_t unit = bucket.whole / 10; rest != 0; unit /= 10) {
    out.push_back(static_cast<char>('0' + rest / unit));
    rest %= unit;
  }
  return out;
}

}  // namespace postlude::journey
