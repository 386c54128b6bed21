#include "core/base/member_table.h"

#include "core/base/names.h"
#include "core/base/read_parts.h"

namespace postlude::base {
namespace {

// What stands in JSON, by MemberKind.
constexpr JsonKind kWritten[] = {
    JsonKind::String, JsonKind::String, JsonKind::String, JsonKind::String,
    JsonKind::String, JsonKind::Bool,   JsonKind::Number, JsonKind::Number,
    JsonKind::Number, JsonKind::Number, JsonKind::Array,  JsonKind::Object,
};

template <class T>
T& as(void* place) {
  return *static_cast<T*>(place);
}

// The reads below are of a value that is there and of the right kind.

void read_number(JsonReader& in, JsonRef found, const Member& row, void* place) {
  const bool amount = row.kind >= MemberKind::Amount;
  const auto value = found.integer();
  const Money money{value.value_or(0), in.currency()};
  if (!value || !row.detail.range.holds(money.minor) || (amount && !fits_json(money))) {
    return in.fail(amount ? ErrorCode::BadMoney : ErrorCode::BadValue, found);
  }
  switch (row.kind) {
    case MemberKind::Integer:
      as<int64_t>(place) = money.minor;
      return;
    case MemberKind::OptionalInteger:
      as<std::optional<int64_t>>(place) = money.minor;
      return;
    case MemberKind::Amount:
      as<Money>(place) = money;
      return;
    default:
      as<std::optional<Money>>(place) = money;
  }
}

void read_time(JsonReader& in, JsonRef found, SourceTime& time) {
  const auto read = parse_source_time(found.text());
  if (!read) return in.fail(ErrorCode::BadTime, found);
  time = *read;
}

void read_name(JsonReader& in, JsonRef found, const Member& row, uint8_t& value) {
  const size_t named = place_of(row.detail.names, row.count, found.text());
  if (named == row.count) return in.fail(ErrorCode::BadValue, found);
  value = static_cast<uint8_t>(named);
}

void read_text_item(JsonReader& in, JsonRef item, std::string& text) {
  if (!item.is_string()) in.fail(ErrorCode::WrongType, item);
  text = item.text();
}

void read_member(JsonReader& in, JsonRef object, const Member& row, void* place) {
  if (row.kind == MemberKind::Amount) as<Money>(place).currency = in.currency();
  const JsonRef found = object[row.key];
  const bool none = !found.exists() || found.is_null();
  if (none || (row.empty_is_absent && found.is_string() && found.text().empty())) {
    if (row.required) in.fail(ErrorCode::MissingField, object, row.key);
    return;
  }
  const bool number_id = row.kind == MemberKind::Id && found.kind() == JsonKind::Number;
  if (found.kind() != kWritten[static_cast<size_t>(row.kind)] && !number_id) {
    return in.fail(ErrorCode::WrongType, found);
  }
  switch (row.kind) {
    case MemberKind::Text:
    case MemberKind::Id:
      as<std::string>(place) = found.text();
      return;
    case MemberKind::Time:
      return read_time(in, found, as<SourceTime>(place));
    case MemberKind::Url:
      as<SafeUrl>(place) = safe_url(found.text());
      return;
    case MemberKind::Name:
      return read_name(in, found, row, as<uint8_t>(place));
    case MemberKind::Flag:
      as<bool>(place) = found.is_true();
      return;
    case MemberKind::Integer:
    case MemberKind::OptionalInteger:
    case MemberKind::Amount:
    case MemberKind::OptionalAmount:
      return read_number(in, found, row, place);
    case MemberKind::Texts:
      return read_list(in, found, as<std::vector<std::string>>(place), read_text_item);
    case MemberKind::Object:
      return read_members(in, found, row.detail.members, row.count, place);
    case MemberKind::Rule:
      return;
  }
}

}  // namespace

void read_members(JsonReader& in, JsonRef object, const Member* rows, size_t count, void* owner) {
  for (const Member* row = rows; row != rows + count; ++row) {
    if (row->kind == MemberKind::Rule) {
      row->detail.read(in, object, owner);
    } else {
      read_member(in, object, *row, static_cast<char*>(owner) + row->place);
    }
  }
}

}  // namespace postlude::base
