#pragma once

#include "core/widget_kind.h"

namespace postlude::app {

/// Whether this program has the widgets of a kind. A constant of the program:
/// core/app/every_kind.cpp says yes to all, and a program with a definition of its own
/// (bindings/storefront_offer.cpp) gets that one; what it does not show, the linker leaves out.
bool shows(WidgetKind kind);

/// Whether it has widgets that need more of the parcels than what they say about the order.
inline bool shows_parcels() { return shows(WidgetKind::Tracking) || shows(WidgetKind::Review); }

}  // namespace postlude::app
