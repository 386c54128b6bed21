#include <cstdio>
#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "bindings/developer/estimate_answer.h"

namespace postlude::cli {
namespace {

using tracking::DeliveryRules;

struct Options {
  std::string rules_file;
  std::string file;
};

constexpr const char* kFooter =
    "Answers each question, a JSON object a line, with the days on which the parcel should come:\n"
    "\n"
    "  ordered_at      the shop's clock, such as 2026-11-20T13:10; a bare date counts as late\n"
    "  handed_over_at  once the carrier has it; then the order's time no longer matters\n"
    "  today           so that what is not handed over yet is not handed over in the past\n"
    "  origin, origin_region, destination, service     countries are two letters\n"
    "\n"
    "The answer is {\"estimate\":{\"from\",\"until\",\"source\",\"confidence\"},\"basis\",\"n\","
    "\"handover\",\n"
    "\"late_after\"}. basis is \"lane\" (the shop's own deliveries: confidence percent of n "
    "parcels\n"
    "had come by until) or \"service\" (what the carrier promises); otherwise there is no "
    "estimate\n"
    "and basis says why: \"no_start\", \"no_service\", \"no_delivery\". A parcel still under way\n"
    "after late_after is slower than usual.\n"
    "\n"
    "The rules are handling time, cut-off, weekdays, holidays, services and lanes; see\n"
    "web/contract/delivery-rules.schema.json, and demo/store/delivery.json for an example.\n"
    "\n"
    "Examples:\n"
    "  echo '{\"ordered_at\":\"2026-12-23T15:00\",\"destination\":\"AT\"}' |\n"
    "    postlude estimate --rules demo/store/delivery.json\n"
    "  postlude estimate --rules delivery.json < parcels.jsonl | jq -r .estimate.until";

base::Result<std::string> answer(std::string_view text, const DeliveryRules& rules) {
  const auto document = base::parse_json(text);
  if (!document.ok()) return document.error();
  return developer::estimate_json(document.value().root(), rules);
}

base::Result<DeliveryRules> read_rules(std::string_view text) {
  const auto document = base::parse_json(text);
  if (!document.ok()) return document.error();
  return tracking::parse_delivery_rules(document.value().root());
}

int run(const Options& options) {
  const auto bytes = read_input(options.rules_file);
  if (!bytes) return kWrongUse;
  const auto rules = read_rules(*bytes);
  if (!rules.ok()) {
    std::fprintf(stderr, "%s: %s\n", options.rules_file.c_str(), error_json(rules.error()).c_str());
    return kWrongUse;
  }
  return answer_documents(
      options.file, [&](std::string_view document) { return answer(document, rules.value()); });
}

}  // namespace

void add_estimate_command(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("estimate", "Predict when parcels arrive");
  command->footer(kFooter);
  command->add_option("--rules", options->rules_file, "What the shop knows about its deliveries")
      ->required();
  add_file_argument(*command, options->file);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace postlude::cli
