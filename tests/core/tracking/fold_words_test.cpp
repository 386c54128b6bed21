#include "core/tracking/fold_words.h"

#include <gtest/gtest.h>

namespace postlude::tracking {
namespace {

std::string folded(std::string_view text) {
  std::string out;
  int sentence = 0;
  int clause = 0;
  for (const Word& word : fold_words(text)) {
    if (!out.empty())
      out += word.sentence != sentence ? " . " : word.clause != clause ? " , " : " ";
    out += word.text;
    sentence = word.sentence;
    clause = word.clause;
  }
  return out;
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

TEST(FoldWords, GivesEveryScriptOneForm) {
  constexpr Row kRows[] = {
      {"", ""},
      {"Out For DELIVERY", "out for delivery"},
      {"Zurück an Größe, Straße", "zuruck an grosse , strasse"},
      {"l'expéditeur n’a pas", "l expediteur n a pas"},
      {"Œuvre, ÆRØ, Þing, Łódź, Đorđe, ığdır İzmir",
       "oeuvre , aero , thing , lodz , dorde , igdir izmir"},
      {"cafe\xCC\x81", "cafe"},  // with a combining accent
      {"Đã giao HÀNG", "da giao hang"},
      {"ȘTIINȚĂ", "stiinta"},
      {"ΠΑΡΑΔΌΘΗΚΕ στον αποστολέας", "παραδοθηκε στον αποστολεασ"},
      {"ВРУЧЁН Ґ ЇЖАК", "вручен г їжак"},
      {"تَمَّ تسليـم الشحنة إلى أحمد", "تم تسليم الشحنه الي احمد"},
      {"ＤＥＬＩＶＥＲＥＤ", "delivered"},
      {"配達完了", "配 達 完 了"},
      {"배송 완료", "배 송 완 료"},
      {"นำ", "น ำ"},
  };
  for (const Row& row : kRows) EXPECT_EQ(folded(row.text), row.expected) << row.text;
}

TEST(FoldWords, LeavesOutNumbersAndKeepsWhatIsAroundThemTogether) {
  EXPECT_EQ(folded("Delivered at 12:30 on 4.5. to A1"), "delivered at on . to");
  EXPECT_EQ(folded("between 10:00 and 11:00"), "between and");
}

TEST(FoldWords, DividesSentencesAndClauses) {
  EXPECT_EQ(folded("One, two. Three! Four? Five\nsix: seven"),
            "one , two . three . four . five . six , seven");
  EXPECT_EQ(folded("到达，派送。签收"), "到 达 , 派 送 . 签 收");
}

TEST(FoldWords, PassesOverWhatIsNotUtf8) {
  EXPECT_EQ(folded("de\xFFlivered"), "de livered");
  EXPECT_EQ(folded("\xE3\x81"), "");
  EXPECT_EQ(folded("\xC3"), "");
}

}  // namespace
}  // namespace postlude::tracking
