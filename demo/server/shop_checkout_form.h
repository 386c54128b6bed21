#pragma once

#include <httplib.h>

#include <string>

#include "demo/server/checkout.h"
#include "demo/server/shop_page.h"

namespace postlude::server {

/// Reads what the shopper wrote; the lines come from the cart, never from the form.
CheckoutForm read_checkout_form(const httplib::Request& request, std::vector<CartLine> cart);

/// Values of `checkout.html` but for the cart's: the fields as they were filled in, each with what
/// is wrong with it, and the test cards.
PageValues checkout_form_values(const CheckoutForm& form, const std::vector<FieldError>& errors);

}  // namespace postlude::server
