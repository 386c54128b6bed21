#include "core/offer/offer_widget.h"

namespace postlude::offer {
namespace {

using output::PhraseId;
using output::TemplateId;
using output::Text;
using output::Token;
using output::ViewBuilder;

Text reason_text(const Offer& offer) {
  const std::string_view title = offer.reason_title;
  switch (offer.reason) {
    case OfferReason::BoughtTogether:
      return {PhraseId::OfferReasonBoughtTogether, {title}};
    case OfferReason::Completes:
      return {PhraseId::OfferReasonCompletes, {title}};
    case OfferReason::Refill:
      return {PhraseId::OfferReasonRefill, {title}};
    case OfferReason::MerchantPick:
      return PhraseId::OfferReasonMerchantPick;
  }
  CHECK(false);
}

void price_row(Token kind, PhraseId label, const Text& amount, ViewBuilder& out) {
  out.begin(TemplateId::OfferPriceRow, static_cast<uint64_t>(label));
  out.token(kind).text(label).text(amount).end();
}

// The whole price before the click: what it costs, what is taken off, what is added, what is
// charged.
void breakdown(const Offer& offer, ViewBuilder& out) {
  const Quote& quote = offer.quote;
  price_row(Token::Empty, PhraseId::OfferPrice, {PhraseId::Amount, {quote.subtotal}}, out);
  if (quote.discount.minor > 0) {
    const base::Money off{-quote.discount.minor, quote.discount.currency};
    price_row(Token::Good, PhraseId::OfferDiscount, {PhraseId::Amount, {off}}, out);
  }
  if (quote.shipping.minor == 0) {
    price_row(Token::Empty, PhraseId::OfferShipping, PhraseId::OfferShippingFree, out);
  } else {
    price_row(Token::Empty, PhraseId::OfferShipping, {PhraseId::Amount, {quote.shipping}}, out);
  }
  if (!quote.tax_included && quote.tax.minor != 0) {
    price_row(Token::Empty, PhraseId::OfferTaxAdded, {PhraseId::Amount, {quote.tax}}, out);
  }
  price_row(Token::Current, PhraseId::OfferTotal, {PhraseId::Amount, {quote.total}}, out);
  if (quote.tax_included && quote.tax.minor != 0) {
    price_row(Token::Ahead, PhraseId::OfferTaxIncluded, {PhraseId::Amount, {quote.tax}}, out);
  }
}

void accept_form(const Entry& entry, std::string_view order_id, const FormFields& form,
                 ViewBuilder& out) {
  const Offer& offer = entry.offer;
  const bool busy = std::holds_alternative<Accepting>(entry.state);
  const bool real_form = !form.order_token.empty();
  out.url(base::safe_url(form.api + "/offers/" + offer.id + "/accept")).string(offer.id);
  if (real_form) {
    out.string(form.order_token).string(offer.quote.token).number(offer.quantity);
    out.string(accept_key(order_id, entry)).string(form.return_to);
  } else {
    out.none().none().none().none().none();
  }
  out.flag(busy);
  if (busy) {
    out.token(Token::True).text(PhraseId::OfferAccepting);
  } else {
    out.none().text({PhraseId::OfferAccept, {offer.quote.total}});
  }
}

void card(const Entry& entry, std::string_view order_id, const FormFields& form, ViewBuilder& out) {
  const Offer& offer = entry.offer;
  const bool busy = std::holds_alternative<Accepting>(entry.state);
  out.begin(TemplateId::OfferCard, output::key_of(offer.id));
  out.token(busy ? Token::Busy : Token::Idle).text(reason_text(offer)).begin_list();
  if (!offer.image_url.empty()) {
    out.begin(TemplateId::Image).url(offer.image_url);
    if (offer.image_alt.empty()) {
      out.token(Token::Empty);
    } else {
      out.string(offer.image_alt);
    }
    out.end();
  }
  out.end_list().string(offer.title).string(offer.variant).string(offer.description);
  out.begin_list();
  breakdown(offer, out);
  out.end_list();
  accept_form(entry, order_id, form, out);
  out.url(base::safe_url(form.api + "/offers/" + offer.id + "/decline")).string(offer.id);
  out.string(form.order_token).string(form.order_token.empty() ? "" : form.return_to);
  out.flag(busy).end();
}

void result(const Entry& entry, Token state, const Text& text, ViewBuilder& out) {
  out.begin(TemplateId::OfferResult, output::key_of(entry.offer.id)).token(state).text(text);
  out.begin_list();
  if (const auto* confirm = std::get_if<NeedsConfirmation>(&entry.state)) {
    if (!confirm->url.empty()) {
      out.begin(TemplateId::Link).url(confirm->url).text(PhraseId::OfferConfirm).end();
    }
  }
  if (std::holds_alternative<Unknown>(entry.state)) {
    out.begin(TemplateId::OfferRetry).string(entry.offer.id).end();
  }
  out.end_list().end();
}

// A card that was taken away leaves its outcome; a decline leaves nothing.
struct ShowEntry {
  const Entry& entry;
  std::string_view order_id;
  const FormFields& form;
  ViewBuilder& out;

  void operator()(const Offered&) const { card(entry, order_id, form, out); }
  void operator()(const Accepting&) const { card(entry, order_id, form, out); }
  void operator()(const PaymentDeclined&) const { card(entry, order_id, form, out); }
  void operator()(const Failed&) const { card(entry, order_id, form, out); }
  void operator()(const Declined&) const {}
  void operator()(const Accepted&) const {
    result(
        entry, Token::Good,
        {PhraseId::OfferAccepted, {std::string_view(entry.offer.title), entry.offer.quote.total}},
        out);
  }
  void operator()(const NeedsConfirmation&) const {
    result(entry, Token::Attention, PhraseId::OfferNeedsConfirmation, out);
  }
  void operator()(const OutOfStock&) const {
    result(entry, Token::Bad, PhraseId::OfferOutOfStock, out);
  }
  void operator()(const Expired&) const { result(entry, Token::Bad, PhraseId::OfferExpired, out); }
  void operator()(const Released&) const {
    result(entry, Token::Bad, PhraseId::OfferOrderReleased, out);
  }
  void operator()(const Unknown&) const {
    result(entry, Token::Attention, PhraseId::OfferUnknown, out);
  }
};

// The live line says what the cards cannot: what is going on, and what the outcome was.
void status_line(const State& state, ViewBuilder& out) {
  for (const Entry& entry : state.entries) {
    if (std::holds_alternative<Accepting>(entry.state)) {
      out.token(Token::Busy).text(PhraseId::OfferAccepting);
      return;
    }
    if (std::holds_alternative<PaymentDeclined>(entry.state)) {
      out.token(Token::Bad).text(PhraseId::OfferPaymentDeclined);
      return;
    }
    if (std::holds_alternative<Failed>(entry.state)) {
      out.token(Token::Bad).text(PhraseId::OfferFailed);
      return;
    }
  }
  for (const Entry& entry : state.entries) {
    if (!std::holds_alternative<Accepted>(entry.state)) continue;
    out.token(Token::Good)
        .text({PhraseId::OfferAccepted,
               {std::string_view(entry.offer.title), entry.offer.quote.total}});
    return;
  }
  out.token(Token::Idle).none();
}

bool shows_something(const OfferState& state) { return !std::holds_alternative<Declined>(state); }

bool is_card(const OfferState& state) {
  return std::holds_alternative<Offered>(state) || std::holds_alternative<Accepting>(state) ||
         std::holds_alternative<PaymentDeclined>(state) || std::holds_alternative<Failed>(state);
}

}  // namespace

void view_offers(const State& state, int max_open, TestMode test_mode, std::string_view order_id,
                 const FormFields& form, output::View& view) {
  ViewBuilder out(view);
  int left = max_open;
  bool any = false;
  bool any_card = false;
  for (const Entry& entry : state.entries) {
    any = any || shows_something(entry.state);
    any_card = any_card || is_card(entry.state);
  }
  if (!any || (any_card && max_open <= 0)) {
    out.begin(TemplateId::Empty).end();
    return;
  }
  out.begin(TemplateId::OfferList);
  out.text(any_card ? PhraseId::OfferHeading : PhraseId::OfferHeadingDone).begin_list();
  if (test_mode == TestMode::Yes) {
    out.begin(TemplateId::Badge).text(PhraseId::OfferTestMode).end();
  }
  out.end_list().begin_list();
  for (const Entry& entry : state.entries) {
    if (is_card(entry.state) && left-- <= 0) continue;
    std::visit(ShowEntry{entry, order_id, form, out}, entry.state);
  }
  out.end_list();
  status_line(state, out);
  out.end();
}

}  // namespace postlude::offer
