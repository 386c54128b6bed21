#include "core/output/encode_batch.h"

#include <gtest/gtest.h>

namespace postlude::output {
namespace {

constexpr uint32_t kHeader = 4;

uint32_t code(BatchOp op) { return static_cast<uint32_t>(op); }

View two_lines(std::string_view one, std::string_view two) {
  View view;
  ViewBuilder out(view);
  out.begin(TemplateId::OrderFact).string(one).begin_list();
  out.begin(TemplateId::LiteralLine, 1).string(two).end();
  out.end_list().end();
  DomIds ids;
  assign_ids(view, ids);
  return view;
}

TEST(BatchEncoder, WritesTheGoldenBytesOfVersionOne) {
  BatchEncoder encoder;
  encoder.add({{PatchKind::Mount, TemplateId::Empty, 7}}, two_lines("é", "é"));
  size_t size = 0;
  const std::vector<uint32_t> words = encoder.finish(size);
  const uint32_t fact = static_cast<uint32_t>(TemplateId::OrderFact);
  const uint32_t line = static_cast<uint32_t>(TemplateId::LiteralLine);
  const Template& fact_shape = template_of(TemplateId::OrderFact);
  const Template& line_shape = template_of(TemplateId::LiteralLine);
  std::vector<uint32_t> expected = {0x504c0001u, 0, 1, 2};
  expected.push_back(1 | fact << 8 | fact_shape.count << 16);
  for (uint32_t i = 0; i < fact_shape.count; ++i) expected.push_back(fact_shape.words[i].bits);
  expected.push_back(1 | line << 8 | line_shape.count << 16);
  for (uint32_t i = 0; i < line_shape.count; ++i) expected.push_back(line_shape.words[i].bits);
  const uint32_t string = 1, list = 4;
  for (const uint32_t word :
       {code(BatchOp::Mount), 7u, fact, 1u, string, list | 1u << 8, line, 2u, string}) {
    expected.push_back(word);
  }
  expected[1] = static_cast<uint32_t>(expected.size()) - kHeader;
  expected.push_back(1);           // one UTF-16 unit
  expected.push_back(0x0000a9c3);  // "é" in UTF-8
  EXPECT_EQ(words, expected);
  EXPECT_EQ(size, (expected.size() - 1) * 4 + 2);
}

TEST(BatchEncoder, SendsATemplateOnce) {
  BatchEncoder encoder;
  const View view = two_lines("a", "b");
  size_t size = 0;
  encoder.add({{PatchKind::Mount, TemplateId::Empty, 1}}, view);
  const uint32_t first = encoder.finish(size)[1];
  encoder.add({{PatchKind::Mount, TemplateId::Empty, 1}}, view);
  const uint32_t second = encoder.finish(size)[1];
  const uint32_t defines =
      2 + template_of(TemplateId::OrderFact).count + template_of(TemplateId::LiteralLine).count;
  EXPECT_EQ(first, second + defines);
}

TEST(BatchEncoder, CountsCharactersOutsideThePlaneAsTwoUnits) {
  BatchEncoder encoder;
  encoder.add({{PatchKind::Mount, TemplateId::Empty, 1}}, two_lines("😀a", "名前"));
  size_t size = 0;
  const std::vector<uint32_t> words = encoder.finish(size);
  const uint32_t lengths = kHeader + words[1];
  EXPECT_EQ(words[2], 2u);
  EXPECT_EQ(words[lengths], 3u);
  EXPECT_EQ(words[lengths + 1], 2u);
  EXPECT_EQ(words[3], 11u);
}

TEST(BatchEncoder, KeepsThousandsOfStringsApart) {
  View view;
  ViewBuilder out(view);
  out.begin(TemplateId::OrderFact).none().begin_list();
  for (uint64_t i = 0; i < 5000; ++i) {
    out.begin(TemplateId::LiteralLine, i).string("text " + std::to_string(i % 2500)).end();
  }
  out.end_list().end();
  BatchEncoder encoder;
  encoder.add({{PatchKind::Mount, TemplateId::Empty, 1}}, view);
  size_t size = 0;
  EXPECT_EQ(encoder.finish(size)[2], 2500u);
}

TEST(BatchEncoder, WritesEffectsWithOptionalStrings) {
  Effect effect;
  effect.kind = EffectKind::Fetch;
  effect.method = Method::Post;
  effect.id = 258;
  effect.text = "/offers/x/accept";
  effect.key = "k";
  BatchEncoder encoder;
  encoder.add(effect);
  size_t size = 0;
  const std::vector<uint32_t> words = encoder.finish(size);
  const std::vector<uint32_t> operations(words.begin() + kHeader,
                                         words.begin() + kHeader + words[1]);
  EXPECT_EQ(operations, (std::vector<uint32_t>{code(BatchOp::Fetch) | 1u << 16, 258, 0, 1, 2, 0}));
}

TEST(BatchEncoder, IsEmptyWhenNothingWasAdded) {
  BatchEncoder encoder;
  encoder.add({}, View{});
  EXPECT_TRUE(encoder.empty());
}

}  // namespace
}  // namespace postlude::output
