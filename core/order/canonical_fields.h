#pragma once

#include <string>
#include <string_view>

#include "core/base/text_member.h"
#include "core/order/order.h"

// The text members of the canonical form, stated once for the reader and the writer. Internal to
// core/order; web/contract/order.schema.json describes the same, and a test compares them.

namespace postlude::order {

inline constexpr int64_t kCanonicalVersion = 1;

using base::TextForm;
using base::TextMember;

inline constexpr TextMember<Order> kOrderIds[] = {
    {"id", &Order::id, TextForm::RequiredId},
    {"number", &Order::number, TextForm::RequiredId},
};

inline constexpr TextMember<Order> kOrderMethods[] = {
    {"shipping_method", &Order::shipping_method, TextForm::Text},
    {"payment_method", &Order::payment_method, TextForm::Text},
};

inline constexpr TextMember<Customer> kCustomerTexts[] = {
    {"id", &Customer::id, TextForm::Id},
    {"first_name", &Customer::first_name, TextForm::Text},
    {"email", &Customer::email, TextForm::Text},
};

inline constexpr TextMember<LineItem> kLineTexts[] = {
    {"id", &LineItem::id, TextForm::RequiredId},
    {"product_id", &LineItem::product_id, TextForm::Id},
    {"variant_id", &LineItem::variant_id, TextForm::Id},
    {"sku", &LineItem::sku, TextForm::Id},
    {"title", &LineItem::title, TextForm::RequiredText},
    {"variant", &LineItem::variant, TextForm::Text},
    {"selling_plan", &LineItem::selling_plan, TextForm::Text},
};

inline constexpr TextMember<Address> kAddressTexts[] = {
    {"name", &Address::name, TextForm::Text},
    {"company", &Address::company, TextForm::Text},
    {"city", &Address::city, TextForm::Text},
    {"region", &Address::region, TextForm::Text},
    {"postcode", &Address::postcode, TextForm::Text},
    {"country", &Address::country, TextForm::Text},
};

}  // namespace postlude::order
