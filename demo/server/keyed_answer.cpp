#include "demo/server/keyed_answer.h"

#include <httplib.h>

#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"

namespace postlude::server {
namespace {

/// The answer written now, or the one kept before.
StoredAnswer write_or_find(const App& app, Database& database, const KeyedRequest& request,
                           const std::function<StoredAnswer(Database&)>& write) {
  Transaction transaction(database);
  const KeyClaim claim =
      claim_key(database, request.order_id, request.key, request.fingerprint, app.clock.now_ms());
  if (claim.state == KeyState::Reused) throw Problem(ProblemCode::KeyReused);
  if (claim.state == KeyState::InProgress) throw Problem(ProblemCode::InProgress);
  if (claim.state == KeyState::Done) return claim.answer;
  const StoredAnswer answer = write(database);
  keep_answer(database, request.order_id, request.key, answer);
  transaction.commit();
  return answer;
}

}  // namespace

void require_idempotency_key(std::string_view key) {
  if (key.empty()) throw Problem(ProblemCode::IdempotencyKeyMissing);
  if (!is_idempotency_key(key)) {
    throw Problem(ProblemCode::BadRequest, "Idempotency-Key: 1 to 255 visible ASCII characters");
  }
}

StoredAnswer answer_once(App& app, const KeyedRequest& request,
                         const std::function<StoredAnswer(Database&)>& write) {
  require_idempotency_key(request.key);
  DatabasePool::Lease database = app.databases.lease();
  StoredAnswer answer = write_or_find(app, *database, request, write);
  if (answer.replayed) database->confirm_read();
  return answer;
}

void send_answer(httplib::Response& response, const StoredAnswer& answer) {
  response.status = answer.status;
  response.set_header("Cache-Control", "no-store");
  if (answer.replayed) response.set_header("Idempotency-Replayed", "true");
  send_body(response, answer.body, answer.content_type);
}

}  // namespace postlude::server
