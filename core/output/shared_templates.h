#pragma once

#include "core/output/template.h"

// Structures that several widgets use.

// The indentation is that of the markup.
// clang-format off
namespace postlude::output {

inline constexpr TemplateWord kEmpty[] = {
    open(Tag::Div), attr(Attr::Hidden, Token::Empty), close(),
};

inline constexpr TemplateWord kLiteralLine[] = {
    open(Tag::P), text_hole(), close(),
};

inline constexpr TemplateWord kImage[] = {
    open(Tag::Img), part(Part::Image), attr_hole(Attr::Src), attr_hole(Attr::Alt),
      attr(Attr::Width, Token::N96), attr(Attr::Height, Token::N96),
      attr(Attr::Loading, Token::Lazy), attr(Attr::Decoding, Token::Async),
    close(),
};

inline constexpr TemplateWord kLink[] = {
    open(Tag::A), part(Part::Link), attr_hole(Attr::Href), attr(Attr::Rel, Token::NoReferrer),
      text_hole(),
    close(),
};

inline constexpr TemplateWord kBadge[] = {
    open(Tag::P), part(Part::Badge), text_hole(), close(),
};

}  // namespace postlude::output
