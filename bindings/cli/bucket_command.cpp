#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "core/base/json_reader.h"
#include "core/journey/bucket.h"

namespace postlude::cli {
namespace {

constexpr const char* kFooter =
    "Answers each document {\"seed\",\"value\",\"version\"} with the bucket in [0, 1) that "
    "GrowthBook's\n"
    "SDKs give, as an exact decimal. Version 2 is the one to use, 1 is for compatibility, any\n"
    "other answers null.\n"
    "\n"
    "Example:\n"
    "  echo '{\"seed\":\"seed\",\"value\":\"a\",\"version\":2}' | postlude bucket      # 0.0505";

base::Result<std::string> answer(std::string_view text) {
  const auto document = base::parse_json(text);
  if (!document.ok()) return document.error();
  const base::JsonRef root = document.value().root();
  base::JsonReader in;
  if (!root.is_object()) in.fail(base::ErrorCode::WrongType, root);
  const std::string seed = in.required_text(root, "seed");
  if (!root["value"].exists()) in.fail(base::ErrorCode::MissingField, root, "value");
  const std::string value = in.optional_id(root, "value");
  const int64_t version = in.required_integer(root, "version");
  if (in.failed()) return in.error();
  const auto bucket = journey::bucket_of(seed, value, version);
  return bucket ? journey::bucket_decimal(*bucket) : std::string("null");
}

}  // namespace

void add_bucket_command(CLI::App& app, int& exit_code) {
  const auto file = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("bucket", "Place ids in the buckets of an experiment");
  command->footer(kFooter);
  add_file_argument(*command, *file);
  command->callback([file, &exit_code] { exit_code = answer_documents(*file, answer); });
}

}  // namespace postlude::cli
