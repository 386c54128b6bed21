#include "demo/server/order_access.h"

#include <httplib.h>

#include <stdexcept>

#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/random_id.h"

namespace postlude::server {
namespace {

constexpr std::string_view kBearer = "Bearer ";
constexpr char kGenerationEnd = '.';  // in a token's id, between its generation and the rest

native::Verified<native::AccessClaims> verify(const App& app, std::string_view token) {
  native::TokenExpectations expected;
  expected.issuer = kIssuer;
  expected.shop = kAudience;
  expected.issued_ahead_leeway_s = kClockStepS;
  expected.mode = app.options.mode;
  return native::verify_access(token, app.keys, app.clock.now_ms() / 1000, expected);
}

int64_t link_generation(const App& app, std::string_view order_id) {
  DatabasePool::Lease database = app.databases.lease();
  Statement row = database->query("SELECT link_generation FROM orders WHERE id = ?", order_id);
  return row.step() ? row.integer(0) : 0;
}

bool is_revoked(const App& app, const native::AccessClaims& claims) {
  const size_t end = claims.token_id.find(kGenerationEnd);
  // Tokens from before there were generations are of the first.
  const std::string generation = end == std::string::npos ? "0" : claims.token_id.substr(0, end);
  return generation != std::to_string(link_generation(app, claims.order_id));
}

/// "http://127.0.0.1:8080" -> "127.0.0.1:8080"; "" for "null" and anything that is not an origin.
std::string_view host_of(std::string_view origin) {
  const size_t scheme = origin.find("://");
  return scheme == std::string_view::npos ? std::string_view() : origin.substr(scheme + 3);
}

}  // namespace

std::string issue_order_token(const App& app, std::string_view order_id, int64_t lifetime_s) {
  native::AccessClaims claims;
  claims.issuer = kIssuer;
  claims.mode = app.options.mode;
  claims.order_id = order_id;
  claims.shop = kAudience;
  claims.issued_at_s = app.clock.now_ms() / 1000;
  claims.expires_at_s = claims.issued_at_s + lifetime_s;
  claims.token_id = std::to_string(link_generation(app, order_id)) + kGenerationEnd + random_id("");
  const std::optional<std::string> token = native::sign_access(claims, app.keys);
  if (!token) throw std::runtime_error("an order token could not be signed");
  return *token;
}

std::string order_of_token(const App& app, std::string_view token) {
  if (token.empty()) throw Problem(ProblemCode::TokenMissing);
  const native::Verified<native::AccessClaims> verified = verify(app, token);
  if (verified.reason == native::TokenReason::Expired) throw Problem(ProblemCode::TokenExpired);
  if (!verified.claims) {
    throw Problem(ProblemCode::TokenInvalid,
                  std::string(native::token_reason_name(verified.reason)));
  }
  if (is_revoked(app, *verified.claims)) throw Problem(ProblemCode::TokenRevoked);
  return verified.claims->order_id;
}

std::string order_of_authorization(const App& app, std::string_view header) {
  if (!header.starts_with(kBearer)) throw Problem(ProblemCode::TokenMissing);
  return order_of_token(app, header.substr(kBearer.size()));
}

std::string order_of_request(const App& app, const httplib::Request& request) {
  return order_of_authorization(app, request.get_header_value("Authorization"));
}

std::string order_of_cookie(const App& app, const httplib::Request& request) {
  const std::string token = cookie_value(request, kOrderCookie);
  if (token.empty()) return {};
  const native::Verified<native::AccessClaims> verified = verify(app, token);
  const bool opens = verified.claims && !is_revoked(app, *verified.claims);
  return opens ? verified.claims->order_id : std::string();
}

std::optional<StoredOrder> order_of_visitor(const App& app, const httplib::Request& request) {
  const std::string order_id = order_of_cookie(app, request);
  if (order_id.empty()) return std::nullopt;
  return find_order(*app.databases.lease(), order_id);
}

void set_order_cookie(const App& app, httplib::Response& response, std::string_view order_id,
                      int64_t lifetime_s) {
  response.set_header(
      "Set-Cookie", std::string(kOrderCookie) + "=" + issue_order_token(app, order_id, lifetime_s) +
                        "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(lifetime_s));
}

void revoke_links(const App& app, std::string_view order_id) {
  app.databases.lease()->execute(
      "UPDATE orders SET link_generation = link_generation + 1 WHERE id = ?", order_id);
  app.news.publish(std::string(order_id));  // whoever listens with one of them is to stop
}

void require_same_site(const httplib::Request& request) {
  const std::string fetch_site = request.get_header_value("Sec-Fetch-Site");
  if (!fetch_site.empty()) {
    if (fetch_site == "same-origin" || fetch_site == "none") return;
    throw Problem(ProblemCode::CrossSite);
  }
  if (!request.has_header("Origin")) return;
  const std::string origin = request.get_header_value("Origin");
  if (host_of(origin).empty() || host_of(origin) != request.get_header_value("Host")) {
    throw Problem(ProblemCode::CrossSite);
  }
}

}  // namespace postlude::server
