// The developer API of markup: the widgets as HTML, as the npm entry `postlude/core/render`.
// web/src/core/render.ts gives it its TypeScript types. No logic lives here.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>
#include <string_view>
#include <vector>

#include "bindings/developer/answer.h"
#include "core/app/render.h"
#include "core/app/update.h"
#include "core/base/json_writer.h"
#include "core/output/render_html.h"

namespace postlude::developer {
namespace {

// The host's words: [phrase id, arguments as 32-bit words, how many arguments, strings] as JSON ->
// text. One text each way, as every array of Embind's would be further glue.
void format_in_host(void* context, const output::View& view, output::PhraseId id,
                    const uint32_t* args, uint32_t count, std::string& out) {
  base::JsonWriter asked;
  std::vector<std::string_view> strings;
  asked.begin_array().value(static_cast<int64_t>(id)).begin_array();
  const uint32_t* at = args;
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t size = output::arg_words(*at);
    if (static_cast<output::ArgKind>(*at & 0xff) == output::ArgKind::String) {
      asked.value(static_cast<int64_t>(*at | static_cast<uint32_t>(strings.size()) << 8));
      strings.push_back(view.string({output::ValueKind::String, at[1], at[2]}));
    } else {
      for (uint32_t word = 0; word < size; ++word) asked.value(static_cast<int64_t>(at[word]));
    }
    at += size;
  }
  asked.end_array().value(static_cast<int64_t>(count)).begin_array();
  for (const std::string_view piece : strings) asked.value(piece);
  const auto& format = *static_cast<const emscripten::val*>(context);
  out += format(asked.end_array().end_array().take()).as<std::string>();
}

Answer render_html(const std::string& kind_name, const std::string& page_json, double now_ms,
                   emscripten::val format) {
  int kind = 0;
  while (kind < kWidgetKinds && kWidgetNames[kind] != kind_name) ++kind;
  if (kind == kWidgetKinds) return unknown_name();
  auto page = app::parse_page(page_json);
  if (!page.ok()) return bad(page.error());
  const auto now = static_cast<int64_t>(now_ms);
  const auto widget = static_cast<WidgetKind>(kind);
  const app::Model model = app::first_model(std::move(page.value()), app::bit(widget), now);
  output::View view;
  std::string html;
  if (app::render(model, widget, {}, view) == app::Showing::View) {
    output::render_html(view, {&format, format_in_host}, html);
  }
  return good(html);
}

}  // namespace
}  // namespace postlude::developer

EMSCRIPTEN_BINDINGS(postlude_render) {
  emscripten::function("renderHtml", &postlude::developer::render_html);
}
