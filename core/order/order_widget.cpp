#include "core/order/order_widget.h"

namespace postlude::order {
namespace {

using output::Arg;
using output::PhraseId;
using output::TemplateId;
using output::Text;
using output::Token;
using output::ViewBuilder;

PhraseId total_phrase(TotalKind kind, bool tax_included) {
  switch (kind) {
    case TotalKind::Subtotal:
      return PhraseId::TotalSubtotal;
    case TotalKind::Discount:
      return PhraseId::TotalDiscount;
    case TotalKind::Shipping:
      return PhraseId::TotalShipping;
    case TotalKind::Fee:
      return PhraseId::TotalFee;
    case TotalKind::Duty:
      return PhraseId::TotalDuty;
    case TotalKind::Tax:
      return tax_included ? PhraseId::OfferTaxIncluded : PhraseId::TotalTax;
    case TotalKind::Tip:
      return PhraseId::TotalTip;
    case TotalKind::GiftCard:
      return PhraseId::TotalGiftCard;
    case TotalKind::Total:
      return PhraseId::TotalTotal;
    case TotalKind::Refunded:
      return PhraseId::TotalRefunded;
  }
  CHECK(false);
}

void notice(ViewBuilder& out, Token state, const Text& text) {
  out.begin(TemplateId::OrderNotice, static_cast<uint64_t>(text.id)).token(state).text(text).end();
}

void notices(const Order& order, ViewBuilder& out) {
  if (order.test) notice(out, Token::Attention, PhraseId::OrderTest);
  if (order.cancelled()) {
    // Not every source says when.
    const Text dated{PhraseId::OrderCancelled, {output::date_arg(order.cancelled_at)}};
    notice(out, Token::Bad,
           order.cancelled_at.known() ? dated : Text(PhraseId::OrderNextCancelled));
  }
  switch (order.payment_status) {
    case PaymentStatus::Pending:
    case PaymentStatus::PartiallyPaid:
      return notice(out, Token::Attention, PhraseId::OrderPaymentPending);
    case PaymentStatus::Failed:
    case PaymentStatus::Voided:
      return notice(out, Token::Bad, PhraseId::OrderPaymentFailed);
    case PaymentStatus::Refunded:
      return notice(out, Token::Attention, PhraseId::OrderRefunded);
    case PaymentStatus::PartiallyRefunded:
      return notice(out, Token::Attention, PhraseId::OrderPartlyRefunded);
    case PaymentStatus::Unknown:
    case PaymentStatus::Authorized:
    case PaymentStatus::Paid:
      return;
  }
}

void line(const LineItem& item, ViewBuilder& out) {
  out.begin(TemplateId::OrderLine, output::key_of(item.id)).begin_list();
  if (!item.image_url.empty()) {
    // The title stands beside the picture, so the picture says nothing of its own.
    out.begin(TemplateId::Image).url(item.image_url).token(Token::Empty).end();
  }
  out.end_list().string(item.title).string(item.variant);
  out.text({PhraseId::OrderQuantity, {Arg::of_number(item.quantity)}});
  if (item.selling_plan.empty()) {
    out.none();
  } else {
    out.text({PhraseId::OrderSubscription, {item.selling_plan}});
  }
  if (item.total) {
    out.text({PhraseId::Amount, {*item.total}});
  } else if (item.unit_price && item.quantity == 1) {
    out.text({PhraseId::Amount, {*item.unit_price}});
  } else {
    out.none();
  }
  out.end();
}

void total_row(const TotalRow& row, bool tax_included, uint64_t key, ViewBuilder& out) {
  out.begin(TemplateId::OrderTotalRow, key).string(total_kind_name(row.kind));
  if (row.label.empty()) {
    out.text(total_phrase(row.kind, tax_included));
  } else {
    out.string(row.label);
  }
  out.text({PhraseId::Amount, {row.amount}}).end();
}

void fact_line(std::string_view text, uint64_t key, ViewBuilder& out) {
  if (!text.empty()) out.begin(TemplateId::LiteralLine, key).string(text).end();
}

// Where it is a code, Intl and ICU know its name.
void country_line(std::string_view country, uint64_t key, ViewBuilder& out) {
  const auto capital = [&](size_t i) { return country[i] >= 'A' && country[i] <= 'Z'; };
  if (country.size() != 2 || !capital(0) || !capital(1)) return fact_line(country, key, out);
  out.begin(TemplateId::LiteralLine, key);
  out.text({PhraseId::Literal, {Arg::of_country(country)}}).end();
}

void address_fact(const Address& address, ViewBuilder& out) {
  if (address.empty()) return;
  out.begin(TemplateId::OrderFact, 1).text(PhraseId::OrderAddress).begin_list();
  uint64_t key = 0;
  fact_line(address.name, key++, out);
  fact_line(address.company, key++, out);
  std::string town = address.postcode;
  if (!town.empty() && !address.city.empty()) town += ' ';
  town += address.city;
  if (!address.region.empty()) {
    if (!town.empty()) town += ", ";
    town += address.region;
  }
  for (const std::string& text : address.lines) fact_line(text, 10 + key++, out);
  fact_line(town, 2, out);
  country_line(address.country, 3, out);
  out.end_list().end();
}

void text_fact(PhraseId label, std::string_view text, ViewBuilder& out) {
  if (text.empty()) return;
  out.begin(TemplateId::OrderFact, static_cast<uint64_t>(label)).text(label).begin_list();
  fact_line(text, 0, out);
  out.end_list().end();
}

bool needs_shipping(const Order& order) {
  for (const LineItem& item : order.lines) {
    if (item.requires_shipping && item.quantity > 0) return true;
  }
  return false;
}

Text next_text(const Order& order, const JourneyNews& news) {
  if (order.cancelled()) return PhraseId::OrderNextCancelled;
  if (news.journey == Journey::Delivered) return PhraseId::OrderNextDelivered;
  if (news.journey == Journey::OnItsWay) {
    if (!news.arrives.known()) return PhraseId::OrderNextOnItsWay;
    return {PhraseId::OrderNextArrives, {output::weekday_arg(news.arrives)}};
  }
  return needs_shipping(order) ? PhraseId::OrderNextPacking : PhraseId::OrderNextNothingToShip;
}

}  // namespace

void view_order(const Order& order, const JourneyNews& news, output::View& view) {
  ViewBuilder out(view);
  out.begin(TemplateId::OrderCard);
  if (order.customer.first_name.empty()) {
    out.text(PhraseId::OrderThanks);
  } else {
    out.text({PhraseId::OrderThanksName, {std::string_view(order.customer.first_name)}});
  }
  if (order.created_at.known()) {
    out.text({PhraseId::OrderNumberDate,
              {std::string_view(order.number), output::date_arg(order.created_at)}});
  } else {
    out.text({PhraseId::OrderNumber, {std::string_view(order.number)}});
  }
  out.begin_list();
  notices(order, out);
  out.end_list().begin_list();
  for (const LineItem& item : order.lines) line(item, out);
  out.end_list().begin_list();
  uint64_t key = 0;
  for (const TotalRow& row : order.totals) total_row(row, order.tax_included, key++, out);
  out.end_list().text(next_text(order, news)).begin_list();
  address_fact(order.shipping_address, out);
  text_fact(PhraseId::OrderShippingMethod, order.shipping_method, out);
  text_fact(PhraseId::OrderPaymentMethod, order.payment_method, out);
  out.end_list().end();
}

}  // namespace postlude::order
