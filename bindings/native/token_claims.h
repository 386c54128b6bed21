#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"

namespace postlude::native {

inline constexpr int64_t kMaxQuoteLifetimeS = 600;  // ten minutes
inline constexpr int64_t kMaxAccessLifetimeS = 400 * 86'400;
inline constexpr size_t kMaxQuotedLines = 16;

/// Why a token is refused; Ok when it is not. The wire name of each is `token_reason_name`.
#define POSTLUDE_TOKEN_REASONS(X)                                                          \
  X(Ok, "ok")                                                                              \
  X(Malformed, "malformed")            /* not three base64url parts of two JSON objects */ \
  X(WrongAlgorithm, "wrong_algorithm") /* anything but HS256 */                            \
  X(BadHeader, "bad_header")           /* `kid` no plain name, `typ` not JWT, others */    \
  X(UnknownKey, "unknown_key")         /* no key of that name */                           \
  X(BadSignature, "bad_signature")                                                         \
  X(MissingClaim, "missing_claim")                                                         \
  X(WrongType, "wrong_type") /* a claim of another JSON type or out of range */            \
  X(WrongUse, "wrong_use")   /* a quote where access is wanted, or the reverse */          \
  X(LifetimeTooLong, "lifetime_too_long")                                                  \
  X(IssuedInFuture, "issued_in_future")                                                    \
  X(SignedTooEarly, "signed_too_early") /* before the purchase was completed */            \
  X(Expired, "expired")                                                                    \
  X(WrongIssuer, "wrong_issuer")                                                           \
  X(WrongAudience, "wrong_audience")                                                       \
  X(WrongSubject, "wrong_subject")                                                         \
  X(WrongOffer, "wrong_offer")                                                             \
  X(AmountsDiffer, "amounts_differ") /* lines and shipping are not what is charged */      \
  X(TestToken, "test_token")         /* of test mode, where real money is at stake */

enum class TokenReason : uint8_t {
#define X(name, text) name,
  POSTLUDE_TOKEN_REASONS(X)
#undef X
};

std::string_view token_reason_name(TokenReason reason);

/// Whether the shop that signed a token was trying things out.
enum class Mode : uint8_t { Live, Test };

/// One line that an accepted quote adds to the order. On the wire an object of `lines`: product,
/// variant (where there is one), quantity, amount.
struct QuotedLine {
  std::string product_id;
  std::string variant_id;    // "" where there is nothing to choose
  int64_t quantity = 1;      // 1 .. 1,000,000
  int64_t amount_minor = 0;  // what it costs, discount and tax in it; >= 0, in the total's currency

  friend bool operator==(const QuotedLine&, const QuotedLine&) = default;
};

/// What a quote token says. Claims on the wire: iss, sub, aud, use = "quote", offer, lines, amount,
/// currency, iat, exp, jti; and where they are set shipping, ends, shop_amount and shop_currency,
/// consent = true, and of a subscription plan, every, unit and renewal (minor units); mode = "test"
/// in test mode. The lines and the shipping add up to the amount, or the token is none.
struct QuoteClaims {
  std::string issuer;
  std::string order_id;                    // sub
  std::string shop;                        // aud
  std::string offer_id;                    // offer
  std::vector<QuotedLine> lines;           // lines: 1 to kMaxQuotedLines
  int64_t shipping_minor = 0;              // shipping: with its tax; left out where it is nothing
  std::optional<int64_t> offer_ends_at_s;  // ends: when the price ends for good, never before exp
  base::Money total;           // amount (minor units) and currency: what will be charged
  base::Money shop_total;      // shop_amount and shop_currency: the same in the shop's books; its
                               // currency is not known where it is that of `total`
  bool needs_consent = false;  // consent: not accepted without the shopper's own, to just this
  std::string selling_plan;    // plan; "" for what is bought once, and then nothing renews
  int64_t renewal_every = 0;   // every: so many units, 1 or more
  std::string renewal_unit;    // unit: "day", "week", "month" or "year"
  int64_t renewal_minor = 0;   // renewal: what each costs, in `total`'s currency
  int64_t issued_at_s = 0;     // iat, Unix seconds
  int64_t expires_at_s = 0;    // exp, at most kMaxQuoteLifetimeS later
  std::string token_id;        // jti, unique for every token
  Mode mode = Mode::Live;
};

/// What an order-access token says. Claims on the wire: iss, sub, aud, use = "order", iat, exp,
/// jti, and mode = "test" in test mode.
struct AccessClaims {
  std::string issuer;
  std::string order_id;  // sub
  std::string shop;      // aud
  int64_t issued_at_s = 0;
  int64_t expires_at_s = 0;
  std::string token_id;
  Mode mode = Mode::Live;
};

template <class Claims>
struct Verified {
  TokenReason reason = TokenReason::Malformed;
  std::optional<Claims> claims;  // only when reason is Ok
};

/// Reads the claims of a token whose signature is right, with the first reason against them. What
/// depends on who asks and when is not looked at.
Verified<QuoteClaims> read_quote_claims(base::JsonRef claims);
Verified<AccessClaims> read_access_claims(base::JsonRef claims);

/// Writes the claims as the object that is signed.
void write_claims(base::JsonWriter& out, const QuoteClaims& claims);
void write_claims(base::JsonWriter& out, const AccessClaims& claims);

/// Returns whether no name stands twice in an object: readers differ in which of the two they take.
bool names_each_once(base::JsonRef object);

}  // namespace postlude::native
