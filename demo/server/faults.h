#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace postlude::server {

/// A named way to fail on purpose. All are off unless asked for by --fault.
struct FaultPoint {
  std::string_view name;
  std::string_view meaning;
};

/// Returns every fault point there is.
const std::vector<FaultPoint>& fault_points();

/// The fault points that are on. Parsed from "crash_after_charge,slow=200,sqlite_busy=3": the
/// number is how often the fault happens; without one it always happens. For points that end in
/// `_at` it is the step of the database at which the fault happens, once, for those that end in
/// `_from` the first at which it does; for `slow` and
/// `gateway_delayed` it is milliseconds. What a request brought for itself (RequestFaults) counts
/// before what the process was started with.
class Faults {
 public:
  Faults() = default;
  /// Throws std::invalid_argument, naming the part that is not a fault point.
  explicit Faults(std::string_view list);

  /// True when the fault happens now; counts down where a number was given.
  bool take(std::string_view name) const;
  /// The number given for the fault; 0 when it is off.
  int64_t number(std::string_view name) const;
  /// Ends the process at once, as a power cut would, when the fault happens now.
  void crash_if(std::string_view name) const;
  /// Counts one step of the database; true at the one that a point ending in `_at` names.
  bool due(std::string_view name) const;
  /// The same; true from that step on, for points that end in `_from`.
  bool due_from(std::string_view name) const;
  /// True when no fault can happen now.
  bool idle() const;

 private:
  friend class RequestFaults;
  struct Armed {
    int64_t number = 0;
    mutable std::atomic<int64_t> left{0};
  };
  const Armed* find(std::string_view name) const;

  std::map<std::string, Armed, std::less<>> armed_;
};

/// The faults of one request, on the thread that works on it, as long as this lives. Only a server
/// started with --request-faults makes any.
class RequestFaults {
 public:
  /// The header that brings them, in the form of --fault.
  static constexpr const char* kHeader = "Postlude-Fault";

  /// Throws std::invalid_argument, naming the part that is not a fault point.
  explicit RequestFaults(std::string_view list);
  RequestFaults(const RequestFaults&) = delete;
  RequestFaults& operator=(const RequestFaults&) = delete;
  ~RequestFaults();

 private:
  const Faults faults_;
};

}  // namespace postlude::server
