// Prints the TypeScript side of the protocol from the tables in core/, so that the wire is stated
// once.
//
//   postlude_emit_protocol                 prints web/src/protocol.gen.ts
//   postlude_emit_protocol --phrases       prints every phrase's key and argument names as JSON
//   postlude_emit_protocol --check FILE    fails when FILE is not what the first form prints

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/order/parse_order.h"
#include "core/output/effect.h"
#include "core/output/encode_batch.h"
#include "core/output/phrase_id.h"
#include "core/output/template.h"
#include "core/output/text.h"
#include "core/output/view.h"
#include "core/output/vocabulary.h"
#include "core/session.h"
#include "core/tracking/normalise.h"
#include "core/widget_kind.h"

namespace {

using namespace postlude;
using namespace postlude::output;

// These two enums have no table; a new member without a name stops the compiler here.
constexpr std::string_view name_of(TemplateOp op) {
  switch (op) {
    case TemplateOp::Open:
      return "Open";
    case TemplateOp::Close:
      return "Close";
    case TemplateOp::Part:
      return "Part";
    case TemplateOp::Attribute:
      return "Attribute";
    case TemplateOp::AttributePhrase:
      return "AttributePhrase";
    case TemplateOp::AttributeAction:
      return "AttributeAction";
    case TemplateOp::Phrase:
      return "Phrase";
    case TemplateOp::TextHole:
      return "TextHole";
    case TemplateOp::AttributeHole:
      return "AttributeHole";
    case TemplateOp::ListHole:
      return "ListHole";
  }
  return {};
}

constexpr std::string_view name_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::None:
      return "None";
    case ValueKind::String:
      return "String";
    case ValueKind::Token:
      return "Token";
    case ValueKind::Phrase:
      return "Phrase";
    case ValueKind::List:
      return "List";
  }
  return {};
}

class TypeScript {
 public:
  explicit TypeScript(std::string& out) : out_(out) {}

  void number(std::string_view name, std::string_view value, std::string_view comment) {
    doc(comment);
    out_ += "export const ";
    out_ += name;
    out_ += " = ";
    out_ += value;
    out_ += ";\n\n";
  }

  void begin_enum(std::string_view name, std::string_view comment) {
    doc(comment);
    out_ += "export const enum ";
    out_ += name;
    out_ += " {\n";
  }
  void member(std::string_view name, size_t value) {
    out_ += "  ";
    out_ += name;
    out_ += " = ";
    out_ += std::to_string(value);
    out_ += ",\n";
  }
  void end_enum() { out_ += "}\n\n"; }

  // One string cut at run time is smaller on the wire than a list of strings.
  template <size_t kCount>
  void words(std::string_view name, const std::string_view (&list)[kCount],
             std::string_view comment) {
    doc(comment);
    out_ += "export const ";
    out_ += name;
    out_ += " = /* @__PURE__ */ split(\n  '";
    for (size_t i = 0; i < kCount; ++i) {
      if (i > 0) out_ += '|';
      out_ += list[i];
    }
    out_ += "',\n);\n\n";
  }

 private:
  void doc(std::string_view comment) {
    out_ += "/** ";
    out_ += comment;
    out_ += " */\n";
  }
  std::string& out_;
};

std::string phrase_hash() {
  uint64_t hash = base::fnv1a64("");
  for (const PhraseRow& row : kPhrases) {
    hash = base::fnv1a64(row.key, hash);
    hash = base::fnv1a64(":", hash);
    hash = base::fnv1a64(row.args, hash);
    hash = base::fnv1a64("\n", hash);
  }
  return base::hex64(hash).substr(8);
}

void vocabulary(TypeScript& ts) {
  ts.words("kTags", kTagNames, "Elements, by Tag.");
  ts.words("kAttrs", kAttrNames, "Attributes, by Attr.");
  ts.words("kTokens", kTokenTexts, "Fixed attribute values, by Token.");
  ts.words("kActions", kActionNames, "What a shopper can do, by UserAction.");
  ts.words("kParts", kPartNames, "Classes and parts, by Part.");
  ts.words("kWidgets", kWidgetNames, "Element names behind \"postlude-\", by WidgetKind.");

  static constexpr std::string_view kEvents[] = {
#define X(name, text) text,
      POSTLUDE_HOST_EVENTS(X)
#undef X
  };
  ts.words("kHostEvents", kEvents, "Event names behind \"postlude:\", by HostEvent.");
  static constexpr std::string_view kErrors[] = {
#define X(name, text) text,
      POSTLUDE_ERROR_CODES(X)
#undef X
  };
  ts.words("kErrors", kErrors, "What can be wrong with data from outside, by ErrorCode.");
  static constexpr std::string_view kSources[] = {
#define X(name, text) text,
      POSTLUDE_ORDER_SOURCES(X)
#undef X
  };
  ts.words("kOrderSources", kSources, "Where an order can come from, by OrderSource.");
  static constexpr std::string_view kTracking[] = {
#define X(name, text) text,
      POSTLUDE_TRACKING_SOURCES(X)
#undef X
  };
  ts.words("kTrackingSources", kTracking, "Where shipments can come from, by TrackingSource.");

  static constexpr std::string_view kAgoUnits[] = {
#define X(name, text) text,
      POSTLUDE_AGO_UNITS(X)
#undef X
  };
  ts.words("kAgoUnits", kAgoUnits, "What an Ago argument counts, by AgoUnit.");

  std::string words;
#define X(name, text)                  \
  words += words.empty() ? "[" : ", "; \
  words += std::to_string(             \
      ArgKind::name == ArgKind::String ? 1 : arg_words(static_cast<uint32_t>(ArgKind::name)));
  POSTLUDE_ARG_KINDS(X)
#undef X
  ts.number("kArgWords", words + "]", "Words of an argument in a batch, by ArgKind.");

  size_t urls = 0;
  for (size_t i = 0; i < std::size(kAttrNames); ++i) {
    if (!is_url(static_cast<Attr>(i))) continue;
    if (i >= 31) __builtin_trap();
    urls |= size_t{1} << i;
  }
  ts.number("kSvgTag", std::to_string(static_cast<size_t>(Tag::Svg)),
            "The first Tag that is an element of SVG; so are all after it.");
  ts.number("kUrlAttrs", std::to_string(urls), "Bit i is set when Attr i takes a URL.");
}

void enums(TypeScript& ts) {
  ts.begin_enum("MessageType", "Messages to the session (core/session.h).");
  size_t at = 0;
#define X(name) ts.member(#name, at++);
  POSTLUDE_MESSAGES(X)
  ts.end_enum();

  ts.begin_enum("BatchOp", "Operations of a batch (core/output/encode_batch.h).");
  ts.member("Define", static_cast<size_t>(BatchOp::Define));
#undef X
#define X(name) ts.member(#name, static_cast<size_t>(BatchOp::name));
  POSTLUDE_PATCHES(X)
  POSTLUDE_EFFECTS(X)
#undef X
  ts.end_enum();

  ts.begin_enum("TemplateOp", "Steps of building a template (core/output/template.h).");
  for (size_t i = 1; i <= static_cast<size_t>(TemplateOp::ListHole); ++i) {
    ts.member(name_of(static_cast<TemplateOp>(i)), i);
  }
  ts.end_enum();

  ts.begin_enum("ValueKind", "The value of a hole (core/output/view.h).");
  for (size_t i = 0; i <= static_cast<size_t>(ValueKind::List); ++i) {
    ts.member(name_of(static_cast<ValueKind>(i)), i);
  }
  ts.end_enum();

  ts.begin_enum("ArgKind", "Arguments of a phrase (core/output/text.h).");
  at = 0;
#define X(name, text) ts.member(#name, at++);
  POSTLUDE_ARG_KINDS(X)
#undef X
  ts.end_enum();

  ts.begin_enum("UserAction", "What a shopper can do.");
  at = 0;
#define X(name, text) ts.member(#name, at++);
  POSTLUDE_ACTIONS(X)
#undef X
  ts.end_enum();

  ts.begin_enum("HostEvent", "Events a host page can listen to.");
  at = 0;
#define X(name, text) ts.member(#name, at++);
  POSTLUDE_HOST_EVENTS(X)
#undef X
  ts.end_enum();

  ts.begin_enum("TimerId", "Timers the session may start; each exists once.");
  at = 0;
#define X(name) ts.member(#name, at++);
  POSTLUDE_TIMERS(X)
#undef X
  ts.end_enum();

  ts.begin_enum("Method", "How a Fetch effect asks.");
  at = 0;
#define X(name, text) ts.member(#name, at++);
  POSTLUDE_METHODS(X)
#undef X
  ts.end_enum();

  ts.begin_enum("OrderSource", "Where an order can come from.");
  at = 0;
#define X(name, text) ts.member(#name, at++);
  POSTLUDE_ORDER_SOURCES(X)
#undef X
  ts.end_enum();
}

std::string protocol() {
  std::string out =
      "// Generated by bindings/emit_protocol.cpp from the tables in core/. Do not edit.\n\n"
      "const split = (words: string): readonly string[] => words.split('|');\n\n";
  TypeScript ts(out);
  ts.number("kProtocolVersion", std::to_string(kProtocolVersion),
            "The version of the bytes of a batch.");
  ts.number("kBatchMagic", std::to_string(kBatchMagic), "The first word of every batch.");
  ts.number("kTemplateCount", std::to_string(kTemplateCount), "How many templates there are.");
  ts.number("kMaxJsonBytes", std::to_string(base::kMaxJsonBytes),
            "Longer documents are refused as \"too_large\".");
  ts.number("kPhraseCount", std::to_string(kPhraseCount), "How many phrases a language has.");
  ts.number("kFirstPhrases", std::to_string(output::kFirstPhrases),
            "How many of them are of orders and offers, in the first file of a language.");
  ts.number("kPhraseHash", "'" + phrase_hash() + "'",
            "Changes whenever the table of phrases does; words of another table are not used.");
  vocabulary(ts);
  enums(ts);
  out.pop_back();
  return out;
}

std::string phrases() {
  std::string out = "[\n";
  int id = 0;
  for (const PhraseRow& row : kPhrases) {
    if (out.size() > 2) out += ",\n";
    out += "  { \"key\": \"";
    out += row.key;
    out += "\", \"args\": \"";
    out += row.args;
    out += id++ < output::kFirstPhrases ? "\" }" : "\", \"more\": true }";
  }
  return out + "\n]\n";
}

int check(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string have{std::istreambuf_iterator<char>(file), {}};
  if (have == protocol()) return 0;
  std::fprintf(stderr, "%s differs from the tables in core/; print it anew: %s\n", path,
               "postlude_emit_protocol > web/src/protocol.gen.ts");
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view option = argc > 1 ? argv[1] : "";
  if (option == "--check" && argc == 3) return check(argv[2]);
  if (argc > 2 || (argc == 2 && option != "--phrases")) {
    std::fputs("usage: postlude_emit_protocol [--phrases | --check FILE]\n", stderr);
    return 2;
  }
  const std::string text = option == "--phrases" ? phrases() : protocol();
  std::fwrite(text.data(), 1, text.size(), stdout);
  return 0;
}
