# The static checks, shared by lint and test.

check_format() {
  local files
  mapfile -t files < <(cpp_files)
  checked "style of C++ (${#files[@]} files)" clang-format --dry-run --Werror "${files[@]}"
  checked "style of the rest" prettier --check --log-level warn .
}

check_scripts() {
  checked "types of scripts and tests" tsc -p tests
  checked "eslint" eslint --max-warnings 0 .
}

# check_cpp BUILD PATTERN...: clang-tidy on these of our sources, as the build in that folder compiles them.
check_cpp() {
  local build="$1"
  shift
  tidy_files "$@" >build/log/tidy-files.txt
  checked "clang-tidy ($(wc -l <build/log/tidy-files.txt) files)" \
    xargs -a build/log/tidy-files.txt -P "$JOBS" -n 4 clang-tidy --quiet -p "$build" \
    --extra-arg=-Wno-unknown-warning-option
}

check_contract() {
  checked "contract (OpenAPI)" redocly lint --config web/contract/redocly.yaml web/contract/openapi.yaml
}
