#include "demo/server/offer_repository.h"

#include <stdexcept>

#include "core/base/json_reader.h"

namespace postlude::server {
namespace {

constexpr int64_t kMaxUndoMinutes = 24LL * 60;
constexpr int64_t kMaxEndMinutes = 24LL * 60;

[[noreturn]] void refuse(const char* document, const base::Error& error) {
  throw std::runtime_error(std::string(document) + ": " +
                           std::string(base::error_name(error.code)) + " at \"" + error.pointer +
                           "\"");
}

OfferTerms parse_terms(base::JsonReader& in, base::JsonRef from) {
  OfferTerms terms;
  const std::optional<int64_t> points = in.optional_integer(from, "discount_basis_points");
  const std::optional<int64_t> minor = in.optional_integer(from, "discount_minor");
  terms.shipping_minor = in.optional_integer(from, "shipping_minor").value_or(0);
  if (points && minor) in.fail(base::ErrorCode::BadValue, from, "discount_minor");
  if (points) terms.discount = {offer::DiscountKind::BasisPoints, *points};
  if (minor) terms.discount = {offer::DiscountKind::Fixed, *minor};
  const bool in_range = terms.discount.amount >= 0 && terms.shipping_minor >= 0 &&
                        (!points || *points <= offer::kMaxDiscountBasisPoints);
  if (!in_range) in.fail(base::ErrorCode::BadValue, from);
  terms.max_quantity = in.optional_integer(from, "max_quantity").value_or(0);
  if (terms.max_quantity < 0 || terms.max_quantity > offer::kMaxChoiceQuantity) {
    in.fail(base::ErrorCode::BadValue, from, "max_quantity");
  }
  terms.choose_variant = in.optional_bool(from, "choose_variant", false);
  terms.ends_after_minutes = in.optional_integer(from, "ends_after_minutes").value_or(0);
  if (terms.ends_after_minutes < 0 || terms.ends_after_minutes > kMaxEndMinutes) {
    in.fail(base::ErrorCode::BadValue, from, "ends_after_minutes");
  }
  return terms;
}

offer::OffersConfig parse_config(const std::string& json) {
  const base::Result<base::JsonDocument> document = base::parse_json(json);
  if (!document) refuse("offers", document.error());
  base::Result<offer::OffersConfig> config = offer::parse_offers_config(document.value().root());
  if (!config) refuse("offers", config.error());
  return std::move(config.value());
}

struct Prices {
  std::map<std::string, OfferTerms, std::less<>> terms;
  int64_t undo_minutes = 0;
};

Prices parse_prices(const std::string& json) {
  Prices prices;
  if (json.empty()) return prices;
  const base::Result<base::JsonDocument> document = base::parse_json(json);
  if (!document) refuse("offer prices", document.error());
  base::JsonReader in;
  const base::JsonRef root = document.value().root();
  if (in.required_integer(root, "version") != 1) {
    in.fail(base::ErrorCode::UnknownVersion, root, "version");
  }
  prices.undo_minutes = in.optional_integer(root, "undo_minutes").value_or(0);
  if (prices.undo_minutes < 0 || prices.undo_minutes > kMaxUndoMinutes) {
    in.fail(base::ErrorCode::BadValue, root, "undo_minutes");
  }
  for (const base::JsonRef row : in.required_array(root, "prices")) {
    const std::string offer_id = in.required_text(row, "offer_id");
    prices.terms[offer_id] = parse_terms(in, row);
  }
  if (in.failed()) refuse("offer prices", in.error());
  return prices;
}

/// What the schema allows and this backend does not do.
void refuse_subscriptions(const offer::OffersConfig& config, const Prices& prices,
                          base::Currency currency) {
  for (size_t i = 0; i < config.candidates.size(); ++i) {
    const offer::Candidate& candidate = config.candidates[i];
    const std::string place = "offers: at \"/offers/" + std::to_string(i);
    if (candidate.subscription_form == offer::SubscriptionForm::Upgrade) {
      throw std::runtime_error(place +
                               "/subscription\": this backend makes no upgrades: what was "
                               "paid once is in the order already and stays as it is");
    }
    if (!candidate.renewal || !candidate.renewal->total) continue;
    if (candidate.renewal->total->currency != currency) {
      throw std::runtime_error(place + "/renewal/currency\": not the shop's currency");
    }
    const auto found = prices.terms.find(candidate.offer_id);
    const bool chosen =
        found != prices.terms.end() &&
        (found->second.choose_variant || found->second.max_quantity > candidate.quantity);
    if (chosen) {
      throw std::runtime_error(place +
                               "/renewal/total_minor\": one amount cannot be that of every "
                               "quantity and variant that may be chosen");
    }
  }
}

/// What another seller asks for is not this shop's to say.
void refuse_link_prices(const offer::OffersConfig& config, const Prices& prices) {
  for (const offer::Candidate& candidate : config.candidates) {
    if (candidate.link && prices.terms.contains(candidate.offer_id)) {
      throw std::runtime_error("offer prices: \"" + candidate.offer_id +
                               "\" is a link to another seller, which has no price here");
    }
  }
}

offer::Answer answer_from(std::string_view name) {
  if (name == "accepted") return offer::Answer::Accepted;
  if (name == "payment_failed") return offer::Answer::PaymentFailed;
  return name == "shown" ? offer::Answer::Shown : offer::Answer::Declined;
}

}  // namespace

OfferTerms OfferSetup::terms_of(std::string_view offer_id) const {
  const auto found = terms.find(offer_id);
  return found == terms.end() ? OfferTerms{} : found->second;
}

const offer::Candidate* OfferSetup::find(std::string_view offer_id) const {
  for (const offer::Candidate& candidate : config.candidates) {
    if (candidate.offer_id == offer_id) return &candidate;
  }
  return nullptr;
}

int64_t OfferSetup::window_ms() const {
  constexpr int64_t kMinuteMs = 60'000;
  return config.policy.open_minutes.value_or(kDefaultOpenMinutes) * kMinuteMs;
}

void seed_offers(Database& database, const std::string& config_json, const std::string& prices_json,
                 base::Currency currency) {
  const offer::OffersConfig config = parse_config(config_json);
  const Prices prices = parse_prices(prices_json);
  refuse_subscriptions(config, prices, currency);
  refuse_link_prices(config, prices);
  database.execute(
      "INSERT INTO offer_configs (id, document, prices) VALUES (1, ?, ?) ON CONFLICT (id) "
      "DO UPDATE SET document = excluded.document, prices = excluded.prices",
      config_json, prices_json);
}

OfferSetup load_offers(Database& database) {
  Statement row = database.query("SELECT document, prices FROM offer_configs WHERE id = 1");
  if (!row.step()) return {};
  Prices prices = parse_prices(row.text(1));
  return {parse_config(row.text(0)), std::move(prices.terms), prices.undo_minutes};
}

int64_t load_undo_minutes(Database& database) {
  Statement row = database.query("SELECT prices FROM offer_configs WHERE id = 1");
  return row.step() ? parse_prices(row.text(0)).undo_minutes : 0;
}

void remember_answer(Database& database, std::string_view order_id, std::string_view offer_id,
                     offer::Answer answer, int64_t now_ms) {
  database.execute(
      "INSERT INTO offer_answers (order_id, offer_id, answer, at_ms) VALUES (?, ?, ?, ?) "
      "ON CONFLICT (order_id, offer_id) DO UPDATE SET answer = excluded.answer, "
      "at_ms = excluded.at_ms WHERE excluded.answer = 'accepted'",
      order_id, offer_id, answer == offer::Answer::Accepted ? "accepted" : "declined", now_ms);
}

void take_back_answer(Database& database, std::string_view order_id, std::string_view offer_id,
                      int64_t now_ms) {
  database.execute(
      "UPDATE offer_answers SET answer = 'declined', at_ms = ? WHERE order_id = ? AND offer_id = ?",
      now_ms, order_id, offer_id);
}

void forget_answer(Database& database, std::string_view order_id, std::string_view offer_id) {
  database.execute("DELETE FROM offer_answers WHERE order_id = ? AND offer_id = ?", order_id,
                   offer_id);
}

void count_showing(Database& database, std::string_view order_id, std::string_view offer_id) {
  database.execute(
      "INSERT INTO offer_tallies (offer_id, shown, accepted) SELECT ?1, 1, 0 "
      "WHERE NOT EXISTS (SELECT 1 FROM quotes WHERE order_id = ?2 AND offer_id = ?1) "
      "ON CONFLICT (offer_id) DO UPDATE SET shown = shown + 1",
      offer_id, order_id);
}

void remember_link_shown(Database& database, std::string_view order_id, std::string_view offer_id,
                         int64_t now_ms) {
  // Most pages are loaded again, and then nothing is written.
  if (database
          .query("SELECT 1 FROM link_showings WHERE order_id = ? AND offer_id = ?", order_id,
                 offer_id)
          .step()) {
    return;
  }
  Transaction transaction(database);
  const int64_t fresh = database.execute(
      "INSERT INTO link_showings (order_id, offer_id, at_ms) VALUES (?, ?, ?) "
      "ON CONFLICT (order_id, offer_id) DO NOTHING",
      order_id, offer_id, now_ms);
  if (fresh > 0) {
    database.execute(
        "INSERT INTO offer_tallies (offer_id, shown, accepted) VALUES (?, 1, 0) "
        "ON CONFLICT (offer_id) DO UPDATE SET shown = shown + 1",
        offer_id);
  }
  transaction.commit();
}

void count_accepts(Database& database, std::string_view offer_id, int64_t by) {
  database.execute("UPDATE offer_tallies SET accepted = accepted + ? WHERE offer_id = ?", by,
                   offer_id);
}

std::map<std::string, offer::OfferTally, std::less<>> offer_tallies(Database& database) {
  std::map<std::string, offer::OfferTally, std::less<>> tallies;
  Statement row = database.query("SELECT offer_id, shown, accepted FROM offer_tallies");
  while (row.step()) tallies[row.text(0)] = {row.integer(1), row.integer(2)};
  return tallies;
}

std::vector<offer::PastAnswer> past_answers(Database& database, const OfferSetup& setup,
                                            std::string_view order_id,
                                            std::string_view customer_id) {
  std::vector<offer::PastAnswer> history;
  // What was shown has a quote (a link its own row), and a payment that failed has its charge:
  // nothing is told twice.
  Statement row = database.query(
      "SELECT a.offer_id, a.answer, o.id = ?1, a.at_ms FROM orders o "
      "JOIN offer_answers a ON a.order_id = o.id WHERE o.customer_id = ?2 "
      "UNION ALL SELECT c.offer_id, 'payment_failed', o.id = ?1, c.created_ms FROM orders o "
      "JOIN charges c ON c.order_id = o.id WHERE o.customer_id = ?2 AND c.state = 'declined' "
      "UNION ALL SELECT q.offer_id, 'shown', o.id = ?1, MIN(q.created_ms) FROM orders o "
      "JOIN quotes q ON q.order_id = o.id WHERE o.customer_id = ?2 GROUP BY o.id, q.offer_id "
      "UNION ALL SELECT s.offer_id, 'shown', o.id = ?1, s.at_ms FROM orders o "
      "JOIN link_showings s ON s.order_id = o.id WHERE o.customer_id = ?2",
      order_id, customer_id);
  while (row.step()) {
    offer::PastAnswer past;
    past.offer_id = row.text(0);
    past.answer = answer_from(row.text(1));
    past.scope =
        row.integer(2) != 0 ? offer::AnswerScope::ThisOrder : offer::AnswerScope::EarlierOrder;
    past.at_ms = row.integer(3);
    if (const offer::Candidate* candidate = setup.find(past.offer_id)) {
      past.product_id = candidate->product_id;
    }
    history.push_back(std::move(past));
  }
  return history;
}

}  // namespace postlude::server
