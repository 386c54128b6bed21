#include "bindings/native/webhook_signature.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "bindings/native/token.h"

namespace postlude::native {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::string_view kVersion = "v1,";
constexpr size_t kMinKeyBytes = 24;
constexpr size_t kMaxKeyBytes = 64;
constexpr size_t kMaxSignatures = 16;  // of one webhook; a sender in rotation sends two

std::string encode_base64(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                   reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<size_t>(size));
  return text;
}

std::optional<std::string> decode_base64(std::string_view text) {
  if (text.empty() || text.size() % 4 != 0) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()),
                                   static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  const size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  bytes.resize(static_cast<size_t>(size) - padding);
  // The library takes blanks and more than one spelling; we take one.
  if (encode_base64(bytes) != text) return std::nullopt;
  return bytes;
}

std::optional<int64_t> read_seconds(std::string_view text) {
  int64_t seconds = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || stop != text.data() + text.size() || seconds <= 0) return {};
  return seconds;
}

bool is_plain_id(std::string_view id) {
  return !id.empty() && id.size() <= kMaxWebhookIdBytes &&
         std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

/// The signatures of a header, "v1," included.
std::vector<std::string_view> signatures_of(std::string_view header) {
  std::vector<std::string_view> signatures;
  while (!header.empty() && signatures.size() < kMaxSignatures) {
    const size_t end = std::min(header.find(' '), header.size());
    if (header.substr(0, end).starts_with(kVersion)) signatures.push_back(header.substr(0, end));
    header.remove_prefix(std::min(end + 1, header.size()));
  }
  return signatures;
}

constexpr std::array kReasonNames = {
#define X(name, text) std::string_view(text),
    POSTLUDE_WEBHOOK_REASONS(X)
#undef X
};

}  // namespace

std::string_view webhook_reason_name(WebhookReason reason) {
  return kReasonNames.at(static_cast<size_t>(reason));
}

std::optional<std::string> webhook_key(std::string_view secret) {
  if (!secret.starts_with(kPrefix)) return std::nullopt;
  std::optional<std::string> key = decode_base64(secret.substr(kPrefix.size()));
  if (!key || key->size() < kMinKeyBytes || key->size() > kMaxKeyBytes) return std::nullopt;
  return key;
}

std::string webhook_secret(std::string_view key) {
  return std::string(kPrefix) + encode_base64(key);
}

std::string sign_webhook(std::string_view key, std::string_view id, std::string_view timestamp,
                         std::string_view body) {
  std::string content;
  content.reserve(id.size() + timestamp.size() + body.size() + 2);
  content.append(id).append(".").append(timestamp).append(".").append(body);
  return std::string(kVersion) + encode_base64(hmac_sha256(key, content));
}

WebhookReason verify_webhook(const WebhookHeaders& headers, std::string_view body,
                             const std::vector<std::string>& keys, int64_t now_s) {
  const std::optional<int64_t> sent_s = read_seconds(headers.timestamp);
  const std::vector<std::string_view> signatures = signatures_of(headers.signature);
  if (!is_plain_id(headers.id) || !sent_s || signatures.empty()) return WebhookReason::Unsigned;
  if (*sent_s < now_s - kWebhookToleranceS || *sent_s > now_s + kWebhookToleranceS) {
    return WebhookReason::Expired;
  }
  bool genuine = false;
  for (const std::string& key : keys) {
    const std::string ours = sign_webhook(key, headers.id, headers.timestamp, body);
    for (const std::string_view theirs : signatures) {
      genuine = equal_in_constant_time(ours, theirs) || genuine;
    }
  }
  return genuine ? WebhookReason::Ok : WebhookReason::Forged;
}

}  // namespace postlude::native
