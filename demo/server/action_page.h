#pragma once

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"

namespace postlude::server {

/// Adds the page that stands in for the bank's 3-D Secure page, and its answer. An action's id is a
/// secret of 128 random bits, good for one charge.
void register_action_page(httplib::Server& server, App& app);

}  // namespace postlude::server
