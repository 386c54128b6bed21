#include <algorithm>
#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "core/base/json_writer.h"
#include "core/tracking/detect_courier.h"

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

// A whole score never reaches 1: two digits say it all.
std::string score_text(int percent) {
  std::string text = "0.";
  text.push_back(static_cast<char>('0' + percent / 10));
  if (percent % 10 != 0) text.push_back(static_cast<char>('0' + percent % 10));
  return text;
}

std::string answer(std::string_view line, const tracking::CourierHints& hints) {
  base::JsonWriter out;
  out.begin_object().key("number");
  if (is_utf8(line)) {
    out.value(line);
  } else {
    out.null();
  }
  out.key("candidates").begin_array();
  for (const tracking::CourierCandidate& candidate : tracking::detect_courier(line, hints)) {
    out.begin_object();
    out.member("courier", tracking::courier_code(candidate.courier));
    out.member("name", candidate.name).member("url", std::string_view(candidate.url));
    out.key("score").raw(score_text(candidate.score)).end_object();
  }
  return out.end_array().end_object().take();
}

int run(const Options& options) {
  const auto bytes = read_input(options.file);
  if (!bytes) return kWrongUse;
  std::string country = options.country;
  std::transform(country.begin(), country.end(), country.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c; });
  const tracking::CourierHints hints{country, options.method};
  for (const std::string_view line : split_lines(*bytes)) write_answer(answer(line, hints));
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
