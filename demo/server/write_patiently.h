#pragma once

#include <functional>

namespace postlude::server {

/// Runs a transaction behind which there is no way back, such as what follows a charge, until it
/// goes through. Returns false when the database was busy or full five times in a row, within a
/// third of a second and what each try waits itself. Throws what does not pass.
bool write_patiently(const std::function<void()>& write);

}  // namespace postlude::server
