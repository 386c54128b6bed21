#include "core/offer/offer_widget.h"

namespace postlude::offer {
namespace {

using output::PhraseId;
using output::TemplateId;
using output::Text;
using output::Token;
using output::ViewBuilder;

constexpr int64_t kSoonMs = 60'000;

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

void price_row(Token kind, const Text& label, const Text& amount, ViewBuilder& out) {
  out.begin(TemplateId::OfferPriceRow, static_cast<uint64_t>(label.id));
  out.token(kind).text(label).text(amount).end();
}

// "Then every two weeks, until you cancel"
Text renews_text(const Renewal& renewal) {
  const int id = static_cast<int>(PhraseId::OfferRenewsDay) + static_cast<int>(renewal.unit);
  return {static_cast<PhraseId>(id), {output::Arg::of_number(renewal.every)}};
}

Text renewal_amount(PhraseId phrase, const Offer& offer) {
  return {phrase, {offer.renewal->total.value_or(offer.quote.total)}};
}

// The whole price before the click: what it costs, what is taken off, what is added, what is
// charged, and what will be charged again.
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
  price_row(Token::Current, offer.renewal ? PhraseId::OfferTotalToday : PhraseId::OfferTotal,
            {PhraseId::Amount, {quote.total}}, out);
  if (quote.tax_included && quote.tax.minor != 0) {
    price_row(Token::Ahead, PhraseId::OfferTaxIncluded, {PhraseId::Amount, {quote.tax}}, out);
  }
  if (offer.renewal) {
    price_row(Token::Current, renews_text(*offer.renewal), renewal_amount(PhraseId::Amount, offer),
              out);
  }
}

// What every entry is shown with.
struct Scene {
  const State& state;
  const ShopTerms& shop;
  const std::string& order_id;
  const FormFields& form;
};

Text accept_label(const Offer& offer, const ShopTerms& shop) {
  return {shop.states_duty ? PhraseId::OfferAccept : PhraseId::OfferAcceptPlain,
          {offer.quote.total}};
}

// Where a form goes, and which offer it is about.
void address(const FormFields& form, const Offer& offer, const char* verb, ViewBuilder& out) {
  out.url(base::safe_url(path_of(form.api, offer, verb))).string(offer.id);
}

struct Choice {
  const Offer& offer;
  const FormFields& form;
};

// The form around the options; `other` is what stays as it is.
void begin_choice(const Choice& choice, Token other, const Text& label, ViewBuilder& out) {
  const Offer& offer = choice.offer;
  const bool real_form = !choice.form.order_token.empty();
  out.begin(TemplateId::OfferChoice, static_cast<uint64_t>(other));
  address(choice.form, offer, "/quote", out);
  out.string(choice.form.order_token).string(real_form ? choice.form.return_to : "");
  out.token(other);
  if (other == Token::Quantity) {
    out.number(offer.quantity);
  } else {
    out.string(offer.variant_id);
  }
  out.text(label).begin_list();
}

void step_option(const Offer& offer, int64_t by, PhraseId label, const char* sign,
                 ViewBuilder& out) {
  const int64_t wanted = offer.quantity + by;
  const bool possible = wanted >= 1 && wanted <= offer.max_quantity;
  out.begin(TemplateId::OfferOption, static_cast<uint64_t>(by + 1));
  out.token(Token::Quantity).number(possible ? wanted : offer.quantity).text(label).none();
  if (possible) {
    out.none();
  } else {
    out.token(Token::True);
  }
  out.string(sign).end();
}

void choices(const Offer& offer, const FormFields& form, ViewBuilder& out) {
  const Choice choice{offer, form};
  if (!offer.variants.empty()) {
    begin_choice(choice, Token::Quantity, PhraseId::OfferVariants, out);
    for (const OfferVariant& variant : offer.variants) {
      out.begin(TemplateId::OfferOption, output::key_of(variant.id));
      out.token(Token::VariantId).string(variant.id).none();
      out.token(variant.id == offer.variant_id ? Token::True : Token::False).none();
      out.string(variant.title).end();
    }
    out.end_list().end();
  }
  const Text quantity{PhraseId::OrderQuantity, {output::Arg::of_number(offer.quantity)}};
  if (offer.max_quantity > 1) {
    begin_choice(choice, Token::VariantId, quantity, out);
    step_option(offer, -1, PhraseId::OfferFewer, "\u2212", out);
    step_option(offer, 1, PhraseId::OfferMore, "+", out);
    out.end_list().end();
  } else if (offer.quantity > 1) {
    out.begin(TemplateId::LiteralLine).text(quantity).end();
  }
}

std::string clock_text(int64_t left_ms) {
  const int64_t seconds = left_ms < 0 ? 0 : (left_ms + 999) / 1000;
  const auto two = [](int64_t part) {
    return std::string{static_cast<char>('0' + part / 10), static_cast<char>('0' + part % 10)};
  };
  const int64_t hours = seconds / 3600;
  std::string text;
  if (hours > 0) {
    text += base::Decimal(hours).text();
    text.push_back(':');
  }
  text += two(seconds / 60 % 60);
  text.push_back(':');
  return text += two(seconds % 60);
}

// Its key is the price it speaks of: another price is another question, and not answered yet.
void consent(const Offer& offer, ViewBuilder& out) {
  if (!offer.needs_consent) return;
  out.begin(TemplateId::OfferConsent, output::key_of(offer.quote.token));
  out.text(offer.renewal ? renewal_amount(PhraseId::OfferConsentRenewal, offer)
                         : Text(PhraseId::OfferConsent));
  out.end();
}

void accept_form(const Entry& entry, const Scene& scene, ViewBuilder& out) {
  const Offer& offer = entry.offer;
  const FormFields& form = scene.form;
  const bool busy = std::holds_alternative<Accepting>(entry.state);
  const bool real_form = !form.order_token.empty();
  address(form, offer, "/accept", out);
  if (real_form) {
    out.string(form.order_token).string(offer.quote.token).number(offer.quantity);
    out.string(accept_key(scene.order_id, entry)).string(form.return_to);
  } else {
    out.none().none().none().none().none();
  }
  out.begin_list();
  consent(offer, out);
  out.end_list();
  const bool waits = std::holds_alternative<Quoting>(entry.state);
  out.flag(busy || waits);
  if (busy || waits) {
    out.token(Token::True);
  } else {
    out.none();
  }
  out.text(busy ? Text(PhraseId::OfferAccepting) : accept_label(offer, scene.shop));
}

void picture(const Offer& offer, ViewBuilder& out) {
  out.begin_list();
  if (!offer.image_url.empty()) {
    out.begin(TemplateId::Image).url(offer.image_url);
    if (offer.image_alt.empty()) {
      out.token(Token::Empty);
    } else {
      out.string(offer.image_alt);
    }
    out.end();
  }
  out.end_list();
}

void decline_form(const Offer& offer, const FormFields& form, bool busy, ViewBuilder& out) {
  address(form, offer, "/decline", out);
  out.string(form.order_token).string(form.order_token.empty() ? "" : form.return_to);
  out.flag(busy);
}

void link_card(const Offer& offer, const FormFields& form, ViewBuilder& out) {
  const auto about_seller = [&](PhraseId phrase) {
    out.text({phrase, {std::string_view(offer.link.seller)}});
  };
  out.begin(TemplateId::OfferLink, output::key_of(offer.id));
  about_seller(PhraseId::OfferLinkLabel);
  out.text(reason_text(offer));
  picture(offer, out);
  out.string(offer.title).string(offer.description);
  about_seller(PhraseId::OfferLinkTerms);
  out.url(offer.link.url).string(offer.id);
  about_seller(PhraseId::OfferLinkVisit);
  decline_form(offer, form, false, out);
  out.end();
}

void card(const Entry& entry, const Scene& scene, ViewBuilder& out) {
  const Offer& offer = entry.offer;
  const bool busy = std::holds_alternative<Accepting>(entry.state);
  out.begin(TemplateId::OfferCard, output::key_of(offer.id));
  out.token(busy ? Token::Busy : Token::Idle).text(reason_text(offer));
  picture(offer, out);
  out.string(offer.title).string(offer.variant).string(offer.description);
  out.begin_list();
  choices(offer, scene.form, out);
  if (offer.ends_at_ms != 0) {
    out.begin(TemplateId::OfferCountdown);
    out.text({PhraseId::OfferEndsIn, {clock_text(offer.ends_at_ms - scene.state.now_ms)}}).end();
  }
  out.end_list().begin_list();
  breakdown(offer, out);
  out.end_list();
  accept_form(entry, scene, out);
  decline_form(offer, scene.form, busy, out);
  out.text(offer.renewal ? PhraseId::OfferFinePrintRenewal : PhraseId::OfferFinePrint).end();
}

// Money can still come back: the way to it stands where the purchase is told of.
void undo_form(const Entry& entry, const Scene& scene, ViewBuilder& out) {
  const Offer& offer = entry.offer;
  const FormFields& form = scene.form;
  const bool real_form = !form.order_token.empty();
  const bool busy = std::holds_alternative<Undoing>(entry.state);
  out.begin(TemplateId::OfferUndo);
  address(form, offer, "/undo", out);
  if (real_form) {
    out.string(form.order_token).string(undo_key(scene.order_id, entry)).string(form.return_to);
  } else {
    out.none().none().none();
  }
  out.flag(busy);
  if (busy) {
    out.token(Token::True).text(PhraseId::OfferUndoing);
  } else {
    out.none().text(PhraseId::OfferUndo);
  }
  const base::SourceTime until =
      base::source_time_at(offer.undo_until_ms, scene.state.zone_offset_minutes);
  out.text({PhraseId::OfferUndoUntil, {output::moment_arg(until)}}).end();
}

void begin_result(const Entry& entry, Token state, const Text& text, ViewBuilder& out) {
  out.begin(TemplateId::OfferResult, output::key_of(entry.offer.id)).token(state).text(text);
  out.begin_list();
}

void result(const Entry& entry, Token state, const Text& text, ViewBuilder& out) {
  begin_result(entry, state, text, out);
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

Text told_of(PhraseId phrase, const Entry& entry) {
  return {phrase, {std::string_view(entry.offer.title), entry.offer.quote.total}};
}

Text undone_text(const Entry& entry) {
  return told_of(entry.offer.renewal ? PhraseId::OfferUndoneRenewal : PhraseId::OfferUndone, entry);
}

// A card that was taken away leaves its outcome; a decline leaves nothing.
struct ShowEntry {
  const Entry& entry;
  const Scene& scene;
  ViewBuilder& out;

  void show_card() const {
    if (entry.offer.is_link()) return link_card(entry.offer, scene.form, out);
    card(entry, scene, out);
  }
  void operator()(const Offered&) const { show_card(); }
  void operator()(const Quoting&) const { show_card(); }
  void operator()(const Accepting&) const { show_card(); }
  void operator()(const PaymentDeclined&) const { show_card(); }
  void operator()(const Failed&) const { show_card(); }
  void operator()(const Declined&) const {}
  void operator()(const Accepted&) const { bought(); }
  void operator()(const Undoing&) const { bought(); }
  void bought() const {
    begin_result(entry, Token::Good, told_of(PhraseId::OfferAccepted, entry), out);
    if (entry.offer.undo_until_ms != 0) undo_form(entry, scene, out);
    out.end_list().end();
  }
  void operator()(const Undone&) const { result(entry, Token::Good, undone_text(entry), out); }
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

// What the live line says of one entry. What a card or a result says itself is for the ear alone
// (Done); `rank` chooses between entries, 0 = nothing.
struct Line {
  int rank = 0;
  Token state = Token::Idle;
  Text text = PhraseId::OfferFailed;
};

Line line_of(const Entry& entry, const Scene& scene) {
  const OfferState& state = entry.state;
  const int64_t end_ms = entry.offer.ends_at_ms;
  if (std::holds_alternative<Accepting>(state)) return {9, Token::Busy, PhraseId::OfferAccepting};
  if (std::holds_alternative<Undoing>(state)) return {9, Token::Busy, PhraseId::OfferUndoing};
  if (std::holds_alternative<PaymentDeclined>(state)) {
    return {8, Token::Bad, PhraseId::OfferPaymentDeclined};
  }
  if (std::holds_alternative<Failed>(state)) return {8, Token::Bad, PhraseId::OfferFailed};
  if (entry.note == Note::NotQuoted) return {7, Token::Bad, PhraseId::OfferNotQuoted};
  if (entry.note == Note::NotUndone) return {7, Token::Bad, PhraseId::OfferNotUndone};
  if (is_open(state) && end_ms != 0 && end_ms - scene.state.now_ms <= kSoonMs) {
    return {6, Token::Attention, PhraseId::OfferEndsSoon};
  }
  if (entry.note == Note::Requoted) return {5, Token::Done, accept_label(entry.offer, scene.shop)};
  if (std::holds_alternative<Undone>(state)) {
    return {4, Token::Done, undone_text(entry)};
  }
  if (std::holds_alternative<Expired>(state)) return {3, Token::Done, PhraseId::OfferExpired};
  if (std::holds_alternative<Accepted>(state)) {
    return {2, Token::Done, told_of(PhraseId::OfferAccepted, entry)};
  }
  return {};
}

void status_line(const Scene& scene, ViewBuilder& out) {
  Line best;
  for (const Entry& entry : scene.state.entries) {
    const Line line = line_of(entry, scene);
    if (line.rank > best.rank) best = line;
  }
  out.token(best.state);
  if (best.rank == 0) {
    out.none();
  } else {
    out.text(best.text);
  }
}

bool shows_something(const OfferState& state) { return !std::holds_alternative<Declined>(state); }

// An advertisement must not stand under words that speak of the order.
PhraseId heading_of(const State& state, int max_open) {
  PhraseId heading = PhraseId::OfferHeadingDone;
  for (const Entry& entry : state.entries) {
    if (!is_card(entry.state) || max_open-- <= 0) continue;
    if (entry.offer.is_link()) return PhraseId::OfferHeadingLink;
    heading = PhraseId::OfferHeading;
  }
  return heading;
}

}  // namespace

void view_offers(const State& state, int max_open, const ShopTerms& shop,
                 const std::string& order_id, const FormFields& form, output::View& view) {
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
  out.text(heading_of(state, max_open)).begin_list();
  if (shop.is_test) {
    out.begin(TemplateId::Badge).text(PhraseId::OfferTestMode).end();
  }
  out.end_list().begin_list();
  const Scene scene{state, shop, order_id, form};
  for (const Entry& entry : state.entries) {
    if (is_card(entry.state) && left-- <= 0) continue;
    std::visit(ShowEntry{entry, scene, out}, entry.state);
  }
  out.end_list();
  status_line(scene, out);
  out.end();
}

}  // namespace postlude::offer
