#include "demo/server/action_page.h"

#include <httplib.h>

#include <string>

#include "core/base/money.h"
#include "demo/server/accept_offer.h"
#include "demo/server/api_body.h"
#include "demo/server/api_routes.h"
#include "demo/server/form_notice.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/http_server.h"
#include "demo/server/order_repository.h"

namespace postlude::server {
namespace {

constexpr const char* kActionPath = "/actions/([^/]{1,100})";

std::string page_html(const App& app, const Charge& charge, const std::string& method) {
  const std::string amount =
      std::string(charge.amount.currency.text()) + " " + base::money_decimal(charge.amount);
  return R"(<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Confirm your payment</title>
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="/store/img/mark.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/store/store.css" />
  </head>
  <body>
    <main id="main" class="wrap">
      <div class="narrow centred stack">
        <p class="eyebrow">Simulated bank page</p>
        <h1>Is this you?</h1>
        <p class="lede">Your bank wants to be sure before it pays <strong>)" +
         html_escape(amount) + "</strong> to " + html_escape(app.shop.name) +
         R"(. A real bank would ask in its app.</p>
        <form class="panel stack" method="post">
          <p>)" +
         html_escape(method) + R"(</p>
          <div class="actions">
            <button class="button" type="submit" name="answer" value="confirm">Yes, confirm the payment</button>
            <button class="button quiet tall" type="submit" name="answer" value="refuse">No, refuse it</button>
          </div>
        </form>
      </div>
    </main>
  </body>
</html>
)";
}

std::string way_back(const Charge& charge) {
  return charge.return_to.empty() ? "/order" : charge.return_to;
}

Charge charge_of(Database& database, const httplib::Request& request) {
  const std::optional<Charge> charge =
      find_charge_of_action(database, std::string(request.matches[1]));
  if (!charge) throw Problem(ProblemCode::NotFound);
  return *charge;
}

void get_action(App& app, const httplib::Request& request, httplib::Response& response) {
  DatabasePool::Lease database = app.databases.lease();
  const Charge charge = charge_of(*database, request);
  if (charge.stage != ChargeStage::RequiresAction) return see_other(response, way_back(charge));
  const std::optional<StoredOrder> stored = find_order(*database, charge.order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  send_html(response, page_html(app, charge, stored->order.payment_method));
}

/// Tells the page that the shopper goes back to what came of it.
void tell_outcome(Database& database, const Charge& charge) {
  const std::optional<Charge> now = find_charge(database, charge.id);
  if (now && now->stage == ChargeStage::Declined) {
    leave_notice(database, charge.order_id, {charge.offer_id, now->code});
  } else if (now && now->stage == ChargeStage::Void) {
    leave_notice(database, charge.order_id, {charge.offer_id, "offer_expired"});
  }
}

/// Ends the action at the bank, and with it the charge.
void finish_at_bank(App& app, Database& database, const Charge& charge, ActionAnswer answer) {
  const bool late = charge.expires_ms <= app.clock.now_ms();
  const ChargeAnswer said =
      late ? app.gateway.cancel(charge.id) : app.gateway.finish_action(charge.action_id, answer);
  try {
    finish_charge(app, database, charge, said);
  } catch (const Problem& problem) {
    // Void leaves nothing to answer; what is pending is settled in the background.
    if (problem.code == ProblemCode::Internal) throw;
  }
  tell_if_possible([&] { tell_outcome(database, charge); });
}

void post_action(App& app, const httplib::Request& request, httplib::Response& response,
                 const PostBody& body) {
  if (!body.is_form) throw Problem(ProblemCode::UnsupportedMediaType);
  DatabasePool::Lease database = app.databases.lease();
  const Charge charge = charge_of(*database, request);
  if (charge.stage == ChargeStage::RequiresAction) {
    const std::string answer = body.field("answer");
    if (answer != "confirm" && answer != "refuse") {
      throw Problem(ProblemCode::Invalid, "answer: confirm or refuse");
    }
    finish_at_bank(app, *database, charge,
                   answer == "confirm" ? ActionAnswer::Confirm : ActionAnswer::Refuse);
  }
  see_other(response, way_back(charge));
}

}  // namespace

void register_action_page(httplib::Server& server, App& app) {
  const std::string path = std::string(kApiBase) + kActionPath;
  server.Get(path, named_route("action page", [&app](const auto& request, auto& response) {
               get_action(app, request, response);
             }));
  register_post(server, app, path, "action",
                [&app](const auto& request, auto& response, const PostBody& body) {
                  post_action(app, request, response, body);
                });
}

}  // namespace postlude::server
