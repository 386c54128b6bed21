#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/native/locales.h"
#include "core/app/render.h"
#include "core/base/result.h"
#include "core/widget_kind.h"

namespace postlude::native {

/// How the styles come into the server's shadow roots.
struct StyleSource {
  std::string css;    // the text of web/dist/postlude.css, for <style>; "" to link instead
  std::string nonce;  // of the page's Content-Security-Policy; "" for none
  std::string href;   // address of the style sheet, used when `css` is ""
};

/// One page as the server renders it.
struct ServerPage {
  std::string_view document;       // the page document, one JSON text
  std::vector<WidgetKind> placed;  // every widget on the page: they share its attention
  app::ServerForms forms;          // what forms need to work with scripts off
  int64_t now_ms = 0;              // Unix milliseconds
};

/// A widget's markup, ready to stand in the page.
struct RenderedWidget {
  WidgetKind kind = WidgetKind::Order;
  std::string html;  // <postlude-...> with a declarative shadow root, or with the fallback alone
};

/// Renders the widgets of a page into declarative shadow DOM that the browser's runtime adopts.
/// `fallbacks` holds the light-DOM children of each placed widget, trusted markup of the shop's
/// own, or is empty. Fails as parse_page does. Cost is linear in the document.
base::Result<std::vector<RenderedWidget>> render_widgets(const ServerPage& page,
                                                         const Language& language,
                                                         const StyleSource& style,
                                                         const std::vector<std::string>& fallbacks);

/// Returns the inner markup of one widget's view, "" while its fallback stays; for one widget by
/// itself, such as at a shell prompt.
base::Result<std::string> render_widget_html(std::string_view document, WidgetKind kind,
                                             const Language& language, int64_t now_ms);

}  // namespace postlude::native
