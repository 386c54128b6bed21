#include "core/output/encode_batch.h"

#include <cstring>

namespace postlude::output {
namespace {

constexpr uint32_t kFirstTable = 256;

uint32_t hash_of(std::string_view text) {
  uint32_t hash = 0x811c9dc5u;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x01000193u;
  }
  return hash ^ hash >> 15;
}

// UTF-8 that was checked when it was parsed.
uint32_t utf16_length(std::string_view text) {
  uint32_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) != 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

uint32_t first_word(PatchKind kind) {
  return static_cast<uint32_t>(BatchOp::Define) + 1 + static_cast<uint32_t>(kind);
}

}  // namespace

void BatchEncoder::define(TemplateId form) {
  const auto id = static_cast<size_t>(form);
  if (defined_[id]) return;
  defined_[id] = true;
  const Template& shape = template_of(form);
  defines_.push_back(static_cast<uint32_t>(BatchOp::Define) | static_cast<uint32_t>(id) << 8 |
                     shape.count << 16);
  for (uint32_t i = 0; i < shape.count; ++i) defines_.push_back(shape.words[i].bits);
}

void BatchEncoder::grow_table() {
  std::vector<uint32_t>(table_.empty() ? kFirstTable : table_.size() * 2).swap(table_);
  const auto mask = static_cast<uint32_t>(table_.size() - 1);
  for (uint32_t row = 0; row < rows_.size(); ++row) {
    uint32_t slot = rows_[row].hash & mask;
    while (table_[slot] != 0) slot = (slot + 1) & mask;
    table_[slot] = row + 1;
  }
}

// The table stays as large as the largest batch made it; most batches fill a few slots of it.
void BatchEncoder::clear_table() {
  const auto mask = static_cast<uint32_t>(table_.size() - 1);
  for (size_t row = rows_.size(); row-- > 0;) {
    uint32_t slot = rows_[row].hash & mask;
    while (table_[slot] != row + 1) slot = (slot + 1) & mask;
    table_[slot] = 0;
  }
}

uint32_t BatchEncoder::string(std::string_view text) {
  if (rows_.size() * 2 >= table_.size()) grow_table();
  const uint32_t hash = hash_of(text);
  const auto mask = static_cast<uint32_t>(table_.size() - 1);
  uint32_t slot = hash & mask;
  for (; table_[slot] != 0; slot = (slot + 1) & mask) {
    const StringRow& row = rows_[table_[slot] - 1];
    if (row.hash == hash && std::string_view(text_).substr(row.at, row.size) == text) {
      return table_[slot] - 1;
    }
  }
  const auto index = static_cast<uint32_t>(rows_.size());
  rows_.push_back({static_cast<uint32_t>(text_.size()), static_cast<uint32_t>(text.size()), hash});
  lengths_.push_back(utf16_length(text));
  text_ += text;
  table_[slot] = index + 1;
  return index;
}

void BatchEncoder::phrase(const View& view, const Value& value) {
  const uint32_t* at = view.words.data() + value.a;
  const uint32_t* const end = at + value.b;
  const uint32_t id = *at & 0xffff;
  const uint32_t count = *at >> 16;
  ++at;
  put(static_cast<uint32_t>(ValueKind::Phrase) | id << 8 | count << 24);
  while (at != end) {
    const uint32_t words = arg_words(*at);
    if (static_cast<ArgKind>(*at & 0xff) == ArgKind::String) {
      put(*at | string(view.string({ValueKind::String, at[1], at[2]})) << 8);
    } else {
      for (uint32_t i = 0; i < words; ++i) put(at[i]);
    }
    at += words;
  }
}

void BatchEncoder::value(const View& view, const Value& value) {
  const auto kind = static_cast<uint32_t>(value.kind);
  switch (value.kind) {
    case ValueKind::None:
      put(kind);
      return;
    case ValueKind::String:
      put(kind | string(view.string(value)) << 8);
      return;
    case ValueKind::Token:
      put(kind | value.a << 8);
      return;
    case ValueKind::Phrase:
      phrase(view, value);
      return;
    case ValueKind::List: {
      put(kind | value.b << 8);
      uint32_t item = value.a;
      for (uint32_t i = 0; i < value.b; ++i) {
        block(view, item);
        item = view.blocks[item].end;
      }
      return;
    }
  }
}

void BatchEncoder::block(const View& view, uint32_t index) {
  const BlockNode& node = view.blocks[index];
  define(node.form);
  put(static_cast<uint32_t>(node.form));
  put(node.dom_id);
  const uint32_t holes = hole_count_of(node.form);
  for (uint32_t hole = 0; hole < holes; ++hole) value(view, view.values[node.first_value + hole]);
}

void BatchEncoder::add(const Patches& patches, const View& view) {
  for (const Patch& patch : patches) {
    const uint32_t code = first_word(patch.kind);
    uint32_t form = 0;
    if (patch.kind == PatchKind::Set || patch.kind == PatchKind::Insert ||
        patch.kind == PatchKind::Move) {
      define(patch.form);
      form = static_cast<uint32_t>(patch.form) << 16 | patch.b << 8;
    }
    put(code | form);
    put(patch.a);
    switch (patch.kind) {
      case PatchKind::Mount:
        block(view, patch.source);
        break;
      case PatchKind::Adopt:
        put(patch.b);
        put(patch.c);
        break;
      case PatchKind::Set:
        value(view, view.values[patch.source]);
        break;
      case PatchKind::Insert:
        put(patch.c);
        block(view, patch.source);
        break;
      case PatchKind::Move:
        put(patch.c);
        put(patch.source);
        break;
      case PatchKind::Unmount:
      case PatchKind::Remove:
        break;
    }
  }
}

void BatchEncoder::add(const Effect& effect) {
  constexpr auto kFirstEffect = static_cast<uint32_t>(BatchOp::Fetch);
  put((kFirstEffect + static_cast<uint32_t>(effect.kind)) | uint32_t{effect.widget} << 8 |
      static_cast<uint32_t>(effect.method) << 16);
  put(effect.id);
  put(effect.number);
  put(optional_string(effect.text));
  put(optional_string(effect.key));
  put(optional_string(effect.body));
}

const std::vector<uint32_t>& BatchEncoder::finish(size_t& bytes) {
  const auto operations = static_cast<uint32_t>(defines_.size() + words_.size());
  const size_t text_at = 4 + operations + lengths_.size();
  out_.resize(text_at + (text_.size() + 3) / 4);
  uint32_t* at = out_.data();
  *at++ = kBatchMagic;
  *at++ = operations;
  *at++ = static_cast<uint32_t>(rows_.size());
  *at++ = static_cast<uint32_t>(text_.size());
  for (const auto* part : {&defines_, &words_, &lengths_}) {
    if (!part->empty()) std::memcpy(at, part->data(), part->size() * sizeof *at);
    at += part->size();
  }
  if (!text_.empty()) {
    out_.back() = 0;  // behind the text
    std::memcpy(at, text_.data(), text_.size());
  }
  bytes = text_at * 4 + text_.size();
  clear_table();
  words_.clear();
  defines_.clear();
  rows_.clear();
  lengths_.clear();
  text_.clear();
  return out_;
}

}  // namespace postlude::output
