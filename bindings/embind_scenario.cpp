// Scenarios under WebAssembly, for tests alone: not in the package.

#include <emscripten/bind.h>

#include <string>

#include "bindings/developer/answer.h"
#include "bindings/developer/run_scenario.h"

namespace postlude::developer {
namespace {

Answer play_scenario(const std::string& json) { return answer_of(run_scenario(json)); }

}  // namespace
}  // namespace postlude::developer

EMSCRIPTEN_BINDINGS(postlude_scenario) {
  emscripten::function("runScenario", &postlude::developer::play_scenario);
}
