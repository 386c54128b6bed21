#include "core/offer/offer.h"

#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "core/base/read_parts.h"
#include "core/base/text_member.h"

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

// Every amount of a quote is a size, its sign is in its name.
base::Money read_amount(JsonReader& in, const JsonRef& object, const char* key,
                        base::Currency currency) {
  const auto amount = in.optional_minor_money(object, key, currency);
  if (amount && amount->minor < 0) in.fail(ErrorCode::BadMoney, object[key]);
  return amount.value_or(base::Money{0, currency});
}

// A time of the backend's clock, 0 when there is none.
int64_t read_moment(JsonReader& in, const JsonRef& object, const char* key) {
  return base::read_integer(in, object, key, 0, 0);
}

void read_quote(JsonReader& in, const JsonRef& object, OfferStatus status, Quote& quote) {
  quote.token = in.optional_view(object, "token");
  // Without a token nothing can be accepted; a settled offer needs none.
  if (status == OfferStatus::Open && quote.token.empty()) {
    in.fail(ErrorCode::MissingField, object, "token");
  }
  const base::Currency currency = in.required_currency(object, "currency");
  in.required_minor_money(object, "total_minor", currency);
  quote.subtotal = read_amount(in, object, "subtotal_minor", currency);
  quote.discount = read_amount(in, object, "discount_minor", currency);
  quote.shipping = read_amount(in, object, "shipping_minor", currency);
  quote.tax = read_amount(in, object, "tax_minor", currency);
  quote.total = read_amount(in, object, "total_minor", currency);
  quote.tax_included = in.optional_bool(object, "tax_included", false);
  quote.expires_at_ms = read_moment(in, object, "expires_at_ms");
}

// A usual price that is not higher than what is asked now is no reduction and is not shown as one.
std::optional<base::Money> read_compare_at(JsonReader& in, const JsonRef& object,
                                           const Quote& quote) {
  const auto usual = in.optional_minor_money(object, "compare_at_minor", quote.total.currency);
  if (usual && usual->minor < 0) in.fail(ErrorCode::BadMoney, object["compare_at_minor"]);
  if (usual && usual->minor <= quote.subtotal.minor - quote.discount.minor) return std::nullopt;
  return usual;
}

OfferReason read_reason(JsonReader& in, const JsonRef& object) {
  const std::string_view name = in.optional_view(object, "reason");
  if (!object["reason"].is_string()) in.fail(ErrorCode::MissingField, object, "reason");
  const auto reason = offer_reason_from(name);
  if (!reason) in.fail(ErrorCode::BadValue, object["reason"]);
  return reason.value_or(OfferReason::MerchantPick);
}

OfferStatus read_status(JsonReader& in, const JsonRef& object) {
  const std::string_view name = in.optional_view(object, "status");
  const auto status = name.empty() ? OfferStatus::Open : offer_status_from(name);
  if (!status) in.fail(ErrorCode::BadValue, object["status"]);
  return status.value_or(OfferStatus::Open);
}

constexpr base::TextMember<Offer> kOfferTexts[] = {
    {"id", &Offer::id, base::TextForm::RequiredId},
    {"product_id", &Offer::product_id, base::TextForm::Id},
    {"variant_id", &Offer::variant_id, base::TextForm::Id},
    {"title", &Offer::title, base::TextForm::RequiredText},
    {"variant", &Offer::variant},
    {"description", &Offer::description},
    {"image_alt", &Offer::image_alt},
    {"reason_title", &Offer::reason_title},
};

constexpr base::TextMember<OfferVariant> kVariantTexts[] = {
    {"id", &OfferVariant::id, base::TextForm::RequiredId},
    {"title", &OfferVariant::title, base::TextForm::PresentText},
};

void read_choices(JsonReader& in, const JsonRef& object, Offer& offer) {
  offer.max_quantity = base::read_integer(in, object, "max_quantity", 0, 0, kMaxChoiceQuantity);
  base::read_list(in, in.optional_array(object, "variants"), offer.variants,
                  [](JsonReader& reader, const JsonRef& item, OfferVariant& variant) {
                    base::read_texts(reader, item, kVariantTexts, variant);
                  });
}

void read_renewal(JsonReader& in, const JsonRef& object, Offer& offer) {
  offer.needs_consent = in.optional_bool(object, "consent", false);
  const JsonRef terms = in.optional_object(object, "renewal");
  if (!terms.is_object()) return;
  offer.needs_consent = true;
  Renewal& renewal = offer.renewal.emplace();
  const base::Currency currency = offer.quote.total.currency;
  in.required_minor_money(terms, "total_minor", currency);
  renewal.total = read_amount(in, terms, "total_minor", currency);
  renewal.every = base::read_integer(in, terms, "every", 1, 1);
  const auto unit = renewal_unit_from(in.required_text(terms, "unit"));
  if (!unit) return in.fail(ErrorCode::BadValue, terms["unit"]);
  renewal.unit = *unit;
}

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
void read_link(JsonReader& in, const JsonRef& object, const JsonRef& link, Offer& offer) {
  if (object["quote"].is_object()) in.fail(ErrorCode::BadValue, object["quote"]);
  if (offer.status == OfferStatus::Accepted) in.fail(ErrorCode::BadValue, object["status"]);
  if (offer.reason == OfferReason::MerchantPick) in.fail(ErrorCode::BadValue, object["reason"]);
  base::read_text(in, link, "seller", base::TextForm::RequiredText, offer.link.seller);
  offer.link.url = base::safe_url(in.optional_view(link, "url"));
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

void read(JsonReader& in, const JsonRef& object, Offer& offer) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  base::read_texts(in, object, kOfferTexts, offer);
  // A picture that may not be shown is no reason against the offer itself.
  offer.image_url = base::safe_url(in.optional_view(object, "image_url"));
  offer.status = read_status(in, object);
  offer.reason = read_reason(in, object);
  const JsonRef link = in.optional_object(object, "link");
  if (link.is_object()) return read_link(in, object, link, offer);
  offer.quantity = base::read_integer(in, object, "quantity", 1, 1);
  read_quote(in, in.required_object(object, "quote"), offer.status, offer.quote);
  offer.compare_at = read_compare_at(in, object, offer.quote);
  read_choices(in, object, offer);
  read_renewal(in, object, offer);
  offer.ends_at_ms = read_moment(in, object, "ends_at_ms");
  offer.undo_until_ms = read_moment(in, object, "undo_until_ms");
}

void read(JsonReader& in, const JsonRef& root, std::vector<Offer>& offers) {
  if (!root.is_array()) in.fail(ErrorCode::WrongType, root);
  if (root.size() > kMaxOffers) return in.fail(ErrorCode::TooLarge, root);
  const auto read_one = [&](JsonReader& reader, const JsonRef& item, Offer& offer) {
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
