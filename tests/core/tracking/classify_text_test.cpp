#include "core/tracking/classify_text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/tracking/cues.h"
#include "core/tracking/fold_words.h"
#include "tests/core/tracking/labelled_words.h"

namespace postlude::tracking {
namespace {

TextMeaning classify_text(std::string_view text, std::vector<HeardCue>* heard = nullptr) {
  static const TextClassifier kClassifier;
  return kClassifier.classify(text, heard);
}

std::string meaning_of(std::string_view text) {
  const TextMeaning meaning = classify_text(text);
  std::string out(status_name(meaning.status));
  if (meaning.sub_status != SubStatus::None) {
    out += "/";
    out += sub_status_name(meaning.sub_status);
  }
  return out;
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

template <size_t kCount>
void check(const Row (&rows)[kCount]) {
  for (const Row& row : rows) EXPECT_EQ(meaning_of(row.text), row.expected) << row.text;
}

TEST(ClassifyText, IsNotTakenInByANegation) {
  constexpr Row kRows[] = {
      {"Delivered", "delivered"},
      {"Not delivered", "attempt_failed"},
      {"Could not be delivered", "attempt_failed"},
      {"Parcel wasn't delivered", "attempt_failed"},
      {"Nicht zugestellt", "attempt_failed"},
      {"N'a pas pu être livré", "attempt_failed"},
      {"No entregado", "attempt_failed"},
      {"Não entregue", "attempt_failed"},
      {"Non consegnato", "attempt_failed"},
      {"Niet bezorgd", "attempt_failed"},
      {"Nie doręczono", "attempt_failed"},
      {"Не вручено", "attempt_failed"},
      {"未妥投", "attempt_failed"},
      {"未配達", "attempt_failed"},
      {"لم يتم تسليم الشحنة", "attempt_failed"},
      {"Teslim edilemedi", "attempt_failed"},
      {"Parcel not damaged, delivered", "delivered"},
  };
  check(kRows);
}

TEST(ClassifyText, KnowsWhatIsOnlyPlanned) {
  constexpr Row kRows[] = {
      {"Your parcel will be delivered tomorrow", "in_transit"},
      {"Will be delivered today", "out_for_delivery"},
      {"Sendung wird voraussichtlich morgen zugestellt", "in_transit"},
      {"Votre colis sera livré demain", "in_transit"},
      {"Será entregado mañana", "in_transit"},
      {"Zostanie doręczona jutro", "in_transit"},
      {"Будет доставлено завтра", "in_transit"},
      {"配達予定", "in_transit"},
      {"准备派送", "in_transit"},
      {"Out for delivery", "out_for_delivery"},
      {"Delivery attempt failed", "attempt_failed"},
  };
  check(kRows);
}

TEST(ClassifyText, PassesOverWhatIsOnlyAdvice) {
  constexpr Row kRows[] = {
      {"Delivered. If the parcel is damaged, or was returned, contact us.", "delivered"},
      {"In Zustellung. Falls Sie nicht zu Hause sind, wird das Paket hinterlegt.",
       "out_for_delivery"},
      {"If nobody is home the parcel goes back", "attempt_failed/recipient_absent"},
  };
  check(kRows);
}

TEST(ClassifyText, SaysUnknownRatherThanGuess) {
  constexpr Row kRows[] = {
      {"", "unknown"},
      {"   ", "unknown"},
      {"BERLIN, DE", "unknown"},
      {"12345", "unknown"},
      {"Lorem ipsum dolor sit amet", "unknown"},
      {"Signature image recorded for Online viewing", "unknown"},
      {"\xFF\xFE", "unknown"},
      {"<script>alert(1)</script>", "unknown"},
      {"{}", "unknown"},
  };
  check(kRows);
  EXPECT_EQ(classify_text("BERLIN, DE").confidence, 0);
}

TEST(ClassifyText, IsSurerOfMoreWords) {
  const int weak = classify_text("Sorting").confidence;
  const int strong = classify_text("Delivery attempted, nobody at home, card left").confidence;
  EXPECT_GE(weak, 50);
  EXPECT_GT(strong, weak);
  EXPECT_LE(strong, 99);
}

TEST(ClassifyText, ExplainsItself) {
  std::vector<HeardCue> heard;
  classify_text("Delivered to your neighbour", &heard);
  ASSERT_FALSE(heard.empty());
  EXPECT_EQ(heard[0].phrase, "delivered to _ neighbo*");
  EXPECT_EQ(heard[0].sub_status, SubStatus::LeftWithNeighbour);
}

TEST(ClassifyText, IsBoundedByTheLengthOfItsInput) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "delivered not to be ";
  EXPECT_NE(classify_text(text).confidence, -1);
}

TEST(ClassifyText, KnowsTheWordsOfCarriers) {
  const auto rows = read_labelled_words("carrier_words.tsv");
  ASSERT_GE(rows.size(), 600u);
  size_t answered = 0;
  size_t right = 0;
  size_t sub_right = 0;
  size_t sub_labelled = 0;
  for (const LabelledWords& row : rows) {
    ASSERT_TRUE(status_from(row.status)) << row.status;
    const TextMeaning meaning = classify_text(row.text);
    if (meaning.status == ShipmentStatus::Unknown) continue;
    ++answered;
    if (status_name(meaning.status) != row.status) continue;
    ++right;
    if (row.sub_status.empty()) continue;
    ++sub_labelled;
    sub_right += sub_status_name(meaning.sub_status) == row.sub_status ? 1 : 0;
  }
  EXPECT_GE(answered * 100, rows.size() * 98);
  EXPECT_GE(right * 1000, answered * 985);
  EXPECT_GE(sub_right * 100, sub_labelled * 95);
}

TEST(ClassifyUnplaced, PlacesOnlyScansThatHaveWordsAndNoStatus) {
  std::vector<Shipment> shipments(1);
  shipments[0].status = ShipmentStatus::Unknown;
  shipments[0].checkpoints.resize(3);
  shipments[0].checkpoints[0].message = "Zugestellt";
  shipments[0].checkpoints[0].raw_code = "X9";
  shipments[0].checkpoints[1].message = "Delivered";
  shipments[0].checkpoints[1].status = ShipmentStatus::InTransit;
  shipments[0].checkpoints[2].message = "Hm";
  int day = 9;
  for (Checkpoint& scan : shipments[0].checkpoints) {
    scan.time = base::parse_source_time("2026-11-0" + std::to_string(day--)).value();
  }
  classify_unplaced(TextClassifier(), shipments);
  const std::vector<Checkpoint>& scans = shipments[0].checkpoints;
  EXPECT_EQ(scans[0].status, ShipmentStatus::Delivered);
  EXPECT_EQ(scans[0].raw_code, "X9");
  EXPECT_EQ(scans[0].message, "Zugestellt");
  EXPECT_EQ(scans[1].status, ShipmentStatus::InTransit);
  EXPECT_EQ(scans[2].status, ShipmentStatus::Unknown);
  EXPECT_EQ(shipments[0].status, ShipmentStatus::Delivered);
}

TEST(ClassifyUnplaced, LeavesAStatedStatusAlone) {
  std::vector<Shipment> shipments(1);
  shipments[0].status = ShipmentStatus::Exception;
  shipments[0].checkpoints.resize(1);
  shipments[0].checkpoints[0].message = "Delivered";
  classify_unplaced(TextClassifier(), shipments);
  EXPECT_EQ(shipments[0].status, ShipmentStatus::Exception);
  EXPECT_EQ(shipments[0].checkpoints[0].status, ShipmentStatus::Delivered);
}

// A phrase with spaces in place of its "/" and "_", and without its "*".
std::string plain(std::string_view phrase) {
  std::string out;
  for (const char c : phrase) {
    if (c != '*') out.push_back(c == '/' || c == '_' ? ' ' : c);
  }
  return out;
}

std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

TEST(Cues, AreInTheFormOfFoldedWords) {
  constexpr Cues (*kTables[])() = {
#define X(name) name##_cues,
      POSTLUDE_CUE_TABLES(X)
#undef X
  };
  for (const auto table : kTables) {
    const Cues cues = table();
    ASSERT_FALSE(cues.empty());
    for (const Cue& cue : cues) {
      std::string_view phrases = cue.phrases;
      while (!phrases.empty()) {
        const std::string_view phrase = phrases.substr(0, phrases.find('|'));
        phrases.remove_prefix(std::min(phrases.size(), phrase.size() + 1));
        std::string joined;
        for (const Word& word : fold_words(plain(phrase))) joined += word.text;
        const std::string expected = without_spaces(plain(phrase));
        EXPECT_FALSE(expected.empty()) << cue.phrases;
        EXPECT_EQ(joined, expected) << phrase;
        EXPECT_FALSE(phrase.starts_with(' ') || phrase.ends_with(' ')) << phrase;
        EXPECT_FALSE(phrase.ends_with('_')) << phrase;
      }
      EXPECT_FALSE(cue.phrases.ends_with('|') || cue.phrases.starts_with('|')) << cue.phrases;
      EXPECT_TRUE(cue.kind != CueKind::Says || cue.weight > 0) << cue.phrases;
      EXPECT_LE(cue.weight, 99) << cue.phrases;
    }
  }
}

}  // namespace
}  // namespace postlude::tracking
