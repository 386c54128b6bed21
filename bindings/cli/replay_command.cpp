#include <httplib.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <stdexcept>
#include <thread>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "bindings/native/webhook_signature.h"
#include "core/base/hash.h"
#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "core/tracking/classify_text.h"
#include "core/tracking/normalise.h"
#include "core/tracking/summarise.h"

namespace postlude::cli {
namespace {

using tracking::Shipment;
using tracking::TrackingSource;

struct Options {
  std::string to = "http://127.0.0.1:8080";
  std::string from;
  std::string order;
  std::string every = "1s";
  std::string file;
};

constexpr const char* kFooter =
    "Plays a payload of a tracking service into a running demo (./dev demo), as if its parcels\n"
    "were on their way: each scan is sent as a signed webhook of its own, oldest first, and at "
    "the\n"
    "end the payload itself as its service sends it. The parcels join the order of that number;\n"
    "without one an order is made. Writes one line a webhook.\n"
    "\n"
    "Examples:\n"
    "  postlude replay tracking.json\n"
    "  postlude replay --to http://127.0.0.1:8081 --order 1003 --every 5s easypost.json";

constexpr TrackingSource kSources[] = {
#define X(name, text) TrackingSource::name,
    POSTLUDE_TRACKING_SOURCES(X)
#undef X
};

std::string_view name_of(TrackingSource source) {
#define X(name, text) \
  if (source == TrackingSource::name) return text;
  POSTLUDE_TRACKING_SOURCES(X)
#undef X
  return {};
}

[[noreturn]] void fail(const std::string& what) { throw std::runtime_error(what); }

std::chrono::milliseconds read_pause(std::string_view text) {
  int64_t count = 0;
  const auto [unit, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const std::string_view rest(unit, static_cast<size_t>(text.data() + text.size() - unit));
  if (error != std::errc() || count < 0 || count > 3'600'000) fail("--every: 2s or 500ms");
  if (rest == "ms") return std::chrono::milliseconds(count);
  if (rest == "s" || rest.empty()) return std::chrono::seconds(count);
  fail("--every: 2s or 500ms");
}

struct Payload {
  TrackingSource source = TrackingSource::Canonical;
  std::vector<Shipment> shipments;
};

size_t scans_of(const Payload& payload) {
  size_t scans = payload.shipments.size();
  for (const Shipment& shipment : payload.shipments) scans += shipment.checkpoints.size();
  return scans;
}

/// Of the sources that can read the payload the one that finds most in it.
Payload read_payload(std::string_view bytes, const std::string& from) {
  Payload best;
  for (const TrackingSource source : kSources) {
    if (!from.empty() && name_of(source) != from) continue;
    auto read = tracking::normalise(source, bytes);
    if (!read.ok()) continue;
    Payload payload{source, std::move(read.value())};
    if (scans_of(payload) > scans_of(best)) best = std::move(payload);
  }
  if (best.shipments.empty()) fail("no source finds a shipment in this file");
  tracking::classify_unplaced(tracking::TextClassifier(), best.shipments);
  return best;
}

/// The running demo, as its merchant and as a tracking service see it.
class Shop {
 public:
  explicit Shop(const std::string& origin) : client_(origin) {
    client_.set_connection_timeout(5);
    client_.set_read_timeout(30);
  }

  base::JsonDocument get(const std::string& path) { return read(client_.Get(path), path); }

  base::JsonDocument post(const std::string& path, const std::string& json) {
    return read(client_.Post(path, json, "application/json"), path);
  }

  base::JsonDocument send(TrackingSource source, const std::string& body) {
    const std::string path = "/postlude/v1/webhooks/" + std::string(name_of(source));
    const std::string timestamp = std::to_string(std::time(nullptr));
    const std::string id =
        "replay_" + base::hex64(base::fnv1a64(body)) + "_" + std::to_string(++sent_) + timestamp;
    const httplib::Headers headers = {
        {"webhook-id", id},
        {"webhook-timestamp", timestamp},
        {"webhook-signature", native::sign_webhook(key_of(source), id, timestamp, body)}};
    return read(client_.Post(path, headers, body, "application/json"), path);
  }

 private:
  static base::JsonDocument read(const httplib::Result& result, const std::string& path) {
    if (!result) fail("no answer from " + path + ": " + httplib::to_string(result.error()));
    auto document = base::parse_json(result->body);
    if (result->status >= 300 || !document.ok()) {
      fail(path + ": " + std::to_string(result->status) + " " + result->body);
    }
    return std::move(document.value());
  }

  std::string key_of(TrackingSource source) {
    const base::JsonDocument list = get("/merchant/api/webhooks");
    for (const base::JsonRef webhook : list.root()["webhooks"]) {
      if (webhook["source"].text() != name_of(source)) continue;
      const auto key = native::webhook_key(webhook["secret"].text());
      if (key) return *key;
    }
    fail("the server has no secret for " + std::string(name_of(source)));
  }

  httplib::Client client_;
  int sent_ = 0;
};

struct Order {
  std::string id;
  std::string number;
};

Order find_order(Shop& shop, const std::string& number) {
  const base::JsonDocument list = shop.get("/merchant/api/orders");
  for (const base::JsonRef order : list.root()["orders"]) {
    if (order["number"].text() == number) return {std::string(order["id"].text()), number};
  }
  fail("there is no order " + number);
}

/// Buys the first thing in stock, as the demo's shopper would.
Order make_order(Shop& shop) {
  const base::JsonDocument catalogue = shop.get("/merchant/api/catalogue");
  for (const base::JsonRef product : catalogue.root()["products"]) {
    if (product["stock"].integer().value_or(0) < 1) continue;
    base::JsonWriter out;
    out.begin_object().key("lines").begin_array().begin_object();
    out.member("product_id", product["product_id"].text()).member("quantity", 1);
    out.end_object().end_array();
    out.member("email", "replay@example.com").member("name", "Ada Beispiel");
    out.member("address", "Weissenfelser Strasse 41").member("city", "Leipzig");
    out.member("postcode", "04229").member("country", "DE");
    out.member("card_number", "4242424242424242").end_object();
    const base::JsonDocument made = shop.post("/merchant/api/orders", out.text());
    return {std::string(made.root()["order_id"].text()), std::string(made.root()["number"].text())};
  }
  fail("everything is sold out");
}

/// Makes the parcels that the payload tells of; one without a number gets one.
void make_parcels(Shop& shop, const Order& order, std::vector<Shipment>& shipments) {
  const std::string path = "/merchant/api/orders/" + order.id;
  const base::JsonDocument known = shop.get(path);
  bool first = known.root()["unshipped"].size() > 0;
  for (size_t i = 0; i < shipments.size(); ++i) {
    Shipment& shipment = shipments[i];
    if (shipment.tracking_number.empty()) {
      shipment.tracking_number = "REPLAY-" + order.number + "-" + std::to_string(i + 1);
    }
    base::JsonWriter out;
    out.begin_object().member("tracking_number", shipment.tracking_number);
    out.member("carrier", shipment.carrier).member("carrier_name", shipment.carrier_name);
    if (!first) out.key("line_ids").begin_array().end_array();
    shop.post(path + "/shipments", out.end_object().text());
    first = false;
  }
}

struct Step {
  size_t shipment;
  size_t scan;  // index into its checkpoints, newest first
  int64_t key;
};

std::vector<Step> steps_of(const std::vector<Shipment>& shipments) {
  std::vector<Step> steps;
  for (size_t i = 0; i < shipments.size(); ++i) {
    for (size_t k = shipments[i].checkpoints.size(); k-- > 0;) {
      steps.push_back({i, k, base::sort_key_ms(shipments[i].checkpoints[k].time)});
    }
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const Step& a, const Step& b) { return a.key < b.key; });
  return steps;
}

/// The shipment as it stood when that scan was the newest.
std::string told_then(const Shipment& whole, size_t scan) {
  Shipment then;
  then.id = whole.id;
  then.tracking_number = whole.tracking_number;
  then.carrier = whole.carrier;
  then.carrier_name = whole.carrier_name;
  then.direction = whole.direction;
  then.checkpoints.assign(whole.checkpoints.begin() + static_cast<ptrdiff_t>(scan),
                          whole.checkpoints.end());
  tracking::complete_shipment(then, tracking::StatusOrigin::FromCheckpoints);
  return tracking::write_shipments({then});
}

void report(size_t step, size_t steps, std::string_view status, const base::JsonDocument& answer) {
  base::JsonWriter out;
  out.begin_object().member("sent", static_cast<int64_t>(step));
  out.member("of", static_cast<int64_t>(steps)).member_if("status", status);
  out.member("result", answer.root()["result"].text()).end_object();
  write_answer(out.text());
  std::fflush(stdout);
}

void replay(const Options& options, const std::string& bytes) {
  const std::chrono::milliseconds pause = read_pause(options.every);
  Payload payload = read_payload(bytes, options.from);
  Shop shop(options.to);
  const Order order = options.order.empty() ? make_order(shop) : find_order(shop, options.order);
  make_parcels(shop, order, payload.shipments);
  std::fprintf(stderr, "order %s: %s/merchant/orders/%s\n", order.number.c_str(),
               options.to.c_str(), order.id.c_str());
  const std::vector<Step> steps = steps_of(payload.shipments);
  for (size_t i = 0; i < steps.size(); ++i) {
    const Shipment& shipment = payload.shipments[steps[i].shipment];
    const base::JsonDocument answer =
        shop.send(TrackingSource::Canonical, told_then(shipment, steps[i].scan));
    report(i + 1, steps.size() + 1,
           tracking::status_name(shipment.checkpoints[steps[i].scan].status), answer);
    std::this_thread::sleep_for(pause);
  }
  report(steps.size() + 1, steps.size() + 1, {}, shop.send(payload.source, bytes));
}

int run(const Options& options) {
  const std::optional<std::string> bytes = read_input(options.file);
  if (!bytes) return kWrongUse;
  try {
    replay(options, *bytes);
    return kAllFine;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "postlude: %s\n", error.what());
    return kSomeItemFailed;
  }
}

}  // namespace

void add_replay_command(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("replay", "Play a payload into a running demo");
  command->footer(kFooter);
#define X(name, text) text,
  const std::vector<std::string> sources = {POSTLUDE_TRACKING_SOURCES(X)};
#undef X
  command->add_option("--to", options->to, "Address of the demo")->capture_default_str();
  command->add_option("--from", options->from, "The payload's source; found out when left out")
      ->check(CLI::IsMember(sources));
  command->add_option("--order", options->order, "Number of the order; a new one when left out");
  command->add_option("--every", options->every, "Pause between scans: 2s, 500ms")
      ->capture_default_str();
  add_file_argument(*command, options->file);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace postlude::cli
