// The typed developer API: the core for Node, edge workers and headless use, as the npm entry
// `postlude/core`. web/src/core-api.ts gives it its TypeScript types. No logic lives here.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <memory>
#include <string>
#include <vector>

#include "bindings/developer/run_scenario.h"
#include "core/app/render.h"
#include "core/app/update.h"
#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "core/base/url.h"
#include "core/offer/explain_decision.h"
#include "core/offer/parse_offers_config.h"
#include "core/offer/price_quote.h"
#include "core/order/parse_order.h"
#include "core/output/render_html.h"
#include "core/tracking/normalise.h"

namespace postlude::developer {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

/// What every call answers: `json` when `code` is "", else what is wrong and where.
struct Outcome {
  std::string json;
  std::string code;
  std::string pointer;
  unsigned offset = 0;
};

Outcome good(std::string json) { return {std::move(json), {}, {}, 0}; }

Outcome bad(const Error& error) {
  return {{}, std::string(base::error_name(error.code)), error.pointer, error.offset};
}

Outcome parse_order(const std::string& source, const std::string& json) {
  const auto from = order::order_source_from(source);
  if (!from) return bad({ErrorCode::UnknownFormat, {}, 0});
  const auto parsed = order::parse_order(*from, json);
  return parsed.ok() ? good(order::write_order(parsed.value())) : bad(parsed.error());
}

Outcome normalise(const std::string& source, const std::string& json) {
  const auto from = tracking::tracking_source_from(source);
  if (!from) return bad({ErrorCode::UnknownFormat, {}, 0});
  const auto parsed = tracking::normalise(*from, json);
  return parsed.ok() ? good(tracking::write_shipments(parsed.value())) : bad(parsed.error());
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
Outcome decide(base::JsonRef root, const offer::OffersConfig& config,
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

Outcome decide(const std::string& json, Form form) {
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
Outcome prepare_offers(const std::string& json) {
  auto config = read_config(json);
  if (!config.ok()) return bad(config.error());
  prepared().push_back(std::make_unique<Prepared>());
  prepared().back()->config = std::move(config.value());
  base::JsonWriter number;
  return good(number.value(static_cast<int64_t>(prepared().size() - 1)).take());
}

/// Takes the offers of another document, which has the same funnel: a document has its limit.
Outcome add_offers(unsigned number, const std::string& json) {
  auto config = read_config(json);
  if (!config.ok()) return bad(config.error());
  Prepared& into = *prepared().at(number);
  into.candidates.reset();
  for (offer::Candidate& candidate : config.value().candidates) {
    into.config.candidates.push_back(std::move(candidate));
  }
  return good("{}");
}

Outcome decide_prepared(unsigned number, const std::string& json, unsigned form) {
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

Outcome decide_offer(const std::string& json) { return decide(json, Form::Json); }
Outcome explain_offer(const std::string& json) { return decide(json, Form::Text); }

Outcome lint_offers(const std::string& json) {
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

std::string write_quote(const offer::Quote& quote) {
  base::JsonWriter out;
  out.begin_object().member("currency", quote.total.currency.text());
  out.member("subtotal_minor", quote.subtotal.minor).member("discount_minor", quote.discount.minor);
  out.member("shipping_minor", quote.shipping.minor).member("tax_minor", quote.tax.minor);
  out.member("total_minor", quote.total.minor).member("tax_included", quote.tax_included);
  return out.end_object().take();
}

Outcome price_quote(const std::string& json) {
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
  if (in.failed()) return bad(in.error());
  const auto quote = offer::price_quote(input);
  return quote.ok() ? good(write_quote(quote.value())) : bad(quote.error());
}

// The host's words: (phrase id, arguments as 32-bit words, strings) -> text.
void format_in_host(void* context, const output::View& view, output::PhraseId id,
                    const uint32_t* args, uint32_t count, std::string& out) {
  auto& format = *static_cast<emscripten::val*>(context);
  emscripten::val words = emscripten::val::array();
  emscripten::val strings = emscripten::val::array();
  unsigned next_word = 0;
  unsigned next_string = 0;
  const uint32_t* at = args;
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t size = output::arg_words(*at);
    if (static_cast<output::ArgKind>(*at & 0xff) == output::ArgKind::String) {
      const output::Value piece{output::ValueKind::String, at[1], at[2]};
      strings.set(next_string, std::string(view.string(piece)));
      words.set(next_word++, *at | next_string++ << 8);
    } else {
      for (uint32_t word = 0; word < size; ++word) words.set(next_word++, at[word]);
    }
    at += size;
  }
  out += format(static_cast<unsigned>(id), words, count, strings).as<std::string>();
}

Outcome render_html(const std::string& kind_name, const std::string& page_json, double now_ms,
                    emscripten::val format) {
  int kind = 0;
  while (kind < kWidgetKinds && kWidgetNames[kind] != kind_name) ++kind;
  if (kind == kWidgetKinds) return bad({ErrorCode::UnknownFormat, {}, 0});
  auto page = app::parse_page(page_json);
  if (!page.ok()) return bad(page.error());
  const auto now = static_cast<int64_t>(now_ms);
  const auto widget = static_cast<WidgetKind>(kind);
  const app::Model model = app::first_model(std::move(page.value()), app::bit(widget), now);
  output::View view;
  std::string html;
  if (app::render(model, widget, {}, view) == app::Showing::View) {
    output::render_html(view, {&format, format_in_host}, html);
  }
  return good(std::move(html));
}

Outcome check_url(const std::string& url) {
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

Outcome play_scenario(const std::string& json) {
  auto played = run_scenario(json);
  return played.ok() ? good(std::move(played.value())) : bad(played.error());
}

}  // namespace
}  // namespace postlude::developer

EMSCRIPTEN_BINDINGS(postlude) {
  using namespace postlude::developer;
  emscripten::value_object<Outcome>("Outcome")
      .field("json", &Outcome::json)
      .field("code", &Outcome::code)
      .field("pointer", &Outcome::pointer)
      .field("offset", &Outcome::offset);
  emscripten::function("parseOrder", &parse_order);
  emscripten::function("normalise", &normalise);
  emscripten::function("decideOffer", &decide_offer);
  emscripten::function("explainOffer", &explain_offer);
  emscripten::function("prepareOffers", &prepare_offers);
  emscripten::function("addOffers", &add_offers);
  emscripten::function("decidePrepared", &decide_prepared);
  emscripten::function("forgetOffers", &forget_offers);
  emscripten::function("lintOffers", &lint_offers);
  emscripten::function("priceQuote", &price_quote);
  emscripten::function("renderHtml", &render_html);
  emscripten::function("checkUrl", &check_url);
  emscripten::function("runScenario", &play_scenario);
}
