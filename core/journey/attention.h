#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace postlude::journey {

/// What a widget does with the shopper's attention.
enum class Voice : uint8_t {
  Tells,       // shows what is so: order, tracking
  Offers,      // proposes to buy
  Advertises,  // shows what another seller offers: a card like the others, but nothing waits for it
  Asks,        // wants an answer: review, survey
};

enum class Wish : uint8_t {
  Nothing,   // has nothing to say on this visit
  Speak,     // has something open
  Finished,  // shows the outcome of what the shopper did: always let it
};

/// One placed widget, in the order of the page.
struct Speaker {
  Voice voice = Voice::Tells;
  Wish wish = Wish::Nothing;
};

enum class TestOrder : uint8_t { No, Yes };

struct AttentionBudget {
  int max_offers = 1;  // 0 .. kMaxOffersAtOnce; more is read as that
  int max_asks = 1;
  TestOrder test_order = TestOrder::No;
};

inline constexpr int kMaxOffersAtOnce = 3;

/// Why a widget is quiet; Speak when it is not.
#define POSTLUDE_ATTENTION_REASONS(X)                                        \
  X(Speak, "speak")                                                          \
  X(NothingToSay, "nothing_to_say") /* it had no wish */                     \
  X(OfferBudget, "offer_budget")    /* enough offers stand before it */      \
  X(OfferOpen, "offer_open")        /* nothing is asked while an offer is */ \
  X(AskBudget, "ask_budget")        /* enough is asked already */            \
  X(TestOrder, "test_order")        /* nobody is asked about a test order */

enum class AttentionReason : uint8_t {
#define X(name, text) name,
  POSTLUDE_ATTENTION_REASONS(X)
#undef X
};

std::string_view attention_reason_name(AttentionReason reason);

/// What is left of a page's budget while its speakers are asked one after the other: those who ask
/// behind the others, because an offer that speaks keeps a question away.
class AttentionLeft {
 public:
  explicit AttentionLeft(const AttentionBudget& budget);

  /// Returns whether the next speaker may speak on this visit.
  AttentionReason judge(const Speaker& speaker);

 private:
  int offers_;
  int asks_;
  bool offer_open_ = false;
  bool test_order_;
};

/// Returns for each speaker whether it may speak on this visit, in the same order. Tells always
/// may; the first `max_offers` offers and advertisements may; questions wait until none of these
/// offers is open. An advertisement may stay for ever, so it keeps no question away.
std::vector<AttentionReason> share_attention(const std::vector<Speaker>& speakers,
                                             const AttentionBudget& budget);

}  // namespace postlude::journey
