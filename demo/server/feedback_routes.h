#pragma once

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"

namespace postlude::server {

/// Adds POST /reviews and POST /events. `app` outlives the server.
void register_feedback_routes(httplib::Server& server, App& app);

}  // namespace postlude::server
