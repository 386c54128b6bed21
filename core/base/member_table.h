#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/json_reader.h"
#include "core/base/money.h"
#include "core/base/source_time.h"
#include "core/base/url.h"

// How JSON objects become structs: a table for each struct, a row for each member, and one function
// that reads them all. A read of its own for each member would travel to every shopper.
//
//   constexpr auto kParcelMembers = base::members_of<Parcel>({
//       {"id", POSTLUDE_AT(Parcel, id), base::TextForm::RequiredId},
//       {"weight_g", POSTLUDE_AT(Parcel, weight_g), base::Range{0}},
//       {"size", POSTLUDE_AT(Parcel, size), kParcelSizeNames},
//       {"to", POSTLUDE_AT(Parcel, to), kAddressMembers},
//       base::rule<Parcel, read_scans>(),
//   });
//   base::read_members(in, object, kParcelMembers, parcel);
//
// The type of the member says how its value is written in JSON:
//
//   std::string                a string, or as its TextForm says
//   bool                       true or false
//   int64_t, optional of it    a whole number in the row's range (BadValue)
//   Money, optional of it      whole minor units of `JsonReader::currency` in the range (BadMoney)
//   SourceTime                 ISO 8601 (BadTime); "" is no time
//   SafeUrl                    a string; what `safe_url` refuses is no URL
//   vector<string>             an array of strings
//   an enum                    one of its names (BadValue)
//   another struct             an object, by that struct's table
//
// A member that is absent or null leaves the struct as it was: its own defaults are the defaults.
// Rows are read in their order, and the first thing that is wrong is what is reported.

namespace postlude::base {

/// An `Id` may also be written as a number; `Required` texts are never empty, `Present` ones may
/// be.
enum class TextForm : uint8_t { Text, Id, RequiredText, RequiredId, PresentText };

/// What the name of an enumerator is when it is "": wrong, or as if it were absent.
enum class NameForm : uint8_t { Strict, EmptyIsAbsent, Required };

enum class Presence : uint8_t { Optional, Required };

/// The whole numbers that a member may have; `most` of kNoLimit is any, as is `least` of -kNoLimit.
struct Range {
  static constexpr int16_t kNoLimit = INT16_MAX;
  int16_t least = -kNoLimit;
  int16_t most = kNoLimit;
  constexpr bool holds(int64_t number) const {
    return (least == -kNoLimit || number >= least) && (most == kNoLimit || number <= most);
  }
};

/// Where a member stands in its struct.
template <class Owner, class T>
struct Place {
  size_t offset;
};
#define POSTLUDE_AT(Owner, member) \
  ::postlude::base::Place<Owner, decltype(Owner::member)> { offsetof(Owner, member) }

enum class MemberKind : uint8_t {
  Text,
  Id,
  Time,
  Url,
  Name,
  Flag,
  Integer,
  OptionalInteger,
  Amount,
  OptionalAmount,
  Texts,
  Object,
  Rule,
};

/// A row, whatever it is a member of; made by `members_of`.
struct Member {
  using Read = void (*)(JsonReader& in, JsonRef object, void* owner);
  union Detail {
    Range range;
    const std::string_view* names;
    const Member* members;
    Read read;
  };

  const char* key = nullptr;
  Detail detail = {Range{}};
  uint16_t place : 12 = 0;
  uint16_t required : 1 = false;
  uint16_t empty_is_absent : 1 = false;
  MemberKind kind = MemberKind::Text;
  uint8_t count = 0;  // of names or members
};

/// A table of all that is read of an `Owner`.
template <class Owner, size_t kCount>
struct Members {
  static_assert(std::is_standard_layout_v<Owner>, "the place of a member is its offset");
  static_assert(sizeof(Owner) < 1u << 12 && kCount < 256);
  Member rows[kCount];
};

/// What a row of a table may be made of. Keys are literals.
template <class Owner>
struct MemberOf : Member {
  template <class T>
  using At = Place<Owner, T>;

  constexpr MemberOf(const char* name, At<std::string> at, TextForm form = TextForm::Text)
      : MemberOf(name, at.offset,
                 form == TextForm::Id || form == TextForm::RequiredId ? MemberKind::Id
                                                                      : MemberKind::Text) {
    required = form >= TextForm::RequiredText;
    empty_is_absent = required && form != TextForm::PresentText;
  }
  constexpr MemberOf(const char* name, At<SourceTime> at)
      : MemberOf(name, at.offset, MemberKind::Time) {
    empty_is_absent = true;
  }
  constexpr MemberOf(const char* name, At<SafeUrl> at)
      : MemberOf(name, at.offset, MemberKind::Url) {}
  constexpr MemberOf(const char* name, At<bool> at) : MemberOf(name, at.offset, MemberKind::Flag) {}
  constexpr MemberOf(const char* name, At<int64_t> at, Range range = {})
      : MemberOf(name, at.offset, MemberKind::Integer, {range}) {}
  constexpr MemberOf(const char* name, At<std::optional<int64_t>> at, Range range = {})
      : MemberOf(name, at.offset, MemberKind::OptionalInteger, {range}) {}
  constexpr MemberOf(const char* name, At<Money> at, Range range = {},
                     Presence presence = Presence::Optional)
      : MemberOf(name, at.offset, MemberKind::Amount, {range}) {
    required = presence == Presence::Required;
  }
  constexpr MemberOf(const char* name, At<std::optional<Money>> at, Range range = {},
                     Presence presence = Presence::Optional)
      : MemberOf(name, at.offset, MemberKind::OptionalAmount, {range}) {
    required = presence == Presence::Required;
  }
  constexpr MemberOf(const char* name, At<std::vector<std::string>> at)
      : MemberOf(name, at.offset, MemberKind::Texts) {}
  template <class Enum, size_t kCount>
  constexpr MemberOf(const char* name, At<Enum> at, const std::string_view (&names)[kCount],
                     NameForm form = NameForm::Strict)
      : MemberOf(name, at.offset, MemberKind::Name, {.names = names}, kCount) {
    static_assert(std::is_enum_v<Enum> && sizeof(Enum) == 1);
    required = form == NameForm::Required;
    empty_is_absent = form == NameForm::EmptyIsAbsent;
  }
  template <class T, size_t kCount>
  constexpr MemberOf(const char* name, At<T> at, const Members<T, kCount>& members,
                     Presence presence = Presence::Optional)
      : MemberOf(name, at.offset, MemberKind::Object, {.members = members.rows}, kCount) {
    required = presence == Presence::Required;
  }
  constexpr explicit MemberOf(Member::Read read)
      : MemberOf("", 0, MemberKind::Rule, {.read = read}) {}

 private:
  constexpr MemberOf(const char* name, size_t offset, MemberKind what, Detail how = {Range{}},
                     size_t many = 0) {
    key = name;
    detail = how;
    place = static_cast<uint16_t>(offset);
    kind = what;
    count = static_cast<uint8_t>(many);
  }
};

template <class Owner, size_t kCount>
constexpr Members<Owner, kCount> members_of(const MemberOf<Owner> (&rows)[kCount]) {
  Members<Owner, kCount> table;
  for (size_t i = 0; i < kCount; ++i) table.rows[i] = rows[i];
  return table;
}

/// A row that is read by a function of its own, kRead(in, object, owner).
template <class Owner, void (*kRead)(JsonReader&, JsonRef, Owner&)>
constexpr MemberOf<Owner> rule() {
  return MemberOf<Owner>([](JsonReader& in, JsonRef object, void* owner) {
    kRead(in, object, *static_cast<Owner*>(owner));
  });
}

/// Reads the rows of a table into their places; `owner` must begin there.
void read_members(JsonReader& in, JsonRef object, const Member* rows, size_t count, void* owner);
template <class Owner, size_t kCount>
void read_members(JsonReader& in, JsonRef object, const Members<Owner, kCount>& members,
                  Owner& owner) {
  read_members(in, object, members.rows, kCount, &owner);
}

}  // namespace postlude::base
