#pragma once

#include <cstdint>

#include "demo/server/app.h"

namespace postlude::server {

/// Which open charges: at the start all of them, since no request is working on any; later only
/// those that no request can be working on any more, and confirmations that were never finished.
enum class Settle : uint8_t { LeftByACrash, Waiting };

/// Asks the gateway, by its key, about every charge whose outcome is open, and finishes it: the
/// order is changed when it was charged; otherwise it is cancelled at the gateway and the stock put
/// back. What was being given back is given back, and what cancelled orders hold; orders whose
/// first payment is open are finished. What cannot be settled is told in the log and left for the
/// next time. Returns how many were settled. Never charges.
int settle_open_charges(App& app, Settle which);

}  // namespace postlude::server
