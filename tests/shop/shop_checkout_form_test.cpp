#include "demo/server/shop_checkout_form.h"

#include <gtest/gtest.h>

namespace postlude::server {
namespace {

/// A value by name; nothing when it is absent or of another type.
template <class T>
std::optional<T> value_of(const PageValues& values, std::string_view name) {
  for (const auto& [key, value] : values.entries()) {
    if (key == name && std::holds_alternative<T>(value)) return std::get<T>(value);
  }
  return std::nullopt;
}

TEST(ReadCheckoutForm, TrimsTheFieldsAndTakesTheLinesFromTheCart) {
  httplib::Request request;
  request.params = {{"email", " a@b.example \n"}, {"name", "Ada"},   {"postcode", "04229"},
                    {"city", "Leipzig"},          {"country", "DE"}, {"card", "4242424242424242"},
                    {"lines", "kettle:1"},        {"price", "1"}};
  const CheckoutForm form = read_checkout_form(request, {{"kettle", 2}});
  EXPECT_EQ(form.email, "a@b.example");
  EXPECT_EQ(form.name, "Ada");
  EXPECT_EQ(form.card_number, "4242424242424242");
  ASSERT_EQ(form.lines.size(), 1u);
  EXPECT_EQ(form.lines[0].quantity, 2);
}

TEST(CheckoutFormValues, KeepsWhatWasWritten) {
  CheckoutForm form;
  form.email = "a@b";
  const PageValues values = checkout_form_values(form, {{"email", "invalid"}});
  const auto contact = value_of<PageValues::List>(values, "contact");
  ASSERT_TRUE(contact && contact->size() == 3);
  EXPECT_EQ(value_of<std::string>(contact->at(1), "value"), "a@b");
  EXPECT_EQ(value_of<std::string>(contact->at(1), "error"),
            "This does not look like an e-mail address.");
  EXPECT_EQ(value_of<bool>(values, "has_errors"), true);
}

struct ProblemRow {
  const char* field;
  const char* code;
  const char* title;
};

class PaymentProblem : public testing::TestWithParam<ProblemRow> {};

TEST_P(PaymentProblem, IsToldInWords) {
  const PageValues values = checkout_form_values({}, {{GetParam().field, GetParam().code}});
  const auto problem = value_of<PageValues::List>(values, "payment_problem");
  ASSERT_TRUE(problem && problem->size() == 1);
  EXPECT_EQ(value_of<std::string>(problem->front(), "title"), GetParam().title);
  EXPECT_EQ(value_of<bool>(values, "has_errors"), false);
}

INSTANTIATE_TEST_SUITE_P(
    Codes, PaymentProblem,
    testing::Values(ProblemRow{"card_number", "card_declined", "The card was declined"},
                    ProblemRow{"card_number", "payment_unavailable", "The bank did not answer"},
                    ProblemRow{"card_number", "payment_pending",
                               "Your payment is not confirmed yet"},
                    ProblemRow{"card_number", "required", "Please choose a test card"},
                    ProblemRow{"total", "total_changed", "The total has changed"},
                    ProblemRow{"lines", "out_of_stock", "Somebody was faster"},
                    ProblemRow{"country", "invalid", "The payment did not go through"}));

TEST(CheckoutFormValues, ChoosesTheFirstCardUnlessOneWasChosen) {
  const auto chosen = [](const CheckoutForm& form) {
    std::vector<std::string> ids;
    const PageValues values = checkout_form_values(form, {});
    const auto cards = value_of<PageValues::List>(values, "cards");
    for (const PageValues& card : *cards) {
      if (*value_of<bool>(card, "checked")) ids.push_back(*value_of<std::string>(card, "id"));
    }
    return ids;
  };
  CheckoutForm form;
  EXPECT_EQ(chosen(form), std::vector<std::string>{std::string(test_cards()[0].number)});
  form.card_number = test_cards()[2].number;
  EXPECT_EQ(chosen(form), std::vector<std::string>{form.card_number});
}

}  // namespace
}  // namespace postlude::server
