#pragma once

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"

namespace postlude::server {

/// Adds the address to which tracking services send their webhooks, one a source, and the
/// merchant's view of its secrets. `app` outlives the server.
void register_webhook_routes(httplib::Server& server, App& app);

}  // namespace postlude::server
