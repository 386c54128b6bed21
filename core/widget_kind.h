#pragma once

#include <cstdint>
#include <string_view>

namespace postlude {

/// THE closed list of widgets. One row is one custom element, `postlude-<name>`.
#define POSTLUDE_WIDGET_KINDS(X) \
  X(Order, "order")              \
  X(Offer, "offer")              \
  X(Tracking, "tracking")        \
  X(Review, "review")

enum class WidgetKind : uint8_t {
#define X(name, text) name,
  POSTLUDE_WIDGET_KINDS(X)
#undef X
};

inline constexpr std::string_view kWidgetNames[] = {
#define X(name, text) text,
    POSTLUDE_WIDGET_KINDS(X)
#undef X
};

inline constexpr int kWidgetKinds = sizeof kWidgetNames / sizeof kWidgetNames[0];

/// Returns the element name behind "postlude-".
constexpr std::string_view widget_name(WidgetKind kind) {
  return kWidgetNames[static_cast<int>(kind)];
}

}  // namespace postlude
