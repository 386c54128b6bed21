#pragma once

#include <string>

#include "core/output/diff.h"
#include "core/output/effect.h"
#include "core/output/view.h"

namespace postlude::output {

// Printing for tests, scenarios and developers; nothing a shopper downloads links this.

/// Appends a view as an indented tree: one line a block with its template and key order, one a
/// value
/// ("order.thanks_name(\"Ada\")", "money 1200 EUR", "date 2026-11-03").
void dump_view(const View& view, std::string& out);

/// Appends one line a patch, with the values it carries.
void dump_patches(const Patches& patches, const View& view, std::string& out);

/// Appends one line an effect.
void dump_effects(const Effects& effects, std::string& out);

}  // namespace postlude::output
