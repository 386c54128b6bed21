#include "core/app/shown_kinds.h"

namespace postlude::app {

bool shows(WidgetKind) { return true; }

}  // namespace postlude::app
