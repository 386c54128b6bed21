#pragma once

#include <string>

namespace postlude::developer {

/// Returns a percentage from 0 to 99 as a JSON number between 0 and 0.99, without idle digits.
inline std::string percent_text(int percent) {
  if (percent == 0) return "0";
  std::string text = "0.";
  text.push_back(static_cast<char>('0' + percent / 10));
  if (percent % 10 != 0) text.push_back(static_cast<char>('0' + percent % 10));
  return text;
}

}  // namespace postlude::developer
