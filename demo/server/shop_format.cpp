#include "demo/server/shop_format.h"

#include <unicode/dtptngen.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <memory>
#include <utility>

namespace postlude::server {
namespace {

// Ostwind stands in Leipzig.
constexpr std::string_view kShopZone = "Europe/Berlin";

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

ShopFormat::ShopFormat(std::string locale, std::string currency)
    : locale_(std::move(locale)),
      currency_(base::parse_currency(currency).value_or(base::Currency())) {}

std::string ShopFormat::money(int64_t minor) const { return money(base::Money{minor, currency_}); }

std::string ShopFormat::money(base::Money amount) const {
  UErrorCode status = U_ZERO_ERROR;
  const std::string decimal = base::money_decimal(amount);
  const std::string code(amount.currency.text());
  const icu::CurrencyUnit unit(icu::StringPiece(code), status);
  const icu::number::FormattedNumber text =
      icu::number::NumberFormatter::withLocale(icu::Locale(locale_.c_str()))
          .unit(unit)
          .formatDecimal(decimal, status);
  const icu::UnicodeString words = text.toString(status);
  return U_SUCCESS(status) ? utf8(words) : decimal;
}

std::string ShopFormat::percent(int64_t millionths) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::number::FormattedNumber text =
      icu::number::NumberFormatter::withLocale(icu::Locale(locale_.c_str()))
          .unit(icu::NoUnit::percent())
          .scale(icu::number::Scale::powerOfTen(-4))
          .formatInt(millionths, status);
  return utf8(text.toString(status));
}

std::string ShopFormat::long_date(int64_t unix_ms) const {
  return pattern(unix_ms, kShopZone, "yMMMMEEEEd");
}

std::string ShopFormat::date_time(int64_t unix_ms) const {
  return pattern(unix_ms, kShopZone, "yMMMdjm");
}

std::string ShopFormat::clock(int64_t unix_ms) const { return pattern(unix_ms, kShopZone, "jm"); }

std::string ShopFormat::source_time(const base::SourceTime& time) const {
  if (!time.known()) return {};
  // The wall clock read as UTC and written as UTC stays what it was.
  base::SourceTime wall = time;
  wall.zone = base::Zone::Unknown;
  wall.offset_minutes = 0;
  return pattern(base::sort_key_ms(wall), "UTC", time.has_clock() ? "MMMEdjm" : "MMMEd");
}

std::string ShopFormat::pattern(int64_t unix_ms, std::string_view zone,
                                std::string_view skeleton) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(locale_.c_str());
  const std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString best = generator->getBestPattern(unicode(skeleton), status);
  icu::SimpleDateFormat format(best, locale, status);
  if (U_FAILURE(status)) return {};
  format.adoptTimeZone(icu::TimeZone::createTimeZone(unicode(zone)));
  icu::UnicodeString out;
  return utf8(format.format(static_cast<UDate>(unix_ms), out));
}

}  // namespace postlude::server
