#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"
#include "demo/server/order_repository.h"

namespace postlude::server {

/// The cookie in which the shop's pages remember the shopper's order: HttpOnly, never in a URL.
inline constexpr std::string_view kOrderCookie = "postlude_order";

inline constexpr int64_t kPageTokenLifetimeS = 30LL * 24 * 3600;  // in a page, for its own requests
inline constexpr int64_t kCookieTokenLifetimeS = 180LL * 24 * 3600;  // in the cookie

/// Returns a token that gives access to this one order and expires.
std::string issue_order_token(const App& app, std::string_view order_id,
                              int64_t lifetime_s = kPageTokenLifetimeS);

/// Returns the order a token gives access to. Throws Problem (TokenMissing, TokenInvalid,
/// TokenExpired, TokenRevoked).
std::string order_of_token(const App& app, std::string_view token);

/// The same from the value of an Authorization header ("Bearer ...").
std::string order_of_authorization(const App& app, std::string_view header);

/// The same from that header of a request.
std::string order_of_request(const App& app, const httplib::Request& request);

/// The same from the shop's cookie, without a throw; "" when there is no valid one.
std::string order_of_cookie(const App& app, const httplib::Request& request);

/// Returns the order that the shop's cookie opens to this visitor; nothing without a valid one.
std::optional<StoredOrder> order_of_visitor(const App& app, const httplib::Request& request);

/// Sets the cookie for an order just made or looked up by its owner.
void set_order_cookie(const App& app, httplib::Response& response, std::string_view order_id,
                      int64_t lifetime_s = kCookieTokenLifetimeS);

/// Makes every token and cookie issued so far for this order worthless.
void revoke_links(const App& app, std::string_view order_id);

/// Refuses a state-changing request that another site sent: throws Problem (CrossSite) when
/// Sec-Fetch-Site or Origin tells so. Tools that send neither pass; they need the token anyway.
void require_same_site(const httplib::Request& request);

}  // namespace postlude::server
