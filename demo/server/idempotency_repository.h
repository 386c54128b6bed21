#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "demo/server/database.h"

namespace postlude::server {

inline constexpr int64_t kIdempotencyKeptMs = 72LL * 3600 * 1000;
inline constexpr size_t kMaxIdempotencyKeyBytes = 255;

/// An answer as it went out, so that it can go out again byte for byte.
struct StoredAnswer {
  int status = 0;
  std::string content_type;
  std::string body;
  bool replayed = false;
};

/// What is known of a key.
enum class KeyState : uint8_t {
  Fresh,       // now claimed by this request
  InProgress,  // another request with it has not been answered
  Reused,      // it was used for something else
  Done,        // `answer` is what was answered
};

struct KeyClaim {
  KeyState state = KeyState::Fresh;
  StoredAnswer answer;
};

/// Claims a key for a request whose content is `fingerprint`. Needs a transaction. Keys older than
/// 72 hours are forgotten first.
KeyClaim claim_key(Database& database, std::string_view order_id, std::string_view key,
                   std::string_view fingerprint, int64_t now_ms);
/// Returns the answer given under a key that is done.
std::optional<StoredAnswer> find_answer(Database& database, std::string_view order_id,
                                        std::string_view key);
void keep_answer(Database& database, std::string_view order_id, std::string_view key,
                 const StoredAnswer& answer);
/// Forgets a claim, so that the same key can start afresh.
void release_key(Database& database, std::string_view order_id, std::string_view key);
/// Forgets claims that no open charge stands behind: what a crash left.
void release_orphaned_keys(Database& database);

/// True for 1 to 255 visible ASCII characters.
bool is_idempotency_key(std::string_view key);

}  // namespace postlude::server
