#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/exchange_rate.h"
#include "core/base/json_reader.h"

namespace postlude::server {

/// Reads what a shop is paid in from its catalogue: its own `currency` first, one to one, then
/// those of `also_paid_in` ([{"currency","rate"}], each once). The rates are the merchant's own.
std::vector<base::ExchangeRate> read_currencies(base::JsonReader& in, base::JsonRef shop);

/// Returns the rate of a currency that the shop is paid in ("" is its own), or nothing.
const base::ExchangeRate* find_rate(const std::vector<base::ExchangeRate>& rates,
                                    std::string_view currency);

/// Returns what an amount of the shop's currency is for a shopper who pays at `rate`. Throws
/// std::runtime_error for what no shop charges (beyond 2^53 minor units).
base::Money at_rate(int64_t shop_minor, const base::ExchangeRate& rate);

/// "1 EUR = 1.087 USD"
std::string rate_text(const base::ExchangeRate& rate);

}  // namespace postlude::server
