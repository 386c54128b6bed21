#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "bindings/developer/courier_answer.h"

namespace postlude::cli {
namespace {

struct Options {
  std::string country;
  std::string method;
  std::string file;
};

constexpr const char* kFooter =
    "Answers each line with "
    "{\"number\",\"candidates\":[{\"courier\",\"name\",\"url\",\"score\"}]}, the\n"
    "likeliest courier first; none when the number's form or check digit is nobody's. `url` is\n"
    "the courier's page for the number, `score` lies between 0.01 and 0.99. White space in a\n"
    "number does not matter. A line that is not UTF-8 has a null number.\n"
    "\n"
    "Examples:\n"
    "  echo 1Z5R89390357567127 | postlude detect\n"
    "  postlude detect --country CA --method Purolator numbers.txt | jq -r "
    "'.candidates[0].courier'";

std::string answer(std::string_view line, const Options& options) {
  base::JsonWriter out;
  out.begin_object().key("number");
  if (is_utf8(line)) {
    out.value(line);
  } else {
    out.null();
  }
  developer::write_couriers(line, options.country, options.method, out.key("candidates"));
  return out.end_object().take();
}

int run(const Options& options) {
  const auto bytes = read_input(options.file);
  if (!bytes) return kWrongUse;
  for (const std::string_view line : split_lines(*bytes)) write_answer(answer(line, options));
  return kAllFine;
}

}  // namespace

void add_detect_command(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("detect", "Find the carriers of numbers, one a line");
  command->footer(kFooter);
  command->add_option("--country", options->country,
                      "Where the order goes (ISO 3166-1, two letters): breaks ties");
  command->add_option("--method", options->method,
                      "The order's shipping method, as the shop calls it: breaks ties");
  add_file_argument(*command, options->file);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace postlude::cli
