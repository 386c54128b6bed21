#include "core/app/announce.h"

#include <utility>

#include "core/app/shown_kinds.h"
#include "core/base/json_writer.h"

namespace postlude::app {
namespace {

using base::JsonWriter;
using output::Effect;
using output::EffectKind;
using output::HostEvent;

constexpr int64_t kLongestTimerMs = 24 * 3600 * int64_t{1000};

// GA4 wants numbers; a plain decimal is one, exactly.
void money_member(JsonWriter& out, const char* name, base::Money amount) {
  out.key(name).raw(base::money_decimal(amount));
}

void items(JsonWriter& out, const offer::Offer& offer) {
  out.key("items").begin_array().begin_object();
  out.member("item_id", std::string_view(offer.product_id.empty() ? offer.id : offer.product_id));
  out.member("item_name", offer.title);
  out.member_if("item_variant", offer.variant);
  out.member_if("affiliation", offer.link.seller);
  out.member("quantity", offer.quantity);
  if (!offer.is_link() && offer.quantity > 0 && offer.quote.subtotal.minor % offer.quantity == 0) {
    money_member(out, "price",
                 {offer.quote.subtotal.minor / offer.quantity, offer.quote.subtotal.currency});
  }
  out.end_object().end_array();
}

void push(Step& step, std::string json) {
  add_effect(step, EffectKind::DataLayer).text = std::move(json);
}

void announce_offers(Step& step) {
  Model& model = step.model;
  if (!model.offers.known || (model.mounted & bit(WidgetKind::Offer)) == 0) return;
  const bool first = (model.announced & bit(WidgetKind::Offer)) == 0;
  model.announced |= bit(WidgetKind::Offer);
  int left = share_attention(model).max_open_offers;
  bool any = false;
  for (offer::Entry& entry : model.offers.entries) {
    if (!std::holds_alternative<offer::Offered>(entry.state) || left-- <= 0) continue;
    any = true;
    if (std::exchange(entry.announced, true)) continue;
    emit_offer(step, HostEvent::OfferShown, entry.offer);
    push_promotion(step, "view_promotion", entry.offer);
  }
  if (any || !first) return;
  JsonWriter detail;
  detail.begin_object();
  detail.member("reason", model.offers.none_reason);
  detail.end_object();
  emit(step, WidgetKind::Offer, HostEvent::OfferNone, detail.take());
}

void announce_review(Step& step) {
  if (!shows(WidgetKind::Review)) return;
  Model& model = step.model;
  const bool known = model.order && model.shipments_known;
  if (!known || (model.mounted & bit(WidgetKind::Review)) == 0) return;
  model.announced |= bit(WidgetKind::Review);
  JsonWriter detail;
  detail.begin_object();
  if (const auto* quiet = std::get_if<review::Quiet>(&model.review.state)) {
    detail.member("reason", review::not_yet_reason_name(quiet->reason));
    detail.member_if("ask_on", base::source_time_text(quiet->ask_on));
    emit(step, WidgetKind::Review, HostEvent::ReviewQuiet, detail.end_object().take());
    return;
  }
  const auto attention = share_attention(model).review;
  if (attention != journey::AttentionReason::Speak) {
    detail.member("reason", journey::attention_reason_name(attention));
    emit(step, WidgetKind::Review, HostEvent::ReviewQuiet, detail.end_object().take());
    return;
  }
  if (const auto* asking = std::get_if<review::Asking>(&model.review.state)) {
    detail.member("line_id", asking->line_id);
    emit(step, WidgetKind::Review, HostEvent::ReviewAsked, detail.end_object().take());
  }
}

}  // namespace

Effect& add_effect(Step& step, EffectKind kind) {
  Effect& effect = step.effects.emplace_back();
  effect.kind = kind;
  return effect;
}

void emit(Step& step, WidgetKind kind, HostEvent event, std::string_view detail) {
  Effect& effect = add_effect(step, EffectKind::Emit);
  effect.widget = static_cast<uint8_t>(kind);
  effect.id = static_cast<uint32_t>(event);
  effect.text = detail;
}

void emit_offer(Step& step, HostEvent event, const offer::Offer& offer) {
  JsonWriter detail;
  detail.begin_object().member("offer_id", offer.id).member_if("seller", offer.link.seller);
  if (!offer.is_link()) {
    detail.member("total_minor", offer.quote.total.minor);
    detail.member("currency", offer.quote.total.currency.text());
  }
  detail.end_object();
  emit(step, WidgetKind::Offer, event, detail.text());
}

void start_timer(Step& step, output::TimerId timer, int64_t ms) {
  Effect& effect = add_effect(step, EffectKind::Timer);
  effect.id = static_cast<uint32_t>(timer);
  effect.number = static_cast<uint32_t>(ms < 0 ? 0 : ms > kLongestTimerMs ? kLongestTimerMs : ms);
}

void warn(Step& step, const base::Error& error) {
  Effect& effect = add_effect(step, EffectKind::Warn);
  effect.id = static_cast<uint32_t>(error.code);
  effect.number = error.offset;
  effect.text = error.pointer;
}

void announce(Step& step) {
  announce_offers(step);
  if ((step.model.announced & bit(WidgetKind::Review)) == 0) announce_review(step);
}

void push_promotion(Step& step, std::string_view event, const offer::Offer& offer) {
  JsonWriter out;
  out.begin_object().member("event", event).key("ecommerce").begin_object();
  out.member("promotion_id", offer.id);
  out.member("promotion_name", offer.title);
  out.member("creative_slot", "post_purchase");
  items(out, offer);
  push(step, out.end_object().end_object().take());
}

void push_transaction(Step& step, std::string_view event, const offer::Offer& offer) {
  JsonWriter out;
  std::string id;
  if (step.model.order) id += step.model.order->number;
  id += "-offer-";
  id += offer.id;
  out.begin_object().member("event", event).key("ecommerce").begin_object();
  out.member("transaction_id", id);
  out.member("currency", offer.quote.total.currency.text());
  money_member(out, "value", offer.quote.total);
  money_member(out, "tax", offer.quote.tax);
  money_member(out, "shipping", offer.quote.shipping);
  items(out, offer);
  push(step, out.end_object().end_object().take());
}

}  // namespace postlude::app
