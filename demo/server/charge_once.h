#pragma once

#include <chrono>
#include <string_view>

#include "demo/server/gateway.h"

namespace postlude::server {

/// How long a request waits for an outcome that the gateway does not know yet.
inline constexpr std::chrono::milliseconds kSettleWait{6000};

/// Charges once and returns a certain outcome where there is one: Succeeded, Declined,
/// RequiresAction, Void (nothing was and nothing will be charged), or Processing when the gateway
/// still does not know after `kSettleWait`. When the answer is lost the gateway is asked by key; it
/// is never told to charge again.
ChargeAnswer charge_once(PaymentGateway& gateway, const ChargeRequest& request);

/// Asks what became of a key until the outcome is certain or `wait` is over. A key the gateway has
/// never seen is cancelled there, so that a request still under way cannot charge it later.
ChargeAnswer ask_until_certain(PaymentGateway& gateway, std::string_view key,
                               std::chrono::milliseconds wait);

/// Gives a charge back: Refunded, or NoAnswer when the gateway could not be asked for as long as
/// `wait`, or what stands there instead. Telling it twice gives back once, so it is told again
/// until it answers.
ChargeAnswer refund_until_certain(PaymentGateway& gateway, std::string_view key,
                                  std::chrono::milliseconds wait);

}  // namespace postlude::server
