#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "core/offer/lint_config.h"

namespace postlude::cli {
namespace {

struct Options {
  std::string locale;
  bool as_text = false;
  std::string file;
};

constexpr const char* kFooter =
    "Answers a document with {\"ok\",\"findings\"}: each finding quotes the rule that is broken "
    "and\n"
    "where the rule is from. The exit code is 1 when there is one.\n"
    "\n"
    "A document is an offers configuration (web/contract/offers-config.schema.json), or with\n"
    "--locale a file of words (web/locales/de.json), or both with the market they are for:\n"
    "{\"market\":\"DE\",\"config\":{...},\"words\":{\"de\":{\"offer.accept\":\"...\"}}}.\n"
    "\n"
    "Examples:\n"
    "  postlude lint --text offers.json\n"
    "  postlude lint --locale de web/locales/de.json";

int run(const Options& options) {
  const auto bytes = read_input(options.file);
  if (!bytes) return kWrongUse;
  const auto document = base::parse_json(*bytes);
  if (!document.ok()) {
    write_answer(error_json(document.error()));
    return kSomeItemFailed;
  }
  const auto findings = offer::lint_config(document.value().root(), options.locale);
  if (!options.as_text) {
    write_answer(offer::lint_json(findings));
  } else if (!findings.empty()) {
    std::string lines = offer::lint_text(findings);
    lines.pop_back();  // the line end that every answer gets
    write_answer(lines);
  }
  return findings.empty() ? kAllFine : kSomeItemFailed;
}

}  // namespace

void add_lint_command(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "lint", "Refuse offers and words that break the rules of one-click buying");
  command->footer(kFooter);
  command->add_option("--locale", options->locale, "The file holds the words of this language");
  command->add_flag("--text", options->as_text, "Answer in lines for people");
  add_file_argument(*command, options->file);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace postlude::cli
