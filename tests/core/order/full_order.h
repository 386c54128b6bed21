#pragma once

#include <string_view>

namespace postlude::order {

/// A canonical order with every member there is, as `write_order` writes it.
inline constexpr std::string_view kFullOrder =
    R"({"version":1,"id":"450789469","number":"#1001","created_at":"2026-11-03T09:26:00+01:00",)"
    R"("cancelled_at":"2026-11-04","currency":"EUR","payment_status":"partially_refunded",)"
    R"("test":true,"customer":{"id":"207","first_name":"Zoë","email":"zoe@example.org",)"
    R"("order_count":3,"tags":["vip","wholesale"]},"lines":[{"id":"l1","product_id":"mug",)"
    R"("variant_id":"mug-black","sku":"M-1","title":"Stoneware mug","variant":"Black / 0.3 l",)"
    R"("selling_plan":"Every month","quantity":2,"unit_price_minor":1200,"total_minor":2160,)"
    R"("image_url":"/images/mug.svg","url":"https://shop.example/mug","requires_shipping":false,)"
    R"("gift_card":true,"categories":["Kitchen"],"tags":["new"]},{"id":"l2","title":"Card",)"
    R"("quantity":0}],"totals":[{"kind":"subtotal","amount_minor":2400},{"kind":"discount",)"
    R"("label":"WELCOME","amount_minor":-240},{"kind":"shipping","amount_minor":490},)"
    R"({"kind":"fee","label":"Gift wrap","amount_minor":150},{"kind":"duty","amount_minor":10},)"
    R"({"kind":"tax","label":"VAT 19 %","amount_minor":447},{"kind":"tip","amount_minor":100},)"
    R"({"kind":"gift_card","amount_minor":-500},{"kind":"total","amount_minor":2410},)"
    R"({"kind":"refunded","label":"Broken","amount_minor":-1080}],"tax_included":true,)"
    R"("shipping_address":{"name":"Zoë L.","company":"ACME","city":"Berlin","region":"BE",)"
    R"("postcode":"10115","country":"DE","lines":["Chausseestr. 1","Hof 2"]},)"
    R"("shipping_method":"DHL","payment_method":"Visa •••• 4242","coupons":["WELCOME"],)"
    R"("tags":["fragile"],"status_url":"https://shop.example/orders/1001"})";

}  // namespace postlude::order
