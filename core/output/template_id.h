#pragma once

#include <cstdint>

#include "core/output/template.h"

namespace postlude::output {

/// Every template there is; the structure of each stands in its widget's *_templates.h. Those of
/// orders and offers, and the others, which programs without such widgets have not.
#define POSTLUDE_TEMPLATES(X) POSTLUDE_FIRST_TEMPLATES(X) POSTLUDE_MORE_TEMPLATES(X)

#define POSTLUDE_FIRST_TEMPLATES(X) \
  X(Empty)                          \
  X(LiteralLine)                    \
  X(Image)                          \
  X(Link)                           \
  X(Badge)                          \
  X(OrderCard)                      \
  X(OrderNotice)                    \
  X(OrderLine)                      \
  X(OrderTotalRow)                  \
  X(OrderFact)                      \
  X(OfferList)                      \
  X(OfferCard)                      \
  X(OfferLink)                      \
  X(OfferPriceRow)                  \
  X(OfferConsent)                   \
  X(OfferResult)                    \
  X(OfferRetry)                     \
  X(OfferChoice)                    \
  X(OfferOption)                    \
  X(OfferCountdown)                 \
  X(OfferUndo)

#define POSTLUDE_MORE_TEMPLATES(X) \
  X(TrackingCard)                  \
  X(TrackingParcel)                \
  X(TrackingPickup)                \
  X(TrackingProof)                 \
  X(TrackingStage)                 \
  X(TrackingMore)                  \
  X(TrackingCheckpoint)            \
  X(TrackingContent)               \
  X(TrackingRoute)                 \
  X(TrackingSpot)                  \
  X(TrackingPlace)                 \
  X(ReviewForm)                    \
  X(ReviewStar)                    \
  X(ReviewDone)

enum class TemplateId : uint8_t {
#define X(name) name,
  POSTLUDE_TEMPLATES(X)
#undef X
};

inline constexpr int kTemplateCount =
#define X(name) +1
    0 POSTLUDE_TEMPLATES(X);
#undef X

/// Returns the template's structure; static, valid for ever.
const Template& template_of(TemplateId id);

/// Returns how many holes it has; constant time.
uint32_t hole_count_of(TemplateId id);

}  // namespace postlude::output
