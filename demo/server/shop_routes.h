#pragma once

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"

namespace postlude::server {

/// Adds the demo shop's pages (catalogue, checkout, thank-you page, order page, merchant panel) to
/// the server. `app` outlives it.
void register_shop_routes(httplib::Server& server, App& app);

}  // namespace postlude::server
