#include "bindings/cli/commands.h"

namespace {

constexpr const char* kAbout =
    "The core of Postlude at a shell prompt.\n"
    "\n"
    "Reads one JSON document, or one item a line, from stdin or a file. Writes one JSON\n"
    "answer a line to stdout, messages to stderr.";

constexpr const char* kFooter =
    "Exit codes:\n"
    "  0  every item was answered\n"
    "  1  some item could not be read; its answer is {\"error\":{\"code\",\"pointer\"}}\n"
    "  2  wrong use: unknown option, unreadable file\n"
    "\n"
    "Examples:\n"
    "  postlude order --from shopify order.json\n"
    "  postlude normalise --from easypost < webhooks.jsonl\n"
    "  echo 1Z5R89390357567127 | postlude detect --country US\n"
    "  echo 'Zustellversuch erfolglos' | postlude classify\n"
    "  postlude render --kind tracking --html page.json\n"
    "  postlude estimate --rules delivery.json parcels.jsonl\n"
    "  postlude explain --config offers.json --now 1790000000000 order.json\n"
    "  postlude lint --text offers.json\n"
    "  postlude replay --order 1003 --every 2s tracking.json\n"
    "  echo 'javascript:alert(1)' | postlude safe-url\n"
    "\n"
    "`postlude COMMAND --help` tells more about each.";

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{kAbout, "postlude"};
  app.footer(kFooter);
  app.require_subcommand(1);
  app.set_version_flag("--version", POSTLUDE_VERSION);
  int exit_code = postlude::cli::kAllFine;
  postlude::cli::add_order_command(app, exit_code);
  postlude::cli::add_normalise_command(app, exit_code);
  postlude::cli::add_detect_command(app, exit_code);
  postlude::cli::add_classify_command(app, exit_code);
  postlude::cli::add_render_command(app, exit_code);
  postlude::cli::add_estimate_command(app, exit_code);
  postlude::cli::add_explain_command(app, exit_code);
  postlude::cli::add_lint_command(app, exit_code);
  postlude::cli::add_safe_url_command(app, exit_code);
  postlude::cli::add_verify_token_command(app, exit_code);
  postlude::cli::add_replay_command(app, exit_code);
  postlude::cli::add_bucket_command(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    app.exit(error);
    return postlude::cli::kWrongUse;
  }
  return exit_code;
}
