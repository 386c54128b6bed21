#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"
#include "demo/server/idempotency_repository.h"

namespace postlude::server {

/// Throws Problem for a key that is missing or not 1 to 255 visible ASCII characters.
void require_idempotency_key(std::string_view key);

/// A request that does its work once, in one transaction, under the client's key.
struct KeyedRequest {
  std::string_view order_id;
  std::string_view key;          // "" when none was sent
  std::string_view fingerprint;  // of its content: the same key with another one is refused
};

/// Returns what `write` answers, kept under the key, or the answer kept before, which is then on
/// the disk. Throws Problem for a key that is missing, malformed, used for something else or still
/// being worked on, and what `write` throws; then nothing is kept.
StoredAnswer answer_once(App& app, const KeyedRequest& request,
                         const std::function<StoredAnswer(Database&)>& write);

/// Sends an answer, and says when it is one given before.
void send_answer(httplib::Response& response, const StoredAnswer& answer);

}  // namespace postlude::server
