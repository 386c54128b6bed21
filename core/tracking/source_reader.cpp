#include "core/tracking/source_reader.h"

#include <algorithm>

#include "core/base/hash.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonKind;
using base::JsonRef;
using base::SourceTime;
using base::TimePrecision;

constexpr std::string_view kSpace = " \t\r\n";

bool is_digits(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

// "20210210" -> "2021-02-10"; other text as it is.
std::string iso_date(std::string_view date) {
  std::string out(date);
  if (date.size() == 8 && is_digits(date)) {
    out.insert(6, "-");
    out.insert(4, "-");
  }
  return out;
}

enum class Half : uint8_t { None, Morning, Afternoon };

Half take_half(std::string_view& clock) {
  if (clock.size() < 3) return Half::None;
  const char first = clock[clock.size() - 2];
  const char last = clock.back();
  if (last != 'M' && last != 'm') return Half::None;
  const bool morning = first == 'A' || first == 'a';
  if (!morning && first != 'P' && first != 'p') return Half::None;
  clock = trimmed(clock.substr(0, clock.size() - 2));
  return morning ? Half::Morning : Half::Afternoon;
}

// "0713" -> "07:13", "071356" -> "07:13:56", "7:13" -> "07:13"; other text as it is.
std::string iso_clock(std::string_view clock) {
  std::string out(clock);
  if (is_digits(clock) && (clock.size() == 4 || clock.size() == 6)) {
    if (clock.size() == 6) out.insert(4, ":");
    out.insert(2, ":");
  } else if (clock.size() > 1 && clock[1] == ':') {
    out.insert(0, "0");
  }
  return out;
}

uint8_t hour_of_half(uint8_t hour, Half half) {
  if (half == Half::Morning && hour == 12) return 0;
  if (half == Half::Afternoon && hour < 12) return static_cast<uint8_t>(hour + 12);
  return hour;
}

int64_t newest_scan(const Shipment& shipment) {
  if (shipment.checkpoints.empty() || !shipment.checkpoints.front().time.known()) return INT64_MIN;
  return base::sort_key_ms(shipment.checkpoints.front().time);
}

bool suffix_shared_ids(std::vector<Shipment>& shipments) {
  std::vector<uint32_t> order(shipments.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<uint32_t>(i);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const int compared = shipments[a].id.compare(shipments[b].id);
    return compared != 0 ? compared < 0 : a < b;
  });
  std::vector<uint32_t> shared;
  for (size_t i = 1; i < order.size(); ++i) {
    if (shipments[order[i]].id == shipments[order[i - 1]].id) shared.push_back(order[i]);
  }
  uint64_t ordinal = 1;
  for (const uint32_t index : shared) {
    ++ordinal;
    shipments[index].id += "-";
    shipments[index].id += base::hex64(ordinal).substr(12);
  }
  return !shared.empty();
}

}  // namespace

std::string SourceReader::text(const JsonRef& object, const char* key) {
  return std::string(trimmed(in_.optional_id(object, key)));
}

SourceTime SourceReader::time(const JsonRef& object, const char* key) {
  return base::parse_source_time(text(object, key)).value_or(SourceTime{});
}

SourceTime SourceReader::estimate(const JsonRef& object, const char* key) {
  return date_if_midnight(time(object, key));
}

JsonRef SourceReader::list(const JsonRef& object, const char* key) {
  return in_.optional_array(object, key);
}

JsonRef SourceReader::object(const JsonRef& object, const char* key) {
  // Servers in PHP write an empty object as [].
  if (object[key].is_array() && object[key].size() == 0) return {};
  return in_.optional_object(object, key);
}

bool SourceReader::flag(const JsonRef& object, const char* key) {
  return in_.optional_bool(object, key, false);
}

std::optional<Coordinates> SourceReader::coordinates(const JsonRef& object) {
  return read_coordinates(object["latitude"].text(), object["longitude"].text());
}

bool SourceReader::is_object(JsonRef place) {
  if (!place.is_object()) fail(ErrorCode::WrongType, place);
  return place.is_object();
}

bool SourceReader::is_shipment(JsonRef place, const char* member) {
  if (!is_object(place)) return false;
  const bool found = place[member].exists();
  if (!found) fail(ErrorCode::NoShipment, place);
  return found;
}

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

SourceTime joined_time(std::string_view date, std::string_view clock) {
  const std::string day = iso_date(trimmed(date));
  const auto parsed_day = base::parse_source_time(day);
  if (!parsed_day) return {};
  clock = trimmed(clock);
  if (clock.empty() || parsed_day->has_clock()) return *parsed_day;
  const Half half = take_half(clock);
  auto time = base::parse_source_time(day + "T" + iso_clock(clock));
  if (!time) return *parsed_day;
  time->hour = hour_of_half(time->hour, half);
  return *time;
}

SourceTime date_if_midnight(const SourceTime& time) {
  const bool midnight = time.hour == 0 && time.minute == 0 && time.second == 0;
  return midnight && time.has_clock() ? base::date_of(time) : time;
}

void put_newest_first(std::vector<Checkpoint>& checkpoints) {
  if (checkpoints.size() < 2) return;
  const SourceTime& first = checkpoints.front().time;
  const SourceTime& last = checkpoints.back().time;
  if (!first.known() || !last.known()) return;
  if (base::sort_key_ms(first) < base::sort_key_ms(last)) {
    std::reverse(checkpoints.begin(), checkpoints.end());
  }
}

void keep_newest_consignments(std::vector<Shipment>& shipments) {
  std::vector<uint32_t> order;
  for (size_t i = 0; i < shipments.size(); ++i) order.push_back(static_cast<uint32_t>(i));
  const auto same_number = [&](uint32_t a, uint32_t b) {
    return !shipments[a].tracking_number.empty() &&
           shipments[a].tracking_number == shipments[b].tracking_number &&
           shipments[a].carrier == shipments[b].carrier;
  };
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Shipment& left = shipments[a];
    const Shipment& right = shipments[b];
    const int number = left.tracking_number.compare(right.tracking_number);
    if (number != 0) return number < 0;
    const int carrier = left.carrier.compare(right.carrier);
    if (carrier != 0) return carrier < 0;
    const int64_t left_scan = newest_scan(left);
    const int64_t right_scan = newest_scan(right);
    return left_scan != right_scan ? left_scan > right_scan : a < b;
  });
  std::vector<bool> older(shipments.size());
  for (size_t i = 1; i < order.size(); ++i) older[order[i]] = same_number(order[i], order[i - 1]);
  std::vector<Shipment> kept;
  for (size_t i = 0; i < shipments.size(); ++i) {
    if (!older[i]) kept.push_back(std::move(shipments[i]));
  }
  shipments = std::move(kept);
}

base::Result<std::vector<Shipment>> finished(const SourceReader& in,
                                             std::vector<Shipment> shipments,
                                             Consignments consignments) {
  if (in.failed()) return in.error();
  if (consignments == Consignments::KeepNewest) keep_newest_consignments(shipments);
  for (size_t i = 0; i < shipments.size(); ++i) {
    Shipment& shipment = shipments[i];
    if (shipment.id.empty()) shipment.id = shipment.tracking_number;
    if (shipment.id.empty()) shipment.id = "shipment-" + base::hex64(i + 1).substr(12);
  }
  while (suffix_shared_ids(shipments)) {
  }
  return shipments;
}

}  // namespace postlude::tracking
