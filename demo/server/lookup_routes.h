#pragma once

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"

namespace postlude::server {

/// Adds the look-up of orders and parcels by people without a link. `app` outlives the server.
void register_lookup_routes(httplib::Server& server, App& app);

}  // namespace postlude::server
