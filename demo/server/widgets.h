#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "demo/server/app.h"

namespace postlude::server {

/// What the server puts into a page so that the widgets show before any script has run.
struct PageWidgets {
  /// One element a kind, "<postlude-order>...</postlude-order>", in the order asked for.
  std::vector<std::string> elements;
  /// <script type="application/json" data-postlude-page>: the page document, once on the page.
  std::string state;
};

/// Renders the widgets of one order for a page at `return_to` (a path: where forms without scripts
/// come back to). Kinds are widget names: "order", "offer", "tracking", "review".
PageWidgets render_page_widgets(App& app, std::string_view order_id,
                                const std::vector<std::string>& kinds, std::string_view return_to);

/// The same of a page document that is at hand. One that cannot be drawn is told in the log, and
/// the elements come empty, without state: the page is the shop's and is shown, its fallbacks with
/// it.
PageWidgets render_document(const App& app, const std::string& document, std::string_view order_id,
                            const std::vector<std::string>& kinds, std::string_view return_to);

}  // namespace postlude::server
