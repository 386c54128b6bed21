#include "demo/server/currencies.h"

#include <algorithm>
#include <stdexcept>

namespace postlude::server {

std::vector<base::ExchangeRate> read_currencies(base::JsonReader& in, base::JsonRef shop) {
  const base::Currency own = in.required_currency(shop, "currency");
  std::vector<base::ExchangeRate> rates = {{own, own}};
  for (const base::JsonRef other : in.optional_array(shop, "also_paid_in")) {
    const base::Currency to = in.required_currency(other, "currency");
    const auto rate = base::parse_exchange_rate(own, to, in.required_text(other, "rate"));
    if (!rate) in.fail(base::ErrorCode::BadValue, other, "rate");
    const bool twice = find_rate(rates, to.text()) != nullptr;
    if (twice) in.fail(base::ErrorCode::BadValue, other, "currency");
    if (in.failed()) break;
    rates.push_back(*rate);
  }
  return rates;
}

const base::ExchangeRate* find_rate(const std::vector<base::ExchangeRate>& rates,
                                    std::string_view currency) {
  if (currency.empty()) return &rates.front();
  const auto found = std::find_if(rates.begin(), rates.end(), [&](const base::ExchangeRate& rate) {
    return rate.to.text() == currency;
  });
  return found == rates.end() ? nullptr : &*found;
}

base::Money at_rate(int64_t shop_minor, const base::ExchangeRate& rate) {
  const auto amount = base::convert({shop_minor, rate.from}, rate);
  if (!amount) throw std::runtime_error("an amount is too large in another currency");
  return *amount;
}

std::string rate_text(const base::ExchangeRate& rate) {
  std::string worth = base::decimal_text(rate.billionths, base::kRateDigits);
  worth.erase(worth.find_last_not_of('0') + 1);
  if (worth.ends_with('.')) worth.pop_back();
  return "1 " + std::string(rate.from.text()) + " = " + worth + " " + std::string(rate.to.text());
}

}  // namespace postlude::server
