#include "demo/server/static_files.h"

#include <httplib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "core/base/hash.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/http_server.h"

namespace postlude::server {
namespace {

namespace fs = std::filesystem;

struct MediaType {
  std::string_view extension;
  std::string_view type;
};

constexpr MediaType kMediaTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".wasm", "application/wasm"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".ts", "text/plain; charset=utf-8"},
    {".md", "text/plain; charset=utf-8"},
};

struct Encoding {
  const char* name;
  const char* suffix;
};

constexpr Encoding kEncodings[] = {{"br", ".br"}, {"gzip", ".gz"}};

bool accepts(const std::string& header, std::string_view encoding) {
  std::string_view rest = header;
  while (!rest.empty()) {
    const size_t comma = rest.find(',');
    std::string_view part = rest.substr(0, comma);
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    while (part.starts_with(' ')) part.remove_prefix(1);
    if (!part.starts_with(encoding)) continue;
    const std::string_view weight = part.substr(encoding.size());
    if (weight.empty() || (weight.starts_with(';') && !weight.ends_with("q=0"))) return true;
  }
  return false;
}

/// A request's path as a path below the directory; nothing when it is not plainly one.
std::optional<fs::path> relative_path(const std::string& text) {
  if (text.empty() || text.find('\\') != std::string::npos ||
      text.find('\0') != std::string::npos) {
    return std::nullopt;
  }
  fs::path path(text);
  if (path.is_absolute()) return std::nullopt;
  for (const fs::path& part : path) {
    if (part.empty() || part.native().starts_with('.')) return std::nullopt;
  }
  return path;
}

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void send_file(const fs::path& directory, const std::string& text, const httplib::Request& request,
               httplib::Response& response) {
  const std::optional<fs::path> relative = relative_path(text);
  std::error_code ignored;
  const fs::path path = directory / relative.value_or("");
  if (!relative || !fs::is_regular_file(path, ignored)) {
    response.status = 404;  // the error handler writes the page
    return;
  }
  fs::path chosen = path;
  const char* encoded = nullptr;
  const std::string accepted = request.get_header_value(kAcceptEncoding);
  for (const Encoding& encoding : kEncodings) {
    fs::path beside = path;
    beside += encoding.suffix;
    if (!fs::is_regular_file(beside, ignored)) continue;
    if (!response.has_header("Vary")) response.set_header("Vary", "Accept-Encoding");
    if (chosen == path && accepts(accepted, encoding.name)) {
      chosen = beside;
      encoded = encoding.name;
    }
  }
  std::optional<std::string> body = read_file(chosen);
  if (!body) throw Problem(ProblemCode::NotFound);
  const std::string tag = "\"" + base::hex64(base::fnv1a64(*body)) + "\"";
  response.set_header("ETag", tag);
  response.set_header("Cache-Control", "public, max-age=0, must-revalidate");
  if (request.get_header_value("If-None-Match").find(tag) != std::string::npos) {
    response.status = 304;
    return;
  }
  if (encoded != nullptr) response.set_header("Content-Encoding", encoded);
  response.status = 200;
  send_body(response, std::move(*body), std::string(media_type(path.native())));
}

}  // namespace

std::string_view media_type(std::string_view file_name) {
  for (const MediaType& row : kMediaTypes) {
    if (file_name.ends_with(row.extension)) return row.type;
  }
  return "application/octet-stream";
}

void register_static_files(httplib::Server& server, const std::string& prefix,
                           const std::string& pattern, const std::string& directory) {
  server.Get(prefix + pattern,
             named_route(prefix + "*",
                         [directory](const httplib::Request& request, httplib::Response& response) {
                           send_file(directory, request.matches[1], request, response);
                         }));
}

}  // namespace postlude::server
