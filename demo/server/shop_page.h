#pragma once

#include <httplib.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "demo/server/app.h"
#include "demo/server/checkout.h"
#include "demo/server/lookup_words.h"
#include "demo/server/shop_format.h"
#include "demo/server/shop_stories.h"
#include "demo/server/shop_template.h"

namespace postlude::server {

/// Where the shop stands and most of its shoppers live.
inline constexpr std::string_view kHomeCountry = "DE";

/// "yes" where the shopper allows the shop to count what the widgets do; off until then.
inline constexpr std::string_view kStatisticsCookie = "ostwind_statistics";

/// What every page of the shop needs; read once, lives as long as the server.
struct ShopSite {
  /// Reads the store's templates, stories and words. Throws std::runtime_error when they are not
  /// there.
  explicit ShopSite(App& the_app);

  App& app;
  const ShopTemplates templates;
  const ProductStories stories;
  const ShopFormat format;
  const LookupWordsByTag lookup_words;
};

enum class Frame : uint8_t { Shop, Merchant };
enum class Widgets : uint8_t { None, Some };

/// One page to send.
struct ShopPage {
  std::string template_name;
  std::string title;
  std::string description;
  PageValues values;
  int status = 200;
  Frame frame = Frame::Shop;
  Widgets widgets = Widgets::None;  // on the page: their style sheet is asked for early
  std::string current = {};  // "cart", "order", "merchant" ...: the link that this page is behind
  /// The page's own language; null for the shop's, in which the frame always stays.
  std::shared_ptr<const native::Words> language = nullptr;
};

/// Sends the page in the shop's frame under a content security policy with a nonce of its own; the
/// page's values get that "nonce" too.
void send_page(const ShopSite& site, const httplib::Request& request, httplib::Response& response,
               ShopPage page);

/// Sends the friendly page for an HTTP error status.
void send_error_page(const ShopSite& site, const httplib::Request& request,
                     httplib::Response& response, int status);

using PageHandler = std::function<void(const httplib::Request&, httplib::Response&)>;

/// Wraps a handler of a page: what it throws becomes a friendly page with the right status.
httplib::Server::Handler page_route(const ShopSite& site, std::string name, PageHandler handler);
/// The same for a form that changes something: other sites are refused.
httplib::Server::Handler form_route(const ShopSite& site, std::string name, PageHandler handler);

/// Returns the cart that the shopper's cookie holds.
std::vector<CartLine> cart_of_request(const httplib::Request& request);
/// Remembers the cart; an empty one forgets it.
void set_cart_cookie(httplib::Response& response, const std::vector<CartLine>& cart);

/// Sets an HttpOnly cookie for this site; a `max_age_s` of 0 removes it.
void set_shop_cookie(httplib::Response& response, std::string_view name, std::string_view value,
                     int64_t max_age_s);

/// True for a plain path of the shop's own, such as "/product/huila-filter".
bool safe_path(std::string_view path);

/// A form's field without blanks around it; "" when it was not sent.
std::string form_text(const httplib::Request& request, const char* name);
/// A form's whole number, or `otherwise` when it is none.
int64_t form_number(const httplib::Request& request, const char* name, int64_t otherwise);

}  // namespace postlude::server
