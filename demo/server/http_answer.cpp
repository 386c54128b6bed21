#include "demo/server/http_answer.h"

#include <httplib.h>

#include <memory>

namespace postlude::server {
namespace {

// Trusted Types are required, so that any markup set from a string is an error the tests see.
constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'";
constexpr const char* kNothingPolicy = "default-src 'none'; frame-ancestors 'none'";

void set_default(httplib::Response& response, const char* name, const char* value) {
  if (!response.has_header(name)) response.set_header(name, value);
}

}  // namespace

void send_body(httplib::Response& response, std::string body, const std::string& type,
               Connection connection) {
  if (connection == Connection::Keep) {
    response.set_content(body, type);
    return;
  }
  response.set_header("Connection", "close");
  const auto kept = std::make_shared<const std::string>(std::move(body));
  response.set_content_provider(kept->size(), type,
                                [kept](size_t offset, size_t length, httplib::DataSink& sink) {
                                  sink.write(kept->data() + offset, length);
                                  // Saying no after everything is written makes the library close
                                  // the connection.
                                  return false;
                                });
}

void send_json(httplib::Response& response, std::string json, int status) {
  response.status = status;
  set_default(response, "Cache-Control", "no-store");
  send_body(response, std::move(json), "application/json");
}

void send_html(httplib::Response& response, std::string html, int status) {
  response.status = status;
  set_default(response, "Content-Security-Policy", kPagePolicy);
  set_default(response, "Cache-Control", "no-store");
  send_body(response, std::move(html), "text/html; charset=utf-8");
}

void see_other(httplib::Response& response, const std::string& path) {
  response.status = 303;
  response.set_header("Location", path);
  response.set_header("Cache-Control", "no-store");
}

void break_connection(httplib::Response& response) {
  response.headers.erase("Content-Type");
  response.body.clear();
  response.set_content_provider(1, "application/json",
                                [](size_t, size_t, httplib::DataSink&) { return false; });
}

void set_security_headers(httplib::Response& response) {
  set_default(response, "X-Content-Type-Options", "nosniff");
  set_default(response, "X-Frame-Options", "DENY");
  // same-origin, not no-referrer: with the latter browsers send "Origin: null" from our own forms.
  set_default(response, "Referrer-Policy", "same-origin");
  // An SVG shown as an image brings its own styles; it cannot run anything.
  if (!response.get_header_value("Content-Type").starts_with("image/")) {
    set_default(response, "Content-Security-Policy", kNothingPolicy);
  }
}

std::string cookie_value(const httplib::Request& request, std::string_view name) {
  const std::string header = request.get_header_value("Cookie");
  std::string_view rest = header;
  while (!rest.empty()) {
    const size_t end = rest.find(';');
    std::string_view pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) {
      return std::string(pair.substr(name.size() + 1));
    }
  }
  return {};
}

std::string html_escape(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace postlude::server
