#pragma once

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"

namespace postlude::server {

/// Adds /merchant/api: what the demo's merchant, carrier and calendar do. It has no log-in and
/// belongs to the demo only.
void register_merchant_routes(httplib::Server& server, App& app);

}  // namespace postlude::server
