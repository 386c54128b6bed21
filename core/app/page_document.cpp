#include "core/app/page_document.h"

#include "core/app/shown_kinds.h"
#include "core/base/json_reader.h"
#include "core/base/read_parts.h"
#include "core/base/text_member.h"
#include "core/offer/market.h"
#include "core/order/parse_order.h"
#include "core/tracking/journey_news.h"
#include "core/tracking/normalise.h"

namespace postlude::app {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;
using base::read_integer;
using base::Result;

constexpr int64_t kVersion = 1;

void check_version(JsonReader& in, JsonRef root) {
  if (!root.is_object()) {
    in.fail(ErrorCode::WrongType, root);
    return;
  }
  const int64_t version = in.required_integer(root, "version");
  if (!in.failed() && version != kVersion) in.fail(ErrorCode::UnknownVersion, root["version"]);
}

void read_config(JsonReader& in, const JsonRef& config, PageConfig& out) {
  out.api = in.optional_view(config, "api");
  out.order_page = in.optional_view(config, "order_page");
  out.test_mode = in.optional_bool(config, "test_mode", false);
  out.states_duty = offer::states_duty_to_pay(in.optional_view(config, "market"));
  out.stream = in.optional_bool(config, "stream", false);
  out.poll_ms = in.optional_integer(config, "poll_ms").value_or(0);
  if (out.poll_ms != 0 && out.poll_ms < kMinPollMs) out.poll_ms = kMinPollMs;
  if (out.poll_ms > INT32_MAX) in.fail(ErrorCode::BadValue, config["poll_ms"]);
  out.max_offers = read_integer(in, config, "max_offers", 1, 0, 3);
  out.zone_offset_minutes =
      static_cast<int>(read_integer(in, config, "zone_offset_minutes", 0, -1439, 1439));
}

void read_review(JsonReader& in, const JsonRef& root, review::ReviewConfig& out) {
  out.ask_after_days = read_integer(in, root, "ask_after_days", out.ask_after_days, 0, 365);
  out.fallback_days_after_shipping =
      read_integer(in, root, "fallback_days", out.fallback_days_after_shipping, 0, 365);
  const auto texts = [&](const char* key, std::vector<std::string>& list) {
    for (const JsonRef item : in.optional_array(root, key)) {
      if (!item.is_string()) in.fail(ErrorCode::WrongType, item);
      list.emplace_back(item.text());
    }
  };
  texts("sent", out.sent_line_ids);
  texts("excluded_products", out.excluded_products);
}

// The parts of a document in the form of a Result, for those who read nothing else.
template <class Document>
Result<Document> parse(std::string_view bytes) {
  auto parsed = base::parse_json(bytes);
  if (!parsed.ok()) return parsed.error();
  JsonReader in;
  Document document;
  read(in, parsed.value().root(), document);
  if (in.failed()) return in.error();
  return document;
}

}  // namespace

void read(JsonReader& in, const JsonRef& root, PageDocument& page) {
  check_version(in, root);
  page.now_ms = in.optional_integer(root, "now_ms").value_or(0);
  base::read_text(in, root, "cursor", base::TextForm::Id, page.cursor);
  read_config(in, in.optional_object(root, "config"), page.config);
  page.offer_none = in.optional_view(root, "offer_none");
  const JsonRef order = in.optional_object(root, "order");
  const JsonRef shipments = in.optional_array(root, "shipments");
  const JsonRef offers = in.optional_array(root, "offers");
  const JsonRef review = in.optional_object(root, "review");
  if (shows(WidgetKind::Review) && review.exists()) read_review(in, review, page.review.emplace());
  if (order.exists()) order::read(in, order, page.order.emplace());
  if (shipments.exists() && shows_parcels()) {
    tracking::read(in, shipments, page.shipments.emplace());
  } else if (shipments.exists()) {
    page.news = tracking::read_journey_news(in, shipments);
  }
  if (offers.exists()) offer::read(in, offers, page.offers.emplace());
}

void read(JsonReader& in, const JsonRef& root, ChangesDocument& changes) {
  check_version(in, root);
  changes.cursor = in.optional_id(root, "cursor");
  tracking::read(in, in.required_array(root, "shipments"), changes.shipments);
}

void read(JsonReader& in, const JsonRef& root, CheckpointDocument& change) {
  change.shipment_id = in.required_id(root, "shipment_id");
  tracking::read(in, in.required_object(root, "checkpoint"), change.checkpoint);
}

Result<PageDocument> parse_page(std::string_view bytes) { return parse<PageDocument>(bytes); }

Result<ChangesDocument> parse_changes(std::string_view bytes) {
  return parse<ChangesDocument>(bytes);
}

Result<CheckpointDocument> parse_checkpoint_change(std::string_view bytes) {
  return parse<CheckpointDocument>(bytes);
}

}  // namespace postlude::app
