#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "core/order/order.h"
#include "core/output/view.h"
#include "core/review/schedule_prompt.h"

namespace postlude::review {

struct Asking {
  std::string line_id;
  enum class Problem : unsigned char { None, NoStars, NotSent } problem = Problem::None;
};
struct Sending {
  std::string line_id;
};
struct Sent {
  enum class Before : unsigned char { No, Yes } before = Before::No;
};
/// Not asked on this visit, and why.
struct Quiet {
  NotYetReason reason = NotYetReason::NotShipped;
  base::SourceTime ask_on;
};
using ReviewState = std::variant<Quiet, Asking, Sending, Sent>;

struct State {
  ReviewConfig config;
  ReviewState state;
};

/// Fields that the form needs when it is sent without scripts; empty in the browser.
struct FormFields {
  std::string api;
  std::string order_token;
  std::string return_to;
};

/// Decides anew whether to ask. What the shopper is in the middle of stays.
void schedule(State& state, const order::Order& order, const std::vector<Parcel>& parcels,
              const base::SourceTime& today);

/// Returns the idempotency key of the review of one line: sent once, whatever is clicked.
std::string review_key(std::string_view order_id, std::string_view line_id);

/// Fills `view`. Quiet shows nothing; `order` names the product.
void view_review(const State& state, const order::Order& order,
                 const base::SourceTime& delivered_at, const FormFields& form, output::View& view);

}  // namespace postlude::review
