#pragma once

#include <memory>
#include <string>

#include "bindings/native/locales.h"
#include "core/output/render_html.h"

namespace postlude::native {

/// Turns typed text into words through ICU, as web/src/format-text.ts does through Intl: the page
/// that the server rendered and the page that the browser builds read the same (up to the kind of
/// space that versions of ICU choose). What was formatted is kept, so that a timeline pays for each
/// day, hour and amount once. Not thread-safe: one a thread.
class FormatText {
 public:
  explicit FormatText(Language language);
  ~FormatText();
  FormatText(const FormatText&) = delete;
  FormatText& operator=(const FormatText&) = delete;

  /// What render_html takes; valid while this object lives. An unknown phrase is "".
  output::TextFormatter formatter();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Returns the calling thread's formatter of a language, made on first use (some milliseconds) and
/// kept. Valid until the same thread asks for another language.
output::TextFormatter thread_formatter(const Language& language);

}  // namespace postlude::native
