#include "core/output/render_html.h"

namespace postlude::output {
namespace {

class HtmlWriter {
 public:
  HtmlWriter(const View& view, const TextFormatter& formatter, std::string_view root_attributes,
             std::string& out)
      : view_(view), formatter_(formatter), root_attributes_(root_attributes), out_(out) {}

  void block(uint32_t index) {
    const BlockNode& node = view_.blocks[index];
    const Template& shape = template_of(node.form);
    uint32_t next_value = node.first_value;
    Tag stack[12];
    int depth = 0;
    bool in_tag = false;
    const auto close_tag = [&] {
      if (in_tag) out_.push_back('>');
      in_tag = false;
    };
    for (uint32_t i = 0; i < shape.count; ++i) {
      const TemplateWord word = shape.words[i];
      switch (word.op()) {
        case TemplateOp::Open:
          close_tag();
          CHECK(depth < 12);
          stack[depth++] = static_cast<Tag>(word.a());
          out_.push_back('<');
          out_ += kTagNames[word.a()];
          if (i == 0) out_ += " data-b";
          if (i == 0 && index == 0) out_ += root_attributes_;
          in_tag = true;
          break;
        case TemplateOp::Close:
          close_tag();
          --depth;
          if (is_void(stack[depth])) break;
          out_ += "</";
          out_ += kTagNames[static_cast<int>(stack[depth])];
          out_.push_back('>');
          break;
        case TemplateOp::Part:
          name("class", kPartNames[word.b()]);
          name("part", kPartNames[word.b()]);
          break;
        case TemplateOp::Attribute:
          name(kAttrNames[word.a()], kTokenTexts[word.b()]);
          break;
        case TemplateOp::AttributeAction:
          name(kAttrNames[word.a()], kActionNames[word.b()]);
          break;
        case TemplateOp::AttributePhrase:
          open_attribute(kAttrNames[word.a()]);
          escaped_phrase(static_cast<PhraseId>(word.b()), nullptr, 0);
          out_.push_back('"');
          break;
        case TemplateOp::Phrase:
          close_tag();
          escaped_phrase(static_cast<PhraseId>(word.b()), nullptr, 0);
          break;
        case TemplateOp::AttributeHole:
          attribute(kAttrNames[word.a()], view_.values[next_value++]);
          break;
        case TemplateOp::TextHole:
        case TemplateOp::ListHole:
          close_tag();
          content(view_.values[next_value++]);
          break;
      }
    }
  }

 private:
  void open_attribute(std::string_view attribute) {
    out_.push_back(' ');
    out_ += attribute;
    out_ += "=\"";
  }

  void name(std::string_view attribute, std::string_view value) {
    open_attribute(attribute);
    out_ += value;
    out_.push_back('"');
  }

  void attribute(std::string_view attribute, const Value& value) {
    if (value.kind == ValueKind::None) return;
    open_attribute(attribute);
    content(value);
    out_.push_back('"');
  }

  void escaped_phrase(PhraseId id, const uint32_t* args, uint32_t count) {
    scratch_.clear();
    formatter_.format(formatter_.context, view_, id, args, count, scratch_);
    append_escaped(scratch_, out_);
  }

  void content(const Value& value) {
    switch (value.kind) {
      case ValueKind::None:
        return;
      case ValueKind::String:
        append_escaped(view_.string(value), out_);
        return;
      case ValueKind::Token:
        out_ += kTokenTexts[value.a];
        return;
      case ValueKind::Phrase: {
        const uint32_t head = view_.words[value.a];
        escaped_phrase(static_cast<PhraseId>(head & 0xffff), view_.words.data() + value.a + 1,
                       head >> 16);
        return;
      }
      case ValueKind::List: {
        uint32_t item = value.a;
        for (uint32_t i = 0; i < value.b; ++i) {
          block(item);
          item = view_.blocks[item].end;
        }
        return;
      }
    }
  }

  const View& view_;
  const TextFormatter& formatter_;
  std::string_view root_attributes_;
  std::string& out_;
  std::string scratch_;
};

}  // namespace

void append_escaped(std::string_view text, std::string& out) {
  size_t clean = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    std::string_view entity;
    switch (text[i]) {
      case '&':
        entity = "&amp;";
        break;
      case '<':
        entity = "&lt;";
        break;
      case '>':
        entity = "&gt;";
        break;
      case '"':
        entity = "&quot;";
        break;
      default:
        continue;
    }
    out += text.substr(clean, i - clean);
    out += entity;
    clean = i + 1;
  }
  out += text.substr(clean);
}

void render_html(const View& view, const TextFormatter& formatter, std::string& out,
                 std::string_view root_attributes) {
  if (!view.empty()) HtmlWriter(view, formatter, root_attributes, out).block(0);
}

}  // namespace postlude::output
