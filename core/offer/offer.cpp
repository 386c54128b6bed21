#include "core/offer/offer.h"

#include "core/base/json_writer.h"
#include "core/base/member_table.h"
#include "core/base/names.h"
#include "core/base/read_parts.h"

namespace postlude::offer {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

constexpr size_t kMaxOffers = 100;  // a page shows three; more is not a page of ours

#define X(name, text) text,
constexpr std::string_view kReasonNames[] = {POSTLUDE_OFFER_REASONS(X)};
constexpr std::string_view kStatusNames[] = {POSTLUDE_OFFER_STATUSES(X)};
constexpr std::string_view kUnitNames[] = {POSTLUDE_RENEWAL_UNITS(X)};
#undef X

constexpr base::Range kSize{0};    // of an amount whose sign is in its name
constexpr base::Range kMoment{0};  // of the backend's clock

void read_currency(JsonReader& in, JsonRef object, Quote&) {
  in.use(in.required_currency(object, "currency"));
}

constexpr auto kQuoteMembers = base::members_of<Quote>({
    {"token", POSTLUDE_AT(Quote, token)},
    base::rule<Quote, read_currency>(),
    {"total_minor", POSTLUDE_AT(Quote, total), kSize, base::Presence::Required},
    {"subtotal_minor", POSTLUDE_AT(Quote, subtotal), kSize},
    {"discount_minor", POSTLUDE_AT(Quote, discount), kSize},
    {"shipping_minor", POSTLUDE_AT(Quote, shipping), kSize},
    {"tax_minor", POSTLUDE_AT(Quote, tax), kSize},
    {"tax_included", POSTLUDE_AT(Quote, tax_included)},
    {"expires_at_ms", POSTLUDE_AT(Quote, expires_at_ms), kMoment},
});

constexpr auto kVariantMembers = base::members_of<OfferVariant>({
    {"id", POSTLUDE_AT(OfferVariant, id), base::TextForm::RequiredId},
    {"title", POSTLUDE_AT(OfferVariant, title), base::TextForm::PresentText},
});

constexpr auto kRenewalMembers = base::members_of<Renewal>({
    {"total_minor", POSTLUDE_AT(Renewal, total), kSize, base::Presence::Required},
    {"every", POSTLUDE_AT(Renewal, every), base::Range{1}},
    {"unit", POSTLUDE_AT(Renewal, unit), kUnitNames, base::NameForm::Required},
});

constexpr auto kLinkMembers = base::members_of<OfferLink>({
    {"seller", POSTLUDE_AT(OfferLink, seller), base::TextForm::RequiredText},
    {"url", POSTLUDE_AT(OfferLink, url)},
});

// What an offer has whoever sells it.
constexpr auto kOfferMembers = base::members_of<Offer>({
    {"id", POSTLUDE_AT(Offer, id), base::TextForm::RequiredId},
    {"product_id", POSTLUDE_AT(Offer, product_id), base::TextForm::Id},
    {"variant_id", POSTLUDE_AT(Offer, variant_id), base::TextForm::Id},
    {"title", POSTLUDE_AT(Offer, title), base::TextForm::RequiredText},
    {"variant", POSTLUDE_AT(Offer, variant)},
    {"description", POSTLUDE_AT(Offer, description)},
    {"image_alt", POSTLUDE_AT(Offer, image_alt)},
    {"reason_title", POSTLUDE_AT(Offer, reason_title)},
    // A picture that may not be shown is no reason against the offer itself.
    {"image_url", POSTLUDE_AT(Offer, image_url)},
    {"status", POSTLUDE_AT(Offer, status), kStatusNames, base::NameForm::EmptyIsAbsent},
    {"reason", POSTLUDE_AT(Offer, reason), kReasonNames, base::NameForm::Required},
});

void read_quote(JsonReader& in, JsonRef object, Offer& offer) {
  const JsonRef quote = in.required_object(object, "quote");
  // Without a token nothing can be accepted; a settled offer needs none.
  if (offer.status == OfferStatus::Open && in.optional_view(quote, "token").empty()) {
    in.fail(ErrorCode::MissingField, quote, "token");
  }
  base::read_members(in, quote, kQuoteMembers, offer.quote);
}

void read_variant(JsonReader& in, JsonRef object, OfferVariant& variant) {
  base::read_members(in, object, kVariantMembers, variant);
}

void read_variants(JsonReader& in, JsonRef object, Offer& offer) {
  base::read_list(in, in.optional_array(object, "variants"), offer.variants, read_variant);
}

void read_renewal(JsonReader& in, JsonRef object, Offer& offer) {
  const JsonRef terms = in.optional_object(object, "renewal");
  if (!terms.is_object()) return;
  offer.needs_consent = true;
  base::read_members(in, terms, kRenewalMembers, offer.renewal.emplace());
}

// What only something that is sold here has.
constexpr auto kSaleMembers = base::members_of<Offer>({
    {"quantity", POSTLUDE_AT(Offer, quantity), base::Range{1}},
    base::rule<Offer, read_quote>(),
    {"compare_at_minor", POSTLUDE_AT(Offer, compare_at), kSize},
    {"max_quantity", POSTLUDE_AT(Offer, max_quantity), base::Range{0, kMaxChoiceQuantity}},
    base::rule<Offer, read_variants>(),
    {"consent", POSTLUDE_AT(Offer, needs_consent)},
    base::rule<Offer, read_renewal>(),
    {"ends_at_ms", POSTLUDE_AT(Offer, ends_at_ms), kMoment},
    {"undo_until_ms", POSTLUDE_AT(Offer, undo_until_ms), kMoment},
});

void write_renewal(base::JsonWriter& out, const Offer& offer) {
  if (offer.needs_consent) out.member("consent", true);
  if (!offer.renewal) return;
  out.key("renewal").begin_object().member("every", offer.renewal->every);
  out.member("unit", renewal_unit_name(offer.renewal->unit));
  out.member("total_minor", offer.renewal->total.value_or(offer.quote.total).minor).end_object();
}

void write_quote(base::JsonWriter& out, const Quote& quote) {
  out.key("quote").begin_object().member_if("token", quote.token);
  out.member("currency", quote.total.currency.text());
  out.member("subtotal_minor", quote.subtotal.minor);
  out.member("discount_minor", quote.discount.minor);
  out.member("shipping_minor", quote.shipping.minor);
  out.member("tax_minor", quote.tax.minor);
  out.member("total_minor", quote.total.minor);
  out.member("tax_included", quote.tax_included);
  out.member("expires_at_ms", quote.expires_at_ms);
  out.end_object();
}

// What is not sold here has no price, and neither an accept nor an undo.
void read_link(JsonReader& in, JsonRef object, JsonRef link, Offer& offer) {
  if (object["quote"].is_object()) in.fail(ErrorCode::BadValue, object["quote"]);
  if (offer.status == OfferStatus::Accepted) in.fail(ErrorCode::BadValue, object["status"]);
  if (offer.reason == OfferReason::MerchantPick) in.fail(ErrorCode::BadValue, object["reason"]);
  base::read_members(in, link, kLinkMembers, offer.link);
  // It leaves the shop: "/cart" is no other seller's.
  if (!base::is_absolute(offer.link.url)) in.fail(ErrorCode::BadValue, link, "url");
}

void write_choices(base::JsonWriter& out, const Offer& offer) {
  if (offer.max_quantity != 0) out.member("max_quantity", offer.max_quantity);
  out.member_if("variant_id", offer.variant_id);
  if (offer.variants.empty()) return;
  out.key("variants").begin_array();
  for (const OfferVariant& variant : offer.variants) {
    out.begin_object().member("id", variant.id).member("title", variant.title).end_object();
  }
  out.end_array();
}

}  // namespace

std::string_view offer_reason_name(OfferReason reason) {
  return kReasonNames[static_cast<size_t>(reason)];
}

std::optional<OfferReason> offer_reason_from(std::string_view name) {
  return base::enum_from<OfferReason>(kReasonNames, name);
}

std::string_view offer_status_name(OfferStatus status) {
  return kStatusNames[static_cast<size_t>(status)];
}

std::optional<OfferStatus> offer_status_from(std::string_view name) {
  return base::enum_from<OfferStatus>(kStatusNames, name);
}

std::string_view renewal_unit_name(RenewalUnit unit) {
  return kUnitNames[static_cast<size_t>(unit)];
}

std::optional<RenewalUnit> renewal_unit_from(std::string_view name) {
  return base::enum_from<RenewalUnit>(kUnitNames, name);
}

void read(JsonReader& in, JsonRef object, Offer& offer) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  base::read_members(in, object, kOfferMembers, offer);
  const JsonRef link = in.optional_object(object, "link");
  if (link.is_object()) return read_link(in, object, link, offer);
  base::read_members(in, object, kSaleMembers, offer);
  // A usual price that is not higher than what is asked now is no reduction and is not shown as
  // one.
  const int64_t asked = offer.quote.subtotal.minor - offer.quote.discount.minor;
  if (offer.compare_at && offer.compare_at->minor <= asked) offer.compare_at.reset();
}

void read(JsonReader& in, JsonRef root, std::vector<Offer>& offers) {
  if (!root.is_array()) in.fail(ErrorCode::WrongType, root);
  if (root.size() > kMaxOffers) return in.fail(ErrorCode::TooLarge, root);
  const auto read_one = [&](JsonReader& reader, JsonRef item, Offer& offer) {
    read(reader, item, offer);
    // Two with one id could not be told apart when one is accepted.
    for (const Offer* earlier = offers.data(); earlier != &offer; ++earlier) {
      if (earlier->id == offer.id) reader.fail(ErrorCode::BadValue, item["id"]);
    }
  };
  base::read_list(in, root, offers, read_one);
}

base::Result<std::vector<Offer>> parse_offers(base::JsonRef root) {
  JsonReader in;
  std::vector<Offer> offers;
  read(in, root, offers);
  if (in.failed()) return in.error();
  return offers;
}

std::string write_offers(const std::vector<Offer>& offers) {
  base::JsonWriter out;
  out.begin_array();
  for (const Offer& offer : offers) {
    out.begin_object().member("id", offer.id).member_if("product_id", offer.product_id);
    out.member("title", offer.title).member_if("variant", offer.variant);
    out.member_if("description", offer.description);
    out.member_if("image_url", offer.image_url.text()).member_if("image_alt", offer.image_alt);
    out.member("reason", offer_reason_name(offer.reason));
    out.member_if("reason_title", offer.reason_title);
    if (offer.is_link()) {
      out.member("status", offer_status_name(offer.status));
      out.key("link").begin_object().member("url", offer.link.url.text());
      out.member("seller", offer.link.seller).end_object().end_object();
      continue;
    }
    out.member("quantity", offer.quantity);
    if (offer.compare_at) out.member("compare_at_minor", offer.compare_at->minor);
    out.member("status", offer_status_name(offer.status));
    write_quote(out, offer.quote);
    write_choices(out, offer);
    write_renewal(out, offer);
    if (offer.ends_at_ms != 0) out.member("ends_at_ms", offer.ends_at_ms);
    if (offer.undo_until_ms != 0) out.member("undo_until_ms", offer.undo_until_ms);
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace postlude::offer
