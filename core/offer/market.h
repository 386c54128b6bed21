#pragma once

#include <string_view>

namespace postlude::offer {

/// Markets by whose law the button that costs money must state the duty to pay, in words like
/// "order with obligation to pay": ISO 3166-1 codes, one after the other. docs/words.md has the
/// labels.
///
/// "EU" and its 27 members: Directive 2011/83/EU, article 8(2); Court of Justice, C-249/21, 7 April
/// 2022. IS LI NO: the same directive, by the EEA Agreement, annex XIX. GB: Consumer Contracts
/// (Information, Cancellation and Additional Charges) Regulations 2013, regulation 14(3) and (4).
/// UK EL: no country's codes, but people and the Union write GB and GR so. AX GF GP MF MQ RE YT:
/// parts of Finland and of France with codes of their own, where the directive holds too. All but
/// the Union's are from general knowledge (2026-11).
inline constexpr std::string_view kDutyMarkets =
    "EU"
    "ATBEBGCYCZDEDKEEESFIFRGRHRHUIEITLTLULVMTNLPLPTROSESISK"
    "ISLINO"
    "GB"
    "UKEL"
    "AXGFGPMFMQREYT";

/// Returns whether the button must state the duty to pay on this market: one of those above, and
/// whatever is no code of two capital letters, since a doubt is to the shopper's good.
bool states_duty_to_pay(std::string_view market);

}  // namespace postlude::offer
