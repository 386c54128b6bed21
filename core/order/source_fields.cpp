#include "core/order/source_fields.h"

#include "core/base/read_parts.h"
#include "core/order/text_index.h"

namespace postlude::order {
namespace {

using base::ErrorCode;
using base::JsonKind;
using base::JsonReader;
using base::JsonRef;
using base::Money;

constexpr size_t kMaxPlainDigits = 64;
constexpr int kMaxOffsetMinutes = 14 * 60;  // Kiribati; no zone is further from UTC

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string decimal_of(size_t number) {
  std::string digits;
  for (; number != 0; number /= 10) digits.insert(digits.begin(), "0123456789"[number % 10]);
  return digits;
}

// Reads the exponent behind the "e"; false when it is none or absurdly large.
bool parse_exponent(std::string_view text, int& exponent) {
  const bool minus = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 4) return false;
  exponent = 0;
  for (const char c : text) {
    if (!is_digit(c)) return false;
    exponent = exponent * 10 + (c - '0');
  }
  if (minus) exponent = -exponent;
  return true;
}

// Moves the decimal point of "digits.fraction" by `exponent` places.
std::string shifted(std::string_view digits, std::string_view fraction, int exponent) {
  std::string all(digits);
  all += fraction;
  int point = static_cast<int>(digits.size()) + exponent;
  const auto zeros = [](int count) { return std::string(static_cast<size_t>(count), '0'); };
  if (point <= 0) {
    all.insert(0, zeros(1 - point));
    point = 1;
  } else if (point > static_cast<int>(all.size())) {
    all += zeros(point - static_cast<int>(all.size()));
  }
  const auto whole = static_cast<size_t>(point);
  if (whole < all.size()) all.insert(whole, 1, '.');
  return all;
}

}  // namespace

std::string first_of(std::string one, std::string other) {
  return one.empty() ? std::move(other) : std::move(one);
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const size_t end = text.find(',');
    const std::string_view piece = trimmed(text.substr(0, end));
    if (!piece.empty()) pieces.emplace_back(piece);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return pieces;
}

std::string join(const std::vector<std::string>& texts, std::string_view separator) {
  std::string out;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    if (!out.empty()) out += separator;
    out += text;
  }
  return out;
}

void read_texts(JsonReader& in, JsonRef object, const char* key, std::vector<std::string>& texts) {
  base::read_list(in, in.optional_array(object, key), texts,
                  [](JsonReader& reader, JsonRef item, std::string& text) {
                    if (!item.is_string()) reader.fail(ErrorCode::WrongType, item);
                    text = item.text();
                  });
}

void read_url(JsonReader& in, JsonRef object, const char* key, base::SafeUrl& url) {
  url = base::safe_url(in.optional_view(object, key));
}

base::Currency read_currency(JsonReader& in, JsonRef object, const char* key) {
  const base::Currency currency = in.required_currency(object, key);
  if (currency.text() == kNoCurrency) in.fail(ErrorCode::BadMoney, object[key]);
  return currency;
}

std::optional<Money> read_amount(JsonReader& in, JsonRef object, const char* key,
                                 base::Currency currency) {
  const JsonRef found = object[key];
  if (found.is_string() && found.text().empty()) return std::nullopt;
  if (found.text().find_first_of("eE") == std::string_view::npos ||
      found.kind() == JsonKind::Bool) {
    return in.optional_decimal_money(object, key, currency);
  }
  const auto amount = base::parse_money(plain_decimal(found.text()), currency);
  if (!amount) in.fail(ErrorCode::BadMoney, found);
  return amount;
}

int64_t read_quantity(JsonReader& in, JsonRef object, const char* key, int64_t otherwise) {
  const JsonRef found = object[key];
  if (!found.exists() || found.is_null()) return otherwise;
  if (!found.is_string() && found.kind() != JsonKind::Number) {
    in.fail(ErrorCode::WrongType, found);
    return otherwise;
  }
  const std::string plain = plain_decimal(found.text());
  std::string_view digits = plain;
  const size_t point = digits.find('.');
  if (point != std::string_view::npos &&
      digits.find_first_not_of('0', point + 1) == std::string_view::npos) {
    digits = digits.substr(0, point);
  }
  // A count is an amount of a currency without minor units, as far as its digits go.
  const auto count = base::parse_money(digits, *base::parse_currency("JPY"));
  if (!count || count->minor < 0 || digits.find('.') != std::string_view::npos) {
    in.fail(ErrorCode::BadValue, found);
    return otherwise;
  }
  return count->minor;
}

std::string plain_decimal(std::string_view number) {
  const bool minus = !number.empty() && number[0] == '-';
  if (minus) number.remove_prefix(1);
  const size_t e = number.find_first_of("eE");
  int exponent = 0;
  if (e != std::string_view::npos && !parse_exponent(number.substr(e + 1), exponent)) return {};
  const std::string_view mantissa = number.substr(0, e);
  const size_t point = mantissa.find('.');
  const std::string_view digits = mantissa.substr(0, point);
  const bool whole = point == std::string_view::npos;
  const std::string_view fraction = whole ? std::string_view() : mantissa.substr(point + 1);
  if (digits.empty() || (!whole && fraction.empty())) return {};
  for (const std::string_view part : {digits, fraction}) {
    for (const char c : part) {
      if (!is_digit(c)) return {};
    }
  }
  const size_t moved = static_cast<size_t>(exponent < 0 ? -exponent : exponent);
  if (digits.size() + fraction.size() + moved > kMaxPlainDigits) return {};
  return (minus ? "-" : "") + shifted(digits, fraction, exponent);
}

Money taken_off(Money amount) {
  return {amount.minor > 0 ? -amount.minor : amount.minor, amount.currency};
}

void add_row(Order& order, TotalKind kind, std::optional<Money> amount, WhenZero when_zero,
             std::string label) {
  if (!amount || (amount->minor == 0 && when_zero == WhenZero::Hide)) return;
  order.totals.push_back({kind, std::move(label), *amount});
}

void settle_line_ids(std::vector<LineItem>& lines) {
  TextIndex taken;
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string& id = lines[i].id;
    if (id.empty()) id = decimal_of(i + 1);
    while (taken.find(id) != TextIndex::kNone) {
      id.push_back('~');
      id += decimal_of(i + 1);
    }
    taken.add(id, static_cast<uint32_t>(i));
  }
}

base::SourceTime with_offset_from(base::SourceTime local, const base::SourceTime& utc) {
  if (!local.has_clock() || local.zone != base::Zone::Unknown || !utc.has_clock()) return local;
  const int64_t difference_ms = base::sort_key_ms(local) - base::sort_key_ms(utc);
  const int64_t minutes = difference_ms / 60'000;
  const bool possible = minutes >= -kMaxOffsetMinutes && minutes <= kMaxOffsetMinutes;
  if (!possible || difference_ms % 60'000 != 0) return local;
  local.zone = base::Zone::Offset;
  local.offset_minutes = static_cast<int16_t>(minutes);
  return local;
}

}  // namespace postlude::order
