#pragma once

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"

namespace postlude::server {

/// Adds POST /shipments/{shipment_id}/report. `app` outlives the server.
void register_report_routes(httplib::Server& server, App& app);

}  // namespace postlude::server
