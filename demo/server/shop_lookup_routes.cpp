#include <spdlog/spdlog.h>

#include <utility>

#include "bindings/native/render_widgets.h"
#include "core/base/json_writer.h"
#include "core/tracking/normalise.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/look_up.h"
#include "demo/server/order_access.h"
#include "demo/server/order_repository.h"
#include "demo/server/page_language.h"
#include "demo/server/shop_page.h"
#include "demo/server/shop_sections.h"

namespace postlude::server {
namespace {

constexpr const char* kStyleSheet = "/postlude/postlude.css";
constexpr const char* kParcelForm = "parcel";
constexpr int kSecondsAMinute = 60;

/// One request for the page, and the language it is answered in.
struct Visit {
  const ShopSite& site;
  const httplib::Request& request;
  httplib::Response& response;
  PageLanguage language;
  const LookupWords& words;
};

Visit visit_of(const ShopSite& site, const httplib::Request& request, httplib::Response& response) {
  const std::string chosen = form_text(request, "lang");
  const std::string header = request.get_header_value("Accept-Language");
  PageLanguage language = choose_language(site.app.locales, {chosen, header}, site.app.shop.locale);
  const LookupWords& words = site.lookup_words.at(language.language.words->tag);
  return {site, request, response, std::move(language), words};
}

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

FormError error_of(const Problem& problem, const std::string& form, const LookupWords& words) {
  FormError error{
      form, number_field(form), {}, problem_status(problem.code), problem.retry_after_s};
  if (problem.code == ProblemCode::TooManyTries) {
    error.text =
        words.text("too_often", (problem.retry_after_s + kSecondsAMinute - 1) / kSecondsAMinute);
  } else if (problem.code == ProblemCode::NoMatch) {
    error.text = words.text(form == kParcelForm ? "no_parcel" : "no_order");
  } else if (problem.code == ProblemCode::Invalid) {
    if (problem.pointer == "/contact") error.field = "contact";
    error.text = words.text(error.field == "contact" ? "no_contact" : "no_number");
  } else {
    throw problem;
  }
  return error;
}

/// The links to the page in every language, each in its own words.
PageValues::List language_links(const Visit& visit) {
  PageValues::List links;
  for (const auto& language : visit.site.app.locales.all()) {
    const LookupWords& words = visit.site.lookup_words.at(language->tag);
    PageValues link;
    link.text("tag", language->tag)
        .text("name", words.text("language"))
        .text("direction", std::string(native::direction_name(language->direction)))
        .flag("current", language == visit.language.language.words);
    links.push_back(std::move(link));
  }
  return links;
}

void send(const Visit& visit, ShopPage page) {
  visit.response.set_header("Vary", "Accept-Language");
  visit.response.set_header("Content-Language", visit.language.language.words->tag);
  page.language = visit.language.language.words;
  send_page(visit.site, visit.request, visit.response, std::move(page));
}

PageValues page_values(const Visit& visit) {
  PageValues values = visit.words.values();
  values.text("chosen", visit.language.chosen ? visit.language.language.words->tag : "");
  return values;
}

void show_form(const Visit& visit, const FormError& error) {
  PageValues values = page_values(visit);
  const auto of = [&](const char* form) { return error.form == form ? error.text : ""; };
  values.text("order_error", of("order"))
      .text("parcel_error", of(kParcelForm))
      .flag("order_number_wrong", error.field == "order_number")
      .flag("contact_wrong", error.field == "contact")
      .flag("tracking_number_wrong", error.field == "tracking_number")
      .list("links", language_links(visit));
  if (error.retry_after_s > 0) {
    visit.response.set_header("Retry-After", std::to_string(error.retry_after_s));
  }
  send(visit, {.template_name = "lookup",
               .title = visit.words.text(error.text.empty() ? "title" : "title_error"),
               .description = visit.words.text("description"),
               .values = std::move(values),
               .status = error.status,
               .current = "lookup"});
}

/// Where the carrier itself tells of the parcel, for when the widget cannot; in no language, since
/// its words are a name or the number.
std::string carrier_link(const tracking::Shipment& shipment) {
  if (shipment.tracking_url.empty()) return {};
  const std::string& name =
      shipment.carrier_name.empty() ? shipment.tracking_number : shipment.carrier_name;
  return "<p><a href=\"" + html_escape(shipment.tracking_url.text()) + "\"><bdi>" +
         html_escape(name) + "</bdi></a></p>";
}

/// The tracking widget of one parcel, of no order, as markup that needs no script. What cannot be
/// drawn is told in the log: the page is the shop's and is shown with the carrier's own instead.
std::string parcel_markup(const App& app, const native::Language& language,
                          const tracking::Shipment& shipment) {
  const std::string list = tracking::write_shipments({shipment});
  const size_t start = list.find('[');
  base::JsonWriter out;
  out.begin_object().member("version", 1).member("now_ms", app.clock.now_ms()).key("config");
  out.begin_object()
      .member("locale", language.locale)
      .member("zone_offset_minutes", kShopOffsetMinutes)
      .end_object();
  out.key("shipments").raw(list.substr(start, list.size() - start - 1)).end_object();
  native::ServerPage page;
  const std::string document = out.take();
  page.document = document;
  page.placed = {WidgetKind::Tracking};
  page.now_ms = app.clock.now_ms();
  const auto rendered = native::render_widgets(page, language, {"", "", kStyleSheet}, {});
  if (rendered) return rendered.value().front().html;
  spdlog::error("the parcel's page document is not one: {} at {}",
                base::error_name(rendered.error().code), rendered.error().pointer);
  return "<postlude-tracking>" + carrier_link(shipment) + "</postlude-tracking>";
}

void find_parcel_page(const Visit& visit) {
  const tracking::Shipment shipment =
      look_up_parcel(visit.site.app, form_text(visit.request, "tracking_number"),
                     client_address(visit.site.app, visit.request));
  PageValues values = page_values(visit);
  values.text("number", shipment.tracking_number)
      .text("parcel", parcel_markup(visit.site.app, visit.language.language, shipment));
  send(visit, {.template_name = "parcel",
               .title = visit.words.text("your_parcel"),
               .description = visit.words.text("description"),
               .values = std::move(values),
               .widgets = Widgets::Some});
}

void find_order_page(const Visit& visit) {
  const std::string order_id =
      look_up_order(visit.site.app,
                    {form_text(visit.request, "order_number"), form_text(visit.request, "contact"),
                     client_address(visit.site.app, visit.request)});
  set_order_cookie(visit.site.app, visit.response, order_id, kLookupTokenLifetimeS);
  see_other(visit.response, "/order");
}

void look_up(const Visit& visit) {
  const std::string form = form_text(visit.request, "form") == kParcelForm ? kParcelForm : "order";
  try {
    if (form == kParcelForm) return find_parcel_page(visit);
    find_order_page(visit);
  } catch (const Problem& problem) {
    show_form(visit, error_of(problem, form, visit.words));
  }
}

}  // namespace

void register_shop_lookup_routes(httplib::Server& server, const ShopSite& site) {
  server.Get("/lookup",
             page_route(site, "shop lookup", [&site](const auto& request, auto& response) {
               show_form(visit_of(site, request, response), {});
             }));
  server.Post("/lookup",
              form_route(site, "shop lookup", [&site](const auto& request, auto& response) {
                look_up(visit_of(site, request, response));
              }));
}

}  // namespace postlude::server
