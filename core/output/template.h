#pragma once

#include <cstdint>

#include "core/output/phrase_id.h"
#include "core/output/vocabulary.h"

namespace postlude::output {

/// One step of building a template: an operation code in the low byte, then two operands of 8 and
/// 16 bits. The page is sent these words once and builds the template with createElement.
enum class TemplateOp : uint8_t {
  Open = 1,  // a: Tag
  Close,
  Part,             // b: Part; sets class and part
  Attribute,        // a: Attr, b: Token
  AttributePhrase,  // a: Attr, b: PhraseId without arguments
  AttributeAction,  // a: Attr (OnClick, OnSubmit), b: UserAction
  Phrase,           // b: PhraseId without arguments; the element's only content
  TextHole,         // the element's only content is a value
  AttributeHole,    // a: Attr; None takes the attribute away
  ListHole,         // the element's only content is a list of blocks
};

struct TemplateWord {
  uint32_t bits;
  constexpr TemplateOp op() const { return static_cast<TemplateOp>(bits & 0xff); }
  constexpr uint32_t a() const { return (bits >> 8) & 0xff; }
  constexpr uint32_t b() const { return bits >> 16; }
};

// The words of a template, written as a list that reads like the markup it stands for. Holes are
// numbered in the order in which they stand; ViewBuilder fills them in that order.
constexpr TemplateWord word(TemplateOp op, uint32_t a = 0, uint32_t b = 0) {
  return {static_cast<uint32_t>(op) | a << 8 | b << 16};
}
constexpr TemplateWord open(Tag tag) { return word(TemplateOp::Open, static_cast<uint32_t>(tag)); }
constexpr TemplateWord close() { return word(TemplateOp::Close); }
constexpr TemplateWord part(Part name) {
  return word(TemplateOp::Part, 0, static_cast<uint32_t>(name));
}
constexpr TemplateWord attr(Attr name, Token value) {
  return word(TemplateOp::Attribute, static_cast<uint32_t>(name), static_cast<uint32_t>(value));
}
constexpr TemplateWord attr(Attr name, PhraseId value) {
  return word(TemplateOp::AttributePhrase, static_cast<uint32_t>(name),
              static_cast<uint32_t>(value));
}
constexpr TemplateWord on(Attr event, UserAction action) {
  return word(TemplateOp::AttributeAction, static_cast<uint32_t>(event),
              static_cast<uint32_t>(action));
}
constexpr TemplateWord phrase(PhraseId id) {
  return word(TemplateOp::Phrase, 0, static_cast<uint32_t>(id));
}
constexpr TemplateWord text_hole() { return word(TemplateOp::TextHole); }
constexpr TemplateWord attr_hole(Attr name) {
  return word(TemplateOp::AttributeHole, static_cast<uint32_t>(name));
}
constexpr TemplateWord list_hole() { return word(TemplateOp::ListHole); }

/// A template as the widget folders declare it: one root element, all structure static.
struct Template {
  const TemplateWord* words = nullptr;
  uint32_t count = 0;
};

template <uint32_t kCount>
constexpr Template make_template(const TemplateWord (&words)[kCount]) {
  return {words, kCount};
}

/// The kind of each hole, in order; used to check that a view fits its template.
constexpr bool is_hole(TemplateOp op) {
  return op == TemplateOp::TextHole || op == TemplateOp::AttributeHole ||
         op == TemplateOp::ListHole;
}
constexpr uint32_t hole_count(const Template& form) {
  uint32_t holes = 0;
  for (uint32_t i = 0; i < form.count; ++i) holes += is_hole(form.words[i].op()) ? 1 : 0;
  return holes;
}

}  // namespace postlude::output
