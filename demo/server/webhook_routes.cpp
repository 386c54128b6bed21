#include "demo/server/webhook_routes.h"

#include <httplib.h>

#include <string>

#include "core/base/json_writer.h"
#include "demo/server/api_body.h"
#include "demo/server/api_routes.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/http_server.h"
#include "demo/server/ingest_webhook.h"
#include "demo/server/webhook_repository.h"

namespace postlude::server {
namespace {

constexpr const char* kSource = "/webhooks/([^/]{1,40})";

tracking::TrackingSource source_of(const httplib::Request& request) {
  const auto source = tracking::tracking_source_from(request.matches[1].str());
  if (!source) throw Problem(ProblemCode::NotFound);
  return *source;
}

void post_webhook(App& app, const httplib::Request& request, httplib::Response& response,
                  const std::string& body) {
  const native::WebhookHeaders headers = {request.get_header_value("webhook-id"),
                                          request.get_header_value("webhook-timestamp"),
                                          request.get_header_value("webhook-signature")};
  const WebhookResult outcome = ingest_webhook(app, source_of(request), headers, body);
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("result", outcome.result)
      .member("parcels", outcome.parcels)
      .member("unknown", outcome.unknown)
      .end_object();
  send_json(response, out.take(), outcome.result == "unknown_parcel" ? 202 : 200);
}

void write_secret(base::JsonWriter& out, const WebhookSecret& secret) {
  out.begin_object()
      .member("source", secret.source)
      .member("path", std::string(kApiBase) + "/webhooks/" + secret.source)
      .member("secret", secret.secret)
      .end_object();
}

void get_secrets(App& app, httplib::Response& response) {
  base::JsonWriter out;
  out.begin_object().member("version", 1).key("webhooks").begin_array();
  for (const WebhookSecret& secret : newest_webhook_secrets(*app.databases.lease())) {
    write_secret(out, secret);
  }
  out.end_array().end_object();
  send_json(response, out.take());
}

void rotate(App& app, const httplib::Request& request, httplib::Response& response) {
  source_of(request);
  const int64_t now_ms = system_now_ms();
  DatabasePool::Lease database = app.databases.lease();
  Transaction transaction(*database);
  const WebhookSecret fresh = rotate_webhook_secret(*database, request.matches[1].str(), now_ms);
  transaction.commit();
  base::JsonWriter out;
  out.begin_object().member("version", 1).key("webhook");
  write_secret(out, fresh);
  out.member("previous_until_ms", now_ms + kOldSecretMs).end_object();
  send_json(response, out.take(), 201);
}

}  // namespace

void register_webhook_routes(httplib::Server& server, App& app) {
  // The signature is over the bytes, so this body is read as it came and needs no media type.
  server.Post(std::string(kApiBase) + kSource, [&app](const httplib::Request& request,
                                                      httplib::Response& response,
                                                      const httplib::ContentReader& reader) {
    answer_with(response, "webhook",
                [&] { post_webhook(app, request, response, read_body(reader, kMaxWebhookBytes)); });
  });
  server.Get("/merchant/api/webhooks",
             named_route("merchant webhooks",
                         [&app](const auto&, auto& response) { get_secrets(app, response); }));
  register_post(server, app, std::string("/merchant/api") + kSource + "/rotate",
                "merchant rotate secret",
                [&app](const auto& request, auto& response, const PostBody&) {
                  rotate(app, request, response);
                });
}

}  // namespace postlude::server
