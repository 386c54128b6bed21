#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

#include "demo/server/http_fwd.h"

namespace postlude::server {

/// Every way in which a request is refused, RFC 9457. `code` is stable; web/contract/problems.md
/// describes each.
#define POSTLUDE_PROBLEMS(X)                                                                      \
  X(BadRequest, 400, "bad_request", "The request cannot be read")                                 \
  X(IdempotencyKeyMissing, 400, "idempotency_key_missing",                                        \
    "The Idempotency-Key header is missing")                                                      \
  X(TokenMissing, 401, "token_missing", "The order token is missing")                             \
  X(TokenInvalid, 401, "token_invalid", "The order token is not valid")                           \
  X(TokenExpired, 401, "token_expired", "The order token has expired")                            \
  X(TokenRevoked, 401, "token_revoked", "The merchant has revoked this link")                     \
  X(CardDeclined, 402, "card_declined", "The card was declined")                                  \
  X(InsufficientFunds, 402, "insufficient_funds", "The card has insufficient funds")              \
  X(AuthenticationFailed, 402, "authentication_failed", "The payment was not confirmed")          \
  X(SignatureMissing, 400, "signature_missing", "The webhook is not signed")                      \
  X(SignatureExpired, 403, "signature_expired", "The webhook was signed too long ago")            \
  X(SignatureInvalid, 403, "signature_invalid", "The webhook's signature is not valid")           \
  X(CrossSite, 403, "cross_site", "Requests from other sites are refused")                        \
  X(NotFound, 404, "not_found", "There is nothing here")                                          \
  X(NoMatch, 404, "no_match", "Nothing matches what was said")                                    \
  X(MethodNotAllowed, 405, "method_not_allowed", "The method is not allowed here")                \
  X(InProgress, 409, "in_progress", "A request with this key is still being worked on")           \
  X(OutOfStock, 409, "out_of_stock", "The product is sold out")                                   \
  X(OrderReleased, 409, "order_released", "The order can no longer be changed")                   \
  X(OrderCancelled, 409, "order_cancelled", "The order was cancelled")                            \
  X(OfferWithdrawn, 409, "offer_withdrawn", "The offer no longer fits the order")                 \
  X(AlreadyAccepted, 409, "already_accepted", "The offer was accepted already")                   \
  X(AlreadySent, 409, "already_sent", "A review of this line was sent already")                   \
  X(OfferExpired, 410, "offer_expired", "The offer has expired")                                  \
  X(UndoOver, 410, "undo_over", "The time in which it could be undone is over")                   \
  X(TooLarge, 413, "too_large", "The request is too large")                                       \
  X(UnsupportedMediaType, 415, "unsupported_media_type", "The content type is not supported")     \
  X(KeyReused, 422, "idempotency_key_reused", "The Idempotency-Key was used for another request") \
  X(QuoteInvalid, 422, "quote_invalid", "The quote does not belong to this offer")                \
  X(ConsentNeeded, 422, "consent_needed", "The offer needs the shopper's consent to just that")   \
  X(Invalid, 422, "invalid", "A field of the request is not valid")                               \
  X(TooManyTries, 429, "too_many_tries", "Tried too often")                                       \
  X(Internal, 500, "internal", "Something went wrong here")                                       \
  X(Busy, 503, "busy", "Try again in a moment")                                                   \
  X(PaymentPending, 503, "payment_pending", "The payment is not decided yet")                     \
  X(GatewayDown, 503, "gateway_down", "The payment service cannot be reached")

enum class ProblemCode : uint8_t {
#define X(name, status, code, title) name,
  POSTLUDE_PROBLEMS(X)
#undef X
};

int problem_status(ProblemCode code);
std::string_view problem_name(ProblemCode code);
std::string_view problem_title(ProblemCode code);

/// One problem. Thrown by whatever refuses a request; `answer_with` turns it into the answer.
struct Problem : std::exception {
  explicit Problem(ProblemCode what_is_wrong, std::string about = {})
      : code(what_is_wrong), detail(std::move(about)) {}
  const char* what() const noexcept override { return problem_name(code).data(); }

  ProblemCode code;
  std::string detail;     // for a developer; never holds personal data or tokens
  std::string pointer;    // RFC 6901, into the request's JSON body
  std::string result;     // of accepting an offer: "declined", "out_of_stock" ...
  std::string offer_id;   // the same
  int retry_after_s = 0;  // 0: no Retry-After header
};

/// Refuses one member of a request: throws Problem (Invalid) with a pointer to it.
[[noreturn]] void refuse_field(std::string pointer, std::string detail);

/// Returns the problem that stands for what a route has thrown: itself, Busy for a database that
/// may soon be free again, else Internal. The last two are told in the log under the route's name.
Problem problem_of(const std::exception& error, std::string_view route);

/// Returns the body as problem+json.
std::string problem_json(const Problem& problem);

/// Tells the client when to come again, where the problem says so.
void set_retry_after(httplib::Response& response, const Problem& problem);

/// Answers with the problem.
void send_problem(httplib::Response& response, const Problem& problem);

}  // namespace postlude::server
