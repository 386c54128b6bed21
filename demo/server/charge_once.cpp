#include "demo/server/charge_once.h"

#include <thread>

namespace postlude::server {
namespace {

constexpr std::chrono::milliseconds kAskEvery{100};

}  // namespace

ChargeAnswer charge_once(PaymentGateway& gateway, const ChargeRequest& request) {
  const ChargeAnswer answer = gateway.charge(request);
  if (answer.state != ChargeState::NoAnswer && answer.state != ChargeState::Processing) {
    return answer;
  }
  return ask_until_certain(gateway, request.key, kSettleWait);
}

ChargeAnswer ask_until_certain(PaymentGateway& gateway, std::string_view key,
                               std::chrono::milliseconds wait) {
  const auto end = std::chrono::steady_clock::now() + wait;
  while (true) {
    ChargeAnswer answer = gateway.find(key);
    if (answer.state == ChargeState::NotFound) answer = gateway.cancel(key);
    const bool certain =
        answer.state != ChargeState::NoAnswer && answer.state != ChargeState::Processing;
    if (certain) return answer;
    if (std::chrono::steady_clock::now() + kAskEvery > end) {
      return {ChargeState::Processing, "", ""};
    }
    std::this_thread::sleep_for(kAskEvery);
  }
}

ChargeAnswer refund_until_certain(PaymentGateway& gateway, std::string_view key,
                                  std::chrono::milliseconds wait) {
  const auto end = std::chrono::steady_clock::now() + wait;
  while (true) {
    const ChargeAnswer answer = gateway.refund(key);
    if (answer.state != ChargeState::NoAnswer && answer.state != ChargeState::Processing) {
      return answer;
    }
    if (std::chrono::steady_clock::now() + kAskEvery > end) return {};
    std::this_thread::sleep_for(kAskEvery);
  }
}

}  // namespace postlude::server
