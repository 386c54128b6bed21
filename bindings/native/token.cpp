#include "bindings/native/token.h"

#include <jwt.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "bindings/native/base64url.h"
#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "core/offer/offer.h"

// The signature itself is made and compared by libjwt. It takes the algorithm from the token and
// reads JSON more freely than we do, so nothing reaches it that has not passed the checks here.

namespace postlude::native {
namespace {

using base::JsonRef;
using Jwt = std::unique_ptr<jwt_t, decltype(&jwt_free)>;

#define X(name, text) text,
constexpr std::string_view kReasonNames[] = {POSTLUDE_TOKEN_REASONS(X)};
#undef X

constexpr std::string_view kQuoteUse = "quote";
constexpr std::string_view kAccessUse = "order";
constexpr int64_t kMaxMinor = (int64_t{1} << 53) - 1;
constexpr int64_t kMaxQuantity = 1'000'000;
constexpr int64_t kMaxUnixS = 253'402'300'799;  // the end of the year 9999
constexpr size_t kMaxKidBytes = 64;
constexpr size_t kMaxTextBytes = 512;

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
  std::vector<std::string_view> names;
  for (const JsonRef member : parsed.value().root()) names.push_back(member.key());
  std::sort(names.begin(), names.end());
  if (std::adjacent_find(names.begin(), names.end()) != names.end()) return std::nullopt;
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

// Reads claims and remembers the first reason against them.
class ClaimReader {
 public:
  explicit ClaimReader(JsonRef claims) : claims_(claims) {}

  TokenReason reason() const { return reason_; }

  void refuse_if(bool condition, TokenReason reason) {
    if (condition && reason_ == TokenReason::Ok) reason_ = reason;
  }

  std::string text(std::string_view name) {
    const JsonRef claim = claims_[name];
    refuse_if(!claim.exists(), TokenReason::MissingClaim);
    refuse_if(!claim.is_string() || claim.text().size() > kMaxTextBytes, TokenReason::WrongType);
    refuse_if(claim.text().empty(), TokenReason::MissingClaim);
    return std::string(claim.text());
  }

  int64_t number(std::string_view name, int64_t least, int64_t most) {
    const JsonRef claim = claims_[name];
    refuse_if(!claim.exists(), TokenReason::MissingClaim);
    const int64_t value = claim.integer().value_or(least - 1);
    refuse_if(value < least || value > most, TokenReason::WrongType);
    return value;
  }

  // A quote may leave `use` out; nothing else may stand there.
  void use(std::string_view wanted) {
    const JsonRef claim = claims_["use"];
    const bool assumed = !claim.exists() && wanted == kQuoteUse;
    refuse_if(!assumed && !(claim.is_string() && claim.text() == wanted), TokenReason::WrongUse);
  }

  // What is not of test mode does not say so.
  Mode mode() {
    if (!has("mode")) return Mode::Live;
    refuse_if(text("mode") != "test", TokenReason::WrongType);
    return Mode::Test;
  }

  // What needs none does not say so.
  bool consent() {
    refuse_if(has("consent") && !claims_["consent"].is_true(), TokenReason::WrongType);
    return has("consent");
  }

  bool has(std::string_view name) const { return claims_[name].exists(); }

  base::Currency currency(std::string_view name) {
    const auto currency = base::parse_currency(text(name));
    refuse_if(!currency, TokenReason::WrongType);
    return currency.value_or(base::Currency{});
  }

 private:
  JsonRef claims_;
  TokenReason reason_ = TokenReason::Ok;
};

template <class Claims>
void read_common(ClaimReader& in, Claims& claims, int64_t longest_s) {
  claims.issuer = in.text("iss");
  claims.order_id = in.text("sub");
  claims.shop = in.text("aud");
  claims.issued_at_s = in.number("iat", 0, kMaxUnixS);
  claims.expires_at_s = in.number("exp", 0, kMaxUnixS);
  claims.token_id = in.text("jti");
  claims.mode = in.mode();
  in.refuse_if(claims.expires_at_s - claims.issued_at_s > longest_s, TokenReason::LifetimeTooLong);
}

void read_renewal(ClaimReader& in, QuoteClaims& claims) {
  claims.selling_plan = in.text("plan");
  claims.renewal_every = in.number("every", 1, kMaxQuantity);
  claims.renewal_unit = in.text("unit");
  claims.renewal_minor = in.number("renewal", 0, kMaxMinor);
  in.refuse_if(!offer::renewal_unit_from(claims.renewal_unit), TokenReason::WrongType);
  // Nobody subscribes without saying so.
  in.refuse_if(!claims.needs_consent, TokenReason::MissingClaim);
}

Verified<QuoteClaims> read_quote(JsonRef object) {
  ClaimReader in(object);
  QuoteClaims claims;
  in.use(kQuoteUse);
  read_common(in, claims, kMaxQuoteLifetimeS);
  claims.offer_id = in.text("offer");
  if (in.has("quantity")) claims.quantity = in.number("quantity", 1, kMaxQuantity);
  if (in.has("variant")) claims.variant_id = in.text("variant");
  if (in.has("ends")) {
    claims.offer_ends_at_s = in.number("ends", 0, kMaxUnixS);
    in.refuse_if(*claims.offer_ends_at_s < claims.expires_at_s, TokenReason::LifetimeTooLong);
  }
  claims.total.minor = in.number("amount", 0, kMaxMinor);
  claims.total.currency = in.currency("currency");
  if (in.has("shop_amount") || in.has("shop_currency")) {
    claims.shop_total.minor = in.number("shop_amount", 0, kMaxMinor);
    claims.shop_total.currency = in.currency("shop_currency");
  }
  claims.needs_consent = in.consent();
  if (in.has("plan")) read_renewal(in, claims);
  return {in.reason(), claims};
}

Verified<AccessClaims> read_access(JsonRef object) {
  ClaimReader in(object);
  AccessClaims claims;
  in.use(kAccessUse);
  read_common(in, claims, kMaxAccessLifetimeS);
  return {in.reason(), claims};
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

template <class Claims>
void write_common(base::JsonWriter& out, const Claims& claims, std::string_view use) {
  out.begin_object().member("iss", claims.issuer).member("sub", claims.order_id);
  out.member("aud", claims.shop).member("use", use).member("iat", claims.issued_at_s);
  out.member("exp", claims.expires_at_s).member("jti", claims.token_id);
  if (claims.mode == Mode::Test) out.member("mode", "test");
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
std::optional<std::string> sign_if_sound(const std::string& claims, const KeyRing& ring,
                                         Verified<Claims> (*read)(JsonRef)) {
  const auto parsed = base::parse_json(claims);
  if (!parsed.ok() || read(parsed.value().root()).reason != TokenReason::Ok) return std::nullopt;
  auto token = sign(claims, ring);
  if (token && token->size() > kMaxTokenBytes) return std::nullopt;
  return token;
}

}  // namespace

std::string_view token_reason_name(TokenReason reason) {
  return kReasonNames[static_cast<size_t>(reason)];
}

std::optional<std::string> sign_quote(const QuoteClaims& claims, const KeyRing& ring) {
  base::JsonWriter out;
  write_common(out, claims, kQuoteUse);
  out.member("offer", claims.offer_id).member("quantity", claims.quantity);
  out.member_if("variant", claims.variant_id);
  if (claims.offer_ends_at_s) out.member("ends", *claims.offer_ends_at_s);
  out.member("amount", claims.total.minor).member("currency", claims.total.currency.text());
  if (claims.shop_total.currency.known()) {
    out.member("shop_amount", claims.shop_total.minor);
    out.member("shop_currency", claims.shop_total.currency.text());
  }
  if (claims.needs_consent) out.member("consent", true);
  if (!claims.selling_plan.empty()) {
    out.member("plan", claims.selling_plan).member("every", claims.renewal_every);
    out.member("unit", claims.renewal_unit).member("renewal", claims.renewal_minor);
  }
  out.end_object();
  return sign_if_sound(out.text(), ring, &read_quote);
}

std::optional<std::string> sign_access(const AccessClaims& claims, const KeyRing& ring) {
  base::JsonWriter out;
  write_common(out, claims, kAccessUse);
  out.end_object();
  return sign_if_sound(out.text(), ring, &read_access);
}

Verified<QuoteClaims> verify_quote(std::string_view token, const KeyRing& ring, int64_t now_s,
                                   const TokenExpectations& expected) {
  auto verified = verify(token, ring, now_s, expected, &read_quote);
  if (verified.claims && differs(expected.offer_id, verified.claims->offer_id)) {
    return {TokenReason::WrongOffer, {}};
  }
  return verified;
}

Verified<AccessClaims> verify_access(std::string_view token, const KeyRing& ring, int64_t now_s,
                                     const TokenExpectations& expected) {
  return verify(token, ring, now_s, expected, &read_access);
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
