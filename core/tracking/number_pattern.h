#pragma once

#include <cstddef>
#include <string_view>

namespace postlude::tracking {

/// One step of a pattern (NumberFormat::pattern): which characters, and how many of them.
struct PatternStep {
  std::string_view set;  // one character, or what stands between brackets
  size_t least = 1;
  size_t most = 1;
};

/// Takes the first step off `pattern`, which must not be empty.
constexpr PatternStep take_step(std::string_view& pattern) {
  PatternStep step;
  size_t size = 1;
  step.set = pattern.substr(0, 1);
  if (pattern[0] == '[') {
    size = pattern.find(']') + 1;
    step.set = pattern.substr(1, size - 2);
  }
  pattern.remove_prefix(size);
  if (pattern.empty() || pattern[0] != '{') return step;
  size_t numbers[2] = {0, 0};
  size_t which = 0;
  size_t at = 1;
  for (; pattern[at] != '}'; ++at) {
    if (pattern[at] == ',') {
      which = 1;
    } else {
      numbers[which] = numbers[which] * 10 + static_cast<size_t>(pattern[at] - '0');
    }
  }
  pattern.remove_prefix(at + 1);
  step.least = numbers[0];
  step.most = which == 1 ? numbers[1] : numbers[0];
  return step;
}

struct PatternSize {
  size_t least = 0;
  size_t most = 0;
};

/// Returns how many characters a pattern takes.
constexpr PatternSize pattern_size(std::string_view pattern) {
  PatternSize size;
  while (!pattern.empty()) {
    const PatternStep step = take_step(pattern);
    size.least += step.least;
    size.most += step.most;
  }
  return size;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

constexpr bool is_in_set(char c, std::string_view set) {
  if (set == "d") return is_digit(c);
  if (set == "a") return is_capital(c);
  if (set == "n") return is_digit(c) || is_capital(c);
  return set.find(c) != std::string_view::npos;
}

/// Returns whether all of `text` is what the pattern says. Only the last step may vary in length,
/// so that no step is ever tried twice.
constexpr bool matches_pattern(std::string_view text, std::string_view pattern) {
  while (!pattern.empty()) {
    const PatternStep step = take_step(pattern);
    size_t count = 0;
    while (count < step.most && count < text.size() && is_in_set(text[count], step.set)) ++count;
    if (count < step.least) return false;
    text.remove_prefix(count);
  }
  return text.empty();
}

}  // namespace postlude::tracking
