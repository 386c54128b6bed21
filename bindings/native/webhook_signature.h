#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postlude::native {

/// How far a webhook's timestamp may be from now, either way.
inline constexpr int64_t kWebhookToleranceS = 300;
inline constexpr size_t kMaxWebhookIdBytes = 256;

/// The headers of a webhook (Standard Webhooks 1.0, standardwebhooks.com, read 2026-11).
struct WebhookHeaders {
  std::string id;         // webhook-id: one event, the same in every try to deliver it
  std::string timestamp;  // webhook-timestamp: Unix seconds of this try
  std::string signature;  // webhook-signature: "v1,<base64> v1,<base64> ..."
};

/// Why a webhook is refused; Ok when it is not.
#define POSTLUDE_WEBHOOK_REASONS(X)                                               \
  X(Ok, "ok")                                                                     \
  X(Unsigned, "unsigned") /* a header is missing or not of its form */            \
  X(Expired, "expired")   /* its time is more than kWebhookToleranceS from now */ \
  X(Forged, "forged")     /* no signature is one of our secrets' */

enum class WebhookReason : uint8_t {
#define X(name, text) name,
  POSTLUDE_WEBHOOK_REASONS(X)
#undef X
};

std::string_view webhook_reason_name(WebhookReason reason);

/// Returns the key of a secret: the bytes behind "whsec_". Nothing when it is not base64 of 24 to
/// 64 bytes.
std::optional<std::string> webhook_key(std::string_view secret);

/// Returns "whsec_" and the base64 of `key`, which has 24 to 64 bytes.
std::string webhook_secret(std::string_view key);

/// Returns "v1,<base64>" of the HMAC-SHA-256 over "id.timestamp.body".
std::string sign_webhook(std::string_view key, std::string_view id, std::string_view timestamp,
                         std::string_view body);

/// Verifies a webhook at `now_s` (Unix seconds): one of its signatures is of one of `keys`. Every
/// pair is compared, each in constant time; versions other than v1 are passed over.
WebhookReason verify_webhook(const WebhookHeaders& headers, std::string_view body,
                             const std::vector<std::string>& keys, int64_t now_s);

}  // namespace postlude::native
