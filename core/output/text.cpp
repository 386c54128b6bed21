#include "core/output/text.h"
namespace postlude::output {
namespace {

constexpr uint32_t first_word(ArgKind kind) { return static_cast<uint32_t>(kind); }

// Years are those that SourceTime holds, which are not negative.
uint32_t packed(int high, int middle, int low) {
  return static_cast<uint32_t>(high << 16 | middle << 8 | low);
}

}  // namespace

Arg::Arg() = default;
Arg::Arg(std::string_view text) : low(static_cast<uint32_t>(text.size())), string(text.data()) {}
Arg::Arg(const std::string& text) : Arg(std::string_view(text)) {}

Arg::Arg(base::Money money) : Arg(of_number(money.minor)) {
  const auto byte = [&](int i) { return static_cast<uint32_t>(money.currency.code[i]); };
  first = first_word(ArgKind::Money) | byte(0) << 8 | byte(1) << 16 | byte(2) << 24;
}

Arg::Arg(PhraseId id) : first(first_word(ArgKind::Phrase) | static_cast<uint32_t>(id) << 8) {}

Arg Arg::of_number(int64_t value) {
  Arg arg;
  arg.first = first_word(ArgKind::Number);
  arg.low = static_cast<uint32_t>(value);
  arg.high = static_cast<uint32_t>(static_cast<uint64_t>(value) >> 32);
  return arg;
}

Arg Arg::of_ago(int64_t minutes) {
  AgoUnit unit = AgoUnit::Minute;
  if (minutes >= 2 * 24 * 60) {
    unit = AgoUnit::Day;
    minutes /= 24 * 60;
  } else if (minutes >= 60) {
    unit = AgoUnit::Hour;
    minutes /= 60;
  }
  Arg arg = of_number(minutes);
  arg.first = first_word(ArgKind::Ago) | static_cast<uint32_t>(unit) << 8;
  return arg;
}

Arg Arg::of_time(ArgKind kind, const base::SourceTime& time) {
  Arg arg;
  arg.first = first_word(kind);
  arg.low = packed(time.year, time.month, time.day);
  arg.high = packed(time.hour, time.minute, time.second);
  return arg;
}

Arg Arg::of_country(std::string_view code) {
  CHECK(code.size() == 2);
  const auto letter = [code](size_t i) { return uint32_t{static_cast<unsigned char>(code[i])}; };
  Arg arg;
  arg.first = first_word(ArgKind::Country) | letter(0) << 8 | letter(1) << 16;
  return arg;
}

Text::Text(PhraseId phrase) : id(phrase) {}

Text::Text(PhraseId phrase, std::initializer_list<Arg> list) : id(phrase) {
  CHECK(list.size() <= kMaxArgs);
  for (const Arg& arg : list) args[count++] = arg;
}

}  // namespace postlude::output
