#pragma once

#include "core/order/order.h"
#include "core/output/view.h"

namespace postlude::order {

/// What the parcels say about the whole order, told by the caller (this folder knows no shipments).
enum class Journey : uint8_t { NotShipped, OnItsWay, Delivered };

struct JourneyNews {
  Journey journey = Journey::NotShipped;
  base::SourceTime arrives;  // the latest estimate; not known() when there is none
};

/// Fills `view` with the confirmation: lines, totals exactly as the shop states them, what happens
/// next, address and payment.
void view_order(const Order& order, const JourneyNews& news, output::View& view);

}  // namespace postlude::order
