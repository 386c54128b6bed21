// The part of storefront.cpp that a thank-you page needs: the order and its offers.

#include "bindings/storefront.cpp"
#include "core/app/shown_kinds.h"

namespace postlude::app {

bool shows(WidgetKind kind) { return kind <= WidgetKind::Offer; }

}  // namespace postlude::app
