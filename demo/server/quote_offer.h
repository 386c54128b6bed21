#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bindings/native/token_claims.h"
#include "core/offer/offer.h"
#include "core/offer/price_quote.h"
#include "demo/server/app.h"
#include "demo/server/catalogue_repository.h"
#include "demo/server/offer_repository.h"
#include "demo/server/order_repository.h"
#include "demo/server/quote_repository.h"

namespace postlude::server {

/// A quote with less left than this is not shown again; a fresh one is made.
inline constexpr int64_t kQuoteRenewMs = 2LL * 60 * 1000;

/// What the shopper chose of an offer.
struct OfferChoice {
  int64_t quantity = 1;
  std::string variant_id;
  std::string quote_id;  // the offer's newest when it was read; "" for none
};

/// Returns when an offer's price ends for good: counted from the purchase, so that it is the same
/// after every reload. 0 when the merchant set no end.
int64_t offer_end_ms(const OfferTerms& terms, const StoredOrder& stored);

/// Returns the variants that an offer may be had in, the usual one first; one alone when the
/// merchant lets nothing be chosen, none when the product is gone.
std::vector<CatalogueItem> offered_variants(Database& database, const OfferTerms& terms,
                                            std::string_view product_id);

/// Returns the price of a choice from the catalogue and the merchant's terms, at the rate that the
/// order was paid at; nothing when it cannot be priced.
std::optional<offer::QuoteInBoth> price_choice(const base::ExchangeRate& rate,
                                               const OfferTerms& terms, const CatalogueItem& item,
                                               int64_t quantity);

/// Returns what a quote's token says of the goods: what is charged for them, without the shipping.
native::QuotedLine quoted_line(const StoredQuote& quote);

/// Returns the line of the order that a candidate's reason speaks of: the one configured, else the
/// first; "" where it speaks of none.
std::string reason_title(const order::Order& order, const offer::Candidate& candidate);

/// Returns what the catalogue says of a product, as an offer without a price.
offer::Offer describe_product(const CatalogueItem& item);

/// Returns one offer as it is shown, priced and signed: as the shopper last chose it on this order,
/// otherwise as the merchant configured it. Writes the quote when it had to make one. Nothing when
/// the product is gone.
std::optional<offer::Offer> quoted_offer(App& app, Database& database, const StoredOrder& stored,
                                         const OfferSetup& setup,
                                         const offer::Candidate& candidate);

/// A shopper's choice of another quantity or variant, or the wish for a price that still stands.
struct QuoteRequest {
  std::string order_id;  // from the token
  std::string offer_id;
  std::optional<int64_t> quantity;  // nothing = as it was shown last
  std::string variant_id;           // "" = as it was shown last
};

/// Prices and signs a choice: the page sends what is wanted, never what it costs. Returns
/// {"offer":{...}} as the page document has it. Throws Problem: Invalid with a pointer for what the
/// merchant does not allow, and what accepting the offer now would be refused with.
std::string quote_offer(App& app, const QuoteRequest& request);

}  // namespace postlude::server
