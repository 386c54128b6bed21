#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "core/tracking/classify_text.h"
#include "core/tracking/normalise.h"

namespace postlude::cli {
namespace {

struct Options {
  std::string from;
  std::string file;
};

constexpr const char* kFooter =
    "Answers each document (an API's answer or a webhook's body) with its shipments in\n"
    "canonical form (web/contract/shipments.schema.json), or with\n"
    "{\"error\":{\"code\",\"pointer\"}}. A scan without a code that we know gets its status from "
    "the\n"
    "carrier's words, as `postlude classify` does; code and words stay.\n"
    "\n"
    "Examples:\n"
    "  postlude normalise --from aftership tracking.json\n"
    "  postlude normalise --from 17track < pushes.jsonl | jq '.shipments[].status'";

int run(const Options& options) {
  const auto source = tracking::tracking_source_from(options.from);
  const tracking::TextClassifier classifier;
  return answer_documents(options.file, [&](std::string_view document) {
    auto shipments = tracking::normalise(*source, document);
    if (!shipments.ok()) return base::Result<std::string>(shipments.error());
    tracking::classify_unplaced(classifier, shipments.value());
    return base::Result<std::string>(tracking::write_shipments(shipments.value()));
  });
}

}  // namespace

void add_normalise_command(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("normalise", "Read shipments of a tracking service");
  command->footer(kFooter);
#define X(name, text) text,
  const std::vector<std::string> sources = {POSTLUDE_TRACKING_SOURCES(X)};
#undef X
  command->add_option("--from", options->from, "Which service the shipments come from")
      ->required()
      ->check(CLI::IsMember(sources));
  add_file_argument(*command, options->file);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace postlude::cli
