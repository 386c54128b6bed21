#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_reader.h"
#include "core/base/result.h"
#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// Reads members of foreign documents, more patient than JsonReader: texts may be numbers, times
/// may be unreadable. The first member of a wrong JSON type is remembered.
class SourceReader {
 public:
  bool failed() const { return in_.failed(); }
  const base::Error& error() const { return in_.error(); }
  void fail(base::ErrorCode code, base::JsonRef place) { in_.fail(code, place); }

  /// Returns a string, or a number as it was written, without white space around it; "" when
  /// absent.
  std::string text(const base::JsonRef& object, const char* key);
  /// Returns the time, not known() when it is absent or nobody can read it.
  base::SourceTime time(const base::JsonRef& object, const char* key);
  /// The same for an estimate: midnight sharp is how sources write a mere date.
  base::SourceTime estimate(const base::JsonRef& object, const char* key);
  /// Returns what "latitude" and "longitude" of `object` say; nothing when nobody can read it.
  static std::optional<Coordinates> coordinates(const base::JsonRef& object);
  base::JsonRef list(const base::JsonRef& object, const char* key);
  base::JsonRef object(const base::JsonRef& object, const char* key);
  bool flag(const base::JsonRef& object, const char* key);
  /// Remembers WrongType unless `place` is an object.
  bool is_object(base::JsonRef place);
  /// The same, and NoShipment unless it has the member that makes it a shipment of this source.
  bool is_shipment(base::JsonRef place, const char* member);

 private:
  base::JsonReader in_;
};

/// Returns `text` without white space around it.
std::string_view trimmed(std::string_view text);

/// Returns the time that two fields say together. The date is "2021-02-10" or "20210210" (a clock
/// after it is used when `clock` is empty); the clock is "07:13", "07:13:56", "071356" or "0713",
/// with AM or PM after it (which is ignored after a 24-hour clock: "14:29 PM"). Without a readable
/// clock the date alone; not known() without a readable date. The zone is unknown unless the clock
/// carries one.
base::SourceTime joined_time(std::string_view date, std::string_view clock);

/// Returns the bare date of a time at midnight sharp, any other time as it is.
base::SourceTime date_if_midnight(const base::SourceTime& time);

/// Turns checkpoints that were read oldest first around, so that equal times keep the newest first.
void put_newest_first(std::vector<Checkpoint>& checkpoints);

/// Keeps, of the shipments that share a carrier and a number, the one with the newest scan.
void keep_newest_consignments(std::vector<Shipment>& shipments);

/// Whether a number that appears twice is one parcel told twice.
enum class Consignments : uint8_t { KeepNewest, KeepAll };

/// Returns the shipments, each with an id of its own (the source's, else the number, else its place
/// in the list), or the first error of `in`.
base::Result<std::vector<Shipment>> finished(const SourceReader& in,
                                             std::vector<Shipment> shipments,
                                             Consignments consignments);

}  // namespace postlude::tracking
