#include "core/tracking/estimate_delivery.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/tracking/lateness.h"

namespace postlude::tracking {
namespace {

using base::SourceTime;

constexpr int32_t kHorizonDays = 730;  // what cannot be delivered in two years is not predicted
constexpr int kMinutesOfHour = 60;
constexpr int kLaneConfidence = 80;
constexpr int32_t kNever = INT32_MAX;

constexpr std::string_view kBasisNames[] = {
#define X(name, text) text,
    POSTLUDE_ESTIMATE_BASES(X)
#undef X
};

// The ways a parcel goes and what stands still on them.
struct Route {
  const DeliveryRules& rules;
  std::string_view origin;
  std::string_view destination;
  ServiceLevel service;

  bool rests(int32_t day) const {
    return is_holiday(rules.countries, origin, day) ||
           is_holiday(rules.countries, destination, day);
  }
  bool counts(int32_t day) const {
    if (service.count == DayCount::Calendar) return true;
    const bool moves = service.on_holidays == HolidayDelivery::Yes || !rests(day);
    return is_among(service.delivers_on, day) && moves;
  }
  bool delivers(int32_t day) const {
    if (!is_among(service.delivers_on, day)) return false;
    if (service.on_holidays == HolidayDelivery::Yes) return true;
    // A service that counts business days rests in both countries, so that its days stay countable.
    return service.count == DayCount::Business ? !rests(day)
                                               : !is_holiday(rules.countries, destination, day);
  }
  // The day `days` counted days after `start`, or the next one with a delivery.
  int32_t after(int32_t start, int days) const {
    const int32_t end = start + kHorizonDays;
    int32_t day = start;
    for (int left = days; left > 0 && day < end;) {
      if (counts(++day)) --left;
    }
    while (day < end && !delivers(day)) ++day;
    return day < end ? day : kNever;
  }
};

const ServiceLevel* service_of(const DeliveryRules& rules, const DeliveryQuestion& question) {
  for (const ServiceLevel& service : rules.services) {
    const bool fits = (service.name.empty() || service.name == question.service) &&
                      (service.destination.empty() || service.destination == question.destination);
    if (fits) return &service;
  }
  return nullptr;
}

// The most exact lane with enough parcels: the region before the country, the service before any.
const Lane* lane_of(const DeliveryRules& rules, const DeliveryQuestion& question,
                    std::string_view origin) {
  const Lane* best = nullptr;
  int best_exactness = -1;
  for (const Lane& lane : rules.lanes) {
    const bool fits =
        lane.n >= kFewParcels && lane.origin == origin &&
        lane.destination == question.destination &&
        (lane.origin_region.empty() || lane.origin_region == question.origin_region) &&
        (lane.service.empty() || lane.service == question.service);
    const int exactness = (lane.service.empty() ? 0 : 2) + (lane.origin_region.empty() ? 0 : 1);
    if (!fits || exactness <= best_exactness) continue;
    best = &lane;
    best_exactness = exactness;
  }
  return best;
}

bool shop_works(const DeliveryRules& rules, int32_t day) {
  return is_among(rules.works_on, day) && !is_holiday(rules.countries, rules.country, day);
}

// The first of the shop's working days from `day` on; kNever when there is none.
int32_t working_day_from(const DeliveryRules& rules, int32_t day) {
  const int32_t end = day + kHorizonDays;
  while (day < end && !shop_works(rules, day)) ++day;
  return day < end ? day : kNever;
}

int32_t planned_handover(const DeliveryRules& rules, const DeliveryQuestion& question) {
  const SourceTime& ordered = question.ordered_at;
  const int minutes = ordered.hour * kMinutesOfHour + ordered.minute;
  const bool in_time = ordered.has_clock() && minutes < rules.cutoff_minutes;
  int32_t day = working_day_from(rules, base::day_number(ordered) + (in_time ? 0 : 1));
  for (int left = rules.handling_days; left > 0 && day != kNever; --left) {
    day = working_day_from(rules, day + 1);
  }
  // What is not handed over yet cannot be handed over in the past.
  if (day != kNever && question.today.known()) {
    day = std::max(day, working_day_from(rules, base::day_number(question.today)));
  }
  return day;
}

std::string_view origin_of(const DeliveryRules& rules, const DeliveryQuestion& question) {
  return question.origin.empty() ? std::string_view(rules.country) : question.origin;
}

Route route_of(const DeliveryRules& rules, const DeliveryQuestion& question) {
  const ServiceLevel* service = service_of(rules, question);
  return {rules, origin_of(rules, question), question.destination,
          service != nullptr ? *service : ServiceLevel{}};
}

}  // namespace

std::string_view estimate_basis_name(EstimateBasis basis) {
  return kBasisNames[static_cast<size_t>(basis)];
}

DeliveryForecast estimate_delivery(const DeliveryRules& rules, const DeliveryQuestion& question) {
  DeliveryForecast forecast;
  if (!question.handed_over.known() && !question.ordered_at.known()) return forecast;
  const int32_t start = question.handed_over.known() ? base::day_number(question.handed_over)
                                                     : planned_handover(rules, question);
  forecast.basis = EstimateBasis::NoDelivery;
  if (start == kNever) return forecast;
  forecast.handover = base::date_from_day_number(start);
  const Lane* lane = lane_of(rules, question, origin_of(rules, question));
  const ServiceLevel* service = service_of(rules, question);
  if (lane == nullptr && service == nullptr) {
    forecast.basis = EstimateBasis::NoService;
    return forecast;
  }
  const Route route = route_of(rules, question);
  const bool few = lane != nullptr && lane->n < kEnoughParcels;
  const int first = lane != nullptr ? lane->p50 : service->min_days;
  const int last = lane == nullptr ? service->max_days : few ? lane->p95 : lane->p80;
  const int32_t from = route.after(start, first);
  const int32_t until = route.after(start, last);
  const int32_t late = route.after(start, lane != nullptr ? lane->p95 : last);
  if (until == kNever || late == kNever) return forecast;
  forecast.basis = lane != nullptr ? EstimateBasis::Lane : EstimateBasis::Service;
  forecast.n = lane != nullptr ? lane->n : 0;
  forecast.window.from = base::date_from_day_number(from);
  if (until != from) forecast.window.until = base::date_from_day_number(until);
  forecast.window.source = EstimateSource::Predicted;
  forecast.window.confidence = static_cast<uint8_t>(lane != nullptr ? kLaneConfidence : 0);
  forecast.late_after = base::date_from_day_number(late);
  return forecast;
}

std::optional<int> transit_days(const DeliveryRules& rules, const DeliveryQuestion& question,
                                const SourceTime& delivered_at) {
  if (!question.handed_over.known() || !delivered_at.known()) return std::nullopt;
  const int32_t start = base::day_number(question.handed_over);
  const int32_t end = base::day_number(delivered_at);
  if (end < start || end - start > kHorizonDays) return std::nullopt;
  const Route route = route_of(rules, question);
  int days = 0;
  for (int32_t day = start + 1; day <= end; ++day) days += route.counts(day) ? 1 : 0;
  return days;
}

void set_quantiles(Lane& lane, std::vector<int> days) {
  CHECK(!days.empty());
  std::sort(days.begin(), days.end());
  const size_t size = days.size();
  const auto at = [&](size_t percent) { return days[(size * percent + 99) / 100 - 1]; };
  lane.n = static_cast<int64_t>(size);
  lane.p50 = at(50);
  lane.p80 = at(80);
  lane.p95 = at(95);
}

void apply_forecast(const DeliveryForecast& forecast, const SourceTime& today, Shipment& shipment) {
  if (!is_under_way(shipment) || !forecast.window.known()) return;
  // Nobody knows when what is held or could not be delivered comes.
  const bool moves =
      should_be_moving(shipment.status) || shipment.status == ShipmentStatus::Pending;
  if (moves && !shipment.estimate.known()) shipment.estimate = forecast.window;
  const bool slow =
      today.known() && base::day_number(today) > base::day_number(forecast.late_after);
  if (slow && shipment.status != ShipmentStatus::Delayed) shipment.pace = Pace::RunningLate;
}

}  // namespace postlude::tracking
