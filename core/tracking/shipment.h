#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/source_time.h"
#include "core/base/url.h"
#include "core/tracking/coordinates.h"

namespace postlude::tracking {

/// The canonical statuses of a shipment and of a checkpoint.
#define POSTLUDE_SHIPMENT_STATUSES(X)                                                   \
  X(Unknown, "unknown")                 /* the source said something we cannot place */ \
  X(Pending, "pending")                 /* order made, no carrier news */               \
  X(LabelCreated, "label_created")      /* announced to the carrier */                  \
  X(PickedUp, "picked_up")              /* the carrier has it */                        \
  X(InTransit, "in_transit")            /* */                                           \
  X(OutForDelivery, "out_for_delivery") /* */                                           \
  X(ReadyForPickup, "ready_for_pickup") /* waits at a pick-up point */                  \
  X(AttemptFailed, "attempt_failed")    /* delivery was tried */                        \
  X(Delayed, "delayed")                 /* later than planned, still moving */          \
  X(OnHold, "on_hold")                  /* somebody must act */                         \
  X(Delivered, "delivered")             /* */                                           \
  X(Exception, "exception")             /* damaged, lost, refused, undeliverable */     \
  X(Returning, "returning")             /* on its way back to the sender */             \
  X(Returned, "returned")               /* back at the sender */                        \
  X(Cancelled, "cancelled")             /* */                                           \
  X(Expired, "expired")                 /* no news for 30 days */

enum class ShipmentStatus : uint8_t {
#define X(name, text) name,
  POSTLUDE_SHIPMENT_STATUSES(X)
#undef X
};

inline constexpr size_t kShipmentStatuses =
#define X(name, text) +1
    POSTLUDE_SHIPMENT_STATUSES(X);
#undef X

/// What is known beyond the status; None when nothing is.
#define POSTLUDE_SUB_STATUSES(X)                                   \
  X(None, "")                                                      \
  X(AcceptanceScan, "acceptance_scan")                             \
  X(ArrivedAtFacility, "arrived_at_facility")                      \
  X(DepartedFacility, "departed_facility")                         \
  X(ArrivedInDestinationCountry, "arrived_in_destination_country") \
  X(CustomsStarted, "customs_started")                             \
  X(CustomsCleared, "customs_cleared")                             \
  X(CustomsInformationNeeded, "customs_information_needed")        \
  X(PaymentNeeded, "payment_needed")                               \
  X(DocumentsNeeded, "documents_needed")                           \
  X(AddressProblem, "address_problem")                             \
  X(Held, "held")                                                  \
  X(Forwarded, "forwarded")                                        \
  X(ProblemResolved, "problem_resolved")                           \
  X(HandedToLocalCarrier, "handed_to_local_carrier")               \
  X(AppointmentMade, "appointment_made")                           \
  X(CustomerContacted, "customer_contacted")                       \
  X(RecipientAbsent, "recipient_absent")                           \
  X(BusinessClosed, "business_closed")                             \
  X(AccessDenied, "access_denied")                                 \
  X(NoticeLeft, "notice_left")                                     \
  X(CustomsDelay, "customs_delay")                                 \
  X(WeatherDelay, "weather_delay")                                 \
  X(ProcessingDelay, "processing_delay")                           \
  X(ExternalDelay, "external_delay")                               \
  X(Missorted, "missorted")                                        \
  X(Signed, "signed")                                              \
  X(CollectedByCustomer, "collected_by_customer")                  \
  X(CashOnDelivery, "cash_on_delivery")                            \
  X(LeftWithNeighbour, "left_with_neighbour")                      \
  X(LeftInLocker, "left_in_locker")                                \
  X(LeftAtSafePlace, "left_at_safe_place")                         \
  X(CustomerMoved, "customer_moved")                               \
  X(Refused, "refused")                                            \
  X(PickupMissed, "pickup_missed")                                 \
  X(RejectedByCarrier, "rejected_by_carrier")                      \
  X(Damaged, "damaged")                                            \
  X(Lost, "lost")                                                  \
  X(Destroyed, "destroyed")                                        \
  X(Undeliverable, "undeliverable")                                \
  X(SecurityProblem, "security_problem")

enum class SubStatus : uint8_t {
#define X(name, text) name,
  POSTLUDE_SUB_STATUSES(X)
#undef X
};

#define X(name, text) text,
inline constexpr std::string_view kStatusNames[] = {POSTLUDE_SHIPMENT_STATUSES(X)};
inline constexpr std::string_view kSubStatusNames[] = {POSTLUDE_SUB_STATUSES(X)};
#undef X

std::string_view status_name(ShipmentStatus status);
std::optional<ShipmentStatus> status_from(std::string_view name);
std::string_view sub_status_name(SubStatus sub_status);
std::optional<SubStatus> sub_status_from(std::string_view name);

/// Which way it goes. Outbound goes to the shopper.
#define POSTLUDE_DIRECTIONS(X) \
  X(Outbound, "outbound")      \
  X(Return, "return")

enum class Direction : uint8_t {
#define X(name, text) name,
  POSTLUDE_DIRECTIONS(X)
#undef X
};

#define X(name, text) text,
inline constexpr std::string_view kDirectionNames[] = {POSTLUDE_DIRECTIONS(X)};
#undef X

std::string_view direction_name(Direction direction);
std::optional<Direction> direction_from(std::string_view name);

/// Who said when it will arrive.
#define POSTLUDE_ESTIMATE_SOURCES(X) \
  X(Carrier, "carrier")              \
  X(Promised, "promised")            \
  X(Predicted, "predicted")

enum class EstimateSource : uint8_t {
#define X(name, text) name,
  POSTLUDE_ESTIMATE_SOURCES(X)
#undef X
};

#define X(name, text) text,
inline constexpr std::string_view kEstimateSourceNames[] = {POSTLUDE_ESTIMATE_SOURCES(X)};
#undef X

std::string_view estimate_source_name(EstimateSource source);
std::optional<EstimateSource> estimate_source_from(std::string_view name);

/// Whether it keeps up with parcels of its lane; the backend knows, from its own deliveries.
#define POSTLUDE_PACES(X) \
  X(Usual, "")            \
  X(RunningLate, "running_late")

enum class Pace : uint8_t {
#define X(name, text) name,
  POSTLUDE_PACES(X)
#undef X
};

#define X(name, text) text,
inline constexpr std::string_view kPaceNames[] = {POSTLUDE_PACES(X)};
#undef X

std::string_view pace_name(Pace pace);
std::optional<Pace> pace_from(std::string_view name);

/// A date or a window. `until` is not known() for a single date or time.
struct Estimate {
  base::SourceTime from;
  base::SourceTime until;
  EstimateSource source = EstimateSource::Carrier;
  uint8_t confidence = 0;  // percent of parcels that arrive by its end; 0 when nobody counted
  bool known() const { return from.known(); }
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// Where a scan happened, as far as the source said.
struct Place {
  std::string city;
  std::string region;
  std::string postcode;
  std::string country;  // ISO 3166-1 alpha-2 where the source has it, else its words
  std::optional<Coordinates> coordinates;
  bool empty() const {
    return city.empty() && region.empty() && postcode.empty() && country.empty() && !coordinates;
  }
  friend bool operator==(const Place&, const Place&) = default;
};

/// One carrier scan.
struct Checkpoint {
  std::string id;  // unique within the shipment; made from its content when the source has none
  ShipmentStatus status = ShipmentStatus::Unknown;
  SubStatus sub_status = SubStatus::None;
  std::string raw_code;  // the source's own code, kept as it was
  std::string message;   // the carrier's own words, shown as text
  base::SourceTime time;
  Place place;
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

struct ShipmentItem {
  std::string line_id;  // LineItem::id
  int64_t quantity = 1;
  friend bool operator==(const ShipmentItem&, const ShipmentItem&) = default;
};

/// Where a parcel waits to be fetched, as far as the source said.
struct PickupPlace {
  std::string name;
  std::string address;  // one line
  /// Seven days from Sunday on, each ended by ";": "09:00-12:00 14:00-18:00;", ";" = closed. Empty
  /// = nobody said.
  std::string hours;
  base::SourceTime until;  // the last day to fetch it
  friend bool operator==(const PickupPlace&, const PickupPlace&) = default;
};

/// Where the shop takes back what is in a parcel, and for how long.
struct Returns {
  base::SafeUrl url;       // "" when it does not, or not any more
  base::SourceTime until;  // the last day, or the moment it ends; not known() = nobody said
  bool withdrawn = false;  // the source says that it does not, rather than nothing; `url` is ""
  friend bool operator==(const Returns&, const Returns&) = default;
};

/// One parcel (or consignment) of an order.
struct Shipment {
  std::string id;               // unique within the order; never empty
  std::string carrier;          // the source's slug: "dhl"
  std::string carrier_name;     // for people: "DHL"; "" when not known
  std::string tracking_number;  // "" before there is one
  base::SafeUrl tracking_url;
  ShipmentStatus status = ShipmentStatus::Pending;
  SubStatus sub_status = SubStatus::None;
  std::string raw_status;
  Direction direction = Direction::Outbound;
  std::string service;
  std::vector<ShipmentItem> items;  // empty = the source did not say
  Estimate estimate;
  Estimate first_estimate;  // what was said at first; not known() when that is `estimate`
  Pace pace = Pace::Usual;
  base::SourceTime shipped_at;
  base::SourceTime delivered_at;
  std::string signed_by;
  base::SafeUrl proof_photo;  // of the delivery
  base::SafeUrl report_url;   // the shop's form for a problem with it
  PickupPlace pickup;
  Returns returns;
  std::string origin_country;
  std::string destination_country;
  std::vector<Checkpoint> checkpoints;  // newest first (sort_checkpoints)
  friend bool operator==(const Shipment&, const Shipment&) = default;
};

}  // namespace postlude::tracking
