#include "bindings/cli/command_io.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "bindings/cli/commands.h"
#include "core/base/json.h"
#include "core/base/json_writer.h"

namespace postlude::cli {
namespace {

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool is_document(std::string_view line) {
  const auto parsed = base::parse_json(line);
  if (!parsed.ok()) return false;
  return parsed.value().root().is_object() || parsed.value().root().is_array();
}

std::optional<std::string> read_all(std::FILE* file) {
  std::string bytes;
  char buffer[1 << 16];
  while (const size_t count = std::fread(buffer, 1, sizeof buffer, file)) {
    bytes.append(buffer, count);
  }
  if (std::ferror(file)) return std::nullopt;
  return bytes;
}

std::nullopt_t complain(const std::string& path) {
  std::fprintf(stderr, "postlude: cannot read %s: %s\n", path.c_str(), std::strerror(errno));
  return std::nullopt;
}

}  // namespace

void add_file_argument(CLI::App& command, std::string& path) {
  command.add_option("file", path, "File to read instead of stdin (- is stdin)");
}

std::optional<std::string> read_input(const std::string& path) {
  if (path.empty() || path == "-") {
    auto bytes = read_all(stdin);
    return bytes ? bytes : complain("stdin");
  }
  const std::unique_ptr<std::FILE, decltype(&std::fclose)> file(std::fopen(path.c_str(), "rb"),
                                                                &std::fclose);
  if (file == nullptr) return complain(path);
  auto bytes = read_all(file.get());
  return bytes ? bytes : complain(path);
}

std::vector<std::string_view> split_documents(std::string_view bytes) {
  if (base::parse_json(bytes).ok()) return {bytes};
  std::vector<std::string_view> lines;
  for (const std::string_view line : split_lines(bytes)) {
    if (!trimmed(line).empty()) lines.push_back(line);
  }
  if (lines.size() < 2) return {bytes};
  // A document written over several lines opens its bracket alone on the first.
  const std::string_view first = trimmed(lines.front());
  if (first == "{" || first == "[") return {bytes};
  for (const std::string_view line : lines) {
    if (is_document(line)) return lines;
  }
  return {bytes};
}

std::vector<std::string_view> split_lines(std::string_view bytes) {
  std::vector<std::string_view> lines;
  while (!bytes.empty()) {
    const size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

void write_answer(std::string_view json) {
  std::fwrite(json.data(), 1, json.size(), stdout);
  std::fputc('\n', stdout);
}

std::string error_json(const base::Error& error) {
  base::JsonWriter out;
  out.begin_object().key("error").begin_object();
  out.member("code", base::error_name(error.code)).member("pointer", error.pointer);
  if (error.code == base::ErrorCode::NotJson) {
    out.member("offset", static_cast<int64_t>(error.offset));
  }
  out.end_object().end_object();
  return out.take();
}

int answer_documents(const std::string& path, const DocumentAnswer& answer) {
  const auto bytes = read_input(path);
  if (!bytes) return kWrongUse;
  int exit_code = kAllFine;
  for (const std::string_view document : split_documents(*bytes)) {
    const base::Result<std::string> result = answer(document);
    if (!result.ok()) exit_code = kSomeItemFailed;
    write_answer(result.ok() ? result.value() : error_json(result.error()));
  }
  return exit_code;
}

bool is_utf8(std::string_view bytes) {
  const auto is_ascii = [](char c) { return static_cast<signed char>(c) >= 0; };
  if (std::all_of(bytes.begin(), bytes.end(), is_ascii)) return true;
  std::string quoted = "\"";
  for (const char c : bytes) {
    const bool needs_escape = static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
    quoted.push_back(needs_escape ? '_' : c);
  }
  quoted.push_back('"');
  return base::parse_json(quoted).ok();
}

}  // namespace postlude::cli
