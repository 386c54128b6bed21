#include "core/offer/parse_link.h"

#include <string>

#include "core/offer/strict_reader.h"

namespace postlude::offer {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

bool is_link_address(const base::SafeUrl& url) { return url.text().starts_with("https://"); }

void read_link(JsonReader& in, const JsonRef& object, Candidate& candidate) {
  const JsonRef link = in.optional_object(object, "link");
  if (is_absent(object["link"])) return;
  allow_only(in, link, {"url", "seller", "description", "image_url", "image_alt"});
  for (const JsonRef member : object) {
    for (const std::string_view name : kPurchaseMembers) {
      if (member.key() == name && !is_absent(member)) in.fail(ErrorCode::BadValue, member);
    }
  }
  const JsonRef reason = object["reason"];
  if (is_absent(reason)) in.fail(ErrorCode::MissingField, object, "reason");
  if (reason.text() == offer_reason_name(OfferReason::MerchantPick)) {
    in.fail(ErrorCode::BadValue, reason);
  }
  const JsonRef value = object["value"];
  if (value.is_object() && is_absent(value["probability_ppm"])) {
    in.fail(ErrorCode::MissingField, value, "probability_ppm");
  }
  LinkTerms& terms = candidate.link.emplace();
  terms.to.url = base::safe_url(in.required_text(link, "url"));
  if (!is_link_address(terms.to.url)) in.fail(ErrorCode::BadValue, link, "url");
  terms.to.seller = in.required_text(link, "seller");
  if (terms.to.seller.find_first_not_of(' ') == std::string::npos) {
    in.fail(ErrorCode::BadValue, link, "seller");
  }
  terms.description = in.optional_text(link, "description");
  const std::string image_url = in.optional_text(link, "image_url");
  terms.image_url = base::safe_url(image_url);
  if (terms.image_url.empty() && !image_url.empty())
    in.fail(ErrorCode::BadValue, link, "image_url");
  terms.image_alt = in.optional_text(link, "image_alt");
}

}  // namespace postlude::offer
