#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace postlude::cli {

/// Adds the positional argument every command has: a file, or "-" (and nothing) for stdin.
void add_file_argument(CLI::App& command, std::string& path);

/// Returns all bytes of a file or, for "" and "-", of stdin. When it cannot be read, says so on
/// stderr and returns nothing.
std::optional<std::string> read_input(const std::string& path);

/// Returns the JSON documents in `bytes`: the whole when it is one document (over however many
/// lines), else one a line when at least one line is an object or array of its own; blank lines are
/// passed over. Text that is neither is one (bad) document. The views point into `bytes`.
std::vector<std::string_view> split_documents(std::string_view bytes);

/// Returns every line without its end ("\n" or "\r\n"), blank ones too; a final line end opens no
/// further line.
std::vector<std::string_view> split_lines(std::string_view bytes);

/// Writes one answer and a line end to stdout.
void write_answer(std::string_view json);

/// Returns {"error":{"code":...,"pointer":...}}, with "offset" for a syntax error.
std::string error_json(const base::Error& error);

/// What a command makes of one document.
using DocumentAnswer = std::function<base::Result<std::string>(std::string_view document)>;

/// Reads the input, answers each document with one line, and returns the exit code.
int answer_documents(const std::string& path, const DocumentAnswer& answer);

/// Returns whether the bytes are UTF-8, as JSON on stdout has to be.
bool is_utf8(std::string_view bytes);

}  // namespace postlude::cli
