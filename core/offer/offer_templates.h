#pragma once

#include "core/output/template.h"

// The structure of the offer widget. Accept and decline are real forms, so that they work before
// and without scripts; the two buttons are alike in kind and size.

// The indentation is that of the markup.
// clang-format off
namespace postlude::offer {

using namespace output;  // the words of templates; this header holds nothing else

inline constexpr TemplateWord kOfferList[] = {
    open(Tag::Section), part(Part::Offers), attr(Attr::AriaLabelledby, Token::HeadingOffer),
      open(Tag::H2), part(Part::Heading), attr(Attr::Id, Token::HeadingOffer), text_hole(), close(),
      open(Tag::Div), list_hole(), close(),  // test badge
      open(Tag::Div), part(Part::Lines), list_hole(), close(),
      open(Tag::P), part(Part::Status), attr(Attr::Role, Token::RoleStatus),
        attr(Attr::Tabindex, Token::MinusOne), attr_hole(Attr::State), text_hole(),
      close(),
    close(),
};

inline constexpr TemplateWord kOfferCard[] = {
    open(Tag::Article), part(Part::Offer), attr_hole(Attr::State),
      open(Tag::P), part(Part::Reason), text_hole(), close(),
      open(Tag::Div), part(Part::Line),
        open(Tag::Div), part(Part::Visual), list_hole(), close(),
        open(Tag::Div), part(Part::Info),
          open(Tag::H3), part(Part::Title), text_hole(), close(),
          open(Tag::P), part(Part::Variant), text_hole(), close(),
          open(Tag::P), part(Part::Description), text_hole(), close(),
        close(),
      close(),
      open(Tag::Div), list_hole(), close(),  // choices, countdown
      open(Tag::Dl), part(Part::Breakdown), list_hole(), close(),
      open(Tag::Div), part(Part::Actions),
        open(Tag::Form), part(Part::FormInline), attr(Attr::Method, Token::Post),
          attr_hole(Attr::Action), on(Attr::OnSubmit, UserAction::AcceptOffer), attr_hole(Attr::Arg),
          open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::OrderToken),
            attr_hole(Attr::Value), close(),
          open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::Quote),
            attr_hole(Attr::Value), close(),
          open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::Quantity),
            attr_hole(Attr::Value), close(),
          open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::IdempotencyKey),
            attr_hole(Attr::Value), close(),
          open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::ReturnTo),
            attr_hole(Attr::Value), close(),
          open(Tag::Div), list_hole(), close(),  // consent
          open(Tag::Button), part(Part::Accept), attr(Attr::Type, Token::Submit),
            attr_hole(Attr::Disabled), attr_hole(Attr::AriaBusy), text_hole(),
          close(),
        close(),
        open(Tag::Form), part(Part::FormInline), attr(Attr::Method, Token::Post),
          attr_hole(Attr::Action), on(Attr::OnSubmit, UserAction::DeclineOffer),
          attr_hole(Attr::Arg),
          open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::OrderToken),
            attr_hole(Attr::Value), close(),
          open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::ReturnTo),
            attr_hole(Attr::Value), close(),
          open(Tag::Button), part(Part::Decline), attr(Attr::Type, Token::Submit),
            attr_hole(Attr::Disabled), phrase(PhraseId::OfferDecline),
          close(),
        close(),
      close(),
      open(Tag::P), part(Part::Muted), text_hole(), close(),
    close(),
};

/// An advertisement: what it is comes first, what following it means before the link. The link and
/// the no are alike in size.
inline constexpr TemplateWord kOfferLink[] = {
    open(Tag::Article), part(Part::Offer),
      open(Tag::P), part(Part::Badge), text_hole(), close(),
      open(Tag::P), part(Part::Reason), text_hole(), close(),
      open(Tag::Div), part(Part::Line),
        open(Tag::Div), part(Part::Visual), list_hole(), close(),
        open(Tag::Div), part(Part::Info),
          open(Tag::H3), part(Part::Title), text_hole(), close(),
          open(Tag::P), part(Part::Description), text_hole(), close(),
        close(),
      close(),
      open(Tag::P), part(Part::Message), text_hole(), close(),
      open(Tag::Div), part(Part::Actions),
        open(Tag::A), part(Part::Link), attr_hole(Attr::Href), attr(Attr::Rel, Token::Sponsored),
          attr(Attr::Target, Token::Blank), attr(Attr::ReferrerPolicy, Token::SendNothing),
          on(Attr::OnClick, UserAction::OpenLink), attr_hole(Attr::Arg), text_hole(),
        close(),
        open(Tag::Form), part(Part::FormInline), attr(Attr::Method, Token::Post),
          attr_hole(Attr::Action), on(Attr::OnSubmit, UserAction::DeclineOffer),
          attr_hole(Attr::Arg),
          open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::OrderToken),
            attr_hole(Attr::Value), close(),
          open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::ReturnTo),
            attr_hole(Attr::Value), close(),
          open(Tag::Button), part(Part::Decline), attr(Attr::Type, Token::Submit),
            attr_hole(Attr::Disabled), phrase(PhraseId::OfferDecline),
          close(),
        close(),
      close(),
    close(),
};

/// The shopper's own tick, to just one thing: never set here, and nothing that a browser keeps.
inline constexpr TemplateWord kOfferConsent[] = {
    open(Tag::Label), part(Part::Consent),
      open(Tag::Input), attr(Attr::Type, Token::Checkbox), attr(Attr::Name, Token::Consent),
        attr(Attr::Value, Token::True), attr(Attr::Required, Token::Empty),
        attr(Attr::Autocomplete, Token::Off),
      close(),
      open(Tag::Span), text_hole(), close(),
    close(),
};

inline constexpr TemplateWord kOfferPriceRow[] = {
    open(Tag::Div), part(Part::TotalRow), attr_hole(Attr::Kind),
      open(Tag::Dt), part(Part::TotalLabel), text_hole(), close(),
      open(Tag::Dd), part(Part::TotalAmount), text_hole(), close(),
    close(),
};

/// One thing to choose, by buttons that are sent: what is shown is always what was priced.
inline constexpr TemplateWord kOfferChoice[] = {
    open(Tag::Form), part(Part::Choice), attr(Attr::Method, Token::Post), attr_hole(Attr::Action),
      on(Attr::OnSubmit, UserAction::ChooseOffer), attr_hole(Attr::Arg),
      open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::OrderToken),
        attr_hole(Attr::Value), close(),
      open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::ReturnTo),
        attr_hole(Attr::Value), close(),
      open(Tag::Input), attr(Attr::Type, Token::Hidden), attr_hole(Attr::Name),
        attr_hole(Attr::Value), close(),
      open(Tag::Span), part(Part::ChoiceLabel), text_hole(), close(),
      open(Tag::Div), part(Part::Actions), list_hole(), close(),
    close(),
};

inline constexpr TemplateWord kOfferOption[] = {
    open(Tag::Button), part(Part::Option), attr(Attr::Type, Token::Submit), attr_hole(Attr::Name),
      attr_hole(Attr::Value), attr_hole(Attr::AriaLabel), attr_hole(Attr::AriaPressed),
      attr_hole(Attr::AriaDisabled), text_hole(),
    close(),
};

/// Counts down to the signed end; not a live region, the status line says when it matters.
inline constexpr TemplateWord kOfferCountdown[] = {
    open(Tag::P), part(Part::Countdown), attr(Attr::Role, Token::RoleTimer), text_hole(), close(),
};

inline constexpr TemplateWord kOfferUndo[] = {
    open(Tag::Form), part(Part::Undo), attr(Attr::Method, Token::Post), attr_hole(Attr::Action),
      on(Attr::OnSubmit, UserAction::UndoOffer), attr_hole(Attr::Arg),
      open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::OrderToken),
        attr_hole(Attr::Value), close(),
      open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::IdempotencyKey),
        attr_hole(Attr::Value), close(),
      open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::ReturnTo),
        attr_hole(Attr::Value), close(),
      open(Tag::Button), part(Part::Decline), attr(Attr::Type, Token::Submit),
        attr_hole(Attr::Disabled), attr_hole(Attr::AriaBusy), text_hole(),
      close(),
      open(Tag::P), part(Part::Muted), text_hole(), close(),
    close(),
};

/// What became of an offer the shopper took.
inline constexpr TemplateWord kOfferResult[] = {
    open(Tag::Article), part(Part::Offer), attr_hole(Attr::State),
      open(Tag::P), part(Part::Message), text_hole(), close(),
      open(Tag::Div), part(Part::Actions), list_hole(), close(),
    close(),
};

inline constexpr TemplateWord kOfferRetry[] = {
    open(Tag::Button), part(Part::Retry), attr(Attr::Type, Token::Button),
      on(Attr::OnClick, UserAction::Retry), attr_hole(Attr::Arg), phrase(PhraseId::OfferRetry),
    close(),
};

}  // namespace postlude::offer
