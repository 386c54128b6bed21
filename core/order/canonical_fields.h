#pragma once

#include "core/base/member_table.h"
#include "core/order/order.h"

// The parts of the canonical form, stated once for the reader and the writer. Internal to
// core/order; web/contract/order.schema.json describes the same, and a test compares them.

namespace postlude::order {

inline constexpr int64_t kCanonicalVersion = 1;

using base::TextForm;

inline constexpr auto kCustomerMembers = base::members_of<Customer>({
    {"id", POSTLUDE_AT(Customer, id), TextForm::Id},
    {"first_name", POSTLUDE_AT(Customer, first_name)},
    {"email", POSTLUDE_AT(Customer, email)},
    {"order_count", POSTLUDE_AT(Customer, order_count), base::Range{0}},
    {"tags", POSTLUDE_AT(Customer, tags)},
});

inline constexpr auto kLineMembers = base::members_of<LineItem>({
    {"id", POSTLUDE_AT(LineItem, id), TextForm::RequiredId},
    {"product_id", POSTLUDE_AT(LineItem, product_id), TextForm::Id},
    {"variant_id", POSTLUDE_AT(LineItem, variant_id), TextForm::Id},
    {"sku", POSTLUDE_AT(LineItem, sku), TextForm::Id},
    {"title", POSTLUDE_AT(LineItem, title), TextForm::RequiredText},
    {"variant", POSTLUDE_AT(LineItem, variant)},
    {"selling_plan", POSTLUDE_AT(LineItem, selling_plan)},
    {"quantity", POSTLUDE_AT(LineItem, quantity), base::Range{0}},
    {"unit_price_minor", POSTLUDE_AT(LineItem, unit_price)},
    {"total_minor", POSTLUDE_AT(LineItem, total)},
    {"image_url", POSTLUDE_AT(LineItem, image_url)},
    {"url", POSTLUDE_AT(LineItem, url)},
    {"requires_shipping", POSTLUDE_AT(LineItem, requires_shipping)},
    {"gift_card", POSTLUDE_AT(LineItem, gift_card)},
    {"categories", POSTLUDE_AT(LineItem, categories)},
    {"tags", POSTLUDE_AT(LineItem, tags)},
});

inline constexpr auto kTotalMembers = base::members_of<TotalRow>({
    {"kind", POSTLUDE_AT(TotalRow, kind), kTotalKindNames, base::NameForm::Required},
    {"label", POSTLUDE_AT(TotalRow, label)},
    {"amount_minor", POSTLUDE_AT(TotalRow, amount), base::Range{}, base::Presence::Required},
});

inline constexpr auto kAddressMembers = base::members_of<Address>({
    {"name", POSTLUDE_AT(Address, name)},
    {"company", POSTLUDE_AT(Address, company)},
    {"city", POSTLUDE_AT(Address, city)},
    {"region", POSTLUDE_AT(Address, region)},
    {"postcode", POSTLUDE_AT(Address, postcode)},
    {"country", POSTLUDE_AT(Address, country)},
    {"lines", POSTLUDE_AT(Address, lines)},
});

}  // namespace postlude::order
