#pragma once

#include "core/output/template.h"

// The structure of the order widget. See core/output/template.h for how to read it.

// The indentation is that of the markup.
// clang-format off
namespace postlude::order {

using namespace output;  // the words of templates; this header holds nothing else

inline constexpr TemplateWord kOrderCard[] = {
    open(Tag::Section),
    part(Part::Card),
    attr(Attr::AriaLabelledby, Token::HeadingOrder),
    open(Tag::Header),
    open(Tag::H2),
    part(Part::Heading),
    attr(Attr::Id, Token::HeadingOrder),
    text_hole(),
    close(),
    open(Tag::P),
    part(Part::Muted),
    text_hole(),
    close(),
    close(),
    open(Tag::Div),
    list_hole(),
    close(),  // notices
    open(Tag::Ul),
    part(Part::Lines),
    attr(Attr::AriaLabel, PhraseId::OrderLines),
    list_hole(),
    close(),
    open(Tag::Dl),
    part(Part::Totals),
    attr(Attr::AriaLabel, PhraseId::OrderTotals),
    list_hole(),
    close(),
    open(Tag::Div),
    part(Part::Next),
    open(Tag::H3),
    part(Part::Subheading),
    phrase(PhraseId::OrderNext),
    close(),
    open(Tag::P),
    text_hole(),
    close(),
    close(),
    open(Tag::Div),
    part(Part::Facts),
    list_hole(),
    close(),
    close(),
};

inline constexpr TemplateWord kOrderNotice[] = {
    open(Tag::P), part(Part::Notice), attr_hole(Attr::State), text_hole(), close(),
};

inline constexpr TemplateWord kOrderLine[] = {
    open(Tag::Li), part(Part::Line), open(Tag::Div),       part(Part::Visual),  list_hole(),
    close(),       open(Tag::Div),   part(Part::Info),     open(Tag::Span),     part(Part::Title),
    text_hole(),   close(),          open(Tag::Span),      part(Part::Variant), text_hole(),
    close(),       open(Tag::Span),  part(Part::Quantity), text_hole(),         close(),
    open(Tag::Span), part(Part::Quantity), text_hole(), close(),  // subscription
    close(),       open(Tag::Span),  part(Part::Price),    text_hole(),         close(),
    close(),
};

inline constexpr TemplateWord kOrderTotalRow[] = {
    open(Tag::Div),
    part(Part::TotalRow),
    attr_hole(Attr::Kind),
    open(Tag::Dt),
    part(Part::TotalLabel),
    text_hole(),
    close(),
    open(Tag::Dd),
    part(Part::TotalAmount),
    text_hole(),
    close(),
    close(),
};

inline constexpr TemplateWord kOrderFact[] = {
    open(Tag::Div), part(Part::Fact), open(Tag::H3),  part(Part::Subheading),
    text_hole(),    close(),          open(Tag::Div), part(Part::AddressBox),
    list_hole(),    close(),          close(),
};

}  // namespace postlude::order
