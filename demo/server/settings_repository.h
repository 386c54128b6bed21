#pragma once

#include <string>
#include <string_view>

#include "demo/server/clock.h"
#include "demo/server/database.h"

namespace postlude::server {

/// Returns the value of a setting; "" when it was never written.
std::string read_setting(Database& database, std::string_view key);
void write_setting(Database& database, std::string_view key, std::string_view value);

/// Sets the clock as --clock says: "system", or a time such as 2026-11-21T10:00:00Z from which the
/// shop's clock runs. What was pushed forward earlier stays pushed, unless --clock has changed.
/// Throws std::invalid_argument for any other text.
void start_clock(Database& database, const std::string& chosen, Clock& clock);

/// Pushes the clock forward and remembers it; `by_ms` >= 0. Several at once add up. The clock was
/// started from this database.
void advance_clock(Database& database, Clock& clock, int64_t by_ms);

}  // namespace postlude::server
