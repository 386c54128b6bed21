#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "core/order/parse_order.h"

namespace postlude::cli {
namespace {

struct Options {
  std::string from;
  std::string file;
};

constexpr const char* kFooter =
    "Answers each document with the order in canonical form (web/contract/order.schema.json),\n"
    "or with {\"error\":{\"code\",\"pointer\"}}.\n"
    "\n"
    "Examples:\n"
    "  postlude order --from shopify order.json\n"
    "  postlude order --from woocommerce < orders.jsonl | jq -r .number\n"
    "  postlude order --from ga4 <<< '{\"event\":\"purchase\",\"ecommerce\":{...}}'";

int run(const Options& options) {
  const auto source = order::order_source_from(options.from);
  return answer_documents(options.file, [&](std::string_view document) {
    const auto order = order::parse_order(*source, document);
    if (!order.ok()) return base::Result<std::string>(order.error());
    return base::Result<std::string>(order::write_order(order.value()));
  });
}

}  // namespace

void add_order_command(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("order", "Read orders of a shop system");
  command->footer(kFooter);
#define X(name, text) text,
  const std::vector<std::string> sources = {POSTLUDE_ORDER_SOURCES(X)};
#undef X
  command->add_option("--from", options->from, "Where the order comes from")
      ->required()
      ->check(CLI::IsMember(sources));
  add_file_argument(*command, options->file);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace postlude::cli
