#include <initializer_list>

#include "core/base/json_reader.h"
#include "core/tracking/estimate_delivery.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

constexpr int64_t kVersion = 1;
constexpr int64_t kMostDays = 365;
constexpr int kHoursOfDay = 24;
constexpr int kMinutesOfHour = 60;

// A member that nobody reads is a mistake of the merchant's that would go unnoticed.
void only(JsonReader& in, const JsonRef& object, std::initializer_list<std::string_view> known) {
  for (const JsonRef member : object) {
    bool found = false;
    for (const std::string_view key : known) found = found || member.key() == key;
    if (!found) in.fail(ErrorCode::BadValue, member);
  }
}

int days_of(JsonReader& in, const JsonRef& object, const char* key, int64_t otherwise) {
  const int64_t days = in.optional_integer(object, key).value_or(otherwise);
  if (days < 0 || days > kMostDays) in.fail(ErrorCode::BadValue, object, key);
  return static_cast<int>(days);
}

int required_days(JsonReader& in, const JsonRef& object, const char* key) {
  if (!object[key].exists()) in.fail(ErrorCode::MissingField, object, key);
  return days_of(in, object, key, 0);
}

std::string country_of(JsonReader& in, const JsonRef& object, const char* key) {
  std::string code = in.optional_text(object, key);
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool fits = code.empty() || (code.size() == 2 && is_letter(code[0]) && is_letter(code[1]));
  if (!fits) in.fail(ErrorCode::BadValue, object, key);
  return code;
}

Weekdays weekdays_of(JsonReader& in, const JsonRef& object, const char* key, Weekdays otherwise) {
  const JsonRef list = in.optional_array(object, key);
  if (!list.exists()) return otherwise;
  Weekdays days = 0;
  for (const JsonRef item : list) {
    const auto day = weekday_from(item.is_string() ? item.text() : std::string_view());
    if (!day) in.fail(ErrorCode::BadValue, item);
    days = static_cast<Weekdays>(days | 1 << day.value_or(0));
  }
  if (days == 0) in.fail(ErrorCode::BadValue, list);
  return days;
}

// "14:00", to the minute; 24:00 is the end of the day.
int cutoff_of(JsonReader& in, const JsonRef& object, int otherwise) {
  const std::string text = in.optional_text(object, "cutoff");
  if (text.empty()) return otherwise;
  const auto is_digit = [&](size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  const bool shaped = text.size() == 5 && text[2] == ':' && is_digit(0) && is_digit(1) &&
                      is_digit(3) && is_digit(4);
  const int hours = shaped ? (text[0] - '0') * 10 + text[1] - '0' : kHoursOfDay + 1;
  const int minutes = shaped ? (text[3] - '0') * 10 + text[4] - '0' : 0;
  const int all = hours * kMinutesOfHour + minutes;
  if (minutes >= kMinutesOfHour || all > kHoursOfDay * kMinutesOfHour) {
    in.fail(ErrorCode::BadValue, object, "cutoff");
  }
  return all;
}

void read_shop(JsonReader& in, const JsonRef& shop, DeliveryRules& rules) {
  only(in, shop, {"country", "handling_days", "cutoff", "works_on"});
  rules.country = country_of(in, shop, "country");
  rules.handling_days = days_of(in, shop, "handling_days", rules.handling_days);
  rules.cutoff_minutes = cutoff_of(in, shop, rules.cutoff_minutes);
  rules.works_on = weekdays_of(in, shop, "works_on", rules.works_on);
}

CountryDays read_country(JsonReader& in, const JsonRef& object) {
  CountryDays country;
  country.country = object.key();
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  only(in, object, {"holidays"});
  for (const JsonRef item : in.optional_array(object, "holidays")) {
    const auto holiday = parse_holiday(item.is_string() ? item.text() : std::string_view());
    if (!holiday) in.fail(ErrorCode::BadValue, item);
    country.holidays.push_back(holiday.value_or(Holiday{}));
  }
  return country;
}

ServiceLevel read_service(JsonReader& in, const JsonRef& object) {
  ServiceLevel service;
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  only(in, object,
       {"name", "destination", "min_days", "max_days", "count", "delivers_on", "on_holidays"});
  service.name = in.optional_text(object, "name");
  service.destination = country_of(in, object, "destination");
  service.min_days = required_days(in, object, "min_days");
  service.max_days = required_days(in, object, "max_days");
  if (service.max_days < service.min_days) in.fail(ErrorCode::BadValue, object, "max_days");
  const std::string count = in.optional_text(object, "count");
  if (count == "calendar") service.count = DayCount::Calendar;
  if (!count.empty() && count != "calendar" && count != "business") {
    in.fail(ErrorCode::BadValue, object, "count");
  }
  service.delivers_on = weekdays_of(in, object, "delivers_on", service.delivers_on);
  if (in.optional_bool(object, "on_holidays", false)) service.on_holidays = HolidayDelivery::Yes;
  return service;
}

Lane read_lane(JsonReader& in, const JsonRef& object) {
  Lane lane;
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  only(in, object, {"origin", "origin_region", "destination", "service", "n", "p50", "p80", "p95"});
  lane.origin = country_of(in, object, "origin");
  lane.origin_region = in.optional_text(object, "origin_region");
  lane.destination = country_of(in, object, "destination");
  lane.service = in.optional_text(object, "service");
  lane.n = in.required_integer(object, "n");
  if (lane.n < 1) in.fail(ErrorCode::BadValue, object, "n");
  lane.p50 = required_days(in, object, "p50");
  lane.p80 = required_days(in, object, "p80");
  lane.p95 = required_days(in, object, "p95");
  if (lane.p80 < lane.p50) in.fail(ErrorCode::BadValue, object, "p80");
  if (lane.p95 < lane.p80) in.fail(ErrorCode::BadValue, object, "p95");
  return lane;
}

}  // namespace

base::Result<DeliveryRules> parse_delivery_rules(JsonRef root) {
  JsonReader in;
  DeliveryRules rules;
  if (!root.is_object()) in.fail(ErrorCode::WrongType, root);
  only(in, root, {"version", "shop", "countries", "services", "lanes"});
  const JsonRef version = root["version"];
  if (version.exists() && version.integer() != kVersion) {
    in.fail(ErrorCode::UnknownVersion, version);
  }
  read_shop(in, in.optional_object(root, "shop"), rules);
  for (const JsonRef country : in.optional_object(root, "countries")) {
    rules.countries.push_back(read_country(in, country));
  }
  for (const JsonRef item : in.optional_array(root, "services")) {
    rules.services.push_back(read_service(in, item));
  }
  for (const JsonRef item : in.optional_array(root, "lanes")) {
    rules.lanes.push_back(read_lane(in, item));
  }
  if (in.failed()) return in.error();
  return rules;
}

}  // namespace postlude::tracking
