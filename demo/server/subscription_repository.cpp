#include "demo/server/subscription_repository.h"

#include "core/base/json_writer.h"
#include "demo/server/charge_repository.h"
#include "demo/server/event_repository.h"
#include "demo/server/order_repository.h"
#include "demo/server/quote_repository.h"

namespace postlude::server {
namespace {

/// The quote behind a charge that began a subscription.
std::optional<StoredQuote> subscribed_quote(Database& database, const Charge& charge) {
  if (charge.stage != ChargeStage::Accepted) return std::nullopt;
  std::optional<StoredQuote> quote = find_quote(database, charge.quote_id);
  if (!quote || !quote->renewal) return std::nullopt;
  return quote;
}

}  // namespace

std::vector<Subscription> list_subscriptions(Database& database, std::string_view order_id) {
  std::vector<Subscription> subscriptions;
  for (const Charge& charge : list_charges(database, order_id)) {
    const std::optional<StoredQuote> quote = subscribed_quote(database, charge);
    if (!quote) continue;
    const std::optional<CatalogueItem> item =
        find_variant(database, quote->product_id, quote->variant_id);
    subscriptions.push_back({charge.offer_id, item ? item->title : quote->selling_plan,
                             *quote->renewal, charge.renewal_ended_ms});
  }
  return subscriptions;
}

bool end_subscription(Database& database, std::string_view order_id, std::string_view offer_id,
                      int64_t now_ms) {
  const std::optional<Charge> charge = find_living_charge(database, order_id, offer_id);
  const std::optional<StoredQuote> quote =
      charge ? subscribed_quote(database, *charge) : std::nullopt;
  if (!quote) return false;
  if (charge->renewal_ended_ms != 0) return true;
  database.execute("UPDATE charges SET renewal_ended_ms = ? WHERE id = ?", now_ms, charge->id);
  base::JsonWriter payload;
  payload.begin_object()
      .member("offer_id", offer_id)
      .member("charge_id", charge->id)
      .member("selling_plan", quote->selling_plan)
      .end_object();
  insert_outbox(database, order_id, "subscription.ended", payload.text(), now_ms);
  return true;
}

}  // namespace postlude::server
