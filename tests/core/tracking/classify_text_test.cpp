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

TEST(ClassifyText, IsSurerWherePhrasesAndWordsAgree) {
  const int weak = classify_text("Bezorger meldt: depot Zwolle").confidence;
  const int strong = classify_text("Delivery attempted, nobody at home, card left").confidence;
  EXPECT_GT(strong, weak);
  EXPECT_GE(strong, 95);
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

// How a file of labelled scans is answered. A row labelled "unknown" counts only where it is
// answered, and then as wrong.
struct Tally {
  size_t labelled = 0;
  size_t answered = 0;
  size_t right = 0;
  size_t sure = 0;  // answered with 95 % or more
  size_t sure_right = 0;
  size_t sub_labelled = 0;
  size_t sub_right = 0;
};

bool is_right(const LabelledWords& row, std::string_view status) {
  if (row.status == status) return true;
  const std::string other = "|" + std::string(status);
  const size_t at = row.others.find(other);
  if (at == std::string::npos) return false;
  const size_t end = at + other.size();
  return end == row.others.size() || row.others[end] == '|' || row.others[end] == '/';
}

void count(const LabelledWords& row, const TextMeaning& meaning, Tally& tally) {
  tally.labelled += row.status != "unknown" ? 1 : 0;
  if (meaning.status == ShipmentStatus::Unknown) return;
  const bool right = is_right(row, status_name(meaning.status));
  ++tally.answered;
  tally.right += right ? 1 : 0;
  if (meaning.confidence >= 95) {
    ++tally.sure;
    tally.sure_right += right ? 1 : 0;
  }
  if (status_name(meaning.status) != row.status || row.sub_status.empty()) return;
  ++tally.sub_labelled;
  tally.sub_right += sub_status_name(meaning.sub_status) == row.sub_status ? 1 : 0;
}

Tally tally_of(const std::string& file) {
  Tally tally;
  for (const LabelledWords& row : read_labelled_words(file)) {
    EXPECT_TRUE(status_from(row.status)) << row.status;
    count(row, classify_text(row.text), tally);
  }
  return tally;
}

struct Floor {
  std::string file;
  size_t rows;
  size_t answered_percent;
  size_t right_permille;
};

TEST(ClassifyText, KnowsTheWordsOfCarriers) {
  const Floor kFloors[] = {
      {"carrier_words.tsv", 1100, 96, 985},
      {"carrier_words_lists.tsv", 1600, 94, 985},
      {"carrier_words_told.tsv", 900, 91, 960},
      {"carrier_words_world.tsv", 550, 92, 975},
  };
  for (const Floor& floor : kFloors) {
    const Tally tally = tally_of(floor.file);
    EXPECT_GE(tally.labelled, floor.rows) << floor.file;
    EXPECT_GE(tally.answered * 100, tally.labelled * floor.answered_percent) << floor.file;
    EXPECT_GE(tally.right * 1000, tally.answered * floor.right_permille) << floor.file;
    EXPECT_GE(tally.sub_right * 100, tally.sub_labelled * 85) << floor.file;
    // What is said with 95 % or more is right as often as that.
    EXPECT_GE(tally.sure, tally.answered / 3) << floor.file;
    EXPECT_GE(tally.sure_right * 100, tally.sure * 97) << floor.file;
  }
}

TEST(ClassifyText, ReadsWordsThatNoPhraseHolds) {
  constexpr Row kRows[] = {
      {"Ingen åbnede døren", "attempt_failed/recipient_absent"},
      {"Пошиљка је уручена примаоцу", "delivered"},
      {"Your neighbour took the parcel in", "delivered/left_with_neighbour"},
  };
  check(kRows);
  std::vector<HeardCue> heard;
  classify_text("Ingen åbnede døren", &heard);
  ASSERT_FALSE(heard.empty());
  EXPECT_EQ(heard.back().phrase, "not + home");
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
