#pragma once

#include <string>
#include <string_view>

#include "demo/server/http_fwd.h"

namespace postlude::server {

/// What becomes of the connection after an answer.
enum class Connection { Keep, Close };

/// Sets the body. With `Close` the connection is closed after the answer, for requests whose body
/// was not read.
void send_body(httplib::Response& response, std::string body, const std::string& type,
               Connection connection = Connection::Keep);

/// Answers with JSON that no cache keeps.
void send_json(httplib::Response& response, std::string json, int status = 200);

/// Answers with a page under the shop's content security policy, which no cache keeps.
void send_html(httplib::Response& response, std::string html, int status = 200);

/// Answers 303: the browser goes on with a GET of `path`.
void see_other(httplib::Response& response, const std::string& path);

/// Breaks the connection in the middle of an answer (the fault `lost_answer`).
void break_connection(httplib::Response& response);

/// Sets what every answer carries unless its route chose otherwise: no sniffing, no framing, no
/// referrer to other sites, nothing loaded.
void set_security_headers(httplib::Response& response);

/// Returns a cookie's value; "" when there is none.
std::string cookie_value(const httplib::Request& request, std::string_view name);

/// Returns `text` with & < > " ' escaped for HTML text and quoted attributes.
std::string html_escape(std::string_view text);

}  // namespace postlude::server
