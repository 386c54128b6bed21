#include "bindings/native/token_claims.h"

#include <algorithm>

#include "core/offer/offer.h"

namespace postlude::native {
namespace {

using base::JsonRef;

#define X(name, text) text,
constexpr std::string_view kReasonNames[] = {POSTLUDE_TOKEN_REASONS(X)};
#undef X

constexpr std::string_view kQuoteUse = "quote";
constexpr std::string_view kAccessUse = "order";
constexpr int64_t kMaxMinor = (int64_t{1} << 53) - 1;
constexpr int64_t kMaxQuantity = 1'000'000;
constexpr int64_t kMaxUnixS = 253'402'300'799;  // the end of the year 9999
constexpr size_t kMaxTextBytes = 512;

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

  // The lines of a quote; refused unless they and the shipping come to `amount`.
  std::vector<QuotedLine> lines(int64_t shipping, int64_t amount) {
    const JsonRef list = claims_["lines"];
    refuse_if(!list.exists(), TokenReason::MissingClaim);
    refuse_if(!list.is_array(), TokenReason::WrongType);
    std::vector<QuotedLine> lines;
    int64_t rest = amount - shipping;
    for (const JsonRef entry : list) {
      refuse_if(!entry.is_object() || !names_each_once(entry), TokenReason::WrongType);
      refuse_if(lines.size() == kMaxQuotedLines, TokenReason::WrongType);
      if (reason_ != TokenReason::Ok) return {};
      lines.push_back(line(entry));
      rest -= lines.back().amount_minor;
    }
    refuse_if(lines.empty(), TokenReason::MissingClaim);
    refuse_if(rest != 0, TokenReason::AmountsDiffer);
    return lines;
  }

  bool has(std::string_view name) const { return claims_[name].exists(); }

  base::Currency currency(std::string_view name) {
    const auto currency = base::parse_currency(text(name));
    refuse_if(!currency, TokenReason::WrongType);
    return currency.value_or(base::Currency{});
  }

 private:
  QuotedLine line(JsonRef entry) {
    ClaimReader in(entry);
    QuotedLine line;
    line.product_id = in.text("product");
    if (in.has("variant")) line.variant_id = in.text("variant");
    line.quantity = in.number("quantity", 1, kMaxQuantity);
    line.amount_minor = in.number("amount", 0, kMaxMinor);
    refuse_if(in.reason() != TokenReason::Ok, in.reason());
    return line;
  }

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

template <class Claims>
void write_common(base::JsonWriter& out, const Claims& claims, std::string_view use) {
  out.begin_object().member("iss", claims.issuer).member("sub", claims.order_id);
  out.member("aud", claims.shop).member("use", use).member("iat", claims.issued_at_s);
  out.member("exp", claims.expires_at_s).member("jti", claims.token_id);
  if (claims.mode == Mode::Test) out.member("mode", "test");
}

void write_lines(base::JsonWriter& out, const std::vector<QuotedLine>& lines) {
  out.key("lines").begin_array();
  for (const QuotedLine& line : lines) {
    out.begin_object().member("product", line.product_id);
    out.member_if("variant", line.variant_id).member("quantity", line.quantity);
    out.member("amount", line.amount_minor).end_object();
  }
  out.end_array();
}

}  // namespace

std::string_view token_reason_name(TokenReason reason) {
  return kReasonNames[static_cast<size_t>(reason)];
}

Verified<QuoteClaims> read_quote_claims(JsonRef object) {
  ClaimReader in(object);
  QuoteClaims claims;
  in.use(kQuoteUse);
  read_common(in, claims, kMaxQuoteLifetimeS);
  claims.offer_id = in.text("offer");
  if (in.has("ends")) {
    claims.offer_ends_at_s = in.number("ends", 0, kMaxUnixS);
    in.refuse_if(*claims.offer_ends_at_s < claims.expires_at_s, TokenReason::LifetimeTooLong);
  }
  claims.total.minor = in.number("amount", 0, kMaxMinor);
  claims.total.currency = in.currency("currency");
  if (in.has("shipping")) claims.shipping_minor = in.number("shipping", 0, kMaxMinor);
  claims.lines = in.lines(claims.shipping_minor, claims.total.minor);
  if (in.has("shop_amount") || in.has("shop_currency")) {
    claims.shop_total.minor = in.number("shop_amount", 0, kMaxMinor);
    claims.shop_total.currency = in.currency("shop_currency");
  }
  claims.needs_consent = in.consent();
  if (in.has("plan")) read_renewal(in, claims);
  return {in.reason(), claims};
}

Verified<AccessClaims> read_access_claims(JsonRef object) {
  ClaimReader in(object);
  AccessClaims claims;
  in.use(kAccessUse);
  read_common(in, claims, kMaxAccessLifetimeS);
  return {in.reason(), claims};
}

void write_claims(base::JsonWriter& out, const QuoteClaims& claims) {
  write_common(out, claims, kQuoteUse);
  out.member("offer", claims.offer_id);
  write_lines(out, claims.lines);
  if (claims.shipping_minor != 0) out.member("shipping", claims.shipping_minor);
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
}

void write_claims(base::JsonWriter& out, const AccessClaims& claims) {
  write_common(out, claims, kAccessUse);
  out.end_object();
}

bool names_each_once(JsonRef object) {
  std::vector<std::string_view> names;
  for (const JsonRef member : object) names.push_back(member.key());
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) == names.end();
}

}  // namespace postlude::native
