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

constexpr Template kTemplates[] = {
#define X(name) make_template(k##name),
    POSTLUDE_TEMPLATES(X)
#undef X
};

struct HoleCounts {
  uint8_t of[kTemplateCount] = {};
  constexpr HoleCounts() {
    for (int i = 0; i < kTemplateCount; ++i)
      of[i] = static_cast<uint8_t>(hole_count(kTemplates[i]));
  }
};
constexpr HoleCounts kHoleCounts;

}  // namespace

const Template& template_of(TemplateId id) { return kTemplates[static_cast<int>(id)]; }

uint32_t hole_count_of(TemplateId id) { return kHoleCounts.of[static_cast<int>(id)]; }

}  // namespace postlude::output
