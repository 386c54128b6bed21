#pragma once

#include "demo/server/offer_repository.h"
#include "demo/server/shop_template.h"

namespace postlude::server {

/// Values of `_funnel.html`: the funnel drawn from top to bottom (`boxes`, `edges`, `width`,
/// `height`; whole pixels) and told in words (`steps`). `has_funnel` is false without one.
PageValues funnel_values(const OfferSetup& setup);

}  // namespace postlude::server
