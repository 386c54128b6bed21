#include "core/tracking/detect_courier.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/tracking/number_pattern.h"

namespace postlude::tracking {
namespace {

std::string couriers_of(std::string_view number, const CourierHints& hints = {}) {
  std::string out;
  for (const CourierCandidate& candidate : detect_courier(number, hints)) {
    if (!out.empty()) out += ' ';
    out += courier_code(candidate.courier);
  }
  return out;
}

struct Row {
  std::string_view number;
  std::string_view courier;
};

// Made up, with the check digits that each courier's rule gives.
constexpr Row kNumbers[] = {
    {"1Z999AA10123456784", "ups"},
    {"1ZA1B2C30345678903", "ups"},
    {"K1507423184", "ups"},
    {"612345678902", "fedex"},
    {"987654321098", "fedex"},
    {"1001234567890129410700007946123450", "fedex"},
    {"32971501234567897946123456702014", "fedex"},
    {"061123456789013", "fedex"},
    {"000123456789012343", "fedex"},
    {"9611020987654312345672", "fedex"},
    {"9622001900000000000100776612345670", "fedex"},
    {"9400111899223000000001", "usps"},
    {"9434611206206000000002", "usps"},
    {"940019123456781234567890123451", "usps"},
    {"92612901234567123456789017", "usps"},
    {"4209410792612901234567123456789017", "usps"},
    {"4209410712349261290123456712345675", "usps"},
    {"9361231234512345678904", "usps"},
    {"9505521234512345678908", "usps"},
    {"03091234567890123450", "usps"},
    {"9103123456789123456788", "usps"},
    {"4209410770123456789123456780", "usps"},
    {"RR123456785DE", "s10"},
    {"EE000000005JP", "s10"},
    {"CP473129450BR", "s10"},
    {"1234567891", "dhl"},
    {"12345678903", "dhl"},
    {"JJD0012345678", "dhl"},
    {"JVGL0012345678", "dhl"},
    {"GM60511234567890", "dhl"},
    {"60123456789012", "dhl"},
    {"008182709980000020033350276C", "dpd"},
    {"012345678901233", "dpd"},
    {"4001234567890126", "canadapost"},
    {"D123456789012345678901", "canpar"},
    {"07212345677", "old_dominion"},
    {"77712345675", "old_dominion"},
    {"80123456784", "old_dominion"},
    {"C10123456789012", "ontrac"},
    {"D10123456789011", "ontrac"},
    {"C40123456789010", "ontrac"},
    {"332123456789", "purolator"},
    {"KYV001234567", "purolator"},
    {"LX12345678", "lasership"},
    {"1LS711234567890", "lasership"},
    {"1LS7123011234567-1", "lasership"},
    {"1LSCXAB12345678", "lasership"},
    {"TBA123456789012", "amazon"},
    {"A1234567890", "amazon"},
    {"GFUS01234567890123", "gofo"},
    {"LTN12345678N1", "landmark"},
    {"SP012345678901234567", "speedee"},
    {"JD0002123456789012", "yodel"},
    {"JJD0002123456789012", "yodel"},
    {"YT2412345678901234", "yunexpress"},
};

TEST(DetectCourier, PutsTheCourierFirst) {
  for (const Row& row : kNumbers) {
    const auto candidates = detect_courier(row.number);
    ASSERT_FALSE(candidates.empty()) << row.courier << " " << row.number;
    EXPECT_EQ(courier_code(candidates[0].courier), row.courier) << row.number;
    for (const CourierCandidate& candidate : candidates) {
      EXPECT_TRUE(candidate.url.starts_with("https://")) << candidate.url;
      EXPECT_EQ(candidate.url.find('%'), std::string::npos) << candidate.url;
      EXPECT_GE(candidate.score, 1) << row.number;
      EXPECT_LE(candidate.score, 99) << row.number;
    }
  }
}

TEST(DetectCourier, TakesNoOtherCheckDigit) {
  // The check digit is the last character, or that of an S10 number the last digit.
  constexpr std::string_view kUnchecked[] = {"amazon",  "canpar", "gofo",      "landmark",
                                             "speedee", "yodel",  "lasership", "yunexpress"};
  size_t tried = 0;
  for (const Row& row : kNumbers) {
    if (std::count(std::begin(kUnchecked), std::end(kUnchecked), row.courier) > 0) continue;
    // Numbers of the same couriers that have no check digit, or a place of its own for it.
    if (row.number.starts_with("KYV") || row.number.starts_with("J") ||
        row.number.starts_with("GM") || row.number.starts_with("3297") || row.number.size() == 14 ||
        row.number.size() == 20) {
      continue;
    }
    std::string number(row.number);
    const size_t at = number.find_last_of("0123456789");
    if (row.courier != "s10" && at != number.size() - 1) continue;
    const char right = number[at];
    for (char digit = '0'; digit <= '9'; ++digit) {
      if (digit == right) continue;
      number[at] = digit;
      const std::string found = " " + couriers_of(number) + " ";
      EXPECT_EQ(found.find(" " + std::string(row.courier) + " "), std::string::npos) << number;
      ++tried;
    }
  }
  EXPECT_GT(tried, 200u);
}

TEST(DetectCourier, FindsNothingInWhatIsNoNumber) {
  constexpr std::string_view kNothing[] = {"",
                                           " ",
                                           "1",
                                           "hello",
                                           "1Z",
                                           "123",
                                           "0000",
                                           "1Z999AA1012345678",
                                           "RR123456785",
                                           "ABCDEFGHIJ",
                                           "RR12345678 5XX",
                                           "94001118992230000000",
                                           "GMA123456789012",
                                           "123456789012345678901234567890123456789012345",
                                           "\xFF\xFE",
                                           "日本郵便",
                                           "C-1004444443"};
  for (const std::string_view text : kNothing) EXPECT_EQ(couriers_of(text), "") << text;
}

TEST(DetectCourier, DoesNotMindWhiteSpaceOrSmallLetters) {
  for (const std::string_view text :
       {" 1 Z 5 R 8 9 3 9 0 3 5 7 5 6 7 1 2 7 ", "1z5r89390357567127", "\t1Z5R8939 0357567127\r",
        "1Z5R\xC2\xA0"
        "89390357567127",
        "1Z5R\xE2\x80\x89"
        "89390357567127",
        "\xEF\xBB\xBF"
        "1Z5R89390357567127"}) {
    EXPECT_EQ(couriers_of(text), "ups") << text;
  }
}

TEST(DetectCourier, SaysWhoseAnInternationalNumberIs) {
  const auto britain = detect_courier("RR123456785GB");
  ASSERT_EQ(britain.size(), 1u);
  EXPECT_EQ(britain[0].name, "Royal Mail");
  EXPECT_EQ(britain[0].url,
            "https://www.royalmail.com/track-your-item#/tracking-results/RR123456785GB");
  const auto tonga = detect_courier("RR123456785TO");
  ASSERT_EQ(tonga.size(), 1u);
  EXPECT_EQ(tonga[0].name, "Tonga Post");
  EXPECT_EQ(tonga[0].url, kPostalUnionPage);
  EXPECT_EQ(couriers_of("RR123456785XX"), "");
}

TEST(DetectCourier, RanksByWhatTheFormProves) {
  // A check digit and a country before a prefix of two letters alone.
  EXPECT_EQ(couriers_of("LX123456785DE"), "s10 dhl");
  // Three letters and nine digits: Purolator's, unless the letters are those of DHL's pieces.
  EXPECT_EQ(couriers_of("JFV247545960"), "purolator dhl");
  EXPECT_EQ(couriers_of("JJD247545960"), "dhl purolator");
}

TEST(DetectCourier, HintsBreakTies) {
  constexpr std::string_view kBoth = "312345678113";  // right for FedEx and for Purolator
  EXPECT_EQ(couriers_of(kBoth), "fedex purolator");
  EXPECT_EQ(couriers_of(kBoth, {"CA", ""}), "purolator fedex");
  EXPECT_EQ(couriers_of(kBoth, {"US", "Purolator Express"}), "purolator fedex");
  EXPECT_EQ(couriers_of(kBoth, {"CA", "FedEx Ground"}), "fedex purolator");
  EXPECT_EQ(couriers_of(kBoth, {"DE", "Standard"}), "fedex purolator");
}

TEST(DetectCourier, AHintNeverInventsOrDenies) {
  EXPECT_EQ(couriers_of("1Z5R89390357567127", {"JP", "FedEx"}), "ups");
  EXPECT_EQ(couriers_of("hello", {"US", "UPS"}), "");
  // "ups" inside another word is no courier.
  const auto plain = detect_courier("K1507423184");
  const auto hinted = detect_courier("K1507423184", {"", "groups"});
  ASSERT_EQ(plain.size(), hinted.size());
  for (size_t i = 0; i < plain.size(); ++i) EXPECT_EQ(plain[i].score, hinted[i].score);
}

TEST(CheckDigits, FollowTheirRules) {
  struct Case {
    CheckRule rule;
    std::string_view serial;
    char check;
  };
  // Worked by hand.
  constexpr Case kCases[] = {
      {CheckRule::None, "", 'X'},           {CheckRule::Mod7, "10", '3'},  // 10 = 7 + 3
      {CheckRule::Mod10Even3, "123", '6'},                                 // 3 + 2 + 9 = 14
      {CheckRule::Mod10Odd3, "123", '0'},                                  // 1 + 6 + 3 = 10
      {CheckRule::Mod10Odd2, "1A", '5'},     // 1 + 2 * ((65 - 3) % 10)
      {CheckRule::Luhn, "7992739871", '3'},  // the rule's usual example
      {CheckRule::Weighted137, "111", '0'},  // 1 + 3 + 7 = 11, modulo 11 = 0
      {CheckRule::Weighted137, "101", '8'},  // 1 + 7
      {CheckRule::Weighted137, "31", '0'},   // 1 + 9 = 10, modulo 10 = 0
      {CheckRule::S10, "47312482", '9'},     // the example of UPU S10-12
      {CheckRule::S10, "00000000", '5'},
  };
  for (const Case& row : kCases) {
    EXPECT_TRUE(is_check_right(row.rule, row.serial, row.check)) << row.serial;
    if (row.rule == CheckRule::None) continue;
    EXPECT_FALSE(is_check_right(row.rule, row.serial, row.check == '9' ? '8' : row.check + 1))
        << row.serial;
  }
  EXPECT_TRUE(is_check_right(CheckRule::Mod37Over36, "09980000020033", 'F'));
  EXPECT_FALSE(is_check_right(CheckRule::Mod37Over36, "09980000020033", 'E'));
}

TEST(NumberPattern, SaysHowManyCharactersItTakes) {
  static_assert(pattern_size("1Zn{15}d").least == 18);
  static_assert(pattern_size("GMdn{9,38}").least == 12);
  static_assert(pattern_size("GMdn{9,38}").most == 41);
  static_assert(pattern_size("L[AI][123]d{7}").most == 10);
  static_assert(matches_pattern("GM1234567890", "GMdn{9,38}"));
  static_assert(!matches_pattern("GM123456789", "GMdn{9,38}"));
  static_assert(!matches_pattern("GMX234567890", "GMdn{9,38}"));
  static_assert(!matches_pattern("1234", "d{3}"));
  EXPECT_TRUE(matches_pattern("", ""));
}

TEST(CourierTables, EveryFormatHasRoomForItsCheckDigit) {
  for (const NumberFormat& format : number_formats()) {
    EXPECT_GT(format.least, 0) << format.pattern;
    EXPECT_LE(format.least, format.most) << format.pattern;
    if (format.check == CheckRule::None) {
      EXPECT_EQ(format.serial_size, 0) << format.pattern;
    } else {
      EXPECT_GT(format.serial_size, 0) << format.pattern;
      EXPECT_LT(format.serial_at + format.serial_size, format.least) << format.pattern;
    }
  }
}

}  // namespace
}  // namespace postlude::tracking
