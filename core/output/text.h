#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/check.h"
#include "core/base/money.h"
#include "core/base/source_time.h"
#include "core/output/phrase_id.h"

namespace postlude::output {

/// What an argument of a phrase is; the edge formats it in the reader's language.
#define POSTLUDE_ARG_KINDS(X)                                               \
  X(String, "string")      /* shown as it is */                             \
  X(Number, "number")      /* a whole number; also selects plural forms */  \
  X(Money, "money")        /* minor units and a currency */                 \
  X(Date, "date")          /* day, month, year */                           \
  X(Weekday, "weekday")    /* weekday, day, month */                        \
  X(DateTime, "date_time") /* day, month and the source's own wall clock */ \
  X(Phrase, "phrase")      /* another phrase without arguments */           \
  X(Ago, "ago")            /* a whole number of AgoUnit before now */       \
  X(Country, "country")    /* an ISO 3166-1 alpha-2 code, shown by name */

enum class ArgKind : uint8_t {
#define X(name, text) name,
  POSTLUDE_ARG_KINDS(X)
#undef X
};

/// What an Ago argument counts, as Intl.RelativeTimeFormat names it.
#define POSTLUDE_AGO_UNITS(X) \
  X(Minute, "minute")         \
  X(Hour, "hour")             \
  X(Day, "day")

enum class AgoUnit : uint8_t {
#define X(name, text) name,
  POSTLUDE_AGO_UNITS(X)
#undef X
};

/// One typed argument, as a view encodes it (core/output/view.h). Strings are views: they must live
/// until the view is built.
struct Arg {
  uint32_t first = 0;  // ArgKind | what the kind adds << 8
  uint32_t low = 0;    // the words after it; of a string its size
  uint32_t high = 0;
  const char* string = nullptr;  // String alone

  // Not inline, as those of Text: views make hundreds of them, and every byte travels.
  Arg();
  Arg(std::string_view text);
  Arg(const std::string& text);
  Arg(base::Money money);
  Arg(PhraseId id);
  static Arg of_number(int64_t value);
  /// How long ago something was: in minutes up to an hour, in hours up to two days, else in days.
  static Arg of_ago(int64_t minutes);
  static Arg of_time(ArgKind kind, const base::SourceTime& time);
  /// Two capitals; a code that is no country's is shown as the platform names it.
  static Arg of_country(std::string_view code);
};

/// Returns the argument that shows a date with its weekday.
inline Arg weekday_arg(const base::SourceTime& time) {
  return Arg::of_time(ArgKind::Weekday, time);
}
inline Arg date_arg(const base::SourceTime& time) { return Arg::of_time(ArgKind::Date, time); }
/// Returns the argument that shows a time as its source stated it: with a clock only if it has one.
inline Arg moment_arg(const base::SourceTime& time) {
  return Arg::of_time(time.has_clock() ? ArgKind::DateTime : ArgKind::Date, time);
}

inline constexpr int kMaxArgs = 3;

/// A phrase with its arguments in the order of the phrase table: words without words.
struct Text {
  PhraseId id;
  uint8_t count = 0;
  Arg args[kMaxArgs];

  Text(PhraseId phrase);
  Text(PhraseId phrase, std::initializer_list<Arg> list);
};

}  // namespace postlude::output
