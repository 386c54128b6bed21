#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "core/base/json_writer.h"
#include "core/tracking/classify_text.h"

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

std::string percent_text(int percent) {
  std::string text = "0.";
  text.push_back(static_cast<char>('0' + percent / 10));
  if (percent % 10 != 0) text.push_back(static_cast<char>('0' + percent % 10));
  return percent == 0 ? "0" : text;
}

void write_cues(base::JsonWriter& out, const std::vector<tracking::HeardCue>& heard) {
  out.key("cues").begin_array();
  for (const tracking::HeardCue& cue : heard) {
    out.begin_object().member("phrase", cue.phrase);
    out.member("status", tracking::status_name(cue.status));
    out.member("sub_status", tracking::sub_status_name(cue.sub_status));
    out.member("weight", cue.weight).end_object();
  }
  out.end_array();
}

std::string answer(const tracking::TextClassifier& classifier, std::string_view line,
                   bool explain) {
  std::vector<tracking::HeardCue> heard;
  const tracking::TextMeaning meaning = classifier.classify(line, explain ? &heard : nullptr);
  base::JsonWriter out;
  out.begin_object().member("status", tracking::status_name(meaning.status));
  out.member("sub_status", tracking::sub_status_name(meaning.sub_status));
  out.key("confidence").raw(percent_text(meaning.confidence));
  if (explain) write_cues(out, heard);
  return out.end_object().take();
}

int run(const Options& options) {
  const auto bytes = read_input(options.file);
  if (!bytes) return kWrongUse;
  const tracking::TextClassifier classifier;
  for (const std::string_view line : split_lines(*bytes)) {
    write_answer(answer(classifier, line, options.explain));
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
