#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/tracking/classify_text.h"

namespace postlude::developer {

enum class Cues : uint8_t { Left, Told };

/// Returns {"status","sub_status","confidence"} of one scan in a carrier's own words, UTF-8; with
/// Cues::Told also "cues", those that were heard.
std::string meaning_json(const tracking::TextClassifier& classifier, std::string_view text,
                         Cues cues);

}  // namespace postlude::developer
