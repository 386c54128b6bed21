#include <cstdio>
#include <memory>

#include "bindings/cli/command_io.h"
#include "bindings/cli/commands.h"
#include "core/base/json_reader.h"
#include "core/offer/explain_decision.h"
#include "core/offer/parse_offers_config.h"
#include "core/order/parse_order.h"

namespace postlude::cli {
namespace {

struct Options {
  std::string from = "canonical";
  std::string config_file;
  std::optional<int64_t> now_ms;
  bool as_text = false;
  std::string file;
};

constexpr const char* kFooter =
    "Answers each document with the whole table of the offer decision: which offers are made, and\n"
    "for every other one all the reasons against it.\n"
    "\n"
    "A document is {\"order\",\"config\",\"context\"}: the order in the form of --from, the "
    "offers\n"
    "configuration (web/contract/offers-config.schema.json), and what was answered before. With\n"
    "--config it may be the bare order; with --now the context may be left out.\n"
    "\n"
    "Examples:\n"
    "  postlude explain case.json\n"
    "  postlude explain --from shopify --config offers.json --now 1790000000000 --text order.json";

base::Result<order::Order> read_order(const std::string& from, base::JsonRef place) {
  switch (*order::order_source_from(from)) {
    case order::OrderSource::Canonical:
      return order::from_canonical(place);
    case order::OrderSource::Shopify:
      return order::from_shopify(place);
    case order::OrderSource::WooCommerce:
      return order::from_woocommerce(place);
    case order::OrderSource::SchemaOrg:
      return order::from_schema_org(place);
    case order::OrderSource::Ga4:
      return order::from_ga4(place);
  }
  CHECK(false);
}

base::Error missing(std::string pointer) {
  return {base::ErrorCode::MissingField, std::move(pointer), 0};
}

base::Result<offer::DecideContext> read_context(base::JsonRef place, const Options& options) {
  offer::DecideContext context;
  if (place.exists()) {
    auto parsed = offer::parse_decide_context(place);
    if (!parsed.ok()) return parsed.error();
    context = std::move(parsed.value());
  } else if (!options.now_ms) {
    return missing("/context");
  }
  if (options.now_ms) context.now_ms = *options.now_ms;
  return context;
}

base::Result<std::string> answer(std::string_view text, const Options& options,
                                 const std::optional<offer::OffersConfig>& shared) {
  const auto document = base::parse_json(text);
  if (!document.ok()) return document.error();
  const base::JsonRef root = document.value().root();
  const bool bare = shared && !root["order"].is_object();
  if (!bare && !root["order"].exists()) return missing("/order");
  const auto order = read_order(options.from, bare ? root : root["order"]);
  if (!order.ok()) return order.error();
  if (!shared && !root["config"].exists()) return missing("/config");
  const auto config = shared ? base::Result<offer::OffersConfig>(*shared)
                             : offer::parse_offers_config(root["config"]);
  if (!config.ok()) return config.error();
  const auto context = read_context(bare ? base::JsonRef() : root["context"], options);
  if (!context.ok()) return context.error();
  const offer::Decision decision = offer::decide_offer(order.value(), config.value().candidates,
                                                       config.value().policy, context.value());
  if (!options.as_text) return offer::explain_json(decision);
  std::string lines = offer::explain_text(decision);
  lines.pop_back();  // the line end that every answer gets
  return lines;
}

// Returns nothing, with the reason on stderr, when the file is no configuration.
std::optional<offer::OffersConfig> read_config(const std::string& path) {
  const auto bytes = read_input(path);
  if (!bytes) return std::nullopt;
  const auto document = base::parse_json(*bytes);
  const auto config = document.ok() ? offer::parse_offers_config(document.value().root())
                                    : base::Result<offer::OffersConfig>(document.error());
  if (config.ok()) return config.value();
  std::fprintf(stderr, "postlude: %s: %s\n", path.c_str(), error_json(config.error()).c_str());
  return std::nullopt;
}

int run(const Options& options) {
  std::optional<offer::OffersConfig> shared;
  if (!options.config_file.empty()) {
    shared = read_config(options.config_file);
    if (!shared) return kWrongUse;
  }
  return answer_documents(
      options.file, [&](std::string_view document) { return answer(document, options, shared); });
}

}  // namespace

void add_explain_command(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("explain", "Tell why an offer is made, or why none");
  command->footer(kFooter);
#define X(name, text) text,
  const std::vector<std::string> sources = {POSTLUDE_ORDER_SOURCES(X)};
#undef X
  command->add_option("--from", options->from, "Where the order comes from")
      ->check(CLI::IsMember(sources))
      ->capture_default_str();
  command->add_option("--config", options->config_file, "Offers configuration for every document");
  command->add_option("--now", options->now_ms, "The time, in Unix milliseconds")
      ->check(CLI::Range(int64_t{0}, int64_t{253'402'300'799'999}));
  command->add_flag("--text", options->as_text, "Answer in lines for people");
  add_file_argument(*command, options->file);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace postlude::cli
