#pragma once

#include "core/output/template.h"

// The structure of the tracking widget: per parcel a headline, an estimate, the step bar, the one
// thing to do, and the timeline, the newest three checkpoints first (T3).

// The indentation is that of the markup.
// clang-format off
namespace postlude::tracking {

using namespace output;  // the words of templates; this header holds nothing else

inline constexpr TemplateWord kTrackingCard[] = {
    open(Tag::Section), part(Part::Card), attr(Attr::AriaLabelledby, Token::HeadingTracking),
      open(Tag::H2), part(Part::Heading), attr(Attr::Id, Token::HeadingTracking),
        phrase(PhraseId::TrackingHeading),
      close(),
      open(Tag::P), part(Part::Connection),
        open(Tag::Span), attr(Attr::Role, Token::RoleStatus), text_hole(), close(),
        open(Tag::Span), text_hole(), close(),  // how old what follows is; not to be told each minute
      close(),
      open(Tag::P), part(Part::Muted), text_hole(), close(),  // nothing on its way yet
      open(Tag::Ul), part(Part::Tally), attr_hole(Attr::Hidden), list_hole(), close(),
      open(Tag::P), part(Part::Muted), text_hole(), close(),  // what is not sent yet
      open(Tag::Div), part(Part::Parcels), list_hole(), close(),
      open(Tag::P), part(Part::Muted), text_hole(), close(),  // whose clock the times are
      open(Tag::P), part(Part::Status), attr(Attr::Role, Token::RoleStatus), attr_hole(Attr::State),
        text_hole(),
      close(),
    close(),
};

inline constexpr TemplateWord kTrackingParcel[] = {
    open(Tag::Article), part(Part::Parcel), attr_hole(Attr::Status),
      open(Tag::Header), part(Part::ParcelHead),
        open(Tag::P), part(Part::Muted), text_hole(), close(),
        open(Tag::H3), part(Part::Headline), text_hole(), close(),
        open(Tag::P), part(Part::Estimate), text_hole(), close(),
        open(Tag::P), part(Part::Pace), attr_hole(Attr::State), text_hole(), close(),
      close(),
      open(Tag::Ol), part(Part::Progress), attr(Attr::AriaLabel, PhraseId::TrackingProgress),
        attr_hole(Attr::State), list_hole(),
      close(),
      open(Tag::P), part(Part::Todo), attr_hole(Attr::State), text_hole(), close(),
      open(Tag::Div), list_hole(), close(),  // where to fetch it, or how it was left
      open(Tag::P), part(Part::Carrier), text_hole(), close(),
      open(Tag::Div), part(Part::Actions), list_hole(), close(),
      open(Tag::Ul), part(Part::Items), attr(Attr::AriaLabel, PhraseId::TrackingContents),
        attr_hole(Attr::Hidden), list_hole(),
      close(),
      open(Tag::Div), list_hole(), close(),  // its way on a map
      open(Tag::Ol), part(Part::Timeline), attr(Attr::AriaLabel, PhraseId::TrackingUpdates),
        attr_hole(Attr::Hidden), list_hole(),
      close(),
      open(Tag::Div), list_hole(), close(),  // the earlier checkpoints
    close(),
};

inline constexpr TemplateWord kTrackingPickup[] = {
    open(Tag::Address), part(Part::Pickup),
      open(Tag::Strong), text_hole(), close(),
      open(Tag::Span), text_hole(), close(),
      open(Tag::Span), text_hole(), close(),  // open or closed
      open(Tag::Span), text_hole(), close(),  // until when
    close(),
};

// The blurred picture is the summary itself: one press shows it, without a script.
inline constexpr TemplateWord kTrackingProof[] = {
    open(Tag::Details), part(Part::Proof),
      open(Tag::Summary), part(Part::MoreLabel),
        open(Tag::Span), phrase(PhraseId::TrackingProofPhoto), close(),
        open(Tag::Img), part(Part::Photo), attr_hole(Attr::Src),
          attr(Attr::Alt, Token::Empty), attr(Attr::Loading, Token::Lazy),
          attr(Attr::Decoding, Token::Async),
        close(),
      close(),
    close(),
};

inline constexpr TemplateWord kTrackingStage[] = {
    open(Tag::Li), part(Part::Stage), attr_hole(Attr::State), attr_hole(Attr::AriaCurrent),
      open(Tag::Span), part(Part::StageName), text_hole(), close(),
    close(),
};

inline constexpr TemplateWord kTrackingMore[] = {
    open(Tag::Details), part(Part::More),
      open(Tag::Summary), part(Part::MoreLabel), text_hole(), close(),
      open(Tag::Ol), part(Part::Timeline), attr(Attr::AriaLabel, PhraseId::TrackingUpdates),
        list_hole(),
      close(),
    close(),
};

inline constexpr TemplateWord kTrackingCheckpoint[] = {
    open(Tag::Li), part(Part::Checkpoint), attr_hole(Attr::Status), attr_hole(Attr::AriaCurrent),
      open(Tag::Span), part(Part::What), text_hole(), close(),
      open(Tag::Span), part(Part::Message), text_hole(), close(),
      open(Tag::Span), part(Part::Where), text_hole(), close(),
      open(Tag::Time), part(Part::When), attr_hole(Attr::Datetime), text_hole(), close(),
    close(),
};

inline constexpr TemplateWord kTrackingContent[] = {
    open(Tag::Li), part(Part::Item), text_hole(), close(),
};

// The picture says nothing that the places beside it do not.
inline constexpr TemplateWord kTrackingRoute[] = {
    open(Tag::Details), part(Part::Route), attr(Attr::Open, Token::Empty),
      open(Tag::Summary), part(Part::MoreLabel), phrase(PhraseId::TrackingRoute), close(),
      open(Tag::Svg), part(Part::Map), attr(Attr::ViewBox, Token::RouteBox),
        attr(Attr::AriaHidden, Token::True),
        open(Tag::Path), part(Part::Bound), attr_hole(Attr::D), close(),
        open(Tag::Path), part(Part::Travelled), attr_hole(Attr::D), close(),
        open(Tag::G), list_hole(), close(),
      close(),
      open(Tag::Ol), part(Part::Places), attr(Attr::AriaLabel, PhraseId::TrackingRoute),
        list_hole(),
      close(),
    close(),
};

inline constexpr TemplateWord kTrackingSpot[] = {
    open(Tag::Circle), part(Part::Spot), attr(Attr::R, Token::Five), attr_hole(Attr::State),
      attr_hole(Attr::Cx), attr_hole(Attr::Cy),
    close(),
};

inline constexpr TemplateWord kTrackingPlace[] = {
    open(Tag::Li), part(Part::Place), attr_hole(Attr::State), attr_hole(Attr::AriaCurrent),
      text_hole(),
    close(),
};

}  // namespace postlude::tracking
