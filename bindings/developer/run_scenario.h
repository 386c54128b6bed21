#pragma once

#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"

namespace postlude::developer {

/// Plays a scenario, {"steps":[{"at":ms,"send":"Page","a":1,"b":2,"payload":{...}}, ...]}, to a
/// fresh session and returns what it answered as text: per step a heading, the patches of each root
/// and the effects. "payload" is sent as JSON, "text" as the bytes it holds; a, b and payload may
/// be left out. Fails with a code and a JSON pointer when the scenario itself is not one.
base::Result<std::string> run_scenario(std::string_view json);

/// Appends a value of a parsed document as JSON, numbers as they were written.
void append_json(base::JsonRef value, std::string& out);

}  // namespace postlude::developer
