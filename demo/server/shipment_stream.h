#pragma once

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"

namespace postlude::server {

/// Answers with a stream of what changes in an order's shipments after the cursor `since`
/// (text/event-stream). It ends when the reader goes or does not keep up, when the token no longer
/// opens the order, and when the server stops. Throws Problem (token, cursor, or Busy when as many
/// listen as may).
void stream_shipments(App& app, const httplib::Request& request, httplib::Response& response);

}  // namespace postlude::server
