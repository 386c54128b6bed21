#include "demo/server/shop_views.h"

#include <algorithm>

#include "core/base/money.h"
#include "demo/server/currencies.h"
#include "demo/server/order_repository.h"
#include "demo/server/shop_cart.h"

namespace postlude::server {
namespace {

constexpr int64_t kGramsPerKilogram = 1000;
constexpr int kMostStars = 5;

std::string_view total_label(order::TotalKind kind) {
  switch (kind) {
    case order::TotalKind::Subtotal:
      return "Products";
    case order::TotalKind::Discount:
      return "Discount";
    case order::TotalKind::Shipping:
      return "Shipping";
    case order::TotalKind::Fee:
      return "Fee";
    case order::TotalKind::Duty:
      return "Duty";
    case order::TotalKind::Tax:
      return "Including VAT";
    case order::TotalKind::Tip:
      return "Tip";
    case order::TotalKind::GiftCard:
      return "Gift card";
    case order::TotalKind::Total:
      return "Total";
    case order::TotalKind::Refunded:
      return "Refunded";
  }
  return "";
}

std::string_view total_class(order::TotalKind kind) {
  if (kind == order::TotalKind::Total) return "sum";
  return kind == order::TotalKind::Tax ? "minor" : "row";
}

PageValues total_row(std::string_view kind, std::string_view label, std::string amount) {
  PageValues row;
  row.text("kind", std::string(kind))
      .text("label", std::string(label))
      .text("amount", std::move(amount));
  return row;
}

}  // namespace

PageValues card_values(const ShopSite& site, const CatalogueItem& item) {
  const auto story = site.stories.find(item.product_id);
  const int64_t grams = story == site.stories.end() ? 0 : story->second.weight_g;
  std::string base_price;
  if (grams > 0) {
    const int64_t per_kilogram = base::scale_half_up(item.price_minor, kGramsPerKilogram, grams);
    base_price = site.format.money(per_kilogram) + " / kg";
  }
  PageValues values;
  values.text("id", item.product_id)
      .text("title", item.title)
      .text("variant", item.variant)
      .text("description", item.description)
      .text("image", item.image_url)
      .text("price", site.format.money(item.price_minor))
      .text("base_price", std::move(base_price))
      .flag("sold_out", item.stock == 0);
  return values;
}

PageValues::List cart_line_values(const ShopSite& site, const std::vector<CartLine>& cart,
                                  const std::vector<CatalogueItem>& catalogue,
                                  const base::ExchangeRate& rate) {
  PageValues::List lines;
  for (const CartLine& line : cart) {
    const auto item = std::find_if(
        catalogue.begin(), catalogue.end(),
        [&](const CatalogueItem& candidate) { return candidate.product_id == line.product_id; });
    if (item == catalogue.end()) continue;
    base::Money total = at_rate(item->price_minor, rate);
    total.minor *= line.quantity;
    lines.push_back(card_values(site, *item));
    lines.back()
        .number("quantity", line.quantity)
        .flag("several", line.quantity > 1)
        .number("max_quantity", max_quantity(*item))
        .text("total", site.format.money(total));
  }
  return lines;
}

PageValues::List cart_total_values(const ShopSite& site, const CartTotals& totals,
                                   bool requires_shipping) {
  const auto money = [&](int64_t minor) {
    return site.format.money(base::Money{minor, totals.currency});
  };
  PageValues::List rows;
  rows.push_back(total_row("row", "Products", money(totals.subtotal_minor)));
  if (requires_shipping) {
    rows.push_back(total_row("row", "Shipping",
                             totals.shipping_minor == 0 ? "Free" : money(totals.shipping_minor)));
  }
  rows.push_back(total_row("sum", "Total", money(totals.total_minor)));
  rows.push_back(total_row("minor", "Including VAT", money(totals.tax_minor)));
  return rows;
}

PageValues order_values(const ShopSite& site, const order::Order& order) {
  PageValues::List lines;
  for (const order::LineItem& line : order.lines) {
    lines.emplace_back();
    lines.back()
        .text("title", line.title)
        .text("variant", line.variant)
        .text("plan", line.selling_plan)
        .flag("from_offer", line.id.starts_with(offer_line_id("")))
        .text("image", std::string(line.image_url.text()))
        .number("quantity", line.quantity)
        .text("total", line.total ? site.format.money(*line.total) : "");
  }
  PageValues::List totals;
  for (const order::TotalRow& row : order.totals) {
    totals.push_back(total_row(total_class(row.kind),
                               row.label.empty() ? total_label(row.kind) : row.label,
                               site.format.money(row.amount)));
  }
  PageValues values;
  values.text("number", order.number)
      .list("lines", std::move(lines))
      .list("totals", std::move(totals));
  return values;
}

std::string star_text(int stars) {
  std::string text;
  for (int star = 1; star <= kMostStars; ++star) text += star <= stars ? "★" : "☆";
  return text;
}

}  // namespace postlude::server
