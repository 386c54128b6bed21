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
/// number is how often the fault happens (or milliseconds for `slow`); without a number it always
/// happens.
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

 private:
  struct Armed {
    int64_t number = 0;
    mutable std::atomic<int64_t> left{0};
  };
  std::map<std::string, Armed, std::less<>> armed_;
};

}  // namespace postlude::server
