#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "core/base/json_writer.h"
#include "core/base/url.h"

namespace postlude::cli {
namespace {

constexpr const char* kFooter =
    "Answers each line with {\"url\",\"reason\"}: the URL as a widget would use it and \"ok\", or\n"
    "null and why it is refused. A refusal is an answer like any other (exit code 0).\n"
    "\n"
    "Examples:\n"
    "  echo 'https://shop.example/p/1' | postlude safe-url\n"
    "  postlude safe-url urls.txt | jq -r 'select(.url == null).reason' | sort | uniq -c";

std::string answer(std::string_view line) {
  base::JsonWriter out;
  out.begin_object().key("url");
  if (!is_utf8(line)) {
    return out.null().member("reason", "not_utf8").end_object().take();
  }
  const base::UrlCheck check = base::check_url(line);
  if (check.reason == base::UrlReason::Ok) {
    out.value(check.url.text());
  } else {
    out.null();
  }
  return out.member("reason", base::url_reason_name(check.reason)).end_object().take();
}

int run(const std::string& file) {
  const auto bytes = read_input(file);
  if (!bytes) return kWrongUse;
  for (const std::string_view line : split_lines(*bytes)) write_answer(answer(line));
  return kAllFine;
}

}  // namespace

void add_safe_url_command(CLI::App& app, int& exit_code) {
  const auto file = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("safe-url", "Check URLs, one a line");
  command->footer(kFooter);
  add_file_argument(*command, *file);
  command->callback([file, &exit_code] { exit_code = run(*file); });
}

}  // namespace postlude::cli
