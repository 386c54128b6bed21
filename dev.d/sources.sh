# Which files the style and the linters look at: those git knows or would add.

our_files() {
  git ls-files --cached --others --exclude-standard -- "$@" | while read -r file; do
    [ ! -f "$file" ] || echo "$file"
  done
}

cpp_files() {
  our_files '*.h' '*.cpp'
}

# tidy_files PATTERN...: our sources that the native build compiles.
tidy_files() {
  our_files "$@" | while read -r file; do
    ! grep -qF "\"$ROOT/$file\"" build/debug/compile_commands.json || echo "$file"
  done
}
