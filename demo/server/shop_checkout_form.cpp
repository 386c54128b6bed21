#include "demo/server/shop_checkout_form.h"

#include <algorithm>
#include <utility>

namespace postlude::server {
namespace {

struct Field {
  std::string_view name;  // as in CheckoutForm
  std::string CheckoutForm::*value;
  std::string_view label;
  std::string_view type;
  std::string_view autocomplete;
  std::string_view hint;
  std::string_view width;
  std::string_view required;  // what to say when it is empty; "" when it may be
};

constexpr Field kContact[] = {
    {"name", &CheckoutForm::name, "Name", "text", "name", "", "", "Please enter your name."},
    {"email", &CheckoutForm::email, "E-mail", "email", "email",
     "For the confirmation. In this demo nothing is sent.", "",
     "Please enter your e-mail address."},
    {"phone", &CheckoutForm::phone, "Phone number (optional)", "tel", "tel",
     "Only to find the order again.", "", ""},
};

constexpr Field kAddress[] = {
    {"address", &CheckoutForm::address, "Street and number", "text", "address-line1", "", "",
     "Please enter a street and number."},
    {"postcode", &CheckoutForm::postcode, "Postcode", "text", "postal-code", "", "third",
     "Please enter a postcode."},
    {"city", &CheckoutForm::city, "Town", "text", "address-level2", "", "two-thirds",
     "Please enter a town."},
};

struct Country {
  std::string_view code;  // ISO 3166-1 alpha-2
  std::string_view name;
};

constexpr Country kCountries[] = {
    {"DE", "Germany"}, {"AT", "Austria"}, {"BE", "Belgium"},     {"DK", "Denmark"},
    {"FR", "France"},  {"IE", "Ireland"}, {"NL", "Netherlands"}, {"PL", "Poland"},
};

struct Words {
  std::string_view code;
  std::string_view title;
  std::string_view text;
};

constexpr Words kPaymentProblems[] = {
    {"card_declined", "The card was declined",
     "Nothing was charged and your cart is unchanged. Please choose another card."},
    {"total_changed", "The total has changed",
     "It costs something else in this country or currency. Nothing was charged; please check the "
     "new total and pay again."},
    {"unknown_currency", "Please choose a currency",
     "The shop is not paid in this one. Nothing was charged."},
    {"payment_unavailable", "The bank did not answer",
     "The payment could not be finished. Please try again in a few minutes."},
    {"payment_pending", "Your payment is not confirmed yet",
     "Please do not pay a second time. Send this same form again in a moment: it tells what became "
     "of "
     "the payment, and charges nothing more."},
    {"required", "Please choose a test card", "This shop takes no real ones."},
    {"unknown_card", "Please choose one of the test cards", "This shop takes no real ones."},
    {"out_of_stock", "Somebody was faster",
     "Part of your cart has just been sold. Nothing was charged; please look at the cart again."},
    {"unknown_product", "Your cart has changed",
     "Part of it is no longer sold. Nothing was charged; please look at the cart again."},
    {"quantity", "Your cart has changed",
     "We do not have that many. Nothing was charged; please look at the cart again."},
};

constexpr Words kOtherPaymentProblem = {
    "", "The payment did not go through",
    "Nothing was charged and your cart is unchanged. Please try again or choose another card."};

std::string error_text(const Field& field, const std::vector<FieldError>& errors) {
  for (const FieldError& error : errors) {
    if (error.field != field.name) continue;
    if (error.code == "required") return std::string(field.required);
    if (error.code == "too_long") return std::string(field.label) + " is too long.";
    return field.name == "email" ? "This does not look like an e-mail address."
                                 : std::string(field.label) + " does not look right.";
  }
  return {};
}

PageValues field_values(const Field& field, const CheckoutForm& form, std::string error) {
  PageValues values;
  values.text("name", std::string(field.name))
      .text("label", std::string(field.label))
      .text("type", std::string(field.type))
      .text("autocomplete", std::string(field.autocomplete))
      .text("hint", std::string(field.hint))
      .text("width", std::string(field.width))
      .flag("required", !field.required.empty())
      .text("value", form.*field.value)
      .text("error", std::move(error));
  return values;
}

/// Adds a group's fields to `values` and what is wrong with them to `wrong`.
template <size_t kCount>
void add_fields(PageValues& values, std::string_view group, const Field (&fields)[kCount],
                const CheckoutForm& form, const std::vector<FieldError>& errors,
                PageValues::List& wrong) {
  PageValues::List list;
  for (const Field& field : fields) {
    const std::string error = error_text(field, errors);
    list.push_back(field_values(field, form, error));
    if (error.empty()) continue;
    wrong.emplace_back();
    wrong.back().text("name", std::string(field.name)).text("text", error);
  }
  values.list(group, std::move(list));
}

bool is_field(std::string_view name) {
  const auto named = [&](const Field& field) { return field.name == name; };
  return std::any_of(std::begin(kContact), std::end(kContact), named) ||
         std::any_of(std::begin(kAddress), std::end(kAddress), named);
}

PageValues::List payment_problem(const std::vector<FieldError>& errors) {
  const auto error = std::find_if(errors.begin(), errors.end(),
                                  [](const FieldError& one) { return !is_field(one.field); });
  if (error == errors.end()) return {};
  const Words* words = &kOtherPaymentProblem;
  for (const Words& row : kPaymentProblems) {
    if (row.code == error->code) words = &row;
  }
  PageValues problem;
  problem.text("title", std::string(words->title)).text("text", std::string(words->text));
  return {problem};
}

PageValues::List card_values(const CheckoutForm& form) {
  PageValues::List cards;
  for (const TestCard& card : test_cards()) {
    const bool chosen = form.card_number.empty() ? cards.empty() : form.card_number == card.number;
    cards.emplace_back();
    cards.back()
        .text("id", std::string(card.number))
        .text("name", std::string(card.method))
        .text("explanation", std::string(card.label))
        .flag("checked", chosen);
  }
  return cards;
}

PageValues::List country_values(const CheckoutForm& form) {
  PageValues::List countries;
  for (const Country& country : kCountries) {
    countries.emplace_back();
    countries.back()
        .text("code", std::string(country.code))
        .text("name", std::string(country.name))
        .flag("selected", form.country == country.code);
  }
  return countries;
}

}  // namespace

CheckoutForm read_checkout_form(const httplib::Request& request, std::vector<CartLine> cart) {
  CheckoutForm form;
  form.lines = std::move(cart);
  for (const Field& field : kContact) {
    form.*field.value = form_text(request, std::string(field.name).c_str());
  }
  for (const Field& field : kAddress) {
    form.*field.value = form_text(request, std::string(field.name).c_str());
  }
  form.country = form_text(request, "country");
  form.card_number = form_text(request, "card");
  form.currency = form_text(request, "currency");
  return form;
}

PageValues checkout_form_values(const CheckoutForm& form, const std::vector<FieldError>& errors) {
  PageValues values;
  PageValues::List wrong;
  add_fields(values, "contact", kContact, form, errors, wrong);
  add_fields(values, "address", kAddress, form, errors, wrong);
  values.list("countries", country_values(form))
      .list("cards", card_values(form))
      .list("payment_problem", payment_problem(errors))
      .flag("has_errors", !wrong.empty())
      .list("errors", std::move(wrong));
  return values;
}

}  // namespace postlude::server
