#include "demo/server/webhook_repository.h"

#include "bindings/native/webhook_signature.h"
#include "core/tracking/normalise.h"
#include "demo/server/random_id.h"

namespace postlude::server {
namespace {

constexpr size_t kKeyBytes = 32;

void insert_secret(Database& database, std::string_view source, const std::string& secret,
                   int64_t now_ms) {
  database.execute("INSERT INTO webhook_secrets (source, secret, created_ms) VALUES (?, ?, ?)",
                   source, secret, now_ms);
}

}  // namespace

void make_webhook_secrets(Database& database, int64_t now_ms) {
#define X(name, text) std::string_view(text),
  for (const std::string_view source : {POSTLUDE_TRACKING_SOURCES(X)}) {
#undef X
    if (!webhook_keys(database, source, now_ms).empty()) continue;
    insert_secret(database, source, native::webhook_secret(random_bytes(kKeyBytes)), now_ms);
  }
}

std::vector<std::string> webhook_keys(Database& database, std::string_view source, int64_t now_ms) {
  std::vector<std::string> keys;
  Statement row = database.query(
      "SELECT secret FROM webhook_secrets WHERE source = ? AND (expires_ms IS NULL OR expires_ms > "
      "?) ORDER BY id DESC",
      source, now_ms);
  while (row.step()) {
    std::optional<std::string> key = native::webhook_key(row.text(0));
    if (key) keys.push_back(std::move(*key));
  }
  return keys;
}

std::vector<WebhookSecret> newest_webhook_secrets(Database& database) {
  std::vector<WebhookSecret> secrets;
  Statement row = database.query(
      "SELECT source, secret FROM webhook_secrets WHERE expires_ms IS NULL ORDER BY id");
  while (row.step()) secrets.push_back({row.text(0), row.text(1)});
  return secrets;
}

WebhookSecret rotate_webhook_secret(Database& database, std::string_view source, int64_t now_ms) {
  database.execute(
      "UPDATE webhook_secrets SET expires_ms = ? WHERE source = ? AND expires_ms IS NULL",
      now_ms + kOldSecretMs, source);
  WebhookSecret fresh{std::string(source), native::webhook_secret(random_bytes(kKeyBytes))};
  insert_secret(database, source, fresh.secret, now_ms);
  return fresh;
}

bool claim_delivery(Database& database, std::string_view source, std::string_view id,
                    int64_t now_ms) {
  database.execute("DELETE FROM webhook_deliveries WHERE received_ms < ?",
                   now_ms - kDeliveryMemoryMs);
  return database.execute(
             "INSERT INTO webhook_deliveries (source, id, received_ms) VALUES (?, ?, ?) "
             "ON CONFLICT DO NOTHING",
             source, id, now_ms) == 1;
}

}  // namespace postlude::server
