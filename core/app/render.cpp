#include "core/app/render.h"

#include "core/app/shown_kinds.h"
#include "core/app/update.h"
#include "core/order/order_widget.h"
#include "core/tracking/journey_news.h"

namespace postlude::app {
namespace {

base::SourceTime last_delivery(const std::vector<tracking::Shipment>& shipments) {
  base::SourceTime last;
  for (const tracking::Shipment& shipment : shipments) {
    const base::SourceTime& at = shipment.delivered_at;
    if (!at.known()) continue;
    if (!last.known() || base::sort_key_ms(at) > base::sort_key_ms(last)) last = at;
  }
  return last;
}

Showing render_offers(const Model& model, const ServerForms& forms, output::View& view) {
  if (!model.offers.known || !model.order) return Showing::Fallback;
  offer::FormFields fields{model.connection.api, forms.order_token, forms.return_to};
  const offer::ShopTerms shop{model.config.test_mode, model.config.states_duty};
  offer::view_offers(model.offers, share_attention(model).max_open_offers, shop, model.order->id,
                     fields, view);
  return Showing::View;
}

Showing render_review(const Model& model, const ServerForms& forms, output::View& view) {
  if (!shows(WidgetKind::Review) || !model.order || !model.shipments_known) {
    return Showing::Fallback;
  }
  if (share_attention(model).review != journey::AttentionReason::Speak) {
    output::ViewBuilder(view).begin(output::TemplateId::Empty).end();
    return Showing::View;
  }
  review::FormFields fields{model.connection.api, forms.order_token, forms.return_to};
  review::view_review(model.review, *model.order, last_delivery(model.tracking.shipments), fields,
                      view);
  return Showing::View;
}

const order::Order* order_of(const Model& model) { return model.order ? &*model.order : nullptr; }

}  // namespace

Showing render(const Model& model, WidgetKind kind, const ServerForms& forms, output::View& view) {
  view.clear();
  switch (kind) {
    case WidgetKind::Order:
      if (!model.order) return Showing::Fallback;
      order::view_order(
          *model.order,
          shows_parcels() ? tracking::journey_news(model.tracking.shipments) : model.news, view);
      return Showing::View;
    case WidgetKind::Offer:
      return render_offers(model, forms, view);
    case WidgetKind::Tracking:
      if (!shows(WidgetKind::Tracking) || !model.shipments_known) return Showing::Fallback;
      tracking::view_tracking(model.tracking, order_of(model), tracking::Timelines::Anew, view);
      return Showing::View;
    case WidgetKind::Review:
      return render_review(model, forms, view);
  }
  CHECK(false);
}

void render_frame(const Model& model, output::View& view) {
  view.clear();
  tracking::view_tracking(model.tracking, order_of(model), tracking::Timelines::AsTheyAre, view);
}

}  // namespace postlude::app
