#include "demo/server/quote_offer.h"

#include <algorithm>
#include <stdexcept>

#include "bindings/native/token.h"
#include "core/base/json_writer.h"
#include "demo/server/accept_answers.h"
#include "demo/server/charge_repository.h"
#include "demo/server/currencies.h"
#include "demo/server/http_problem.h"
#include "demo/server/offer_refusal.h"
#include "demo/server/random_id.h"

namespace postlude::server {
namespace {

/// How often is looked again when the choice that is to be shown is changed under our hands.
constexpr int kChoiceTries = 3;

/// One offer on one order, in one choice.
struct Chosen {
  const StoredOrder& stored;
  const offer::Candidate& candidate;
  const OfferTerms& terms;
  const CatalogueItem& item;
  int64_t quantity;
  int64_t window_ms;  // after the purchase
};

std::optional<offer::QuoteInBoth> price_of(const Chosen& chosen) {
  return price_choice(chosen.stored.rate, chosen.terms, chosen.item, chosen.quantity);
}

/// How what is chosen goes on; each renewal costs what the first one does, unless it says
/// otherwise.
std::optional<offer::Renewal> renewal_of(const Chosen& chosen, const offer::Quote& price) {
  std::optional<offer::Renewal> renewal = chosen.candidate.renewal;
  if (!renewal) return renewal;
  renewal->total =
      renewal->total ? at_rate(renewal->total->minor, chosen.stored.rate) : price.total;
  return renewal;
}

void claim_subscription(const StoredQuote& made, native::QuoteClaims& claims) {
  claims.needs_consent = made.needs_consent;
  if (!made.renewal) return;
  claims.selling_plan = made.selling_plan;
  claims.renewal_every = made.renewal->every;
  claims.renewal_unit = offer::renewal_unit_name(made.renewal->unit);
  claims.renewal_minor = made.renewal->total.value_or(made.quote.total).minor;
}

/// Signs a quote of the choice, as it is to be stored.
StoredQuote sign_chosen(const App& app, const Chosen& chosen) {
  const offer::Candidate& candidate = chosen.candidate;
  const StoredOrder& stored = chosen.stored;
  const auto price = price_of(chosen);
  if (!price) throw std::runtime_error("an offer has no price: " + candidate.offer_id);
  // No quote is older than its purchase, wherever the clock has been set since.
  const int64_t now_ms = std::max(app.clock.now_ms(), stored.created_ms);
  const int64_t end_ms = offer_end_ms(chosen.terms, stored);
  StoredQuote made;
  made.id = random_id("quo_");
  made.order_id = stored.order.id;
  made.offer_id = candidate.offer_id;
  made.product_id = chosen.item.product_id;
  made.variant_id = chosen.item.variant_id;
  made.quantity = chosen.quantity;
  made.created_ms = now_ms;
  made.quote = price->presentment;
  made.shop = price->shop;
  made.needs_consent = candidate.needs_consent;
  made.selling_plan = candidate.selling_plan;
  made.renewal = renewal_of(chosen, made.quote);
  native::QuoteClaims claims;
  claims.issuer = kIssuer;
  claims.mode = app.options.mode;
  claims.order_id = stored.order.id;
  claims.shop = kAudience;
  claims.offer_id = candidate.offer_id;
  claims.lines = {quoted_line(made)};
  claims.shipping_minor = made.quote.shipping.minor;
  claims.total = made.quote.total;
  if (stored.rate.converts()) claims.shop_total = made.shop.total;
  claim_subscription(made, claims);
  claims.issued_at_s = now_ms / 1000;
  claims.expires_at_s = std::min(claims.issued_at_s + native::kMaxQuoteLifetimeS,
                                 (stored.created_ms + chosen.window_ms) / 1000);
  if (end_ms != 0) {
    claims.offer_ends_at_s = end_ms / 1000;
    claims.expires_at_s = std::min(claims.expires_at_s, *claims.offer_ends_at_s);
  }
  claims.token_id = made.id;
  made.quote.expires_at_ms = claims.expires_at_s * 1000;
  const std::optional<std::string> token = native::sign_quote(claims, app.keys);
  if (!token) throw std::runtime_error("a quote could not be signed: " + candidate.offer_id);
  made.quote.token = *token;
  return made;
}

/// The quote of the choice that stands already, so that a reload shows the same.
std::optional<StoredQuote> standing_quote(const App& app, Database& database,
                                          const Chosen& chosen) {
  std::optional<StoredQuote> live =
      find_live_quote(database, chosen.stored.order.id, chosen.candidate.offer_id,
                      app.clock.now_ms() + kQuoteRenewMs);
  const auto price = price_of(chosen);
  const bool stands =
      live && price && live->quantity == chosen.quantity &&
      live->variant_id == chosen.item.variant_id && live->quote.total == price->presentment.total &&
      live->quote.tax == price->presentment.tax && live->shop.total == price->shop.total &&
      live->needs_consent == chosen.candidate.needs_consent &&
      live->selling_plan == chosen.candidate.selling_plan &&
      live->renewal == renewal_of(chosen, price->presentment);
  if (!stands) live.reset();
  return live;
}

std::string last_quote_id(Database& database, std::string_view order_id,
                          std::string_view offer_id) {
  const std::optional<StoredQuote> last = find_last_quote(database, order_id, offer_id);
  return last ? last->id : std::string();
}

/// The quote that is shown: one that stands, or a new one. With `after` the choice is one of
/// before, when that quote was the offer's newest ("" for none); nothing when it is not any more,
/// since the shopper may have chosen something else meanwhile, which is not to be overwritten.
std::optional<StoredQuote> quote_for(const App& app, Database& database, const Chosen& chosen,
                                     const std::string* after) {
  std::optional<StoredQuote> standing = standing_quote(app, database, chosen);
  if (standing) return standing;
  StoredQuote made = sign_chosen(app, chosen);
  Transaction transaction(database);
  const bool changed =
      after != nullptr && last_quote_id(database, made.order_id, made.offer_id) != *after;
  if (changed) return std::nullopt;
  insert_quote(database, made);
  transaction.commit();
  return made;
}

int64_t max_quantity(const OfferTerms& terms, const offer::Candidate& candidate) {
  return std::max(terms.max_quantity, candidate.quantity);
}

const CatalogueItem* find_in(const std::vector<CatalogueItem>& variants, std::string_view id) {
  for (const CatalogueItem& item : variants) {
    if (item.variant_id == id) return &item;
  }
  return nullptr;
}

/// What is shown: the shopper's last choice while it can be had, else the first variant that can.
OfferChoice choice_of(Database& database, const StoredOrder& stored, const OfferTerms& terms,
                      const offer::Candidate& candidate,
                      const std::vector<CatalogueItem>& variants) {
  const auto last = find_last_quote(database, stored.order.id, candidate.offer_id);
  const std::string quote_id = last ? last->id : std::string();
  const CatalogueItem* item = last ? find_in(variants, last->variant_id) : nullptr;
  const bool allowed =
      item != nullptr && last->quantity >= 1 && last->quantity <= max_quantity(terms, candidate);
  // What this order itself has reserved is not sold out.
  const bool reserved =
      find_living_charge(database, stored.order.id, candidate.offer_id).has_value();
  if (allowed && (reserved || item->stock >= last->quantity)) {
    return {last->quantity, last->variant_id, quote_id};
  }
  for (const CatalogueItem& other : variants) {
    if (other.stock < candidate.quantity) continue;
    return {candidate.quantity, other.variant_id, quote_id};
  }
  return {candidate.quantity, variants.front().variant_id, quote_id};
}

offer::Offer describe_chosen(const Chosen& chosen, const std::vector<CatalogueItem>& variants,
                             const StoredQuote& quote) {
  const offer::Candidate& candidate = chosen.candidate;
  offer::Offer made = describe_product(chosen.item);
  made.id = candidate.offer_id;
  made.reason = candidate.reason;
  made.reason_title = reason_title(chosen.stored.order, candidate);
  made.quantity = chosen.quantity;
  made.quote = quote.quote;
  made.needs_consent = quote.needs_consent;
  made.renewal = quote.renewal;
  if (made.quote.discount.minor > 0) made.compare_at = made.quote.subtotal;
  if (max_quantity(chosen.terms, candidate) > 1) {
    made.max_quantity = max_quantity(chosen.terms, candidate);
  }
  if (variants.size() > 1) {
    made.variant_id = chosen.item.variant_id;
    for (const CatalogueItem& item : variants) {
      made.variants.push_back({item.variant_id, item.variant});
    }
  }
  made.ends_at_ms = offer_end_ms(chosen.terms, chosen.stored);
  return made;
}

/// What a shopper asks a price for.
struct Wanted {
  StoredOrder stored;
  OfferSetup setup;
  std::vector<CatalogueItem> variants;
  OfferChoice choice;
};

/// Throws Problem when an offer cannot be priced for this shopper now.
void require_open(App& app, Database& database, const StoredOrder& stored,
                  const std::string& offer_id) {
  Problem problem(ProblemCode::OfferWithdrawn);
  const auto living = find_living_charge(database, stored.order.id, offer_id);
  if (living) {
    problem.code = living->stage == ChargeStage::Accepted ? ProblemCode::AlreadyAccepted
                                                          : ProblemCode::InProgress;
    throw problem;
  }
  std::optional<ProblemCode> refused = refusal_of_offer(app, database, stored, offer_id);
  // What was never shown has no quote and gets none by being asked for.
  const bool shown = find_last_quote(database, stored.order.id, offer_id).has_value();
  if (!refused && !shown) refused = ProblemCode::OfferWithdrawn;
  if (!refused) return;
  problem.code = *refused;
  problem.result = result_of(*refused);
  problem.offer_id = offer_id;
  throw problem;
}

/// Throws Problem for what the merchant does not allow, or has not got.
void require_allowed(const Wanted& wanted, const offer::Candidate& candidate) {
  const OfferChoice& choice = wanted.choice;
  const CatalogueItem* item = find_in(wanted.variants, choice.variant_id);
  if (item == nullptr) refuse_field("/variant_id", "not a variant of this offer");
  const int64_t most = max_quantity(wanted.setup.terms_of(candidate.offer_id), candidate);
  if (choice.quantity < 1 || choice.quantity > most) {
    refuse_field("/quantity", "outside what this offer allows");
  }
  if (item->stock >= choice.quantity) return;
  Problem problem(ProblemCode::OutOfStock);
  problem.result = result_of(problem.code);
  problem.offer_id = candidate.offer_id;
  throw problem;
}

/// Reads and checks a request, all of one moment: an accept that is committed meanwhile is seen
/// whole or not at all.
Wanted read_wanted(App& app, Database& database, const QuoteRequest& request) {
  const Snapshot moment(database);
  std::optional<StoredOrder> stored = find_order(database, request.order_id);
  OfferSetup setup = load_offers(database);
  const offer::Candidate* candidate = setup.find(request.offer_id);
  if (!stored || candidate == nullptr) throw Problem(ProblemCode::NotFound);
  require_open(app, database, *stored, request.offer_id);
  const OfferTerms terms = setup.terms_of(request.offer_id);
  auto variants = offered_variants(database, terms, candidate->product_id);
  if (variants.empty()) throw Problem(ProblemCode::NotFound);
  OfferChoice choice = choice_of(database, *stored, terms, *candidate, variants);
  if (!request.variant_id.empty()) choice.variant_id = request.variant_id;
  if (request.quantity) choice.quantity = *request.quantity;
  Wanted wanted{std::move(*stored), std::move(setup), std::move(variants), std::move(choice)};
  require_allowed(wanted, *wanted.setup.find(request.offer_id));
  return wanted;
}

}  // namespace

std::string reason_title(const order::Order& order, const offer::Candidate& candidate) {
  if (candidate.reason == offer::OfferReason::MerchantPick || order.lines.empty()) return {};
  for (const order::LineItem& line : order.lines) {
    if (line.product_id == candidate.reason_product_id) return line.title;
  }
  return order.lines.front().title;
}

offer::Offer describe_product(const CatalogueItem& item) {
  offer::Offer made;
  made.product_id = item.product_id;
  made.title = item.title;
  made.variant = item.variant;
  made.description = item.description;
  made.image_url = base::safe_url(item.image_url);
  made.image_alt = item.image_alt;
  return made;
}

int64_t offer_end_ms(const OfferTerms& terms, const StoredOrder& stored) {
  // Whole seconds, as tokens have them: what is shown and what is signed end together.
  return terms.ends_after_minutes == 0
             ? 0
             : (stored.created_ms / 1000 + terms.ends_after_minutes * 60) * 1000;
}

native::QuotedLine quoted_line(const StoredQuote& quote) {
  return {quote.product_id, quote.variant_id, quote.quantity,
          quote.quote.total.minor - quote.quote.shipping.minor};
}

std::vector<CatalogueItem> offered_variants(Database& database, const OfferTerms& terms,
                                            std::string_view product_id) {
  std::vector<CatalogueItem> variants = list_variants(database, product_id);
  if (!terms.choose_variant && variants.size() > 1) variants.resize(1);
  return variants;
}

std::optional<offer::QuoteInBoth> price_choice(const base::ExchangeRate& rate,
                                               const OfferTerms& terms, const CatalogueItem& item,
                                               int64_t quantity) {
  offer::PriceInput input;
  input.lines = {{{item.price_minor, rate.from}, quantity, terms.discount}};
  input.shipping = {terms.shipping_minor, rate.from};
  input.tax_millionths = item.tax_millionths;
  const base::Result<offer::QuoteInBoth> both = offer::price_quote(input, rate);
  if (!both) return std::nullopt;
  return both.value();
}

std::optional<offer::Offer> quoted_offer(App& app, Database& database, const StoredOrder& stored,
                                         const OfferSetup& setup,
                                         const offer::Candidate& candidate) {
  const OfferTerms terms = setup.terms_of(candidate.offer_id);
  const auto variants = offered_variants(database, terms, candidate.product_id);
  if (variants.empty()) return std::nullopt;
  for (int tries = 1;; ++tries) {
    const OfferChoice choice = choice_of(database, stored, terms, candidate, variants);
    const Chosen chosen{stored,          candidate,
                        terms,           *find_in(variants, choice.variant_id),
                        choice.quantity, setup.window_ms()};
    const bool insists = tries == kChoiceTries;
    const auto quote = quote_for(app, database, chosen, insists ? nullptr : &choice.quote_id);
    if (quote) return describe_chosen(chosen, variants, *quote);
  }
}

std::string quote_offer(App& app, const QuoteRequest& request) {
  DatabasePool::Lease lease = app.databases.lease();
  Database& database = *lease;
  // Who names nothing wants what was shown before, and not to undo a choice that is made meanwhile.
  const bool chooses = request.quantity || !request.variant_id.empty();
  for (int tries = 1;; ++tries) {
    const Wanted wanted = read_wanted(app, database, request);
    const OfferTerms terms = wanted.setup.terms_of(request.offer_id);
    const OfferChoice& choice = wanted.choice;
    const Chosen chosen{wanted.stored,   *wanted.setup.find(request.offer_id),
                        terms,           *find_in(wanted.variants, choice.variant_id),
                        choice.quantity, wanted.setup.window_ms()};
    const bool insists = chooses || tries == kChoiceTries;
    const auto quote = quote_for(app, database, chosen, insists ? nullptr : &choice.quote_id);
    if (!quote) continue;
    const std::string list =
        offer::write_offers({describe_chosen(chosen, wanted.variants, *quote)});  // [{...}]
    return "{\"offer\":" + list.substr(1, list.size() - 2) + "}";
  }
}

}  // namespace postlude::server
