#include "demo/server/widgets.h"

#include <spdlog/spdlog.h>

#include <stdexcept>

#include "bindings/native/render_widgets.h"
#include "core/widget_kind.h"
#include "demo/server/order_access.h"
#include "demo/server/order_page.h"

namespace postlude::server {
namespace {

constexpr const char* kStyleSheet = "/postlude/postlude.css";

WidgetKind kind_of(std::string_view name) {
  for (int kind = 0; kind < kWidgetKinds; ++kind) {
    if (kWidgetNames[kind] == name) return static_cast<WidgetKind>(kind);
  }
  throw std::invalid_argument("not a widget: " + std::string(name));
}

}  // namespace

PageWidgets render_page_widgets(App& app, std::string_view order_id,
                                const std::vector<std::string>& kinds, std::string_view return_to) {
  return render_document(app, page_document(app, order_id).json, order_id, kinds, return_to);
}

PageWidgets render_document(const App& app, const std::string& document, std::string_view order_id,
                            const std::vector<std::string>& kinds, std::string_view return_to) {
  native::ServerPage page;
  page.document = document;
  for (const std::string& name : kinds) page.placed.push_back(kind_of(name));
  page.forms = {issue_order_token(app, order_id), std::string(return_to)};
  page.now_ms = app.clock.now_ms();
  const auto rendered =
      native::render_widgets(page, app.locales.pick({app.shop.locale}), {"", "", kStyleSheet}, {});
  PageWidgets widgets;
  if (!rendered) {
    spdlog::error("the page document is not one: {} at {}", base::error_name(rendered.error().code),
                  rendered.error().pointer);
    for (const std::string& name : kinds) {
      widgets.elements.push_back("<postlude-" + name + "></postlude-" + name + ">");
    }
    return widgets;
  }
  for (const native::RenderedWidget& widget : rendered.value()) {
    widgets.elements.push_back(widget.html);
  }
  // JsonWriter escapes "<", so the text cannot end the script element.
  widgets.state = "<script type=\"application/json\" data-postlude-page>" + document + "</script>";
  return widgets;
}

}  // namespace postlude::server
