#include "demo/server/charge_repository.h"

#include <array>

namespace postlude::server {
namespace {

constexpr std::array<std::string_view, 7> kStageNames = {
#define X(name, text) text,
    POSTLUDE_CHARGE_STAGES(X)
#undef X
};

#define POSTLUDE_CHARGE_COLUMNS                                                               \
  "SELECT id, order_id, offer_id, quote_id, idempotency_key, state, amount_minor, currency, " \
  "code, action_id, return_to, created_ms, expires_ms, accepted_ms, undo_key, "               \
  "renewal_ended_ms FROM charges "

ChargeStage stage_from(std::string_view name) {
  for (size_t i = 0; i < kStageNames.size(); ++i) {
    if (kStageNames[i] == name) return static_cast<ChargeStage>(i);
  }
  return ChargeStage::Void;
}

Charge read_charge(const Statement& row) {
  Charge charge;
  charge.id = row.text(0);
  charge.order_id = row.text(1);
  charge.offer_id = row.text(2);
  charge.quote_id = row.text(3);
  charge.idempotency_key = row.text(4);
  charge.stage = stage_from(row.text(5));
  charge.amount = {row.integer(6), base::parse_currency(row.text(7)).value_or(base::Currency{})};
  charge.code = row.text(8);
  charge.action_id = row.text(9);
  charge.return_to = row.text(10);
  charge.created_ms = row.integer(11);
  charge.expires_ms = row.integer(12);
  charge.accepted_ms = row.integer(13);
  charge.undo_key = row.text(14);
  charge.renewal_ended_ms = row.integer(15);
  return charge;
}

std::optional<Charge> first(Statement row) {
  if (!row.step()) return std::nullopt;
  return read_charge(row);
}

std::vector<Charge> all(Statement row) {
  std::vector<Charge> charges;
  while (row.step()) charges.push_back(read_charge(row));
  return charges;
}

}  // namespace

std::string_view charge_stage_name(ChargeStage stage) {
  return kStageNames.at(static_cast<size_t>(stage));
}

std::string cancel_key(std::string_view charge_id) { return "cancel-" + std::string(charge_id); }

void insert_charge(Database& database, const Charge& charge) {
  database.execute(
      "INSERT INTO charges (id, order_id, offer_id, quote_id, idempotency_key, state, "
      "amount_minor, currency, code, action_id, return_to, created_ms, expires_ms) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      charge.id, charge.order_id, charge.offer_id, charge.quote_id, charge.idempotency_key,
      charge_stage_name(charge.stage), charge.amount.minor, charge.amount.currency.text(),
      charge.code, charge.action_id, charge.return_to, charge.created_ms, charge.expires_ms);
}

std::optional<Charge> find_charge(Database& database, std::string_view charge_id) {
  return first(database.query(POSTLUDE_CHARGE_COLUMNS "WHERE id = ?", charge_id));
}

std::optional<Charge> find_charge_of_action(Database& database, std::string_view action_id) {
  return first(
      database.query(POSTLUDE_CHARGE_COLUMNS "WHERE action_id = ? AND action_id <> ''", action_id));
}

std::optional<Charge> find_living_charge(Database& database, std::string_view order_id,
                                         std::string_view offer_id) {
  return first(
      database.query(POSTLUDE_CHARGE_COLUMNS
                     "WHERE order_id = ? AND offer_id = ? "
                     "AND state IN ('pending', 'requires_action', 'accepted', 'refunding')",
                     order_id, offer_id));
}

std::optional<Charge> find_refunded_charge(Database& database, std::string_view order_id,
                                           std::string_view offer_id) {
  return first(database.query(POSTLUDE_CHARGE_COLUMNS
                              "WHERE order_id = ? AND offer_id = ? AND state = 'refunded' "
                              "ORDER BY accepted_ms DESC, id LIMIT 1",
                              order_id, offer_id));
}

bool is_quote_refunded(Database& database, std::string_view quote_id) {
  Statement row =
      database.query("SELECT 1 FROM charges WHERE quote_id = ? AND state = 'refunded'", quote_id);
  return row.step();
}

int64_t count_living_charges(Database& database, std::string_view order_id) {
  Statement row = database.query(
      "SELECT COUNT(*) FROM charges WHERE order_id = ? "
      "AND state IN ('pending', 'requires_action', 'accepted', 'refunding')",
      order_id);
  row.step();
  return row.integer(0);
}

bool has_living_subscription(Database& database, std::string_view order_id,
                             std::string_view but_offer_id) {
  Statement row = database.query(
      "SELECT 1 FROM charges c JOIN quotes q ON q.id = c.quote_id WHERE c.order_id = ? "
      "AND c.offer_id <> ? AND q.selling_plan <> '' "
      "AND c.state IN ('pending', 'requires_action', 'accepted', 'refunding')",
      order_id, but_offer_id);
  return row.step();
}

std::vector<Charge> open_charges(Database& database) {
  return all(database.query(POSTLUDE_CHARGE_COLUMNS
                            "WHERE state IN ('pending', 'requires_action', 'refunding')"));
}

std::vector<Charge> list_charges(Database& database, std::string_view order_id) {
  return all(database.query(POSTLUDE_CHARGE_COLUMNS "WHERE order_id = ? ORDER BY created_ms, id",
                            order_id));
}

std::vector<OfferRevenue> offer_revenue(Database& database) {
  std::vector<OfferRevenue> rows;
  Statement row = database.query(
      "SELECT c.offer_id, q.shop_currency, COUNT(*), "
      "SUM(c.state = 'refunded' AND c.undo_key <> 'cancel-' || c.id), "
      "SUM(c.undo_key = 'cancel-' || c.id OR "
      "(c.state <> 'refunded' AND o.cancelled_ms IS NOT NULL)), "
      "SUM(q.shop_total_minor), "
      "SUM((c.state = 'refunded' OR o.cancelled_ms IS NOT NULL) * q.shop_total_minor) "
      "FROM charges c JOIN orders o ON o.id = c.order_id JOIN quotes q ON q.id = c.quote_id "
      "WHERE c.state IN ('accepted', 'refunding', 'refunded') "
      "GROUP BY c.offer_id, q.shop_currency ORDER BY c.offer_id, q.shop_currency");
  while (row.step()) {
    rows.push_back({row.text(0), row.text(1), row.integer(2), row.integer(3), row.integer(4),
                    row.integer(5), row.integer(6)});
  }
  return rows;
}

bool move_charge(Database& database, const Charge& charge, ChargeStage to, std::string_view code,
                 std::string_view action_id) {
  return database.execute(
             "UPDATE charges SET state = ?, code = ?, action_id = ? WHERE id = ? AND state = ?",
             charge_stage_name(to), code, action_id, charge.id,
             charge_stage_name(charge.stage)) == 1;
}

bool accept_charge(Database& database, const Charge& charge, int64_t now_ms) {
  return database.execute(
             "UPDATE charges SET state = 'accepted', code = '', accepted_ms = ? "
             "WHERE id = ? AND state = ?",
             now_ms, charge.id, charge_stage_name(charge.stage)) == 1;
}

bool begin_refund(Database& database, const Charge& charge, std::string_view undo_key) {
  return database.execute(
             "UPDATE charges SET state = 'refunding', undo_key = ? "
             "WHERE id = ? AND state = 'accepted'",
             undo_key, charge.id) == 1;
}

}  // namespace postlude::server
