#include "core/app/shown_kinds.h"
#include "core/base/check.h"
#include "core/offer/offer_templates.h"
#include "core/order/order_templates.h"
#include "core/output/shared_templates.h"
#include "core/output/template_id.h"
#include "core/review/review_templates.h"
#include "core/tracking/tracking_templates.h"

namespace postlude::output {
namespace {

using namespace order;
using namespace offer;
using namespace tracking;
using namespace review;

#define X(name) make_template(k##name),
constexpr Template kFirst[] = {POSTLUDE_FIRST_TEMPLATES(X)};
constexpr Template kMore[] = {POSTLUDE_MORE_TEMPLATES(X)};
#undef X
constexpr int kFirstCount = sizeof kFirst / sizeof kFirst[0];

struct HoleCounts {
  uint8_t of[kTemplateCount] = {};
  constexpr HoleCounts() {
    for (int i = 0; i < kTemplateCount; ++i) {
      const Template& form = i < kFirstCount ? kFirst[i] : kMore[i - kFirstCount];
      of[i] = static_cast<uint8_t>(hole_count(form));
    }
  }
};
constexpr HoleCounts kHoleCounts;

}  // namespace

const Template& template_of(TemplateId id) {
  const int index = static_cast<int>(id);
  if (index < kFirstCount) return kFirst[index];
  CHECK(app::shows_parcels());
  return kMore[index - kFirstCount];
}

uint32_t hole_count_of(TemplateId id) { return kHoleCounts.of[static_cast<int>(id)]; }

}  // namespace postlude::output
