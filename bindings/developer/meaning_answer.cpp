#include "bindings/developer/meaning_answer.h"

#include "bindings/developer/percent_text.h"
#include "core/base/json_writer.h"

namespace postlude::developer {
namespace {

void write_cues(base::JsonWriter& out, const std::vector<tracking::HeardCue>& heard) {
  out.key("cues").begin_array();
  for (const tracking::HeardCue& cue : heard) {
    out.begin_object().member("phrase", cue.phrase);
    out.member("status", tracking::status_name(cue.status));
    out.member("sub_status", tracking::sub_status_name(cue.sub_status));
    out.member("weight", cue.weight).end_object();
  }
  out.end_array();
}

}  // namespace

std::string meaning_json(const tracking::TextClassifier& classifier, std::string_view text,
                         Cues cues) {
  std::vector<tracking::HeardCue> heard;
  const tracking::TextMeaning meaning =
      classifier.classify(text, cues == Cues::Told ? &heard : nullptr);
  base::JsonWriter out;
  out.begin_object().member("status", tracking::status_name(meaning.status));
  out.member("sub_status", tracking::sub_status_name(meaning.sub_status));
  out.key("confidence").raw(percent_text(meaning.confidence));
  if (cues == Cues::Told) write_cues(out, heard);
  return out.end_object().take();
}

}  // namespace postlude::developer
