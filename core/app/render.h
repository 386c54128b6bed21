#pragma once

#include "core/app/model.h"
#include "core/output/view.h"

namespace postlude::app {

/// Whether a widget has anything to stand in the place of its fallback.
enum class Showing : uint8_t { Fallback, View };

/// What forms need where the page is rendered on the server; empty in the browser.
struct ServerForms {
  std::string order_token;
  std::string return_to;  // relative path of the page being rendered
};

/// Fills `view` with what the widget of that kind shows. Fallback when what it needs is not known:
/// the light-DOM children stay. Pure.
Showing render(const Model& model, WidgetKind kind, const ServerForms& forms, output::View& view);

/// Fills `view` with what stands around the timelines of the tracking widget, and `none` in their
/// place: for a view that is shown already (output::patch_block). Cost does not depend on them.
void render_frame(const Model& model, output::View& view);

}  // namespace postlude::app
