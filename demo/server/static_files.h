#pragma once

#include <string>
#include <string_view>

#include "demo/server/http_fwd.h"

namespace postlude::server {

/// Serves the files below `directory` under `prefix` ("/postlude/") whose relative path is the
/// first group of the regular expression `pattern`: right media types, ETag and If-None-Match, and
/// FILE.br or FILE.gz in its place where that lies beside it and is accepted. Hidden files and
/// paths that leave the directory do not exist.
void register_static_files(httplib::Server& server, const std::string& prefix,
                           const std::string& pattern, const std::string& directory);

/// Returns the media type of a file name's extension; application/octet-stream when not known.
std::string_view media_type(std::string_view file_name);

}  // namespace postlude::server
