#pragma once

#include <httplib.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/json_reader.h"
#include "demo/server/app.h"

namespace postlude::server {

/// The body of a POST: JSON from a widget, or the fields of a real form (scripts off).
struct PostBody {
  bool is_form = false;
  httplib::Params fields;       // of a form; UTF-8
  base::JsonDocument document;  // of JSON; its root is an object

  base::JsonRef root() const { return document.root(); }
  /// A form's field; "" when it was not sent.
  std::string field(const char* name) const;
};

using PostHandler =
    std::function<void(const httplib::Request&, httplib::Response&, const PostBody&)>;

/// Adds a POST route that takes application/json and application/x-www-form-urlencoded. Requests of
/// other sites, other content types and bodies that cannot be read are refused before `handler`
/// runs; what it throws becomes the answer, for a person's form as a page.
void register_post(httplib::Server& server, const App& app, const std::string& pattern,
                   const std::string& name, PostHandler handler);

/// Reads a body to its end, so that a client which is still sending hears the answer, and returns
/// it; throws Problem when it has more than `limit` bytes or ends early.
std::string read_body(const httplib::ContentReader& reader, size_t limit);

/// What a refusal of a body says of the limit.
std::string limit_text(size_t bytes);

/// Throws Problem (Invalid, with code and pointer) when a read failed.
void require_read(const base::JsonReader& in);

/// Returns where a shopper wants to go on: a path of this site, `otherwise` when "". Throws Problem
/// (Invalid) for anything that could lead elsewhere.
std::string checked_return_to(std::string_view text, std::string_view otherwise = "/order");

/// Waits as the fault `slow` says; at the start of every API route.
void wait_if_slow(const App& app);

}  // namespace postlude::server
