#include "core/base/write_members.h"

namespace postlude::base {
namespace {

template <class T>
const T& as(const void* place) {
  return *static_cast<const T*>(place);
}

void write_amount(JsonWriter& out, const char* key, const std::optional<Money>& amount) {
  if (amount) out.member(key, amount->minor);
}

void write_integer(JsonWriter& out, const char* key, const std::optional<int64_t>& number) {
  if (number) out.member(key, *number);
}

void write_member(JsonWriter& out, const Member& row, const void* place, const void* otherwise) {
  switch (row.kind) {
    case MemberKind::Text:
    case MemberKind::Id:
      out.member_if(row.key, as<std::string>(place));
      return;
    case MemberKind::Time:
      out.member_if(row.key, source_time_text(as<SourceTime>(place)));
      return;
    case MemberKind::Url:
      out.member_if(row.key, as<SafeUrl>(place).text());
      return;
    case MemberKind::Name:
      out.member(row.key, row.detail.names[as<uint8_t>(place)]);
      return;
    case MemberKind::Flag:
      if (as<bool>(place) != as<bool>(otherwise)) out.member(row.key, as<bool>(place));
      return;
    case MemberKind::Integer:
      out.member(row.key, as<int64_t>(place));
      return;
    case MemberKind::OptionalInteger:
      return write_integer(out, row.key, as<std::optional<int64_t>>(place));
    case MemberKind::Amount:
      out.member(row.key, as<Money>(place).minor);
      return;
    case MemberKind::OptionalAmount:
      return write_amount(out, row.key, as<std::optional<Money>>(place));
    case MemberKind::Texts:
      return write_texts(out, row.key, as<std::vector<std::string>>(place));
    case MemberKind::Object:
      out.key(row.key).begin_object();
      write_members(out, row.detail.members, row.count, place, otherwise);
      out.end_object();
      return;
    case MemberKind::Rule:
      return;
  }
}

}  // namespace

void write_texts(JsonWriter& out, const char* key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  out.key(key).begin_array();
  for (const std::string& text : texts) out.value(text);
  out.end_array();
}

void write_members(JsonWriter& out, const Member* rows, size_t count, const void* owner,
                   const void* defaults) {
  for (const Member* row = rows; row != rows + count; ++row) {
    write_member(out, *row, static_cast<const char*>(owner) + row->place,
                 static_cast<const char*>(defaults) + row->place);
  }
}

}  // namespace postlude::base
