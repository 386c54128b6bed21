#include "core/output/dump.h"

#include "core/base/json_writer.h"
#include "core/base/money.h"
#include "core/base/result.h"

namespace postlude::output {
namespace {

constexpr std::string_view kFormNames[] = {
#define X(name) #name,
    POSTLUDE_TEMPLATES(X)
#undef X
};
constexpr std::string_view kPatchNames[] = {
#define X(name) #name,
    POSTLUDE_PATCHES(X)
#undef X
};
constexpr std::string_view kEffectNames[] = {
#define X(name) #name,
    POSTLUDE_EFFECTS(X)
#undef X
};
constexpr std::string_view kEventNames[] = {
#define X(name, text) text,
    POSTLUDE_HOST_EVENTS(X)
#undef X
};
constexpr std::string_view kMethodNames[] = {
#define X(name, text) text,
    POSTLUDE_METHODS(X)
#undef X
};
constexpr std::string_view kPhraseKeys[] = {
#define X(name, key, args) key,
    POSTLUDE_PHRASES(X)
#undef X
};

template <class T>
std::string_view name_of(const T* table, uint32_t index) {
  return table[index];
}

std::string digits(int64_t value) { return base::JsonWriter().value(value).take(); }

std::string padded(uint32_t value, size_t width) {
  std::string text = digits(value);
  return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
}

std::string quoted(std::string_view text) { return base::JsonWriter().value(text).take(); }

std::string date_text(uint32_t packed) {
  return padded(packed >> 16, 4) + "-" + padded(packed >> 8 & 0xff, 2) + "-" +
         padded(packed & 0xff, 2);
}

std::string arg_text(const View& view, const uint32_t* at) {
  // Not all kinds have so many words.
  const auto number = [at] {
    return static_cast<int64_t>(static_cast<uint64_t>(at[2]) << 32 | at[1]);
  };
  switch (static_cast<ArgKind>(*at & 0xff)) {
    case ArgKind::String:
      return quoted(view.string({ValueKind::String, at[1], at[2]}));
    case ArgKind::Number:
      return digits(number());
    case ArgKind::Money: {
      const char code[] = {static_cast<char>(*at >> 8 & 0xff), static_cast<char>(*at >> 16 & 0xff),
                           static_cast<char>(*at >> 24)};
      const auto currency = base::parse_currency({code, 3}).value_or(base::Currency{});
      return "money " + base::money_decimal({number(), currency}) + " " + std::string(code, 3);
    }
    case ArgKind::Date:
      return "date " + date_text(at[1]);
    case ArgKind::Weekday:
      return "weekday " + date_text(at[1]);
    case ArgKind::DateTime:
      return "moment " + date_text(at[1]) + " " + padded(at[2] >> 16, 2) + ":" +
             padded(at[2] >> 8 & 0xff, 2);
    case ArgKind::Phrase:
      return std::string(name_of(kPhraseKeys, *at >> 8));
    case ArgKind::Ago: {
      static constexpr std::string_view kUnits[] = {
#define X(name, text) text,
          POSTLUDE_AGO_UNITS(X)
#undef X
      };
      return "ago " + digits(number()) + " " + std::string(name_of(kUnits, *at >> 8));
    }
    case ArgKind::Country: {
      const char code[] = {static_cast<char>(*at >> 8 & 0xff), static_cast<char>(*at >> 16 & 0xff)};
      return "country " + std::string(code, sizeof code);
    }
  }
  CHECK(false);
}

std::string value_text(const View& view, const Value& value) {
  switch (value.kind) {
    case ValueKind::None:
      return "-";
    case ValueKind::String:
      return quoted(view.string(value));
    case ValueKind::Token:
      return "#" + std::string(kTokenTexts[value.a]);
    case ValueKind::List:
      return "[" + digits(value.b) + "]";
    case ValueKind::Phrase:
      break;
  }
  const uint32_t* at = view.words.data() + value.a;
  const uint32_t* const end = at + value.b;
  std::string out(name_of(kPhraseKeys, *at & 0xffff));
  ++at;
  if (at == end) return out;
  out += "(";
  for (bool first = true; at != end; at += arg_words(*at), first = false) {
    if (!first) out += ", ";
    out += arg_text(view, at);
  }
  return out + ")";
}

void dump_block(const View& view, uint32_t index, size_t depth, std::string& out) {
  const BlockNode& node = view.blocks[index];
  out.append(depth * 2, ' ');
  out += name_of(kFormNames, static_cast<uint32_t>(node.form));
  out += "\n";
  const uint32_t holes = hole_count_of(node.form);
  for (uint32_t hole = 0; hole < holes; ++hole) {
    const Value& value = view.values[node.first_value + hole];
    out.append(depth * 2 + 2, ' ');
    out += digits(hole) + " " + value_text(view, value) + "\n";
    if (value.kind != ValueKind::List) continue;
    uint32_t item = value.a;
    for (uint32_t i = 0; i < value.b; ++i) {
      dump_block(view, item, depth + 2, out);
      item = view.blocks[item].end;
    }
  }
}

}  // namespace

void dump_view(const View& view, std::string& out) {
  if (!view.empty()) dump_block(view, 0, 0, out);
}

void dump_patches(const Patches& patches, const View& view, std::string& out) {
  for (const Patch& patch : patches) {
    out += name_of(kPatchNames, static_cast<uint32_t>(patch.kind));
    out += " " + digits(patch.a);
    switch (patch.kind) {
      case PatchKind::Mount:
        out += "\n";
        dump_block(view, patch.source, 1, out);
        continue;
      case PatchKind::Insert:
        out += "." + digits(patch.b) + " before " + digits(patch.c) + "\n";
        dump_block(view, patch.source, 1, out);
        continue;
      case PatchKind::Set:
        out += "." + digits(patch.b) + " " + value_text(view, view.values[patch.source]);
        break;
      case PatchKind::Move:
        out += "." + digits(patch.b) + " before " + digits(patch.c) + " " + digits(patch.source);
        break;
      case PatchKind::Adopt:
        out += " " + digits(patch.b) + " +" + digits(patch.c);
        break;
      case PatchKind::Unmount:
      case PatchKind::Remove:
        break;
    }
    out += "\n";
  }
}

void dump_effects(const Effects& effects, std::string& out) {
  for (const Effect& effect : effects) {
    out += name_of(kEffectNames, static_cast<uint32_t>(effect.kind));
    switch (effect.kind) {
      case EffectKind::Fetch:
        out += " ";
        out += name_of(kMethodNames, static_cast<uint32_t>(effect.method));
        out += " ";
        out += effect.text;
        if (!effect.key.empty()) out += " key " + effect.key;
        if (!effect.body.empty()) out += " " + effect.body;
        break;
      case EffectKind::Timer:
        out += " " + digits(effect.id) + " " + digits(effect.number) + " ms";
        break;
      case EffectKind::Emit:
        out += " ";
        out += name_of(kEventNames, effect.id);
        out += " " + effect.text;
        break;
      case EffectKind::DataLayer:
      case EffectKind::Navigate:
        out += " " + effect.text;
        break;
      case EffectKind::Warn:
        out += " ";
        out += base::error_name(static_cast<base::ErrorCode>(effect.id));
        out += " at \"" + effect.text + "\"";
        break;
    }
    out += "\n";
  }
}

}  // namespace postlude::output
