#include "demo/server/api_routes.h"

#include <httplib.h>

#include <string>

#include "core/offer/explain_decision.h"
#include "demo/server/accept_offer.h"
#include "demo/server/action_page.h"
#include "demo/server/api_body.h"
#include "demo/server/feedback_routes.h"
#include "demo/server/form_notice.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/http_server.h"
#include "demo/server/keyed_answer.h"
#include "demo/server/lookup_routes.h"
#include "demo/server/offer_board.h"
#include "demo/server/order_access.h"
#include "demo/server/order_page.h"
#include "demo/server/order_repository.h"
#include "demo/server/quote_offer.h"
#include "demo/server/report_routes.h"
#include "demo/server/shipment_stream.h"
#include "demo/server/undo_offer.h"
#include "demo/server/webhook_routes.h"

namespace postlude::server {
namespace {

/// Where an offer's outcome is seen, with the way to undo it.
constexpr const char* kOfferPage = "/thank-you";
constexpr const char* kOfferId = "/offers/([^/]{1,200})";

/// True, and the answer is 304, when the client has what the tag names.
bool is_unchanged(const httplib::Request& request, httplib::Response& response,
                  const std::string& tag) {
  response.set_header("ETag", tag);
  response.set_header("Cache-Control", "private, no-cache");
  response.set_header("Vary", "Authorization");
  if (request.get_header_value("If-None-Match").find(tag) == std::string::npos) return false;
  response.status = 304;
  return true;
}

void get_page(App& app, const httplib::Request& request, httplib::Response& response) {
  wait_if_slow(app);
  const PageDocument document = page_document(app, order_of_request(app, request));
  if (!is_unchanged(request, response, document.etag)) send_json(response, document.json);
}

void get_shipments(App& app, const httplib::Request& request, httplib::Response& response) {
  wait_if_slow(app);
  const std::string order_id = order_of_request(app, request);
  const std::string since = request.has_param("since") ? request.get_param_value("since") : "0";
  const ShipmentChanges changes = shipments_since(app, order_id, since);
  const std::string tag = "W/\"" + since + "-" + changes.cursor + "\"";
  if (!is_unchanged(request, response, tag)) send_json(response, changes.json);
}

/// For whoever holds the order's token: why, but not what each offer is worth to the shop. A shop
/// in test mode has only us to tell it to.
void get_explain(App& app, const httplib::Request& request, httplib::Response& response) {
  const std::string order_id = order_of_request(app, request);
  DatabasePool::Lease database = app.databases.lease();
  const Snapshot moment(*database);
  const std::optional<StoredOrder> stored = find_order(*database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  const offer::Decision decision =
      decide_for_order(app, *database, *stored, load_offers(*database));
  send_json(response, offer::explain_json(decision, app.options.mode == native::Mode::Test
                                                        ? offer::Values::Told
                                                        : offer::Values::Withheld));
}

int64_t whole_number(const std::string& name, const std::string& text) {
  const bool digits = text.size() < 8 && text.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) throw Problem(ProblemCode::Invalid, name + ": not a number");
  return std::stoll(text);
}

AcceptRequest read_accept(const App& app, const httplib::Request& request, const PostBody& body) {
  AcceptRequest accept;
  accept.offer_id = request.matches[1];
  if (body.is_form) {
    accept.order_id = order_of_token(app, body.field("order_token"));
    accept.idempotency_key = body.field("idempotency_key");
    accept.quote = body.field("quote");
    accept.return_to = checked_return_to(body.field("return_to"), kOfferPage);
    accept.consent = body.field("consent") == "true";
    const std::string quantity = body.field("quantity");
    if (!quantity.empty()) accept.quantity = whole_number("quantity", quantity);
  } else {
    accept.order_id = order_of_request(app, request);
    accept.idempotency_key = request.get_header_value("Idempotency-Key");
    if (accept.idempotency_key.empty()) throw Problem(ProblemCode::IdempotencyKeyMissing);
    base::JsonReader in;
    accept.quote = in.required_text(body.root(), "quote");
    accept.quantity = in.optional_integer(body.root(), "quantity").value_or(1);
    accept.consent = in.optional_bool(body.root(), "consent", false);
    accept.return_to = checked_return_to(in.optional_text(body.root(), "return_to"), kOfferPage);
    require_read(in);
  }
  return accept;
}

/// The code of a problem that was kept as an answer.
std::string problem_code_of(const StoredAnswer& answer) {
  const base::Result<base::JsonDocument> document = base::parse_json(answer.body);
  return document ? std::string(document.value().root()["code"].text()) : std::string();
}

/// What a form's shopper sees next: the bank, or the page again with its notice.
void send_form_answer(App& app, httplib::Response& response, const AcceptRequest& accept,
                      const StoredAnswer& answer) {
  const base::Result<base::JsonDocument> document = base::parse_json(answer.body);
  if (!document) throw Problem(ProblemCode::Internal);
  const base::JsonRef root = document.value().root();
  if (root["result"].text() == "requires_action") {
    return see_other(response, std::string(root["url"].text()));
  }
  if (root["result"].text() != "accepted") {
    tell_if_possible([&] {
      leave_notice(*app.databases.lease(), accept.order_id,
                   {accept.offer_id, std::string(root["code"].text())});
    });
  }
  see_other(response, accept.return_to);
}

void post_accept(App& app, const httplib::Request& request, httplib::Response& response,
                 const PostBody& body) {
  const AcceptRequest accept = read_accept(app, request, body);
  if (!body.is_form) {
    send_answer(response, accept_offer(app, accept));
    if (app.faults.take("lost_answer")) break_connection(response);
    return;
  }
  const auto stopped = reason_to_stop("accept", [&] {
    send_form_answer(app, response, accept, accept_offer(app, accept));
    if (app.faults.take("lost_answer")) break_connection(response);
  });
  if (!stopped) return;
  tell_what_stopped(app, {accept.order_id, accept.offer_id}, *stopped);
  see_other(response, accept.return_to);
}

void post_decline(App& app, const httplib::Request& request, httplib::Response& response,
                  const PostBody& body) {
  const std::string offer_id = request.matches[1];
  if (!body.is_form) {
    send_json(response, decline_offer(app, order_of_request(app, request), offer_id));
    return;
  }
  const std::string order_id = order_of_token(app, body.field("order_token"));
  const std::string return_to = checked_return_to(body.field("return_to"));
  const auto stopped = reason_to_stop("decline", [&] { decline_offer(app, order_id, offer_id); });
  if (stopped) tell_what_stopped(app, {order_id, offer_id, "decline."}, *stopped);
  see_other(response, return_to);
}

UndoRequest read_undo(const App& app, const httplib::Request& request, const PostBody& body) {
  UndoRequest undo;
  undo.offer_id = request.matches[1];
  if (body.is_form) {
    undo.order_id = order_of_token(app, body.field("order_token"));
    undo.idempotency_key = body.field("idempotency_key");
  } else {
    undo.order_id = order_of_request(app, request);
    undo.idempotency_key = request.get_header_value("Idempotency-Key");
  }
  return undo;
}

void post_undo(App& app, const httplib::Request& request, httplib::Response& response,
               const PostBody& body) {
  const UndoRequest undo = read_undo(app, request, body);
  if (!body.is_form) {
    send_answer(response, undo_offer(app, undo));
    if (app.faults.take("lost_answer")) break_connection(response);
    return;
  }
  const std::string return_to = checked_return_to(body.field("return_to"));
  const auto stopped = reason_to_stop("undo", [&] {
    const StoredAnswer answer = undo_offer(app, undo);
    const std::string code = answer.status == 200 ? "undone" : problem_code_of(answer);
    tell_if_possible([&] {
      leave_notice(*app.databases.lease(), undo.order_id, {undo.offer_id, "undo." + code});
    });
  });
  if (stopped) tell_what_stopped(app, {undo.order_id, undo.offer_id, "undo."}, *stopped);
  see_other(response, return_to);
}

/// A choice of the form; "" and nothing where it names none.
QuoteRequest read_quote_form(const App& app, const PostBody& body) {
  QuoteRequest quote;
  quote.order_id = order_of_token(app, body.field("order_token"));
  quote.variant_id = body.field("variant_id");
  const std::string quantity = body.field("quantity");
  if (!quantity.empty()) quote.quantity = whole_number("quantity", quantity);
  return quote;
}

void post_quote(App& app, const httplib::Request& request, httplib::Response& response,
                const PostBody& body) {
  if (body.is_form) {
    QuoteRequest quote = read_quote_form(app, body);
    quote.offer_id = request.matches[1];
    const std::string return_to = checked_return_to(body.field("return_to"));
    const auto stopped = reason_to_stop("quote", [&] { quote_offer(app, quote); });
    if (stopped) tell_what_stopped(app, {quote.order_id, quote.offer_id, "quote."}, *stopped);
    return see_other(response, return_to);
  }
  QuoteRequest quote;
  quote.order_id = order_of_request(app, request);
  quote.offer_id = request.matches[1];
  base::JsonReader in;
  quote.quantity = in.optional_integer(body.root(), "quantity");
  quote.variant_id = in.optional_text(body.root(), "variant_id");
  require_read(in);
  send_json(response, quote_offer(app, quote));
}

/// Where which methods are known; for 405 answers.
struct KnownPath {
  std::regex pattern;
  const char* allow;
};

}  // namespace

std::string allowed_methods(const std::string& path) {
  const std::string base = kApiBase;
  static const KnownPath known[] = {
      {std::regex(base + "/(page|shipments|shipments/stream|explain)"), "GET, HEAD"},
      {std::regex(base + kOfferId + "/(accept|decline|quote|undo)"), "POST"},
      {std::regex(base + "/(reviews|events|lookup)"), "POST"},
      {std::regex(base + "/webhooks/[^/]{1,40}"), "POST"},
      {std::regex(base + "/shipments/[^/]{1,100}/report"), "POST"},
      {std::regex(base + "/actions/[^/]{1,100}"), "GET, HEAD, POST"},
  };
  for (const KnownPath& row : known) {
    if (std::regex_match(path, row.pattern)) return row.allow;
  }
  return {};
}

void register_api_routes(httplib::Server& server, App& app) {
  const std::string base = kApiBase;
  server.Get(base + "/page", named_route("page", [&app](const auto& request, auto& response) {
               get_page(app, request, response);
             }));
  server.Get(base + "/shipments",
             named_route("shipments", [&app](const auto& request, auto& response) {
               get_shipments(app, request, response);
             }));
  server.Get(base + "/shipments/stream",
             named_route("shipment stream", [&app](const auto& request, auto& response) {
               stream_shipments(app, request, response);
             }));
  server.Get(base + "/explain", named_route("explain", [&app](const auto& request, auto& response) {
               get_explain(app, request, response);
             }));
  register_post(server, app, base + kOfferId + "/accept", "accept offer",
                [&app](const auto& request, auto& response, const PostBody& body) {
                  post_accept(app, request, response, body);
                });
  register_post(server, app, base + kOfferId + "/decline", "decline offer",
                [&app](const auto& request, auto& response, const PostBody& body) {
                  post_decline(app, request, response, body);
                });
  register_post(server, app, base + kOfferId + "/quote", "quote offer",
                [&app](const auto& request, auto& response, const PostBody& body) {
                  post_quote(app, request, response, body);
                });
  register_post(server, app, base + kOfferId + "/undo", "undo offer",
                [&app](const auto& request, auto& response, const PostBody& body) {
                  post_undo(app, request, response, body);
                });
  register_feedback_routes(server, app);
  register_webhook_routes(server, app);
  register_lookup_routes(server, app);
  register_report_routes(server, app);
  register_action_page(server, app);
}

}  // namespace postlude::server
