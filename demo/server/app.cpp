#include "demo/server/app.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "demo/server/catalogue_repository.h"
#include "demo/server/delivery_forecast.h"
#include "demo/server/migrations.h"
#include "demo/server/offer_repository.h"
#include "demo/server/random_id.h"
#include "demo/server/settings_repository.h"
#include "demo/server/webhook_repository.h"

namespace postlude::server {
namespace {

constexpr size_t kStreamsAnOrder = 4;  // hidden tabs do not listen

enum class Missing { IsAnError, IsEmpty };

std::string read_store_file(const std::string& directory, const std::string& name,
                            Missing missing) {
  const std::string path = directory + "/" + name;
  std::ifstream in(path, std::ios::binary);
  if (!in && missing == Missing::IsEmpty) return {};
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The secret never leaves the database: there is no flag or file that could be committed.
native::KeyRing load_keys(Database& database) {
  std::string secret = read_setting(database, "signing_key");
  if (secret.empty()) {
    secret = random_id("") + random_id("");
    write_setting(database, "signing_key", secret);
  }
  return {{{"k1", secret}}};
}

}  // namespace

App::App(Options chosen)
    : options(std::move(chosen)),
      faults(options.faults),
      databases(options.db, &faults),
      news(static_cast<size_t>(options.streams), kStreamsAnOrder),
      gateway(databases, faults, options.mode),
      locales(options.locales_dir) {
  DatabasePool::Lease database = databases.lease_without_faults();
  databases.on_commit([this](const std::string& order_id) { news.publish(order_id); });
  migrate(*database);
  start_clock(*database, options.clock, clock);
  const std::string& dir = options.store_dir;
  shop = seed_catalogue(*database, read_store_file(dir, "catalogue.json", Missing::IsAnError));
  seed_offers(*database, read_store_file(dir, "offers.json", Missing::IsAnError),
              read_store_file(dir, "offer_prices.json", Missing::IsEmpty),
              base::parse_currency(shop.currency).value_or(base::Currency{}));
  delivery = read_delivery_rules(read_store_file(dir, "delivery.json", Missing::IsAnError));
  keys = load_keys(*database);
  make_webhook_secrets(*database, system_now_ms());
}

}  // namespace postlude::server
