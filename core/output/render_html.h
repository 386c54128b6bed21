#pragma once

#include <string>
#include <string_view>

#include "core/output/view.h"

namespace postlude::output {

/// How the host turns a phrase and its arguments into words. `args` are encoded as in View::words
/// (string arguments refer to `view.text`). Appends plain text, not markup.
struct TextFormatter {
  void* context = nullptr;
  void (*format)(void* context, const View& view, PhraseId id, const uint32_t* args, uint32_t count,
                 std::string& out) = nullptr;
};

/// Appends the view as HTML with every text and attribute escaped; the element structure is the one
/// that the page builds from the same templates, and each block's root carries `data-b`, so that
/// the page can adopt it. `root_attributes` are written into the first tag as they are
/// (" lang=\"de\""). Cost is linear.
void render_html(const View& view, const TextFormatter& formatter, std::string& out,
                 std::string_view root_attributes = {});

/// Appends text with & < > " escaped.
void append_escaped(std::string_view text, std::string& out);

}  // namespace postlude::output
