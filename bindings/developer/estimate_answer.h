#pragma once

#include <string>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/tracking/estimate_delivery.h"

namespace postlude::developer {

/// Answers {"ordered_at"?,"handed_over_at"?,"today"?,"origin"?,"origin_region"?,"destination"?,
/// "service"?} with {"estimate","basis","n","handover"?,"late_after"?}; "estimate" is null where
/// "basis" says why there is none. Fails with a code and a JSON pointer when the question is not
/// one; a member that nobody reads is BadValue.
base::Result<std::string> estimate_json(base::JsonRef question,
                                        const tracking::DeliveryRules& rules);

}  // namespace postlude::developer
