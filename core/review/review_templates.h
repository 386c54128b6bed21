#pragma once

#include "core/output/template.h"

// The structure of the review widget: a real form with native radio buttons for the stars, so that
// arrow keys, screen readers and pages without scripts need nothing of ours.

// The indentation is that of the markup.
// clang-format off
namespace postlude::review {

using namespace output;  // the words of templates; this header holds nothing else

inline constexpr TemplateWord kReviewForm[] = {
    open(Tag::Section), part(Part::Card), attr(Attr::AriaLabelledby, Token::HeadingReview),
      open(Tag::H2), part(Part::Heading), attr(Attr::Id, Token::HeadingReview), text_hole(), close(),
      open(Tag::P), part(Part::Muted), text_hole(), close(),  // why we ask
      open(Tag::Form), part(Part::Form), attr(Attr::Method, Token::Post), attr_hole(Attr::Action),
        on(Attr::OnSubmit, UserAction::SendReview), attr_hole(Attr::Arg),
        open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::OrderToken),
          attr_hole(Attr::Value), close(),
        open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::LineId),
          attr_hole(Attr::Value), close(),
        open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::IdempotencyKey),
          attr_hole(Attr::Value), close(),
        open(Tag::Input), attr(Attr::Type, Token::Hidden), attr(Attr::Name, Token::ReturnTo),
          attr_hole(Attr::Value), close(),
        open(Tag::Fieldset), part(Part::Stars),
          open(Tag::Legend), part(Part::Legend), phrase(PhraseId::ReviewStars), close(),
          open(Tag::Div), list_hole(), close(),
        close(),
        open(Tag::P), part(Part::Field),
          open(Tag::Label), part(Part::FieldLabel), attr(Attr::For, Token::IdReviewTitle),
            phrase(PhraseId::ReviewTitle), close(),
          open(Tag::Input), part(Part::Input), attr(Attr::Id, Token::IdReviewTitle),
            attr(Attr::Name, Token::Title), attr(Attr::Type, Token::Text),
            attr(Attr::Maxlength, Token::N120), attr(Attr::Autocomplete, Token::Off),
          close(),
        close(),
        open(Tag::P), part(Part::Field),
          open(Tag::Label), part(Part::FieldLabel), attr(Attr::For, Token::IdReviewText),
            phrase(PhraseId::ReviewText), close(),
          open(Tag::Textarea), part(Part::Textarea), attr(Attr::Id, Token::IdReviewText),
            attr(Attr::Name, Token::Body), attr(Attr::Rows, Token::Four),
            attr(Attr::Maxlength, Token::N4000),
          close(),
        close(),
        open(Tag::P), part(Part::Muted), phrase(PhraseId::ReviewPublic), close(),
        open(Tag::Button), part(Part::Submit), attr(Attr::Type, Token::Submit),
          attr_hole(Attr::Disabled), attr_hole(Attr::AriaBusy), text_hole(),
        close(),
        open(Tag::P), part(Part::Status), attr(Attr::Role, Token::RoleStatus),
          attr(Attr::Tabindex, Token::MinusOne), attr_hole(Attr::State), text_hole(),
        close(),
      close(),
    close(),
};

inline constexpr TemplateWord kReviewStar[] = {
    open(Tag::Label), part(Part::Star),
      open(Tag::Input), part(Part::StarInput), attr(Attr::Type, Token::Radio),
        attr(Attr::Name, Token::Stars), attr_hole(Attr::Value), attr(Attr::Required, Token::Empty),
      close(),
      open(Tag::Span), part(Part::StarLabel), text_hole(), close(),
    close(),
};

inline constexpr TemplateWord kReviewDone[] = {
    open(Tag::Section), part(Part::Card),
      open(Tag::P), part(Part::Status), attr(Attr::Role, Token::RoleStatus),
        attr(Attr::Tabindex, Token::MinusOne), attr(Attr::State, Token::Good), text_hole(),
      close(),
    close(),
};

}  // namespace postlude::review
