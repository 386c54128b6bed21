#pragma once

#include <CLI/CLI.hpp>

namespace postlude::cli {

/// Exit codes of every command.
enum ExitCode : int {
  kAllFine = 0,
  kSomeItemFailed = 1,  // each still has its answer line
  kWrongUse = 2,        // unknown option, unreadable file, unusable configuration
};

/// Each adds one subcommand to `app`; running it leaves its exit code in `exit_code`. To add one:
/// a file <name>_command.cpp, a line here, a line in main.cpp.
void add_order_command(CLI::App& app, int& exit_code);
void add_normalise_command(CLI::App& app, int& exit_code);
void add_detect_command(CLI::App& app, int& exit_code);
void add_classify_command(CLI::App& app, int& exit_code);
void add_render_command(CLI::App& app, int& exit_code);
void add_estimate_command(CLI::App& app, int& exit_code);
void add_explain_command(CLI::App& app, int& exit_code);
void add_lint_command(CLI::App& app, int& exit_code);
void add_safe_url_command(CLI::App& app, int& exit_code);
void add_verify_token_command(CLI::App& app, int& exit_code);
void add_replay_command(CLI::App& app, int& exit_code);
void add_bucket_command(CLI::App& app, int& exit_code);

}  // namespace postlude::cli
