#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/native/locales.h"
#include "bindings/native/token.h"
#include "core/base/exchange_rate.h"
#include "core/tracking/estimate_delivery.h"
#include "demo/server/active_charges.h"
#include "demo/server/clock.h"
#include "demo/server/database.h"
#include "demo/server/faults.h"
#include "demo/server/gateway.h"
#include "demo/server/http_fwd.h"
#include "demo/server/order_news.h"

namespace postlude::server {

/// Who signs tokens and for whom: claims `iss` and `aud`.
inline constexpr std::string_view kIssuer = "postlude-server";
inline constexpr std::string_view kAudience = "postlude-demo";
/// How far the machine's clock may be set back without making our own tokens seem to come from the
/// future.
inline constexpr int64_t kClockStepS = 15LL * 60;

/// What the command line asked for.
struct Options {
  std::string host = "127.0.0.1";
  int port = 8080;  // 0: any free one
  std::string db = "postlude.db";
  std::string clock = "system";  // or the time at which the shop's clock starts
  std::string faults;
  bool request_faults = false;  // requests may bring faults of their own
  std::string log = "info";
  std::string store_dir = "demo/store";
  std::string dist_dir = "web/dist";
  std::string locales_dir = "web/locales";
  std::string trusted_proxy;  // address whose X-Forwarded-For is believed
  int streams = 64;           // pages that may listen at once; 0: no streams are offered
  native::Mode mode = native::Mode::Test;
  std::string csp = "strict";  // "no-wasm": pages do not let the browser compile WebAssembly
};

/// The shop as its catalogue describes it.
struct Shop {
  std::string name;
  std::string currency;                   // ISO 4217
  std::string locale;                     // BCP 47
  std::string market;                     // "EU": prices with their tax
  std::vector<base::ExchangeRate> rates;  // of what it is paid in: its own first, one to one
};

/// Everything that a request can need; lives as long as the server. Made by `App::App`, which opens
/// and migrates the database, seeds it from the store's files and settles what a crash left open.
struct App {
  explicit App(Options chosen);

  const Options options;
  const Faults faults;
  Clock clock;
  mutable DatabasePool databases;  // reading needs a connection too
  mutable OrderNews news;          // links are revoked by who only reads
  TestGateway gateway;
  ActiveCharges active_charges;
  const native::Locales locales;  // the words that pages are rendered with
  Shop shop;
  tracking::DeliveryRules delivery;  // without the lanes of its own deliveries
  native::KeyRing keys;              // made at the first start and kept in the database
  /// Writes the page for an error outside the API; set by the shop's pages. Without it errors are
  /// problem+json everywhere.
  std::function<void(const httplib::Request&, httplib::Response&, int status)> error_page;
};

}  // namespace postlude::server
