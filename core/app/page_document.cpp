#include "core/app/page_document.h"

#include "core/app/shown_kinds.h"
#include "core/base/member_table.h"
#include "core/offer/market.h"
#include "core/order/parse_order.h"
#include "core/tracking/journey_news.h"
#include "core/tracking/normalise.h"

namespace postlude::app {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;
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

constexpr auto kConfigMembers = base::members_of<PageConfig>({
    {"api", POSTLUDE_AT(PageConfig, api)},
    {"order_page", POSTLUDE_AT(PageConfig, order_page)},
    {"test_mode", POSTLUDE_AT(PageConfig, test_mode)},
    {"stream", POSTLUDE_AT(PageConfig, stream)},
    {"poll_ms", POSTLUDE_AT(PageConfig, poll_ms)},
    {"max_offers", POSTLUDE_AT(PageConfig, max_offers), base::Range{0, 3}},
    {"zone_offset_minutes", POSTLUDE_AT(PageConfig, zone_offset_minutes), base::Range{-1439, 1439}},
});

constexpr auto kReviewMembers = base::members_of<review::ReviewConfig>({
    {"ask_after_days", POSTLUDE_AT(review::ReviewConfig, ask_after_days), base::Range{0, 365}},
    {"fallback_days", POSTLUDE_AT(review::ReviewConfig, fallback_days_after_shipping),
     base::Range{0, 365}},
    {"sent", POSTLUDE_AT(review::ReviewConfig, sent_line_ids)},
    {"excluded_products", POSTLUDE_AT(review::ReviewConfig, excluded_products)},
});

void read_config(JsonReader& in, JsonRef config, PageConfig& out) {
  base::read_members(in, config, kConfigMembers, out);
  out.states_duty = offer::states_duty_to_pay(in.optional_view(config, "market"));
  if (out.poll_ms != 0 && out.poll_ms < kMinPollMs) out.poll_ms = kMinPollMs;
  if (out.poll_ms > INT32_MAX) in.fail(ErrorCode::BadValue, config["poll_ms"]);
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

void read(JsonReader& in, JsonRef root, PageDocument& page) {
  check_version(in, root);
  page.now_ms = in.optional_integer(root, "now_ms").value_or(0);
  page.cursor = in.optional_id(root, "cursor");
  read_config(in, in.optional_object(root, "config"), page.config);
  page.offer_none = in.optional_view(root, "offer_none");
  const JsonRef order = in.optional_object(root, "order");
  const JsonRef shipments = in.optional_array(root, "shipments");
  const JsonRef offers = in.optional_array(root, "offers");
  const JsonRef review = in.optional_object(root, "review");
  if (shows(WidgetKind::Review) && review.exists()) {
    base::read_members(in, review, kReviewMembers, page.review.emplace());
  }
  if (order.exists()) order::read(in, order, page.order.emplace());
  if (shipments.exists() && shows_parcels()) {
    tracking::read(in, shipments, page.shipments.emplace());
  } else if (shipments.exists()) {
    page.news = tracking::read_journey_news(in, shipments);
  }
  if (offers.exists()) offer::read(in, offers, page.offers.emplace());
}

void read(JsonReader& in, JsonRef root, ChangesDocument& changes) {
  check_version(in, root);
  changes.cursor = in.optional_id(root, "cursor");
  tracking::read(in, in.required_array(root, "shipments"), changes.shipments);
}

void read(JsonReader& in, JsonRef root, CheckpointDocument& change) {
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
