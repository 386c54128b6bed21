#include "demo/server/shop_page.h"

#include <spdlog/spdlog.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/http_server.h"
#include "demo/server/order_access.h"
#include "demo/server/random_id.h"
#include "demo/server/shop_cart.h"

namespace postlude::server {
namespace {

constexpr int64_t kCartLifetimeS = 14LL * 24 * 3600;

struct ErrorWords {
  int status;
  std::string_view image;
  std::string_view heading;
  std::string_view text;
};

constexpr ErrorWords kErrorWords[] = {
    {404, "/store/img/paper-filters.svg", "This shelf is empty",
     "There is nothing at this address. It may have been drunk already."},
    {401, "/store/img/stoneware-cups.svg", "This page was open for too long",
     "It cannot open your order any more, so we did nothing. Your order number and your e-mail "
     "address find it again."},
    {409, "/store/img/hand-grinder.svg", "Something is ahead of you",
     "That is being worked on, or has changed since. Please open the page again to see how it "
     "stands. Nothing is paid twice."},
    {403, "/store/img/storage-tin.svg", "That did not come from here",
     "For your safety we only take forms from our own pages. Please go back and try once more."},
    {503, "/store/img/gooseneck-kettle.svg", "One moment, the kettle is on",
     "The shop is busy right now. Please send the same page again in a few seconds: nothing is "
     "paid twice."},
    {400, "/store/img/glass-server.svg", "We did not understand that",
     "The request was not complete, so we did nothing with it."},
    {500, "/store/img/french-press.svg", "Something went wrong here",
     "It is our fault and we have made a note of it. Nothing is paid twice when you try again."},
};

const ErrorWords& error_words(int status) {
  for (const ErrorWords& row : kErrorWords) {
    if (row.status == status) return row;
  }
  return kErrorWords[status < 500 ? 3 : 4];
}

std::string read_catalogue(const std::string& store_dir) {
  const std::string path = store_dir + "/catalogue.json";
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string page_policy(const App& app, const std::string& nonce) {
  return "default-src 'self'; script-src 'nonce-" + nonce + "' 'strict-dynamic'" +
         (app.options.csp == "no-wasm" ? "" : " 'wasm-unsafe-eval'") +
         "; style-src 'self' 'nonce-" + nonce +
         "'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
         "frame-ancestors 'none'; require-trusted-types-for 'script'";
}

PageValues frame_values(const ShopSite& site, const httplib::Request& request,
                        const ShopPage& page) {
  const ShippingTerms at_home = shipping_terms(kHomeCountry);
  const int64_t in_cart = cart_count(cart_of_request(request));
  const std::string& shop_locale = site.app.shop.locale;
  const bool translated =
      page.language != nullptr && page.language != site.app.locales.pick({shop_locale}).words;
  PageValues values;
  values.text("lang", translated ? page.language->tag : shop_locale)
      .text("dir", translated ? std::string(native::direction_name(page.language->direction)) : "")
      .text("frame_lang", translated ? shop_locale : "")
      .text("shop_name", site.app.shop.name)
      .text("title", page.title)
      .text("description", page.description)
      .text("free_shipping_from", site.format.money(at_home.free_from_minor))
      .text("shipping_price", site.format.money(at_home.price_minor))
      .flag("merchant", page.frame == Frame::Merchant)
      .flag("has_order", !order_of_cookie(site.app, request).empty())
      .text("path", safe_path(request.path) ? request.path : "/")
      .flag("statistics", cookie_value(request, kStatisticsCookie) == "yes")
      .flag("widgets", page.widgets == Widgets::Some)
      .flag("at_cart", page.current == "cart")
      .flag("at_order", page.current == "order")
      .flag("at_lookup", page.current == "lookup")
      .flag("at_merchant", page.current == "merchant")
      .flag("at_merchant_offers", page.current == "merchant_offers")
      .flag("at_merchant_records", page.current == "merchant_records")
      .text("cart_count", in_cart == 0 ? "" : std::to_string(in_cart))
      .text("cart_noun", in_cart == 1 ? "item" : "items");
  return values;
}

}  // namespace

ShopSite::ShopSite(App& the_app)
    : app(the_app),
      templates(the_app.options.store_dir + "/templates"),
      stories(read_stories(read_catalogue(the_app.options.store_dir))),
      format(the_app.shop.locale, the_app.shop.currency),
      lookup_words(read_lookup_words(the_app.options.store_dir + "/words", the_app.locales)) {}

void send_page(const ShopSite& site, const httplib::Request& request, httplib::Response& response,
               ShopPage page) {
  const std::string nonce = random_id("");
  page.values.text("nonce", nonce).text("shop_name", site.app.shop.name);
  PageValues frame = frame_values(site, request, page);
  frame.text("nonce", nonce).text("body", site.templates.render(page.template_name, page.values));
  response.set_header("Content-Security-Policy", page_policy(site.app, nonce));
  send_html(response, site.templates.render("layout", frame), page.status);
}

void send_error_page(const ShopSite& site, const httplib::Request& request,
                     httplib::Response& response, int status) {
  const ErrorWords& words = error_words(status);
  PageValues values;
  values.text("image", std::string(words.image))
      .text("heading", std::string(words.heading))
      .text("text", std::string(words.text))
      .text("link", "/")
      .text("link_text", "Back to the shop");
  send_page(site, request, response,
            {.template_name = "message",
             .title = std::string(words.heading),
             .description = std::string(words.text),
             .values = std::move(values),
             .status = status});
}

httplib::Server::Handler page_route(const ShopSite& site, std::string name, PageHandler handler) {
  const auto guarded = [&site, name, handler = std::move(handler)](const httplib::Request& request,
                                                                   httplib::Response& response) {
    int status = 500;
    try {
      return handler(request, response);
    } catch (const Problem& problem) {
      status = problem_status(problem.code);
    } catch (const DatabaseError& error) {
      spdlog::error("{}: {}", name, error.what());
      status = error.passing() ? 503 : 500;
    } catch (const std::exception& error) {
      spdlog::error("{}: {}", name, error.what());
    }
    send_error_page(site, request, response, status);
  };
  return named_route(std::move(name), guarded);
}

httplib::Server::Handler form_route(const ShopSite& site, std::string name, PageHandler handler) {
  return page_route(site, std::move(name),
                    [&site, handler = std::move(handler)](const httplib::Request& request,
                                                          httplib::Response& response) {
                      require_same_site(request);
                      std::optional<RequestFaults> faults;
                      if (site.app.options.request_faults) {
                        faults.emplace(request.get_header_value(RequestFaults::kHeader));
                      }
                      handler(request, response);
                    });
}

std::vector<CartLine> cart_of_request(const httplib::Request& request) {
  return parse_cart(cookie_value(request, kCartCookie));
}

void set_cart_cookie(httplib::Response& response, const std::vector<CartLine>& cart) {
  set_shop_cookie(response, kCartCookie, write_cart(cart), cart.empty() ? 0 : kCartLifetimeS);
}

void set_shop_cookie(httplib::Response& response, std::string_view name, std::string_view value,
                     int64_t max_age_s) {
  response.set_header("Set-Cookie",
                      std::string(name) + '=' + std::string(value) +
                          "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(max_age_s));
}

bool safe_path(std::string_view path) {
  constexpr std::string_view kCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-_/";
  return path.starts_with('/') && path.find("//") == std::string_view::npos &&
         path.find_first_not_of(kCharacters) == std::string_view::npos;
}

std::string form_text(const httplib::Request& request, const char* name) {
  const std::string text = request.get_param_value(name);
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

int64_t form_number(const httplib::Request& request, const char* name, int64_t otherwise) {
  const std::string text = form_text(request, name);
  int64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && stop == text.data() + text.size() ? number : otherwise;
}

}  // namespace postlude::server
