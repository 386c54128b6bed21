// The typed developer API of orders and offers, for Node, edge workers and headless use, as the npm
// entry `postlude/core`; embind_*.cpp are its other entries. web/src/core/index.ts gives it its
// TypeScript types. No logic lives here.

#include <emscripten/bind.h>

#include <memory>
#include <string>
#include <vector>

#include "bindings/developer/answer.h"
#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "core/base/url.h"
#include "core/offer/explain_decision.h"
#include "core/offer/parse_offers_config.h"
#include "core/offer/price_quote.h"
#include "core/order/parse_order.h"

namespace postlude::developer {
namespace {

using base::Result;

Answer parse_order(const std::string& source, const std::string& json) {
  const auto from = order::order_source_from(source);
  if (!from) return unknown_name();
  const auto parsed = order::parse_order(*from, json);
  return parsed.ok() ? good(order::write_order(parsed.value())) : bad(parsed.error());
}

enum class Form : unsigned char { Outcome, Json, Text };

std::string write_decision(const offer::Decision& decision, Form form) {
  switch (form) {
    case Form::Outcome:
      return offer::outcome_json(decision);
    case Form::Json:
      return offer::explain_json(decision);
    case Form::Text:
      break;
  }
  return offer::explain_text(decision);
}

/// Decides for {"order","context"}; `prepared` where the configuration was made ready before.
Answer decide(base::JsonRef root, const offer::OffersConfig& config,
              const offer::PreparedCandidates* prepared, Form form) {
  const auto order = order::from_canonical(root["order"]);
  if (!order.ok()) return bad(order.error());
  const auto context = offer::parse_decide_context(root["context"]);
  if (!context.ok()) return bad(context.error());
  if (prepared == nullptr) {
    return good(write_decision(
        offer::decide_offer(order.value(), config.candidates, config.policy, context.value()),
        form));
  }
  const auto telling =
      form == Form::Outcome ? offer::Telling::OfferedOnly : offer::Telling::Everything;
  return good(write_decision(
      offer::decide_prepared(order.value(), *prepared, config.policy, context.value(), telling),
      form));
}

Answer decide(const std::string& json, Form form) {
  const auto document = base::parse_json(json);
  if (!document.ok()) return bad(document.error());
  const base::JsonRef root = document.value().root();
  const auto config = offer::parse_offers_config(root["config"]);
  return config.ok() ? decide(root, config.value(), nullptr, form) : bad(config.error());
}

/// Configurations that were read once and decide many orders, by number; a closed one is empty.
/// Not a class of Embind's, whose glue would be a quarter more.
struct Prepared {
  offer::OffersConfig config;
  std::unique_ptr<offer::PreparedCandidates> candidates;  // made for the first decision
};

std::vector<std::unique_ptr<Prepared>>& prepared() {
  static std::vector<std::unique_ptr<Prepared>> configs;
  return configs;
}

Result<offer::OffersConfig> read_config(const std::string& json) {
  const auto document = base::parse_json(json);
  if (!document.ok()) return document.error();
  return offer::parse_offers_config(document.value().root());
}

/// Answers with the number of the configuration.
Answer prepare_offers(const std::string& json) {
  auto config = read_config(json);
  if (!config.ok()) return bad(config.error());
  prepared().push_back(std::make_unique<Prepared>());
  prepared().back()->config = std::move(config.value());
  base::JsonWriter number;
  return good(number.value(static_cast<int64_t>(prepared().size() - 1)).take());
}

/// Takes the offers of another document, which has the same funnel: a document has its limit.
Answer add_offers(unsigned number, const std::string& json) {
  auto config = read_config(json);
  if (!config.ok()) return bad(config.error());
  Prepared& into = *prepared().at(number);
  into.candidates.reset();
  for (offer::Candidate& candidate : config.value().candidates) {
    into.config.candidates.push_back(std::move(candidate));
  }
  return good("{}");
}

Answer decide_prepared(unsigned number, const std::string& json, unsigned form) {
  const auto document = base::parse_json(json);
  if (!document.ok()) return bad(document.error());
  Prepared& ready = *prepared().at(number);
  if (!ready.candidates) {
    ready.candidates = std::make_unique<offer::PreparedCandidates>(ready.config.candidates);
  }
  return decide(document.value().root(), ready.config, ready.candidates.get(),
                static_cast<Form>(form));
}

void forget_offers(unsigned number) { prepared().at(number).reset(); }

Answer decide_offer(const std::string& json) { return decide(json, Form::Json); }
Answer explain_offer(const std::string& json) { return decide(json, Form::Text); }

Answer lint_offers(const std::string& json) {
  const auto document = base::parse_json(json);
  if (!document.ok()) return bad(document.error());
  const auto config = offer::parse_offers_config(document.value().root());
  return config.ok() ? good("{\"ok\":true}") : bad(config.error());
}

offer::Discount read_discount(base::JsonReader& in, base::JsonRef line) {
  if (const auto points = in.optional_integer(line, "discount_basis_points")) {
    return {offer::DiscountKind::BasisPoints, *points};
  }
  if (const auto fixed = in.optional_integer(line, "discount_minor")) {
    return {offer::DiscountKind::Fixed, *fixed};
  }
  return {};
}

void write_amounts(base::JsonWriter& out, const offer::Quote& quote) {
  out.member("currency", quote.total.currency.text());
  out.member("subtotal_minor", quote.subtotal.minor).member("discount_minor", quote.discount.minor);
  out.member("shipping_minor", quote.shipping.minor).member("tax_minor", quote.tax.minor);
  out.member("total_minor", quote.total.minor).member("tax_included", quote.tax_included);
}

std::string write_quote(const offer::QuoteInBoth& both, bool converted) {
  base::JsonWriter out;
  out.begin_object();
  write_amounts(out, both.presentment);
  if (converted) {
    out.key("shop").begin_object();
    write_amounts(out, both.shop);
    out.end_object();
  }
  return out.end_object().take();
}

/// {"currency","rate"}: what one of the shop's currency is worth to the shopper.
base::ExchangeRate read_exchange(base::JsonReader& in, base::JsonRef object, base::Currency shop) {
  if (!object.exists()) return {shop, shop};
  const base::Currency presentment = in.required_currency(object, "currency");
  const auto rate = base::parse_exchange_rate(shop, presentment, in.required_text(object, "rate"));
  if (!rate) in.fail(base::ErrorCode::BadValue, object, "rate");
  return rate.value_or(base::ExchangeRate{});
}

Answer price_quote(const std::string& json) {
  const auto document = base::parse_json(json);
  if (!document.ok()) return bad(document.error());
  const base::JsonRef root = document.value().root();
  base::JsonReader in;
  const base::Currency currency = in.required_currency(root, "currency");
  offer::PriceInput input;
  for (const base::JsonRef line : in.required_array(root, "lines")) {
    input.lines.push_back({in.required_minor_money(line, "unit_price_minor", currency),
                           in.optional_integer(line, "quantity").value_or(1),
                           read_discount(in, line)});
  }
  input.shipping =
      in.optional_minor_money(root, "shipping_minor", currency).value_or(base::Money{0, currency});
  input.tax_millionths = in.optional_integer(root, "tax_millionths").value_or(0);
  input.tax_mode = in.optional_bool(root, "tax_included", true) ? offer::TaxMode::Included
                                                                : offer::TaxMode::OnTop;
  const base::ExchangeRate rate = read_exchange(in, in.optional_object(root, "exchange"), currency);
  if (in.failed()) return bad(in.error());
  const auto both = offer::price_quote(input, rate);
  return both.ok() ? good(write_quote(both.value(), rate.converts())) : bad(both.error());
}

Answer check_url(const std::string& url) {
  const base::UrlCheck check = base::check_url(url);
  base::JsonWriter out;
  out.begin_object().key("url");
  if (check.url.empty()) {
    out.null();
  } else {
    out.value(check.url.text());
  }
  out.member("reason", base::url_reason_name(check.reason)).end_object();
  return good(out.take());
}

}  // namespace
}  // namespace postlude::developer

EMSCRIPTEN_BINDINGS(postlude) {
  using namespace postlude::developer;
  emscripten::function("parseOrder", &parse_order);
  emscripten::function("decideOffer", &decide_offer);
  emscripten::function("explainOffer", &explain_offer);
  emscripten::function("prepareOffers", &prepare_offers);
  emscripten::function("addOffers", &add_offers);
  emscripten::function("decidePrepared", &decide_prepared);
  emscripten::function("forgetOffers", &forget_offers);
  emscripten::function("lintOffers", &lint_offers);
  emscripten::function("priceQuote", &price_quote);
  emscripten::function("checkUrl", &check_url);
}
