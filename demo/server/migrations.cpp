#include "demo/server/migrations.h"

#include <sqlite3.h>

#include <array>
#include <string>

namespace postlude::server {
namespace {

constexpr std::array kSteps = {
    // 1: everything
    R"sql(
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE products (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  image_url TEXT NOT NULL,
  image_alt TEXT NOT NULL,
  requires_shipping INTEGER NOT NULL,
  tax_millionths INTEGER NOT NULL CHECK (tax_millionths >= 0),
  categories TEXT NOT NULL  -- a JSON array
) STRICT;
CREATE TABLE variants (
  id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES products (id),
  title TEXT NOT NULL,
  sku TEXT NOT NULL,
  price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
  stock INTEGER NOT NULL CHECK (stock >= 0)
) STRICT;
CREATE INDEX variants_by_product ON variants (product_id);

CREATE TABLE customers (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  first_name TEXT NOT NULL,
  created_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  created_ms INTEGER NOT NULL,
  cancelled_ms INTEGER,
  released_ms INTEGER,
  currency TEXT NOT NULL,
  payment_status TEXT NOT NULL,
  payment_method TEXT NOT NULL,
  payment_token TEXT NOT NULL,
  shipping_method TEXT NOT NULL,
  address_name TEXT NOT NULL,
  address_lines TEXT NOT NULL,  -- one a line
  address_city TEXT NOT NULL,
  address_region TEXT NOT NULL,
  address_postcode TEXT NOT NULL,
  address_country TEXT NOT NULL,
  cursor INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX orders_by_customer ON orders (customer_id);
CREATE TABLE order_lines (
  order_id TEXT NOT NULL REFERENCES orders (id),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  offer_id TEXT,  -- the offer that brought it
  product_id TEXT NOT NULL,
  variant_id TEXT NOT NULL,
  sku TEXT NOT NULL,
  title TEXT NOT NULL,
  variant TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  image_url TEXT NOT NULL,
  requires_shipping INTEGER NOT NULL,
  categories TEXT NOT NULL,  -- a JSON array
  PRIMARY KEY (order_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE order_totals (
  order_id TEXT NOT NULL REFERENCES orders (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (order_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer_configs (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  document TEXT NOT NULL,
  prices TEXT NOT NULL  -- "" when there are none
) STRICT;
CREATE TABLE offer_answers (
  order_id TEXT NOT NULL REFERENCES orders (id),
  offer_id TEXT NOT NULL,
  answer TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (order_id, offer_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE quotes (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  offer_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  variant_id TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  currency TEXT NOT NULL,
  subtotal_minor INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL,
  shipping_minor INTEGER NOT NULL,
  tax_minor INTEGER NOT NULL,
  total_minor INTEGER NOT NULL,
  tax_included INTEGER NOT NULL,
  created_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  token TEXT NOT NULL
) STRICT;
CREATE INDEX quotes_by_offer ON quotes (order_id, offer_id);
CREATE TABLE charges (
  id TEXT PRIMARY KEY,  -- also the key by which the gateway knows it
  order_id TEXT NOT NULL REFERENCES orders (id),
  offer_id TEXT NOT NULL,
  quote_id TEXT NOT NULL REFERENCES quotes (id),
  idempotency_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'requires_action', 'accepted', 'declined', 'void')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  currency TEXT NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  action_id TEXT NOT NULL DEFAULT '',
  return_to TEXT NOT NULL DEFAULT '',
  created_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL
) STRICT;
-- One click, one charge: whatever else goes wrong, an offer has one living charge in an order.
CREATE UNIQUE INDEX charges_once ON charges (order_id, offer_id)
  WHERE state IN ('pending', 'requires_action', 'accepted');
CREATE INDEX charges_by_quote ON charges (quote_id);
CREATE INDEX charges_open ON charges (state) WHERE state IN ('pending', 'requires_action');
CREATE UNIQUE INDEX charges_by_action ON charges (action_id) WHERE action_id <> '';
CREATE TABLE idempotency (
  order_id TEXT NOT NULL REFERENCES orders (id),
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('in_progress', 'done')),
  status INTEGER NOT NULL DEFAULT 0,
  content_type TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT '',
  created_ms INTEGER NOT NULL,
  PRIMARY KEY (order_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_age ON idempotency (created_ms);
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id TEXT NOT NULL REFERENCES orders (id),
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  created_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE shipments (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  carrier TEXT NOT NULL,
  carrier_name TEXT NOT NULL,
  service TEXT NOT NULL,
  tracking_number TEXT NOT NULL,
  tracking_url TEXT NOT NULL,
  status TEXT NOT NULL,
  sub_status TEXT NOT NULL,
  estimate_from TEXT NOT NULL,
  estimate_until TEXT NOT NULL,
  shipped_at TEXT NOT NULL,
  delivered_at TEXT NOT NULL,
  origin_country TEXT NOT NULL,
  destination_country TEXT NOT NULL,
  cursor INTEGER NOT NULL
) STRICT;
CREATE INDEX shipments_by_order ON shipments (order_id);
CREATE TABLE shipment_items (
  shipment_id TEXT NOT NULL REFERENCES shipments (id),
  line_id TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (shipment_id, line_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoints (
  shipment_id TEXT NOT NULL REFERENCES shipments (id),
  id TEXT NOT NULL,
  status TEXT NOT NULL,
  sub_status TEXT NOT NULL,
  raw_code TEXT NOT NULL,
  message TEXT NOT NULL,
  time TEXT NOT NULL,
  city TEXT NOT NULL,
  country TEXT NOT NULL,
  cursor INTEGER NOT NULL,
  PRIMARY KEY (shipment_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reviews (
  order_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  PRIMARY KEY (order_id, line_id),
  FOREIGN KEY (order_id, line_id) REFERENCES order_lines (order_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  order_id TEXT NOT NULL REFERENCES orders (id),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  received_ms INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (order_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE notices (
  order_id TEXT PRIMARY KEY REFERENCES orders (id),
  offer_id TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT;

-- The test gateway's own books. Nothing above refers to them, as nothing could to a real gateway's.
CREATE TABLE gateway_charges (
  key TEXT PRIMARY KEY,
  token TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  state TEXT NOT NULL,
  code TEXT NOT NULL,
  action_id TEXT NOT NULL,
  known_from_ms INTEGER NOT NULL  -- the machine's time from which the gateway tells the outcome
) STRICT;
CREATE INDEX gateway_by_action ON gateway_charges (action_id) WHERE action_id <> '';
)sql",

    // 2: a charge can be given back. SQLite changes a CHECK only with a new table.
    R"sql(
CREATE TABLE charges_2 (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  offer_id TEXT NOT NULL,
  quote_id TEXT NOT NULL REFERENCES quotes (id),
  idempotency_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN
    ('pending', 'requires_action', 'accepted', 'refunding', 'declined', 'void', 'refunded')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  currency TEXT NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  action_id TEXT NOT NULL DEFAULT '',
  return_to TEXT NOT NULL DEFAULT '',
  created_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  accepted_ms INTEGER NOT NULL DEFAULT 0,
  undo_key TEXT NOT NULL DEFAULT ''  -- of the request that gives it back
) STRICT;
INSERT INTO charges_2 SELECT id, order_id, offer_id, quote_id, idempotency_key, state, amount_minor,
  currency, code, action_id, return_to, created_ms, expires_ms,
  CASE state WHEN 'accepted' THEN created_ms ELSE 0 END, '' FROM charges;
DROP TABLE charges;
ALTER TABLE charges_2 RENAME TO charges;
CREATE UNIQUE INDEX charges_once ON charges (order_id, offer_id)
  WHERE state IN ('pending', 'requires_action', 'accepted', 'refunding');
CREATE INDEX charges_by_quote ON charges (quote_id);
CREATE INDEX charges_open ON charges (state)
  WHERE state IN ('pending', 'requires_action', 'refunding');
CREATE UNIQUE INDEX charges_by_action ON charges (action_id) WHERE action_id <> '';
)sql",

    // 3: products in several variants; 0 is the usual one.
    R"sql(
ALTER TABLE variants ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
)sql",

    // 4: what a customer answered before and how an offer does are looked up, not counted each
    // time.
    R"sql(
CREATE INDEX charges_by_order ON charges (order_id, offer_id);
CREATE TABLE offer_tallies (
  offer_id TEXT PRIMARY KEY,
  shown INTEGER NOT NULL,    -- on how many orders
  accepted INTEGER NOT NULL  -- on how many of them, what was undone left out
) STRICT, WITHOUT ROWID;
INSERT INTO offer_tallies SELECT offer_id, COUNT(DISTINCT order_id), 0 FROM quotes
  GROUP BY offer_id;
UPDATE offer_tallies SET accepted = (SELECT COUNT(*) FROM charges
  WHERE charges.offer_id = offer_tallies.offer_id AND state IN ('accepted', 'refunding'));
)sql",

    // 5: webhooks of tracking services, and all that they say of a parcel.
    R"sql(
CREATE TABLE webhook_secrets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  secret TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  expires_ms INTEGER  -- once it was replaced
) STRICT;
CREATE TABLE webhook_deliveries (
  source TEXT NOT NULL,
  id TEXT NOT NULL,
  received_ms INTEGER NOT NULL,
  PRIMARY KEY (source, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (received_ms);
ALTER TABLE shipments ADD COLUMN raw_status TEXT NOT NULL DEFAULT '';
ALTER TABLE shipments ADD COLUMN direction TEXT NOT NULL DEFAULT 'outbound';
ALTER TABLE shipments ADD COLUMN signed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE shipments ADD COLUMN estimate_source TEXT NOT NULL DEFAULT 'carrier';
-- Without blanks and hyphens, which are printed in numbers and left out again.
ALTER TABLE shipments ADD COLUMN number_key TEXT NOT NULL DEFAULT '';
UPDATE shipments SET number_key = upper(replace(replace(tracking_number, ' ', ''), '-', ''));
CREATE INDEX shipments_by_number ON shipments (number_key);
-- By which a source's later events name a parcel when they leave out its number.
CREATE TABLE parcel_aliases (
  source TEXT NOT NULL,
  alias TEXT NOT NULL,
  shipment_id TEXT NOT NULL REFERENCES shipments (id),
  PRIMARY KEY (source, alias)
) STRICT, WITHOUT ROWID;
ALTER TABLE checkpoints ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE checkpoints ADD COLUMN postcode TEXT NOT NULL DEFAULT '';
-- Among scans of one time the higher is the newer.
ALTER TABLE checkpoints ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
UPDATE checkpoints SET position = cursor * 100000;
)sql",

    // 6: look-up by people without a link, and links that can be revoked.
    R"sql(
ALTER TABLE orders ADD COLUMN phone TEXT NOT NULL DEFAULT '';
-- Links of an earlier generation no longer open the order.
ALTER TABLE orders ADD COLUMN link_generation INTEGER NOT NULL DEFAULT 0;
CREATE TABLE lookup_tries (
  bucket TEXT NOT NULL,  -- a keyed hash of an order number or a client
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX lookup_tries_by_bucket ON lookup_tries (bucket, at_ms);
CREATE INDEX lookup_tries_by_age ON lookup_tries (at_ms);
)sql",

    // 7: what was said first of an arrival, and what shoppers report of parcels.
    R"sql(
ALTER TABLE shipments ADD COLUMN first_estimate_from TEXT NOT NULL DEFAULT '';
ALTER TABLE shipments ADD COLUMN first_estimate_until TEXT NOT NULL DEFAULT '';
UPDATE shipments SET first_estimate_from = estimate_from, first_estimate_until = estimate_until;
CREATE TABLE problem_reports (
  shipment_id TEXT NOT NULL REFERENCES shipments (id),
  problem TEXT NOT NULL,
  order_id TEXT NOT NULL REFERENCES orders (id),
  text TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  PRIMARY KEY (shipment_id, problem)
) STRICT, WITHOUT ROWID;
CREATE INDEX problem_reports_by_order ON problem_reports (order_id);
)sql",

    // 8: where a parcel waits, how it was left, and where its scans were.
    R"sql(
ALTER TABLE shipments ADD COLUMN proof_photo TEXT NOT NULL DEFAULT '';
ALTER TABLE shipments ADD COLUMN report_url TEXT NOT NULL DEFAULT '';
ALTER TABLE shipments ADD COLUMN pickup_name TEXT NOT NULL DEFAULT '';
ALTER TABLE shipments ADD COLUMN pickup_address TEXT NOT NULL DEFAULT '';
ALTER TABLE shipments ADD COLUMN pickup_hours TEXT NOT NULL DEFAULT '';
ALTER TABLE shipments ADD COLUMN pickup_until TEXT NOT NULL DEFAULT '';
-- Hundredths of a degree; both 0 when the source did not say.
ALTER TABLE checkpoints ADD COLUMN latitude INTEGER NOT NULL DEFAULT 0;
ALTER TABLE checkpoints ADD COLUMN longitude INTEGER NOT NULL DEFAULT 0;
)sql",

    // 9: subscriptions, as they were quoted and agreed to.
    R"sql(
ALTER TABLE quotes ADD COLUMN needs_consent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quotes ADD COLUMN selling_plan TEXT NOT NULL DEFAULT '';
ALTER TABLE quotes ADD COLUMN renewal_every INTEGER NOT NULL DEFAULT 0;  -- 0: it does not renew
ALTER TABLE quotes ADD COLUMN renewal_unit TEXT NOT NULL DEFAULT '';
ALTER TABLE quotes ADD COLUMN renewal_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN selling_plan TEXT NOT NULL DEFAULT '';
ALTER TABLE charges ADD COLUMN renewal_ended_ms INTEGER NOT NULL DEFAULT 0;
)sql",

    // 10: where a source says that a parcel can be returned.
    R"sql(
ALTER TABLE shipments ADD COLUMN returns_url TEXT NOT NULL DEFAULT '';
ALTER TABLE shipments ADD COLUMN returns_until TEXT NOT NULL DEFAULT '';
)sql",

    // 11: what was paid in another currency than the shop's, in both.
    R"sql(
ALTER TABLE orders ADD COLUMN shop_currency TEXT NOT NULL DEFAULT '';
-- What one of the shop's currency was worth when the order was paid.
ALTER TABLE orders ADD COLUMN rate_billionths INTEGER NOT NULL DEFAULT 1000000000;
ALTER TABLE orders ADD COLUMN shop_subtotal_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN shop_total_minor INTEGER NOT NULL DEFAULT 0;
UPDATE orders SET shop_currency = currency, shop_subtotal_minor = COALESCE(
  (SELECT amount_minor FROM order_totals t WHERE t.order_id = id AND t.kind = 'subtotal'), 0),
  shop_total_minor = COALESCE(
  (SELECT amount_minor FROM order_totals t WHERE t.order_id = id AND t.kind = 'total'), 0);
ALTER TABLE quotes ADD COLUMN shop_currency TEXT NOT NULL DEFAULT '';
ALTER TABLE quotes ADD COLUMN shop_subtotal_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quotes ADD COLUMN shop_discount_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quotes ADD COLUMN shop_shipping_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quotes ADD COLUMN shop_tax_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quotes ADD COLUMN shop_total_minor INTEGER NOT NULL DEFAULT 0;
UPDATE quotes SET shop_currency = currency, shop_subtotal_minor = subtotal_minor,
  shop_discount_minor = discount_minor, shop_shipping_minor = shipping_minor,
  shop_tax_minor = tax_minor, shop_total_minor = total_minor;
)sql",

    // 12: links to other sellers have no quote to tell that they were shown.
    R"sql(
CREATE TABLE link_showings (
  order_id TEXT NOT NULL REFERENCES orders (id),
  offer_id TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (order_id, offer_id)
) STRICT, WITHOUT ROWID;
)sql",

    // 13: that a source has taken the returns of a parcel back.
    R"sql(
ALTER TABLE shipments ADD COLUMN returns_withdrawn INTEGER NOT NULL DEFAULT 0;
)sql",

    // 14: quotes that are offered still have tokens without `lines`, which nobody takes any more.
    R"sql(
UPDATE quotes SET expires_ms = created_ms
  WHERE NOT EXISTS (SELECT 1 FROM charges c WHERE c.quote_id = quotes.id);
)sql",

    // 15: a review outlives its line, which goes when an offer is given back.
    R"sql(
CREATE TABLE reviews_2 (
  order_id TEXT NOT NULL REFERENCES orders (id),
  line_id TEXT NOT NULL,
  stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  PRIMARY KEY (order_id, line_id)
) STRICT, WITHOUT ROWID;
INSERT INTO reviews_2 SELECT order_id, line_id, stars, title, text, created_ms FROM reviews;
DROP TABLE reviews;
ALTER TABLE reviews_2 RENAME TO reviews;
)sql",

    // 16: the checkout form that became an order; one that is sent again finds it.
    R"sql(
ALTER TABLE orders ADD COLUMN form_id TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX orders_by_form ON orders (form_id) WHERE form_id <> '';
-- What the settler looks for every second.
CREATE INDEX orders_unpaid ON orders (id) WHERE payment_status = 'pending';
CREATE INDEX orders_to_give_back ON orders (id)
  WHERE cancelled_ms IS NOT NULL AND payment_status = 'paid';
)sql",
};

}  // namespace

void migrate(Database& database) {
  int64_t version = 0;
  {
    Statement row = database.query("PRAGMA user_version");
    if (row.step()) version = row.integer(0);
  }
  const auto newest = static_cast<int64_t>(kSteps.size());
  if (version > newest) {
    throw DatabaseError(SQLITE_ERROR, "the database was written by a newer server");
  }
  for (int64_t step = version; step < newest; ++step) {
    Transaction transaction(database);
    database.run_script(kSteps[static_cast<size_t>(step)]);
    database.run_script("PRAGMA user_version = " + std::to_string(step + 1));
    transaction.commit();
  }
}

}  // namespace postlude::server
