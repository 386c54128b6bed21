#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "demo/server/catalogue_repository.h"
#include "demo/server/currencies.h"
#include "demo/server/http_answer.h"
#include "demo/server/order_access.h"
#include "demo/server/random_id.h"
#include "demo/server/shop_cart.h"
#include "demo/server/shop_checkout_form.h"
#include "demo/server/shop_page.h"
#include "demo/server/shop_sections.h"
#include "demo/server/shop_views.h"

namespace postlude::server {
namespace {

constexpr size_t kRememberedForms = 4096;
constexpr size_t kFormIdLength = 32;
constexpr std::string_view kAbroad = "AT";  // every other country we ship to costs the same
constexpr int kUnprocessable = 422;

/// The forms that are being worked on. Each is held by one request at a time, so that the second
/// sending of an impatient click waits for the first and finds its order.
class SentForms {
 public:
  std::shared_ptr<std::mutex> find(const std::string& form_id) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (forms_.size() >= kRememberedForms) {
      std::erase_if(forms_, [](const auto& form) { return form.second.use_count() == 1; });
    }
    std::shared_ptr<std::mutex>& form = forms_[form_id];
    if (!form) form = std::make_shared<std::mutex>();
    return form;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<std::mutex>> forms_;
};

/// Returns the id of the form that is sent, "" when it is none of ours.
std::string form_id_of(const httplib::Request& request) {
  std::string form_id = form_text(request, "checkout");
  if (form_id.size() != kFormIdLength) form_id.clear();
  return form_id;
}

bool is_pending(const CheckoutResult& result) {
  return std::any_of(result.errors.begin(), result.errors.end(),
                     [](const FieldError& error) { return error.code == "payment_pending"; });
}

/// The rate of the form's currency; of one that the shop does not take, its own.
const base::ExchangeRate& rate_of(const ShopSite& site, const CheckoutForm& form) {
  const std::vector<base::ExchangeRate>& rates = site.app.shop.rates;
  const base::ExchangeRate* found = find_rate(rates, form.currency);
  return found == nullptr ? rates.front() : *found;
}

/// The other currencies to pay in, each with what it would cost.
PageValues::List other_currencies(const ShopSite& site, Database& database,
                                  const CheckoutForm& form, const base::ExchangeRate& chosen) {
  PageValues::List others;
  for (const base::ExchangeRate& rate : site.app.shop.rates) {
    if (rate == chosen) continue;
    const CartTotals totals = price_cart(database, form.lines, rate, form.country);
    others.emplace_back();
    others.back()
        .text("code", std::string(rate.to.text()))
        .text("total", site.format.money(base::Money{totals.total_minor, totals.currency}));
  }
  return others;
}

void show_checkout(const ShopSite& site, const httplib::Request& request,
                   httplib::Response& response, const CheckoutForm& form,
                   const CheckoutResult& result) {
  DatabasePool::Lease database = site.app.databases.lease();
  const std::vector<CatalogueItem> catalogue = list_catalogue(*database);
  const base::ExchangeRate& rate = rate_of(site, form);
  const CartTotals totals = price_cart(*database, form.lines, rate, form.country);
  const bool shipped = cart_ships(form.lines, catalogue);
  PageValues values = checkout_form_values(form, result.errors);
  const ShippingTerms home = shipping_terms(kHomeCountry);
  const ShippingTerms abroad = shipping_terms(kAbroad);
  // What became of a payment is asked by the form that paid; anything else is a new attempt.
  values.text("checkout_id", is_pending(result) ? form.id : random_id(""))
      .number("shown_total", totals.total_minor)
      .text("currency", std::string(rate.to.text()))
      .text("rate", rate.converts() ? rate_text(rate) : "")
      .flag("has_other_currencies", site.app.shop.rates.size() > 1)
      .list("other_currencies", other_currencies(site, *database, form, rate))
      .text("shipping_home", site.format.money(at_rate(home.price_minor, rate)))
      .text("free_from_home", site.format.money(home.free_from_minor))
      .text("shipping_abroad", site.format.money(at_rate(abroad.price_minor, rate)))
      .text("free_from_abroad", site.format.money(abroad.free_from_minor))
      .flag("needs_address", shipped)
      .list("lines", cart_line_values(site, form.lines, catalogue, rate))
      .list("totals", cart_total_values(site, totals, shipped))
      .text("total", site.format.money(base::Money{totals.total_minor, totals.currency}));
  send_page(site, request, response,
            {.template_name = "checkout",
             .title = result.errors.empty() ? "Checkout" : "Checkout: please look again",
             .description = "Address and payment.",
             .values = std::move(values),
             .status = result.errors.empty() ? 200 : kUnprocessable});
}

std::vector<CartLine> fitting_cart(const ShopSite& site, const httplib::Request& request) {
  std::vector<CartLine> cart = cart_of_request(request);
  fit_cart(cart, list_catalogue(*site.app.databases.lease()));
  return cart;
}

void open_checkout(const ShopSite& site, const httplib::Request& request,
                   httplib::Response& response) {
  CheckoutForm form;
  form.lines = fitting_cart(site, request);
  form.country = kHomeCountry;
  if (form.lines.empty()) return see_other(response, "/cart");
  show_checkout(site, request, response, form, {});
}

int64_t total_of(const ShopSite& site, const CheckoutForm& form) {
  return price_cart(*site.app.databases.lease(), form.lines, rate_of(site, form), form.country)
      .total_minor;
}

void thank(const ShopSite& site, httplib::Response& response, const std::string& order_id) {
  set_order_cookie(site.app, response, order_id);
  set_cart_cookie(response, {});
  see_other(response, "/thank-you");
}

void send_checkout(const ShopSite& site, SentForms& forms, const httplib::Request& request,
                   httplib::Response& response) {
  const std::string form_id = form_id_of(request);
  const std::shared_ptr<std::mutex> sent =
      form_id.empty() ? std::make_shared<std::mutex>() : forms.find(form_id);
  const std::lock_guard<std::mutex> lock(*sent);
  CheckoutForm form = read_checkout_form(request, fitting_cart(site, request));
  form.id = form_id;
  if (const auto resumed = resume_checkout(site.app, form_id)) {
    if (resumed->long_ago) return see_other(response, "/lookup");
    if (!resumed->order_id.empty()) return thank(site, response, resumed->order_id);
    return show_checkout(site, request, response, form, *resumed);
  }
  if (form.lines.empty()) return see_other(response, "/cart");
  const std::string other_currency = form_text(request, "show_in");
  if (!other_currency.empty()) {
    form.currency = other_currency;
    return show_checkout(site, request, response, form, {});
  }
  // Another country can cost more. Nothing is charged that was not on the screen.
  if (form_number(request, "shown_total", -1) != total_of(site, form)) {
    return show_checkout(site, request, response, form, {"", {{"total", "total_changed"}}});
  }
  const CheckoutResult result = check_out(site.app, form);
  if (result.order_id.empty()) return show_checkout(site, request, response, form, result);
  thank(site, response, result.order_id);
}

}  // namespace

void register_checkout_routes(httplib::Server& server, const ShopSite& site) {
  server.Get("/checkout",
             page_route(site, "shop checkout", [&site](const auto& request, auto& response) {
               open_checkout(site, request, response);
             }));
  const auto forms = std::make_shared<SentForms>();
  server.Post("/checkout", form_route(site, "shop checkout",
                                      [&site, forms](const auto& request, auto& response) {
                                        send_checkout(site, *forms, request, response);
                                      }));
}

}  // namespace postlude::server
