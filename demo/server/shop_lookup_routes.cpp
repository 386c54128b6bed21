#include <stdexcept>
#include <utility>

#include "bindings/native/render_widgets.h"
#include "core/base/json_writer.h"
#include "core/tracking/normalise.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/look_up.h"
#include "demo/server/order_access.h"
#include "demo/server/order_repository.h"
#include "demo/server/shop_page.h"
#include "demo/server/shop_sections.h"

namespace postlude::server {
namespace {

constexpr const char* kStyleSheet = "/postlude/postlude.css";
constexpr const char* kParcelForm = "parcel";
constexpr int kSecondsAMinute = 60;

/// What went wrong with one of the page's two forms.
struct FormError {
  std::string form;   // "order" or "parcel"
  std::string field;  // the first that is to be looked at
  std::string text;
  int status = 200;
  int retry_after_s = 0;
};

std::string number_field(const std::string& form) {
  return form == kParcelForm ? "tracking_number" : "order_number";
}

std::string minutes_words(int seconds) {
  const int minutes = (seconds + kSecondsAMinute - 1) / kSecondsAMinute;
  return minutes == 1 ? "a minute" : std::to_string(minutes) + " minutes";
}

FormError error_of(const Problem& problem, const std::string& form) {
  FormError error{
      form, number_field(form), {}, problem_status(problem.code), problem.retry_after_s};
  if (problem.code == ProblemCode::TooManyTries) {
    error.text = "That was tried too often. For the safety of all orders please wait " +
                 minutes_words(problem.retry_after_s) + ".";
  } else if (problem.code == ProblemCode::NoMatch) {
    error.text = form == kParcelForm
                     ? "We have no parcel with this number."
                     : "We find no order with this number and this e-mail address, postcode or "
                       "phone number. Please check both.";
  } else if (problem.code == ProblemCode::Invalid) {
    if (problem.pointer == "/contact") error.field = "contact";
    error.text = error.field == "contact"
                     ? "Please enter the e-mail address, postcode or phone number of the order."
                     : "Please enter the number.";
  } else {
    throw problem;
  }
  return error;
}

void show_form(const ShopSite& site, const httplib::Request& request, httplib::Response& response,
               const FormError& error) {
  PageValues values;
  const auto of = [&](const char* form) { return error.form == form ? error.text : ""; };
  values.text("order_error", of("order"))
      .text("parcel_error", of(kParcelForm))
      .flag("order_number_wrong", error.field == "order_number")
      .flag("contact_wrong", error.field == "contact")
      .flag("tracking_number_wrong", error.field == "tracking_number");
  if (error.retry_after_s > 0) {
    response.set_header("Retry-After", std::to_string(error.retry_after_s));
  }
  send_page(site, request, response,
            {.template_name = "lookup",
             .title = error.text.empty() ? "Find your order" : "Find your order: please look again",
             .description = "Follow an order or a parcel.",
             .values = std::move(values),
             .status = error.status,
             .current = "lookup"});
}

/// The tracking widget of one parcel, of no order, as markup that needs no script.
std::string parcel_markup(const ShopSite& site, const tracking::Shipment& shipment) {
  const App& app = site.app;
  const std::string list = tracking::write_shipments({shipment});
  const size_t start = list.find('[');
  base::JsonWriter out;
  out.begin_object().member("version", 1).member("now_ms", app.clock.now_ms()).key("config");
  out.begin_object()
      .member("locale", app.shop.locale)
      .member("zone_offset_minutes", kShopOffsetMinutes)
      .end_object();
  out.key("shipments").raw(list.substr(start, list.size() - start - 1)).end_object();
  native::ServerPage page;
  const std::string document = out.take();
  page.document = document;
  page.placed = {WidgetKind::Tracking};
  page.now_ms = app.clock.now_ms();
  const auto rendered =
      native::render_widgets(page, app.locales.pick({app.shop.locale}), {"", "", kStyleSheet}, {});
  if (!rendered) throw std::runtime_error("the parcel's page document is not one");
  return rendered.value().front().html;
}

void find_parcel_page(const ShopSite& site, const httplib::Request& request,
                      httplib::Response& response) {
  const tracking::Shipment shipment = look_up_parcel(
      site.app, form_text(request, "tracking_number"), client_address(site.app, request));
  PageValues values;
  values.text("tracking_number", shipment.tracking_number)
      .text("parcel", parcel_markup(site, shipment));
  send_page(site, request, response,
            {.template_name = "parcel",
             .title = "Your parcel",
             .description = "Follow a parcel.",
             .values = std::move(values),
             .widgets = Widgets::Some});
}

void find_order_page(const ShopSite& site, const httplib::Request& request,
                     httplib::Response& response) {
  const std::string order_id =
      look_up_order(site.app, {form_text(request, "order_number"), form_text(request, "contact"),
                               client_address(site.app, request)});
  set_order_cookie(site.app, response, order_id, kLookupTokenLifetimeS);
  see_other(response, "/order");
}

void look_up(const ShopSite& site, const httplib::Request& request, httplib::Response& response) {
  const std::string form = form_text(request, "form") == kParcelForm ? kParcelForm : "order";
  try {
    if (form == kParcelForm) return find_parcel_page(site, request, response);
    find_order_page(site, request, response);
  } catch (const Problem& problem) {
    show_form(site, request, response, error_of(problem, form));
  }
}

}  // namespace

void register_shop_lookup_routes(httplib::Server& server, const ShopSite& site) {
  server.Get("/lookup",
             page_route(site, "shop lookup", [&site](const auto& request, auto& response) {
               show_form(site, request, response, {});
             }));
  server.Post("/lookup",
              form_route(site, "shop lookup", [&site](const auto& request, auto& response) {
                look_up(site, request, response);
              }));
}

}  // namespace postlude::server
