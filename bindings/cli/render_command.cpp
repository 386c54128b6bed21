#include <cstdio>
#include <ctime>
#include <exception>
#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "bindings/native/render_widgets.h"
#include "core/app/update.h"
#include "core/output/dump.h"

namespace postlude::cli {
namespace {

struct Options {
  std::string kind;
  std::string file;
  std::string locale = "en";
  std::string locales = POSTLUDE_LOCALES;
  std::optional<int64_t> now_ms;
  bool dump = false;
  bool html = false;  // the default; the flag says so aloud
};

constexpr const char* kFooter =
    "Prints what one widget shows of a page document (web/contract/page.schema.json). This is the\n"
    "one command whose answer is not JSON: --html prints the widget's markup as the server "
    "renders\n"
    "it, --dump its blocks as text. A widget that has nothing to show yet prints an empty line: "
    "its\n"
    "fallback stays.\n"
    "\n"
    "Examples:\n"
    "  postlude render --kind tracking --html --locale de page.json\n"
    "  postlude render --kind offer --dump < page.json";

WidgetKind kind_from(const std::string& name) {
  int kind = 0;
  while (kind + 1 < kWidgetKinds && kWidgetNames[kind] != name) ++kind;
  return static_cast<WidgetKind>(kind);
}

// The document's own clock makes the answer repeatable; without one it is now.
int64_t now_of(const Options& options, std::string_view document) {
  if (options.now_ms) return *options.now_ms;
  const auto page = app::parse_page(document);
  if (page.ok() && page.value().now_ms != 0) return page.value().now_ms;
  return static_cast<int64_t>(std::time(nullptr)) * 1000;
}

base::Result<std::string> dump(std::string_view document, WidgetKind kind, int64_t now_ms) {
  auto page = app::parse_page(document);
  if (!page.ok()) return page.error();
  const app::Model model = app::first_model(std::move(page.value()), app::bit(kind), now_ms);
  output::View view;
  std::string text;
  if (app::render(model, kind, {}, view) == app::Showing::View) output::dump_view(view, text);
  return text;
}

int run(const Options& options) {
  const WidgetKind kind = kind_from(options.kind);
  const DocumentAnswer answer = [&](std::string_view document) -> base::Result<std::string> {
    const int64_t now_ms = now_of(options, document);
    if (options.dump) return dump(document, kind, now_ms);
    const native::Locales locales(options.locales);
    return native::render_widget_html(document, kind, locales.pick({options.locale}), now_ms);
  };
  try {
    return answer_documents(options.file, answer);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "postlude render: %s\n", error.what());
    return kWrongUse;
  }
}

}  // namespace

void add_render_command(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("render", "Print what a widget shows");
  command->footer(kFooter);
  std::vector<std::string> kinds;
  for (const std::string_view name : kWidgetNames) kinds.emplace_back(name);
  command->add_option("--kind", options->kind, "Which widget")
      ->required()
      ->check(CLI::IsMember(kinds));
  auto* dump_flag = command->add_flag("--dump", options->dump, "Blocks and values as text");
  command
      ->add_flag("--html", options->html, "Markup, as the server renders it (this is the default)")
      ->excludes(dump_flag);
  command->add_option("--locale", options->locale, "Language of the words")->capture_default_str();
  command->add_option("--locales", options->locales, "Folder of the words")
      ->check(CLI::ExistingDirectory);
  command->add_option("--now", options->now_ms,
                      "Unix milliseconds; the document's now_ms when left out");
  add_file_argument(*command, options->file);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace postlude::cli
