#include "bindings/native/render_widgets.h"

#include <algorithm>
#include <utility>

#include "bindings/native/format_text.h"
#include "core/app/update.h"
#include "core/output/render_html.h"

namespace postlude::native {
namespace {

base::Result<app::Model> model_of(std::string_view document, const std::vector<WidgetKind>& placed,
                                  int64_t now_ms) {
  auto page = app::parse_page(document);
  if (!page.ok()) return page.error();
  uint8_t kinds = 0;
  for (const WidgetKind kind : placed) kinds |= app::bit(kind);
  return app::first_model(std::move(page.value()), kinds, now_ms);
}

std::string style_markup(const StyleSource& style) {
  std::string out;
  const auto nonce = [&] {
    if (style.nonce.empty()) return;
    out += " nonce=\"";
    output::append_escaped(style.nonce, out);
    out += "\"";
  };
  if (!style.css.empty()) {
    out += "<style";
    nonce();
    // The style sheet is ours and holds no "</"; it is text to the parser.
    return out + ">" + style.css + "</style>";
  }
  if (style.href.empty()) return out;
  out += "<link rel=\"stylesheet\" href=\"";
  output::append_escaped(style.href, out);
  out += "\"";
  nonce();
  return out + ">";
}

std::string root_attributes(const Language& language) {
  return " lang=\"" + language.words->tag + "\" dir=\"" +
         std::string(direction_name(language.words->direction)) + "\"";
}

}  // namespace

base::Result<std::vector<RenderedWidget>> render_widgets(
    const ServerPage& page, const Language& language, const StyleSource& style,
    const std::vector<std::string>& fallbacks) {
  auto model = model_of(page.document, page.placed, page.now_ms);
  if (!model.ok()) return model.error();
  const output::TextFormatter formatter = thread_formatter(language);
  const std::string styles = style_markup(style);
  const std::string attributes = root_attributes(language);
  std::vector<RenderedWidget> widgets;
  output::View view;
  for (size_t i = 0; i < page.placed.size(); ++i) {
    const WidgetKind kind = page.placed[i];
    const std::string tag = "postlude-" + std::string(widget_name(kind));
    RenderedWidget widget{kind, "<" + tag + ">"};
    if (app::render(model.value(), kind, page.forms, view) == app::Showing::View) {
      widget.html += "<template shadowrootmode=\"open\">" + styles;
      output::render_html(view, formatter, widget.html, attributes);
      widget.html += "</template>";
    }
    if (i < fallbacks.size()) widget.html += fallbacks[i];
    widget.html += "</" + tag + ">";
    widgets.push_back(std::move(widget));
  }
  return widgets;
}

base::Result<std::string> render_widget_html(std::string_view document, WidgetKind kind,
                                             const Language& language, int64_t now_ms) {
  auto model = model_of(document, {kind}, now_ms);
  if (!model.ok()) return model.error();
  std::string html;
  output::View view;
  if (app::render(model.value(), kind, {}, view) == app::Showing::View) {
    output::render_html(view, thread_formatter(language), html, root_attributes(language));
  }
  return html;
}

}  // namespace postlude::native
