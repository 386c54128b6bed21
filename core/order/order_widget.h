#pragma once

#include "core/order/journey.h"
#include "core/order/order.h"
#include "core/output/view.h"

namespace postlude::order {

/// Fills `view` with the confirmation: lines, totals exactly as the shop states them, what happens
/// next, address and payment.
void view_order(const Order& order, const JourneyNews& news, output::View& view);

}  // namespace postlude::order
