// The developer API of carriers' words, as the npm entry `postlude/core/classify`: most of it is
// the tables of cues. web/src/core/classify.ts gives it its TypeScript types. No logic lives here.

#include <emscripten/bind.h>

#include <string>

#include "bindings/developer/answer.h"
#include "bindings/developer/meaning_answer.h"

namespace postlude::developer {
namespace {

Answer classify(const std::string& text, bool explain) {
  static const tracking::TextClassifier classifier;
  return good(meaning_json(classifier, text, explain ? Cues::Told : Cues::Left));
}

}  // namespace
}  // namespace postlude::developer

EMSCRIPTEN_BINDINGS(postlude_classify) {
  emscripten::function("classify", &postlude::developer::classify);
}
