#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/native/token_claims.h"

namespace postlude::native {

inline constexpr int64_t kIssuedAheadLeewayS = 60;  // how far `iat` may lie in the future, usually
inline constexpr size_t kMinSecretBytes = 32;       // RFC 7518, section 3.2
inline constexpr size_t kMaxTokenBytes = 8192;

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
