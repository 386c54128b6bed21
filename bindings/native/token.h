#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/money.h"

namespace postlude::native {

inline constexpr int64_t kMaxQuoteLifetimeS = 600;  // ten minutes
inline constexpr int64_t kMaxAccessLifetimeS = 400 * 86'400;
inline constexpr int64_t kIssuedAheadLeewayS = 60;  // how far `iat` may lie in the future, usually
inline constexpr size_t kMinSecretBytes = 32;       // RFC 7518, section 3.2
inline constexpr size_t kMaxTokenBytes = 8192;

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
  X(TestToken, "test_token") /* of test mode, where real money is at stake */

enum class TokenReason : uint8_t {
#define X(name, text) name,
  POSTLUDE_TOKEN_REASONS(X)
#undef X
};

std::string_view token_reason_name(TokenReason reason);

/// One shared secret. `kid` is 1 to 64 of A-Z a-z 0-9 . _ - or, for a ring of one key, empty: such
/// a key signs without `kid` and verifies tokens with any plain `kid`.
struct SigningKey {
  std::string kid;
  std::string secret;  // bytes; kMinSecretBytes or more to sign
};

/// The keys in use: the first signs, every one verifies. To rotate, put the new key in front and
/// drop the old one when the tokens it signed have expired.
struct KeyRing {
  std::vector<SigningKey> keys;
};

/// Whether the shop that signed a token was trying things out.
enum class Mode : uint8_t { Live, Test };

/// What a quote token says. Claims on the wire: iss, sub, aud, use = "quote", offer, quantity,
/// amount, currency, iat, exp, jti; and where they are set variant, ends, shop_amount and
/// shop_currency, consent = true, and of a subscription plan, every, unit and renewal (minor
/// units); mode = "test" in test mode.
struct QuoteClaims {
  std::string issuer;
  std::string order_id;  // sub
  std::string shop;      // aud
  std::string offer_id;  // offer
  int64_t quantity = 1;
  std::string variant_id;                  // variant; "" where there is nothing to choose
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

/// What the verifier knows already; an empty text or nothing is not compared.
struct TokenExpectations {
  std::string issuer;
  std::string shop;
  std::string order_id;
  std::string offer_id;                   // quotes only
  std::optional<int64_t> purchased_at_s;  // a token issued before it is SignedTooEarly
  /// How far `iat` may lie in the future: more for whoever signed it too, with a clock that may be
  /// set back.
  int64_t issued_ahead_leeway_s = kIssuedAheadLeewayS;
  Mode mode = Mode::Test;  // in live mode a test token is refused; in test mode none is
};

template <class Claims>
struct Verified {
  TokenReason reason = TokenReason::Malformed;
  std::optional<Claims> claims;  // only when reason is Ok
};

/// Returns the compact JWS (HS256) of the claims, or nothing when the ring has no key of at least
/// kMinSecretBytes in front or the claims would not verify (empty id, negative total, lifetime).
std::optional<std::string> sign_quote(const QuoteClaims& claims, const KeyRing& ring);
std::optional<std::string> sign_access(const AccessClaims& claims, const KeyRing& ring);

/// Verifies a token against the ring at `now_s` (Unix seconds; the system clock is never read). The
/// signature is compared in constant time and before any claim is believed. A token lives while
/// now_s < exp.
Verified<QuoteClaims> verify_quote(std::string_view token, const KeyRing& ring, int64_t now_s,
                                   const TokenExpectations& expected);
Verified<AccessClaims> verify_access(std::string_view token, const KeyRing& ring, int64_t now_s,
                                     const TokenExpectations& expected);

/// Returns Ok when the form, the header and the signature are right; says nothing about the claims.
TokenReason verify_signature(std::string_view token, const KeyRing& ring);

/// Returns HMAC-SHA-256 as 32 bytes.
std::string hmac_sha256(std::string_view key, std::string_view message);

/// Returns whether two texts are equal, in time that depends on their lengths only.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace postlude::native
