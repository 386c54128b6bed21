#include "tests/cli/run_cli.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

extern char** environ;

namespace postlude::cli {

TemporaryFile::TemporaryFile(std::string_view content) {
  std::string name = (std::filesystem::temp_directory_path() / "postlude-cli-XXXXXX").string();
  close(mkstemp(name.data()));
  path_ = name;
  std::ofstream(path_, std::ios::binary) << content;
}

TemporaryFile::~TemporaryFile() { std::filesystem::remove(path_); }

std::string TemporaryFile::content() const {
  std::ifstream file(path_, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

CliRun run_cli(const std::vector<std::string>& arguments, std::string_view input) {
  const TemporaryFile in(input);
  const TemporaryFile out("");
  const TemporaryFile err("");
  std::vector<std::string> words = {POSTLUDE_CLI};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, in.path().c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, out.path().c_str(), O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, err.path().c_str(), O_WRONLY, 0);
  pid_t child = 0;
  const int error = posix_spawn(&child, POSTLUDE_CLI, &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  CliRun run;
  int status = 0;
  if (error == 0 && waitpid(child, &status, 0) == child && WIFEXITED(status)) {
    run.exit_code = WEXITSTATUS(status);
  }
  run.out = out.content();
  run.err = err.content();
  return run;
}

}  // namespace postlude::cli
