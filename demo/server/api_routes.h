#pragma once

#include <string>

#include "demo/server/app.h"
#include "demo/server/http_fwd.h"

namespace postlude::server {

inline constexpr const char* kApiBase = "/postlude/v1";

/// Returns the methods a path of the contract takes ("GET, HEAD"); "" when there is no such path.
std::string allowed_methods(const std::string& path);

/// Adds the HTTP contract (web/contract/openapi.yaml) to the server. `app` outlives it.
void register_api_routes(httplib::Server& server, App& app);

}  // namespace postlude::server
