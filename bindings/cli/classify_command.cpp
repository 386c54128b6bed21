#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "bindings/developer/meaning_answer.h"

namespace postlude::cli {
namespace {

struct Options {
  bool explain = false;
  std::string file;
};

constexpr const char* kFooter =
    "Answers each line, one scan in a carrier's own words, with {\"status\",\"sub_status\",\n"
    "\"confidence\"}: the canonical words for it, sub_status \"\" when nothing more is known, and\n"
    "how sure that is, from 0.84 to 0.98. What it cannot place is \"unknown\" with confidence 0.\n"
    "About sixty languages. --explain adds the phrases that were heard and the rule of the words.\n"
    "\n"
    "Examples:\n"
    "  echo 'Zustellversuch erfolglos' | postlude classify\n"
    "  postlude classify --explain scans.txt | jq -c 'select(.status == \"unknown\")'";

int run(const Options& options) {
  const auto bytes = read_input(options.file);
  if (!bytes) return kWrongUse;
  const tracking::TextClassifier classifier;
  const auto cues = options.explain ? developer::Cues::Told : developer::Cues::Left;
  for (const std::string_view line : split_lines(*bytes)) {
    write_answer(developer::meaning_json(classifier, line, cues));
  }
  return kAllFine;
}

}  // namespace

void add_classify_command(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("classify", "Place carriers' words, one scan a line");
  command->footer(kFooter);
  command->add_flag("--explain", options->explain, "Say which words decided");
  add_file_argument(*command, options->file);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace postlude::cli
