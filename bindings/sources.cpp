// Orders and shipments of foreign sources -> canonical form, and the linter of offers for whoever
// tries a shop out, as a module of its own: pages that get the page document from a backend never
// load it. The same three functions as storefront.cpp; the
// answer is JSON text. No logic lives here.

#include <cstdint>
#include <string>

#include "core/base/json_writer.h"
#include "core/offer/lint_config.h"
#include "core/order/parse_order.h"
#include "core/tracking/normalise.h"

namespace {

using postlude::base::Error;
using postlude::base::ErrorCode;

std::string& input() {
  static std::string bytes;
  return bytes;
}

std::string& answer() {
  static std::string text;
  return text;
}

// What `postlude_send` is asked for.
enum class Wanted : uint32_t { Order, Shipments, Findings };

std::string refusal(const Error& error) {
  postlude::base::JsonWriter out;
  out.begin_object().key("error").begin_object();
  out.member("code", static_cast<int64_t>(error.code))
      .member("pointer", std::string_view(error.pointer));
  return out.member("offset", static_cast<int64_t>(error.offset)).end_object().end_object().take();
}

constexpr uint32_t kOrderSources = 0
#define X(name, text) +1
    POSTLUDE_ORDER_SOURCES(X)
#undef X
    ;
constexpr uint32_t kTrackingSources = 0
#define X(name, text) +1
    POSTLUDE_TRACKING_SOURCES(X)
#undef X
    ;

std::string convert(Wanted wanted, uint32_t source) {
  switch (wanted) {
    case Wanted::Order: {
      if (source >= kOrderSources) break;
      const auto order =
          postlude::order::parse_order(static_cast<postlude::order::OrderSource>(source), input());
      return order.ok() ? postlude::order::write_order(order.value()) : refusal(order.error());
    }
    case Wanted::Shipments: {
      if (source >= kTrackingSources) break;
      const auto shipments = postlude::tracking::normalise(
          static_cast<postlude::tracking::TrackingSource>(source), input());
      return shipments.ok() ? postlude::tracking::write_shipments(shipments.value())
                            : refusal(shipments.error());
    }
    case Wanted::Findings: {
      const auto document = postlude::base::parse_json(input());
      return document.ok()
                 ? postlude::offer::lint_json(postlude::offer::lint_config(document.value().root()))
                 : refusal(document.error());
    }
  }
  return refusal({ErrorCode::UnknownFormat, {}, 0});
}

}  // namespace

extern "C" {

/// As in storefront.cpp.
char* postlude_input(uint32_t size) {
  input().resize(size);
  return input().data();
}

/// Converts the input: `wanted` 0 an order, 1 shipments, 2 what the linter finds in an offers
/// configuration; `source` as numbered in the protocol. Returns the address of the JSON, or of
/// {"error":{"code","pointer","offset"}}; valid until the next call, its size is `postlude_size()`.
const char* postlude_send(uint32_t wanted, uint32_t source, uint32_t, double) {
  answer() = convert(static_cast<Wanted>(wanted), source);
  input().clear();
  return answer().data();
}

uint32_t postlude_size() { return static_cast<uint32_t>(answer().size()); }

}  // extern "C"
