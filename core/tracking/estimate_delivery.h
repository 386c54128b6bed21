#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/tracking/shipment.h"
#include "core/tracking/working_days.h"

namespace postlude::tracking {

/// How a service counts its days: without the days on which nothing moves, or all of them.
enum class DayCount : uint8_t { Business, Calendar };
enum class HolidayDelivery : uint8_t { No, Yes };

/// What a carrier promises for one of its products.
struct ServiceLevel {
  std::string name;         // Shipment::service; "" = any service
  std::string destination;  // country; "" = any
  int min_days = 0;         // after the day of hand-over
  int max_days = 0;         // >= min_days
  DayCount count = DayCount::Business;
  Weekdays delivers_on = kMondayToSaturday;  // not empty
  HolidayDelivery on_holidays = HolidayDelivery::No;
};

/// How long parcels of one lane took, in days as its service counts them, from hand-over to
/// delivery.
struct Lane {
  std::string origin;         // country
  std::string origin_region;  // "" = any
  std::string destination;    // country
  std::string service;        // "" = any
  int64_t n = 0;              // parcels counted
  int p50 = 0;                // half took no longer
  int p80 = 0;                // >= p50
  int p95 = 0;                // >= p80
  friend bool operator==(const Lane&, const Lane&) = default;
};

/// What the shop knows about its deliveries; web/contract/delivery-rules.schema.json.
struct DeliveryRules {
  std::string country;                  // where the shop hands over; "" = not known
  int handling_days = 1;                // working days from order to hand-over
  int cutoff_minutes = 14 * 60;         // after midnight; a later order counts as the next day's
  Weekdays works_on = kMondayToFriday;  // not empty
  std::vector<CountryDays> countries;
  std::vector<ServiceLevel> services;  // the first that fits is taken
  std::vector<Lane> lanes;
};

/// Reads the rules. Strict: a member that the form does not have is BadValue at its place, like a
/// word, number or holiday that cannot be.
base::Result<DeliveryRules> parse_delivery_rules(base::JsonRef root);

/// Of which parcel, and what has happened to it.
struct DeliveryQuestion {
  base::SourceTime ordered_at;   // the shop's wall clock; a mere date counts as after the cut-off
  base::SourceTime handed_over;  // known() once the carrier has it; decides alone
  base::SourceTime today;        // not known(): nobody asks how late it is
  std::string origin;            // country; "" = the shop's
  std::string origin_region;
  std::string destination;  // country
  std::string service;
};

/// Where an estimate comes from, or why there is none.
#define POSTLUDE_ESTIMATE_BASES(X)                                   \
  X(Lane, "lane")              /* the shop's own deliveries */       \
  X(Service, "service")        /* what the carrier promises */       \
  X(NoStart, "no_start")       /* neither ordered nor handed over */ \
  X(NoService, "no_service")   /* no service and no lane fits */     \
  X(NoDelivery, "no_delivery") /* no day of delivery within two years */

enum class EstimateBasis : uint8_t {
#define X(name, text) name,
  POSTLUDE_ESTIMATE_BASES(X)
#undef X
};

std::string_view estimate_basis_name(EstimateBasis basis);

struct DeliveryForecast {
  Estimate window;  // dates; known() for Lane and Service; source Predicted
  EstimateBasis basis = EstimateBasis::NoStart;
  int64_t n = 0;                // parcels behind it; 0 for Service
  base::SourceTime handover;    // the day on which the carrier has or should have it
  base::SourceTime late_after;  // a parcel still under way after this day is slower than usual
};

/// Fewer deliveries than this say nothing; fewer than kEnoughParcels only with a wider window.
inline constexpr int64_t kFewParcels = 5;
inline constexpr int64_t kEnoughParcels = 20;

/// Returns when a parcel arrives. From a lane with enough parcels: between the days by which half
/// and by which 80 % arrived (50 % and 95 % when they are few), with the confidence 80; otherwise
/// between the service's own days, with none. Never before hand-over; hand-over never before today
/// while the carrier does not have it. A window begins and ends on days on which the service
/// delivers. Dates only: nothing here knows an hour. Pure; cost grows with days times holidays.
DeliveryForecast estimate_delivery(const DeliveryRules& rules, const DeliveryQuestion& question);

/// Returns the days from hand-over to delivery as the parcel's service counts them, which is what
/// lanes are made of; nothing when a date is unknown or out of order.
std::optional<int> transit_days(const DeliveryRules& rules, const DeliveryQuestion& question,
                                const base::SourceTime& delivered_at);

/// Puts the quantiles of `days` (nearest rank) into a lane; days.size() becomes n. Not empty.
void set_quantiles(Lane& lane, std::vector<int> days);

/// Fills what a shipment says of its arrival: the forecast as its estimate where nobody else gave
/// one, and Pace::RunningLate when it is still under way after late_after and its carrier does not
/// call it delayed. A parcel that is not under way stays as it is.
void apply_forecast(const DeliveryForecast& forecast, const base::SourceTime& today,
                    Shipment& shipment);

}  // namespace postlude::tracking
