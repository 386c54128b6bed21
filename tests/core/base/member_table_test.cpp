#include "core/base/member_table.h"

#include <gtest/gtest.h>

#include "core/base/write_members.h"

namespace postlude::base {
namespace {

enum class Size : uint8_t { Small, Large };
constexpr std::string_view kSizeNames[] = {"small", "large"};

struct Label {
  std::string code;
  int64_t copies = 1;
};

struct Parcel {
  std::string id;
  std::string note = "none";
  std::string route;
  bool insured = true;
  Size size = Size::Large;
  int64_t weight = 5;
  std::optional<int64_t> pieces;
  Money fee;
  std::optional<Money> duty;
  SourceTime sent;
  SafeUrl page;
  std::vector<std::string> marks;
  Label label;
  std::string seen;  // by the rule
};

void read_seen(JsonReader& in, JsonRef object, Parcel& parcel) {
  parcel.seen = parcel.id + "+" + std::string(in.optional_view(object, "seen"));
}

constexpr auto kLabelMembers = members_of<Label>({
    {"code", POSTLUDE_AT(Label, code), TextForm::RequiredText},
    {"copies", POSTLUDE_AT(Label, copies), Range{1, 9}},
});

constexpr auto kParcelMembers = members_of<Parcel>({
    {"id", POSTLUDE_AT(Parcel, id), TextForm::Id},
    {"note", POSTLUDE_AT(Parcel, note)},
    rule<Parcel, read_seen>(),
    {"route", POSTLUDE_AT(Parcel, route), TextForm::Id},
    {"insured", POSTLUDE_AT(Parcel, insured)},
    {"size", POSTLUDE_AT(Parcel, size), kSizeNames},
    {"weight", POSTLUDE_AT(Parcel, weight), Range{0}},
    {"pieces", POSTLUDE_AT(Parcel, pieces), Range{-2, 99}},
    {"fee", POSTLUDE_AT(Parcel, fee)},
    {"duty", POSTLUDE_AT(Parcel, duty), Range{0}},
    {"sent", POSTLUDE_AT(Parcel, sent)},
    {"page", POSTLUDE_AT(Parcel, page)},
    {"marks", POSTLUDE_AT(Parcel, marks)},
    {"label", POSTLUDE_AT(Parcel, label), kLabelMembers},
});

// One row of each way in which a member can be required, or be absent when it is "".
struct Strict {
  std::string id;
  std::string title;
  std::string present;
  Size size = Size::Small;
  Money fee;
  std::optional<Money> duty;
  Label label;
};

constexpr auto kStrictMembers = members_of<Strict>({
    {"id", POSTLUDE_AT(Strict, id), TextForm::RequiredId},
    {"title", POSTLUDE_AT(Strict, title), TextForm::RequiredText},
    {"present", POSTLUDE_AT(Strict, present), TextForm::PresentText},
    {"size", POSTLUDE_AT(Strict, size), kSizeNames, NameForm::Required},
    {"fee", POSTLUDE_AT(Strict, fee), Range{}, Presence::Required},
    {"duty", POSTLUDE_AT(Strict, duty), Range{}, Presence::Required},
    {"label", POSTLUDE_AT(Strict, label), kLabelMembers, Presence::Required},
});

const Currency kEuro = *parse_currency("EUR");

constexpr std::string_view kWhole =
    R"({"id":"A1","note":"fragile","route":7.50,"insured":false,"size":"small","weight":0,)"
    R"("pieces":-2,"fee":-120,"duty":0,"sent":"2026-11-03T09:26:11Z","page":"https://shop.example/a",)"
    R"("marks":["x","","z"],"label":{"code":"L","copies":9},"seen":"yes","unknown":[1]})";

/// What was read of a document, and the first thing that was wrong.
template <class Owner, size_t kCount>
struct Read {
  Read(std::string_view json, const Members<Owner, kCount>& members) {
    auto document = parse_json(json);
    if (!document.ok()) {
      ADD_FAILURE() << "not JSON: " << json;
      return;
    }
    in.use(kEuro);
    read_members(in, document.value().root(), members, owner);
  }
  std::string problem() const {
    if (!in.failed()) return "";
    return std::string(error_name(in.error().code)) + " " + in.error().pointer;
  }

  JsonReader in;
  Owner owner;
};

TEST(MemberTable, ReadsEveryKindOfMember) {
  const Read read(kWhole, kParcelMembers);
  EXPECT_EQ(read.problem(), "");
  const Parcel& parcel = read.owner;
  EXPECT_EQ(parcel.id, "A1");
  EXPECT_EQ(parcel.note, "fragile");
  EXPECT_EQ(parcel.route, "7.50");
  EXPECT_FALSE(parcel.insured);
  EXPECT_EQ(parcel.size, Size::Small);
  EXPECT_EQ(parcel.weight, 0);
  EXPECT_EQ(parcel.pieces, -2);
  EXPECT_EQ(parcel.fee, (Money{-120, kEuro}));
  EXPECT_EQ(parcel.duty, (Money{0, kEuro}));
  EXPECT_EQ(source_time_text(parcel.sent), "2026-11-03T09:26:11Z");
  EXPECT_EQ(parcel.page.text(), "https://shop.example/a");
  EXPECT_EQ(parcel.marks, (std::vector<std::string>{"x", "", "z"}));
  EXPECT_EQ(parcel.label.code, "L");
  EXPECT_EQ(parcel.label.copies, 9);
}

TEST(MemberTable, CallsARuleAtItsPlaceAmongTheRows) {
  EXPECT_EQ(Read(kWhole, kParcelMembers).owner.seen, "A1+yes");
  EXPECT_EQ(Read(R"({"seen":1,"note":2})", kParcelMembers).problem(), "wrong_type /note");
  EXPECT_EQ(Read(R"({"seen":1,"size":2})", kParcelMembers).problem(), "wrong_type /seen");
}

TEST(MemberTable, LeavesTheDefaultsOfWhatIsAbsentOrNull) {
  for (const char* json :
       {"{}", R"({"id":null,"note":null,"route":null,"insured":null,"size":null,"weight":null,
                 "pieces":null,"fee":null,"duty":null,"sent":null,"page":null,"marks":null,
                 "label":null})"}) {
    const Read read(json, kParcelMembers);
    EXPECT_EQ(read.problem(), "") << json;
    EXPECT_EQ(read.owner.note, "none");
    EXPECT_TRUE(read.owner.insured);
    EXPECT_EQ(read.owner.size, Size::Large);
    EXPECT_EQ(read.owner.weight, 5);
    EXPECT_FALSE(read.owner.pieces);
    EXPECT_EQ(read.owner.fee, (Money{0, kEuro}));  // no amount, but of the document's currency
    EXPECT_FALSE(read.owner.duty);
    EXPECT_FALSE(read.owner.sent.known());
    EXPECT_TRUE(read.owner.page.empty());
    EXPECT_TRUE(read.owner.marks.empty());
    EXPECT_EQ(read.owner.label.copies, 1);
  }
}

TEST(MemberTable, ReadsAnEmptyTextAsItsRowSays) {
  const Read read(R"({"note":"","sent":"","page":""})", kParcelMembers);
  EXPECT_EQ(read.problem(), "");
  EXPECT_EQ(read.owner.note, "");
  EXPECT_FALSE(read.owner.sent.known());
  EXPECT_TRUE(read.owner.page.empty());
  EXPECT_EQ(Read(R"({"size":""})", kParcelMembers).problem(), "bad_value /size");

  constexpr auto kLenient = members_of<Parcel>({
      {"size", POSTLUDE_AT(Parcel, size), kSizeNames, NameForm::EmptyIsAbsent},
  });
  const Read lenient(R"({"size":""})", kLenient);
  EXPECT_EQ(lenient.problem(), "");
  EXPECT_EQ(lenient.owner.size, Size::Large);
}

TEST(MemberTable, DropsAUrlThatMayNotBeShown) {
  const Read read(R"json({"page":"javascript:alert(1)"})json", kParcelMembers);
  EXPECT_EQ(read.problem(), "");
  EXPECT_TRUE(read.owner.page.empty());
}

struct Refusal {
  const char* json;
  const char* problem;
};

TEST(MemberTable, TellsWhatIsWrongAndWhere) {
  constexpr Refusal kRefusals[] = {
      {R"({"id":true})", "wrong_type /id"},
      {R"({"note":1})", "wrong_type /note"},
      {R"({"route":[]})", "wrong_type /route"},
      {R"({"insured":"true"})", "wrong_type /insured"},
      {R"({"size":1})", "wrong_type /size"},
      {R"({"size":"Small"})", "bad_value /size"},
      {R"({"weight":"1"})", "wrong_type /weight"},
      {R"({"weight":-1})", "bad_value /weight"},
      {R"({"weight":1.5})", "bad_value /weight"},
      {R"({"pieces":-3})", "bad_value /pieces"},
      {R"({"pieces":100})", "bad_value /pieces"},
      {R"({"fee":"1"})", "wrong_type /fee"},
      {R"({"fee":0.5})", "bad_money /fee"},
      {R"({"fee":9007199254740992})", "bad_money /fee"},
      {R"({"duty":-1})", "bad_money /duty"},
      {R"({"sent":1})", "wrong_type /sent"},
      {R"({"sent":"2026-02-30"})", "bad_time /sent"},
      {R"({"page":{}})", "wrong_type /page"},
      {R"({"marks":"x"})", "wrong_type /marks"},
      {R"({"marks":["x",1]})", "wrong_type /marks/1"},
      {R"({"marks":[null]})", "wrong_type /marks/0"},
      {R"({"label":[]})", "wrong_type /label"},
      {R"({"label":{}})", "missing_field /label/code"},
      {R"({"label":{"code":"L","copies":0}})", "bad_value /label/copies"},
      {R"({"label":{"code":"L","copies":10}})", "bad_value /label/copies"},
  };
  for (const Refusal& refusal : kRefusals) {
    EXPECT_EQ(Read(refusal.json, kParcelMembers).problem(), refusal.problem) << refusal.json;
  }
}

TEST(MemberTable, TakesTheNumbersAtBothEndsOfARange) {
  constexpr Refusal kTaken[] = {
      {R"({"weight":0})", ""},
      {R"({"weight":9223372036854775807})", ""},
      {R"({"pieces":-2})", ""},
      {R"({"pieces":99})", ""},
      {R"({"fee":9007199254740991})", ""},
      {R"({"fee":-9007199254740991})", ""},
      {R"({"label":{"code":"L","copies":1}})", ""},
  };
  for (const Refusal& taken : kTaken) {
    EXPECT_EQ(Read(taken.json, kParcelMembers).problem(), taken.problem) << taken.json;
  }
}

TEST(MemberTable, MissesWhatIsRequired) {
  const std::string start = R"({"id":1,"title":"t")";
  const std::string named = start + R"(,"present":"","size":"large")";
  const std::string paid = named + R"(,"fee":1,"duty":2)";
  const Refusal kRefusals[] = {
      {"{}", "missing_field /id"},
      {R"({"id":""})", "missing_field /id"},
      {R"({"id":null})", "missing_field /id"},
      {R"({"id":1})", "missing_field /title"},
      {R"({"id":1,"title":""})", "missing_field /title"},
  };
  for (const Refusal& refusal : kRefusals) {
    EXPECT_EQ(Read(refusal.json, kStrictMembers).problem(), refusal.problem) << refusal.json;
  }
  const auto problem = [](const std::string& json) { return Read(json, kStrictMembers).problem(); };
  EXPECT_EQ(problem(start + "}"), "missing_field /present");
  EXPECT_EQ(problem(start + R"(,"present":""})"), "missing_field /size");
  EXPECT_EQ(problem(named + "}"), "missing_field /fee");
  EXPECT_EQ(problem(named + R"(,"fee":null})"), "missing_field /fee");
  EXPECT_EQ(problem(named + R"(,"fee":1})"), "missing_field /duty");
  EXPECT_EQ(problem(paid + "}"), "missing_field /label");
  EXPECT_EQ(problem(paid + R"(,"label":{"code":"L"}})"), "");
}

TEST(MemberTable, ReportsTheFirstProblemInTheOrderOfItsRows) {
  EXPECT_EQ(Read(R"({"label":1,"weight":-1,"note":2})", kParcelMembers).problem(),
            "wrong_type /note");
  EXPECT_EQ(Read(R"({"label":1,"weight":-1})", kParcelMembers).problem(), "bad_value /weight");
}

TEST(MemberTable, TakesNothingFromWhatIsNoObject) {
  EXPECT_EQ(Read("[1]", kParcelMembers).problem(), "");
  EXPECT_EQ(Read("[1]", kStrictMembers).problem(), "missing_field /id");
}

template <class Owner, size_t kCount>
std::string written(const Members<Owner, kCount>& members, const Owner& owner) {
  JsonWriter out;
  out.begin_object();
  write_members(out, members, owner);
  return out.end_object().take();
}

TEST(MemberTable, WritesWhatItReadsBack) {
  const std::string json = written(kParcelMembers, Read(kWhole, kParcelMembers).owner);
  EXPECT_EQ(
      json,
      R"({"id":"A1","note":"fragile","route":"7.50","insured":false,"size":"small","weight":0,)"
      R"("pieces":-2,"fee":-120,"duty":0,"sent":"2026-11-03T09:26:11Z",)"
      R"("page":"https://shop.example/a","marks":["x","","z"],"label":{"code":"L","copies":9}})");
  const Read again(json, kParcelMembers);
  EXPECT_EQ(again.problem(), "");
  EXPECT_EQ(written(kParcelMembers, again.owner), json);
}

TEST(MemberTable, LeavesOutWhatIsEmptyAndFlagsThatSayTheirDefault) {
  Parcel parcel;
  parcel.note.clear();
  EXPECT_EQ(written(kParcelMembers, parcel),
            R"({"size":"large","weight":5,"fee":0,"label":{"copies":1}})");
}

}  // namespace
}  // namespace postlude::base
