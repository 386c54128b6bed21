#include "core/output/text.h"
namespace postlude::output {

Arg::Arg() = default;
Arg::Arg(std::string_view text) : string(text) {}
Arg::Arg(const std::string& text) : string(text) {}
Arg::Arg(base::Money money) : kind(ArgKind::Money), number(money.minor), currency(money.currency) {}
Arg::Arg(PhraseId id) : kind(ArgKind::Phrase), number(static_cast<int64_t>(id)) {}

Arg Arg::of_number(int64_t value) {
  Arg arg;
  arg.kind = ArgKind::Number;
  arg.number = value;
  return arg;
}

Arg Arg::of_time(ArgKind kind, const base::SourceTime& time) {
  Arg arg;
  arg.kind = kind;
  arg.time = time;
  return arg;
}

Text::Text(PhraseId phrase) : id(phrase) {}

Text::Text(PhraseId phrase, std::initializer_list<Arg> list) : id(phrase) {
  CHECK(list.size() <= kMaxArgs);
  for (const Arg& arg : list) args[count++] = arg;
}

}  // namespace postlude::output
