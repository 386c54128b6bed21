#include "core/order/text_index.h"

#include "core/base/hash.h"

namespace postlude::order {

size_t TextIndex::place_of(std::string_view text) const {
  const size_t mask = slots_.size() - 1;
  size_t at = static_cast<size_t>(base::fnv1a64(text)) & mask;
  while (slots_[at].number != kNone && slots_[at].text != text) at = (at + 1) & mask;
  return at;
}

void TextIndex::grow() {
  std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& kept : old) {
    if (kept.number != kNone) slots_[place_of(kept.text)] = kept;
  }
}

uint32_t TextIndex::add(std::string_view text, uint32_t number) {
  if (slots_.size() < (used_ + 1) * 2) grow();
  Slot& slot = slots_[place_of(text)];
  if (slot.number != kNone) return slot.number;
  slot = {text, number};
  ++used_;
  return kNone;
}

uint32_t TextIndex::find(std::string_view text) const {
  return slots_.empty() ? kNone : slots_[place_of(text)].number;
}

}  // namespace postlude::order
