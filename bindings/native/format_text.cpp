#include "bindings/native/format_text.h"

#include <unicode/datefmt.h>
#include <unicode/dtptngen.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <map>
#include <unordered_map>
#include <utility>

#include "core/base/check.h"
#include "core/base/money.h"
#include "core/base/source_time.h"

namespace postlude::native {
namespace {

using output::ArgKind;

constexpr size_t kMaxRemembered = 4096;
constexpr size_t kMaxThreadFormatters = 64;
constexpr double kDayMs = 86'400'000;
constexpr double kHourMs = 3'600'000;
// Whether four digits are grouped differs between versions of the locale data; ours always are.
constexpr UNumberGroupingStrategy kGrouping = UNUM_GROUPING_ON_ALIGNED;
constexpr std::string_view kIsolate = "\u2068";  // FIRST STRONG ISOLATE
constexpr std::string_view kIsolateEnd = "\u2069";

/// Texts by what they show; emptied when it grows too large.
class Remembered {
 public:
  template <class Show>
  const std::string& get(uint64_t key, Show&& show) {
    const auto found = shown_.find(key);
    if (found != shown_.end()) return found->second;
    if (shown_.size() >= kMaxRemembered) shown_.clear();
    return shown_.emplace(key, show()).first->second;
  }

 private:
  std::unordered_map<uint64_t, std::string> shown_;
};

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// Dates or clocks in one pattern, always in UTC: the source's own wall clock is written as if it
/// were that, so that no zone can move it.
class TimePattern {
 public:
  explicit TimePattern(std::unique_ptr<icu::DateFormat> format) : format_(std::move(format)) {
    CHECK(format_ != nullptr);
    format_->adoptTimeZone(icu::TimeZone::getGMT()->clone());
  }
  std::string at(double unix_ms) const {
    icu::UnicodeString text;
    return to_utf8(format_->format(unix_ms, text));
  }
  const std::string& date(uint32_t packed) {
    return remembered_.get(packed, [&] {
      base::SourceTime date;
      date.year = static_cast<int16_t>(packed >> 16);
      date.month = packed >> 8 & 0xff;
      date.day = packed & 0xff;
      // Zero is no date; to the calendar it would be one.
      return packed == 0 ? std::string() : at(base::day_number(date) * kDayMs);
    });
  }
  const std::string& hour(uint32_t hour) {
    return remembered_.get(hour, [&] { return at(hour * kHourMs); });
  }

 private:
  std::unique_ptr<icu::DateFormat> format_;
  Remembered remembered_;
};

class MoneyFormat {
 public:
  MoneyFormat(const icu::Locale& locale, base::Currency currency) : currency_(currency) {
    const int digits = base::currency_exponent(currency);
    format_ = icu::number::NumberFormatter::withLocale(locale).grouping(kGrouping).precision(
        icu::number::Precision::fixedFraction(digits));
    if (!currency.known()) return;
    UErrorCode status = U_ZERO_ERROR;
    const icu::CurrencyUnit unit(icu::StringPiece(currency.code, 3), status);
    if (U_SUCCESS(status)) format_ = std::move(format_).unit(unit);
  }
  const std::string& show(int64_t minor) {
    return remembered_.get(static_cast<uint64_t>(minor), [&] {
      UErrorCode status = U_ZERO_ERROR;
      const std::string decimal = base::money_decimal({minor, currency_});
      return to_utf8(format_.formatDecimal(decimal, status).toString(status));
    });
  }

 private:
  base::Currency currency_;
  icu::number::LocalizedNumberFormatter format_;
  Remembered remembered_;
};

}  // namespace

class FormatText::Impl {
 public:
  explicit Impl(Language language)
      : language_(std::move(language)),
        rtl_(language_.words->direction == Direction::Rtl),
        comma_(comma_of(language_.locale)) {
    UErrorCode status = U_ZERO_ERROR;
    locale_ = icu::Locale::forLanguageTag(language_.locale + "-u-ca-gregory-nu-latn", status);
    numbers_ = icu::number::NumberFormatter::withLocale(locale_).grouping(kGrouping);
    plurals_.reset(icu::PluralRules::forLocale(locale_, status));
    patterns_.reset(icu::DateTimePatternGenerator::createInstance(locale_, status));
    CHECK(U_SUCCESS(status));
  }

  void format(const output::View& view, output::PhraseId id, const uint32_t* args, uint32_t count,
              std::string& out) {
    const auto& phrases = language_.words->phrases;
    const auto index = static_cast<size_t>(id);
    if (index >= phrases.size() || count > output::kMaxArgs) return;
    const uint32_t* at[output::kMaxArgs] = {};
    for (uint32_t i = 0; i < count; ++i) {
      at[i] = args;
      args += output::arg_words(*args);
    }
    const Phrase& phrase = phrases[index];
    const Message* message = &phrase.forms[static_cast<int>(PluralCategory::Other)];
    if (phrase.selector >= 0 && static_cast<uint32_t>(phrase.selector) < count) {
      const Message& form = phrase.forms[category_of(at[phrase.selector])];
      if (!form.empty()) message = &form;
    }
    for (const MessagePiece& piece : *message) {
      out += piece.text;
      if (piece.argument >= 0 && static_cast<uint32_t>(piece.argument) < count) {
        argument(view, at[piece.argument], out);
      }
    }
  }

 private:
  static std::string_view comma_of(std::string_view locale) {
    if (locale.starts_with("ja")) return " ";
    return locale.starts_with("ar") ? "، " : ", ";
  }

  static int64_t number_of(const uint32_t* arg) {
    return static_cast<int64_t>(uint64_t{arg[2]} << 32 | arg[1]);
  }

  int category_of(const uint32_t* arg) const {
    if (static_cast<ArgKind>(*arg & 0xff) != ArgKind::Number) {
      return static_cast<int>(PluralCategory::Other);
    }
    const auto keyword = plurals_->select(static_cast<double>(number_of(arg)));
    return static_cast<int>(plural_category_from(to_utf8(keyword)));
  }

  void argument(const output::View& view, const uint32_t* arg, std::string& out) {
    switch (static_cast<ArgKind>(*arg & 0xff)) {
      case ArgKind::String:
        if (rtl_) out += kIsolate;
        out += std::string_view(view.text).substr(arg[1], arg[2]);
        if (rtl_) out += kIsolateEnd;
        return;
      case ArgKind::Number:
        out += number(number_of(arg));
        return;
      case ArgKind::Money:
        out += money(*arg >> 8).show(number_of(arg));
        return;
      case ArgKind::Date:
        out += pattern(date_, u"yMMMMd").date(arg[1]);
        return;
      case ArgKind::Weekday:
        out += pattern(weekday_, u"MMMMEEEEd").date(arg[1]);
        return;
      case ArgKind::DateTime:
        date_time(arg[1], arg[2], out);
        return;
      case ArgKind::Phrase:
        format(view, static_cast<output::PhraseId>(*arg >> 8), nullptr, 0, out);
        return;
      case ArgKind::Ago:
        out += ago(static_cast<output::AgoUnit>(*arg >> 8), number_of(arg));
        return;
      case ArgKind::Country:
        out += country(*arg >> 8);
        return;
    }
  }

  const std::string& number(int64_t value) {
    return number_texts_.get(static_cast<uint64_t>(value), [&] {
      UErrorCode status = U_ZERO_ERROR;
      return to_utf8(numbers_.formatInt(value, status).toString(status));
    });
  }

  std::string ago(output::AgoUnit unit, int64_t count) {
    static constexpr URelativeDateTimeUnit kUnits[] = {UDAT_REL_UNIT_MINUTE, UDAT_REL_UNIT_HOUR,
                                                       UDAT_REL_UNIT_DAY};
    UErrorCode status = U_ZERO_ERROR;
    if (ages_ == nullptr) ages_ = std::make_unique<icu::RelativeDateTimeFormatter>(locale_, status);
    icu::UnicodeString text;
    ages_->formatNumeric(-static_cast<double>(count), kUnits[static_cast<int>(unit)], text, status);
    CHECK(U_SUCCESS(status));
    return to_utf8(text);
  }

  const std::string& country(uint32_t packed) {
    return countries_.get(packed, [&] {
      const char code[] = {static_cast<char>(packed & 0xff), static_cast<char>(packed >> 8), 0};
      icu::UnicodeString name;
      return to_utf8(icu::Locale("", code).getDisplayCountry(locale_, name));
    });
  }

  MoneyFormat& money(uint32_t code) {
    const auto found = money_.find(code);
    if (found != money_.end()) return found->second;
    base::Currency currency;
    for (int i = 0; i < 3; ++i) currency.code[i] = static_cast<char>(code >> (8 * i) & 0xff);
    return money_.try_emplace(code, locale_, currency).first->second;
  }

  TimePattern& pattern(std::unique_ptr<TimePattern>& slot, const char16_t* skeleton) {
    if (slot != nullptr) return *slot;
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString best =
        patterns_->getBestPattern(skeleton, UDATPG_MATCH_HOUR_FIELD_LENGTH, status);
    auto format = std::make_unique<icu::SimpleDateFormat>(best, locale_, status);
    CHECK(U_SUCCESS(status));
    slot = std::make_unique<TimePattern>(std::move(format));
    return *slot;
  }

  void date_time(uint32_t date, uint32_t time, std::string& out) {
    if (clock_ == nullptr) {
      clock_ = std::make_unique<TimePattern>(std::unique_ptr<icu::DateFormat>(
          icu::DateFormat::createTimeInstance(icu::DateFormat::kShort, locale_)));
    }
    out += pattern(day_, u"MMMd").date(date);
    out += comma_;
    // Minutes are two Latin digits everywhere: one call of ICU an hour is enough.
    const std::string& hour = clock_->hour(time >> 16);
    const size_t minutes_at = hour.rfind("00");
    const uint32_t minute = time >> 8 & 0xff;
    out += std::string_view(hour).substr(0, minutes_at);
    out.push_back(static_cast<char>('0' + minute / 10));
    out.push_back(static_cast<char>('0' + minute % 10));
    out += std::string_view(hour).substr(minutes_at + 2);
  }

  const Language language_;
  const bool rtl_;
  const std::string_view comma_;
  icu::Locale locale_;
  icu::number::LocalizedNumberFormatter numbers_;
  Remembered number_texts_, countries_;
  std::map<uint32_t, MoneyFormat> money_;  // by packed currency
  std::unique_ptr<icu::PluralRules> plurals_;
  std::unique_ptr<icu::RelativeDateTimeFormatter> ages_;
  std::unique_ptr<icu::DateTimePatternGenerator> patterns_;
  std::unique_ptr<TimePattern> date_, weekday_, day_, clock_;
};

FormatText::FormatText(Language language) : impl_(std::make_unique<Impl>(std::move(language))) {}
FormatText::~FormatText() = default;

output::TextFormatter FormatText::formatter() {
  return {impl_.get(), [](void* context, const output::View& view, output::PhraseId id,
                          const uint32_t* args, uint32_t count, std::string& out) {
            static_cast<Impl*>(context)->format(view, id, args, count, out);
          }};
}

output::TextFormatter thread_formatter(const Language& language) {
  // The words are held by the formatter, so that the address is not used again while it is a key.
  thread_local std::map<std::pair<const Words*, std::string>, FormatText> formatters;
  const std::pair key{language.words.get(), language.locale};
  auto found = formatters.find(key);
  if (found == formatters.end()) {
    if (formatters.size() >= kMaxThreadFormatters) formatters.clear();
    found = formatters.try_emplace(key, language).first;
  }
  return found->second.formatter();
}

}  // namespace postlude::native
