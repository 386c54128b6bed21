#include "demo/server/widgets.h"

#include "demo/server/order_page.h"

namespace postlude::server {

PageWidgets render_page_widgets(App& app, std::string_view order_id,
                                const std::vector<std::string>& kinds,
                                std::string_view /*return_to*/) {
  PageWidgets widgets;
  for (const std::string& kind : kinds) {
    widgets.elements.push_back("<postlude-" + kind + "></postlude-" + kind + ">");
  }
  // JsonWriter escapes "<", so the text cannot end the script element.
  widgets.state = "<script type=\"application/json\" data-postlude-page>" +
                  page_document(app, order_id).json + "</script>";
  return widgets;
}

}  // namespace postlude::server
