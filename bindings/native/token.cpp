#include "bindings/native/token.h"

#include <jwt.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "bindings/native/base64url.h"
#include "core/base/json_writer.h"

// The signature itself is made and compared by libjwt. It takes the algorithm from the token and
// reads JSON more freely than we do, so nothing reaches it that has not passed the checks here.

namespace postlude::native {
namespace {

using base::JsonRef;
using Jwt = std::unique_ptr<jwt_t, decltype(&jwt_free)>;

constexpr size_t kMaxKidBytes = 64;

struct Parts {
  std::string_view header;
  std::string_view payload;
  std::string_view signature;
};

std::optional<Parts> split(std::string_view token) {
  if (token.size() > kMaxTokenBytes) return std::nullopt;
  const size_t first = token.find('.');
  if (first == std::string_view::npos) return std::nullopt;
  const size_t second = token.find('.', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  Parts parts{token.substr(0, first), token.substr(first + 1, second - first - 1),
              token.substr(second + 1)};
  // A further dot is no base64url character and is refused with the signature.
  if (!decode_base64url(parts.signature)) return std::nullopt;
  return parts;
}

// Parses one part as a JSON object in which no name stands twice.
std::optional<base::JsonDocument> decode_object(std::string_view part) {
  const auto bytes = decode_base64url(part);
  if (!bytes || bytes->empty()) return std::nullopt;
  auto parsed = base::parse_json(*bytes);
  if (!parsed.ok() || !parsed.value().root().is_object()) return std::nullopt;
  if (!names_each_once(parsed.value().root())) return std::nullopt;
  return std::move(parsed.value());
}

bool plain_kid(std::string_view kid) {
  if (kid.empty() || kid.size() > kMaxKidBytes || kid.front() == '.') return false;
  for (const char c : kid) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') return false;
  }
  return true;
}

bool plain_typ(std::string_view typ) {
  return typ.size() == 3 && (typ[0] | 0x20) == 'j' && (typ[1] | 0x20) == 'w' &&
         (typ[2] | 0x20) == 't';
}

TokenReason check_header(JsonRef header) {
  const JsonRef alg = header["alg"];
  if (!alg.is_string() || alg.text() != "HS256") return TokenReason::WrongAlgorithm;
  for (const JsonRef member : header) {
    const std::string_view name = member.key();
    if (name == "alg") continue;
    // Keys and rules of its own (jwk, jku, crit, b64 ...) are not a token's to bring.
    if (!member.is_string()) return TokenReason::BadHeader;
    const bool good =
        (name == "kid" && plain_kid(member.text())) || (name == "typ" && plain_typ(member.text()));
    if (!good) return TokenReason::BadHeader;
  }
  return TokenReason::Ok;
}

const SigningKey* find_key(const KeyRing& ring, JsonRef kid) {
  const bool one_unnamed = ring.keys.size() == 1 && ring.keys[0].kid.empty();
  for (const SigningKey& key : ring.keys) {
    const bool named = kid.exists() && key.kid == kid.text();
    if ((named || one_unnamed) && !key.secret.empty()) return &key;
  }
  return nullptr;
}

bool signature_matches(std::string_view token, const std::string& secret) {
  const std::string text(token);  // libjwt wants a terminated string
  jwt_t* decoded = nullptr;
  const auto* key = reinterpret_cast<const unsigned char*>(secret.data());
  const int error = jwt_decode(&decoded, text.c_str(), key, static_cast<int>(secret.size()));
  const Jwt owner(decoded, &jwt_free);
  return error == 0 && decoded != nullptr && jwt_get_alg(decoded) == JWT_ALG_HS256;
}

bool differs(const std::string& wanted, const std::string& found) {
  return !wanted.empty() && wanted != found;
}

template <class Claims>
TokenReason compare(const Claims& claims, int64_t now_s, const TokenExpectations& expected) {
  if (claims.issued_at_s > now_s + expected.issued_ahead_leeway_s) {
    return TokenReason::IssuedInFuture;
  }
  if (expected.purchased_at_s && claims.issued_at_s < *expected.purchased_at_s) {
    return TokenReason::SignedTooEarly;
  }
  if (now_s >= claims.expires_at_s) return TokenReason::Expired;
  if (differs(expected.issuer, claims.issuer)) return TokenReason::WrongIssuer;
  if (differs(expected.shop, claims.shop)) return TokenReason::WrongAudience;
  if (differs(expected.order_id, claims.order_id)) return TokenReason::WrongSubject;
  if (expected.mode == Mode::Live && claims.mode == Mode::Test) return TokenReason::TestToken;
  return TokenReason::Ok;
}

/// We never sign `nbf`, but whoever finds it must obey it (RFC 7519, section 4.1.5).
TokenReason check_not_before(JsonRef claims, int64_t now_s) {
  const JsonRef claim = claims["nbf"];
  if (!claim.exists()) return TokenReason::Ok;
  const std::optional<int64_t> not_before_s = claim.integer();
  if (!not_before_s) return TokenReason::WrongType;
  return *not_before_s > now_s + kIssuedAheadLeewayS ? TokenReason::IssuedInFuture
                                                     : TokenReason::Ok;
}

struct Opened {
  TokenReason reason = TokenReason::Malformed;
  std::optional<base::JsonDocument> claims;
};

// Returns the claims only when the signature is right: before that they are anybody's words.
Opened open_token(std::string_view token, const KeyRing& ring) {
  const auto parts = split(token);
  if (!parts) return {};
  const auto header = decode_object(parts->header);
  auto claims = decode_object(parts->payload);
  if (!header || !claims) return {};
  const TokenReason reason = check_header(header->root());
  if (reason != TokenReason::Ok) return {reason, {}};
  const SigningKey* key = find_key(ring, header->root()["kid"]);
  if (key == nullptr) return {TokenReason::UnknownKey, {}};
  if (!signature_matches(token, key->secret)) return {TokenReason::BadSignature, {}};
  return {TokenReason::Ok, std::move(claims)};
}

template <class Claims>
Verified<Claims> verify(std::string_view token, const KeyRing& ring, int64_t now_s,
                        const TokenExpectations& expected, Verified<Claims> (*read)(JsonRef)) {
  const Opened opened = open_token(token, ring);
  if (opened.reason != TokenReason::Ok) return {opened.reason, {}};
  Verified<Claims> verified = read(opened.claims->root());
  if (verified.reason == TokenReason::Ok) {
    verified.reason = compare(*verified.claims, now_s, expected);
  }
  if (verified.reason == TokenReason::Ok) {
    verified.reason = check_not_before(opened.claims->root(), now_s);
  }
  if (verified.reason != TokenReason::Ok) verified.claims.reset();
  return verified;
}

std::optional<std::string> sign(const std::string& claims, const KeyRing& ring) {
  if (ring.keys.empty() || ring.keys[0].secret.size() < kMinSecretBytes) return std::nullopt;
  const SigningKey& key = ring.keys[0];
  jwt_t* created = nullptr;
  if (jwt_new(&created) != 0) return std::nullopt;
  const Jwt jwt(created, &jwt_free);
  if (!key.kid.empty() && !plain_kid(key.kid)) return std::nullopt;
  if (!key.kid.empty() && jwt_add_header(created, "kid", key.kid.c_str()) != 0) return std::nullopt;
  if (jwt_add_grants_json(created, claims.c_str()) != 0) return std::nullopt;
  const auto* secret = reinterpret_cast<const unsigned char*>(key.secret.data());
  const int size = static_cast<int>(key.secret.size());
  if (jwt_set_alg(created, JWT_ALG_HS256, secret, size) != 0) return std::nullopt;
  const std::unique_ptr<char, decltype(&std::free)> text(jwt_encode_str(created), &std::free);
  if (text == nullptr) return std::nullopt;
  return std::string(text.get());
}

// What we sign must verify: the reader of tokens is asked before anything is signed.
template <class Claims>
std::optional<std::string> sign_if_sound(const Claims& claims, const KeyRing& ring,
                                         Verified<Claims> (*read)(JsonRef)) {
  base::JsonWriter out;
  write_claims(out, claims);
  const auto parsed = base::parse_json(out.text());
  if (!parsed.ok() || read(parsed.value().root()).reason != TokenReason::Ok) return std::nullopt;
  auto token = sign(out.take(), ring);
  if (token && token->size() > kMaxTokenBytes) return std::nullopt;
  return token;
}

}  // namespace

std::optional<std::string> sign_quote(const QuoteClaims& claims, const KeyRing& ring) {
  return sign_if_sound(claims, ring, &read_quote_claims);
}

std::optional<std::string> sign_access(const AccessClaims& claims, const KeyRing& ring) {
  return sign_if_sound(claims, ring, &read_access_claims);
}

Verified<QuoteClaims> verify_quote(std::string_view token, const KeyRing& ring, int64_t now_s,
                                   const TokenExpectations& expected) {
  auto verified = verify(token, ring, now_s, expected, &read_quote_claims);
  if (verified.claims && differs(expected.offer_id, verified.claims->offer_id)) {
    return {TokenReason::WrongOffer, {}};
  }
  return verified;
}

Verified<AccessClaims> verify_access(std::string_view token, const KeyRing& ring, int64_t now_s,
                                     const TokenExpectations& expected) {
  return verify(token, ring, now_s, expected, &read_access_claims);
}

TokenReason verify_signature(std::string_view token, const KeyRing& ring) {
  return open_token(token, ring).reason;
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
  std::string mac(EVP_MAX_MD_SIZE, '\0');
  unsigned size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<const unsigned char*>(message.data()), message.size(),
       reinterpret_cast<unsigned char*>(mac.data()), &size);
  mac.resize(size);
  return mac;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace postlude::native
