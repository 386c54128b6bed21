#include "demo/server/lookup_routes.h"

#include <httplib.h>

#include "core/base/json_writer.h"
#include "core/tracking/normalise.h"
#include "demo/server/api_body.h"
#include "demo/server/api_routes.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/look_up.h"
#include "demo/server/order_access.h"

namespace postlude::server {
namespace {

void post_lookup(App& app, const httplib::Request& request, httplib::Response& response,
                 const PostBody& body) {
  if (body.is_form) throw Problem(ProblemCode::UnsupportedMediaType, "application/json");
  base::JsonReader in;
  const std::string client = client_address(app, request);
  const std::string tracking_number = in.optional_text(body.root(), "tracking_number");
  const OrderLookup lookup = {in.optional_text(body.root(), "order_number"),
                              in.optional_text(body.root(), "contact"), client};
  require_read(in);
  if (!tracking_number.empty() && lookup.number.empty()) {
    return send_json(response,
                     tracking::write_shipments({look_up_parcel(app, tracking_number, client)}));
  }
  const std::string order_id = look_up_order(app, lookup);
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("token", issue_order_token(app, order_id, kLookupTokenLifetimeS))
      .member("expires_ms", app.clock.now_ms() + kLookupTokenLifetimeS * 1000)
      .member("order_page", "/order")
      .end_object();
  send_json(response, out.take());
}

}  // namespace

void register_lookup_routes(httplib::Server& server, App& app) {
  register_post(server, app, std::string(kApiBase) + "/lookup", "lookup",
                [&app](const auto& request, auto& response, const PostBody& body) {
                  post_lookup(app, request, response, body);
                });
}

}  // namespace postlude::server
