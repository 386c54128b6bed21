#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demo/server/database.h"

namespace postlude::server {

/// How long a secret that was replaced is still believed.
inline constexpr int64_t kOldSecretMs = 24LL * 3600 * 1000;
/// How long the ids of webhooks are remembered, so that no event is taken twice.
inline constexpr int64_t kDeliveryMemoryMs = 30LL * 24 * 3600 * 1000;

// All times here are the machine's, as the sender's are: the shop's clock may have been pushed.

/// Makes a secret for each source that has none.
void make_webhook_secrets(Database& database, int64_t now_ms);

/// Returns the keys that sign for a source at `now_ms`, newest first; empty for an unknown source.
std::vector<std::string> webhook_keys(Database& database, std::string_view source, int64_t now_ms);

/// One source's newest secret.
struct WebhookSecret {
  std::string source;
  std::string secret;  // "whsec_..."
};
std::vector<WebhookSecret> newest_webhook_secrets(Database& database);

/// Makes a new secret; the one before is believed for kOldSecretMs more. Needs a transaction.
WebhookSecret rotate_webhook_secret(Database& database, std::string_view source, int64_t now_ms);

/// Remembers a webhook; false when it was taken before. Needs a transaction.
bool claim_delivery(Database& database, std::string_view source, std::string_view id,
                    int64_t now_ms);

}  // namespace postlude::server
