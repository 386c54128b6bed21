#include "core/tracking/courier_tables.h"

#include <array>

#include "core/tracking/number_pattern.h"

namespace postlude::tracking {
namespace {

using enum CheckRule;
constexpr Routing kZip5 = Routing::Zip5;
constexpr Routing kZip9 = Routing::Zip5OrZip9;

// Forms of numbers and their check digits, by the facts that tracking_number_data collects
// (github.com/jkeen/tracking_number_data, one file a courier), read 2026-11; DPD's check character
// by its Parcel Label Specification 2.4.1, USPS's constructs N01-N10 and C01-C10 by its Publication
// 199, both as that collection cites them. Scores are ours: 98 = a prefix and a check digit that no
// other courier shares, about 60 = a check digit alone (every tenth random number has it), 40 =
// nothing but a length.
constexpr NumberFormat kFormats[] = {
    // amazon
    {Courier::Amazon, "TB[ACM]d{12}", 95},
    {Courier::Amazon, "[AFC]d{10}", 55},
    // canadapost
    {Courier::CanadaPost, "d{16}", 65, Mod10Even3, 0, 15},
    // canpar
    {Courier::Canpar, "[CDKLSUXZ]d{21}", 85},
    // dhl: air waybills, piece ids, eCommerce
    {Courier::Dhl, "d{10}", 60, Mod7, 0, 9},
    {Courier::Dhl, "d{11}", 55, Mod7, 0, 10},
    {Courier::Dhl, "JJDd{9,10}", 92},
    {Courier::Dhl, "JVGLd{9,10}", 92},
    {Courier::Dhl, "Jaad{9,10}", 58},
    {Courier::Dhl, "Jaaad{9,10}", 58},
    {Courier::Dhl, "GMdn{9,38}", 85},
    {Courier::Dhl, "LXdn{9,38}", 50},
    {Courier::Dhl, "RXdn{9,38}", 50},
    {Courier::Dhl, "UVdn{9,38}", 50},
    {Courier::Dhl, "CNdn{9,38}", 50},
    {Courier::Dhl, "SGdn{9,38}", 50},
    {Courier::Dhl, "THdn{9,38}", 50},
    {Courier::Dhl, "INdn{9,38}", 50},
    {Courier::Dhl, "HKdn{9,38}", 50},
    {Courier::Dhl, "MYdn{9,38}", 50},
    {Courier::Dhl, "d{14}", 40},
    // dpd: the label's barcode, and the number printed on it
    {Courier::Dpd, "d{27}n", 75, Mod37Over36, 0, 27},
    {Courier::Dpd, "d{14}n", 75, Mod37Over36, 0, 14},
    // fedex: Express 12, its barcodes of 34 and 32 digits; Ground 15, SSCC-18, "96", GSN
    {Courier::FedEx, "d{12}", 64, Weighted137, 0, 11},
    {Courier::FedEx, "[012345678]d{33}", 70, Weighted137, 20, 13},
    {Courier::FedEx, "3d{31}", 80, Weighted137, 16, 11},
    {Courier::FedEx, "d{15}", 62, Mod10Odd3, 0, 14},
    {Courier::FedEx, "d{18}", 62, Mod10Even3, 2, 15},
    {Courier::FedEx, "96d{20}", 96, Mod10Odd3, 7, 14},
    {Courier::FedEx, "96d{32}", 96, Weighted137, 20, 13},
    // gofo, landmark
    {Courier::Gofo, "GFUSd{14}", 97},
    {Courier::Landmark, "LTNd{8}N1", 97},
    // lasership
    {Courier::LaserShip, "L[AIEHNX][123]d{7}", 90},
    {Courier::LaserShip, "1LS7[12]d{10}", 96},
    {Courier::LaserShip, "1LS7[12]d{2}01[1234]d{6}-1", 97},
    {Courier::LaserShip, "1LSCXn{10}", 95},
    // old_dominion: PRO numbers, guaranteed shipments
    {Courier::OldDominion, "77[78]d{8}", 88, Luhn, 0, 10},
    {Courier::OldDominion, "072d{8}", 88, Luhn, 0, 10},
    {Courier::OldDominion, "780d{8}", 88, Luhn, 0, 10},
    {Courier::OldDominion, "80d{9}", 84, Luhn, 0, 10},
    // ontrac
    {Courier::OnTrac, "Cd{14}", 93, Mod10Odd2, 1, 13, "4"},
    {Courier::OnTrac, "Dd{14}", 93, Mod10Odd2, 1, 13, "5"},
    // purolator
    {Courier::Purolator, "[012345]d{11}", 62, Luhn, 0, 11},
    {Courier::Purolator, "aaad{9}", 65},
    // s10: international post
    {Courier::S10, "aad{9}aa", 96, CheckRule::S10, 2, 8},
    // speedee
    {Courier::SpeeDee, "SPd{18}", 95},
    // ups: the usual form, waybills
    {Courier::Ups, "1Zn{15}d", 99, Mod10Odd2, 2, 15},
    {Courier::Ups, "[AHJKTV]d{10}", 82, Mod10Odd2, 1, 9},
    // usps: delivery confirmation with and without "91", IMpb of online labels (94), of mailers
    // with nine digits (92) and with six (93), of the counter (95)
    {Courier::Usps, "d{20}", 80, Mod10Even3, 0, 19, {}, Routing::None},
    {Courier::Usps, "d{20}", 80, Mod10Even3, 0, 19, "91", kZip9},
    {Courier::Usps, "91d{20}", 94, Mod10Even3, 0, 21, {}, kZip9},
    {Courier::Usps, "94d{3}9d{24}", 97, Mod10Even3, 0, 29},
    {Courier::Usps, "94d{24}", 97, Mod10Even3, 0, 25, {}, kZip5},
    {Courier::Usps, "94d{20}", 97, Mod10Even3, 0, 21, {}, kZip9},
    {Courier::Usps, "92d{3}9d{20}", 97, Mod10Even3, 0, 25, {}, kZip5},
    {Courier::Usps, "92d{3}9d{16}", 97, Mod10Even3, 0, 21, {}, kZip9},
    {Courier::Usps, "93d{3}[012345678]d{20}", 97, Mod10Even3, 0, 25, {}, kZip5},
    {Courier::Usps, "93d{3}[012345678]d{16}", 97, Mod10Even3, 0, 21, {}, kZip9},
    {Courier::Usps, "95d{24}", 97, Mod10Even3, 0, 25, {}, kZip5},
    {Courier::Usps, "95d{20}", 97, Mod10Even3, 0, 21, {}, kZip9},
    // yodel
    {Courier::Yodel, "JDd{16}", 94},
    {Courier::Yodel, "JJDd{16}", 94},
    // yunexpress
    {Courier::YunExpress, "YTd{16}", 96},
};

constexpr auto kSized = [] {
  std::array<NumberFormat, std::size(kFormats)> sized{};
  for (size_t i = 0; i < sized.size(); ++i) {
    sized[i] = kFormats[i];
    const PatternSize size = pattern_size(sized[i].pattern);
    sized[i].least = static_cast<uint8_t>(size.least);
    sized[i].most = static_cast<uint8_t>(size.most);
  }
  return sized;
}();

constexpr size_t kLongest = 41;
constexpr uint64_t bit(size_t i) { return uint64_t{1} << i; }
static_assert(kSized.size() <= 64);

constexpr auto kByLength = [] {
  std::array<uint64_t, kLongest + 1> formats{};
  for (size_t i = 0; i < kSized.size(); ++i) {
    for (size_t size = kSized[i].least; size <= kSized[i].most; ++size) formats[size] |= bit(i);
  }
  return formats;
}();

constexpr auto kByFirst = [] {
  std::array<uint64_t, 'Z' + 1> formats{};
  for (size_t i = 0; i < kSized.size(); ++i) {
    std::string_view pattern = kSized[i].pattern;
    const PatternStep step = take_step(pattern);
    for (size_t c = '0'; c <= 'Z'; ++c) {
      if (is_in_set(static_cast<char>(c), step.set)) formats[c] |= bit(i);
    }
  }
  return formats;
}();

// Pages as the couriers' own sites link them, and where they deliver, read 2026-11. LaserShip and
// OnTrac became one company in 2023.
constexpr CourierFacts kFacts[] = {
    {"https://track.amazon.com/tracking/%s", "USCAMXGBDEFRITESNLBEPLSEINJPAU", "amazon|amzl"},
    {"https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=%s", "CA",
     "canada post|postes canada|xpresspost|expedited parcel"},
    {"https://www.canpar.com/en/track/tracking.jsp?reference=%s&locale=en", "CAUS", "canpar"},
    {"https://www.dhl.com/global-en/home/tracking.html?tracking-id=%s", "", "dhl"},
    {"https://www.dpdgroup.com/nl/mydpd/my-parcels/track?lang=en&parcelNumber=%s",
     "GBIEDEFRNLBELUATCHPLCZSKHUROBGSIHRESPTITEELVLTDKSEFINOGR", "dpd|predict"},
    {"https://www.fedex.com/fedextrack/?trknbr=%s", "", "fedex|federal express"},
    {"https://www.gofoexpress.com/tracking.html?searchID=%s", "US", "gofo"},
    {"https://track.landmarkglobal.com/?search=%s", "USCAGBAUBEDEFRNLIE", "landmark"},
    {"https://www.ontrac.com/tracking/?number=%s", "US", "lasership|ontrac"},
    {"https://www.odfl.com/us/en/tools/trace-track-ltl-freight/trace.html?proNumbers=%s", "USCAMX",
     "old dominion|odfl|freight|ltl"},
    {"https://www.ontrac.com/tracking/?number=%s", "US", "ontrac|lasership"},
    {"https://www.purolator.com/en/shipping/tracker?searchValue=%s", "CAUS", "purolator"},
    {kPostalUnionPage, "", "post|mail|ems|postal|registered|letter"},
    {"https://www.speedeedelivery.com/track/?tracking=%s", "US", "spee-dee|speedee"},
    {"https://www.ups.com/track?tracknum=%s", "", "ups|united parcel service"},
    {"https://tools.usps.com/go/TrackConfirmAction?tLabels=%s", "US",
     "usps|priority mail|first class|first-class|media mail|ground advantage|parcel select"},
    {"https://www.yodel.co.uk/tracking/%s", "GBIE", "yodel"},
    {"https://www.yuntrack.com/parcelTracking?id=%s", "", "yunexpress|yun express"},
};

constexpr std::string_view kNames[][2] = {
#define X(id, code, name) {code, name},
    POSTLUDE_COURIERS(X)
#undef X
};
static_assert(std::size(kNames) == std::size(kFacts));

}  // namespace

uint64_t formats_like(std::string_view number) {
  if (number.empty() || number.size() >= kByLength.size()) return 0;
  const auto first = static_cast<unsigned char>(number[0]);
  return first < kByFirst.size() ? kByLength[number.size()] & kByFirst[first] : 0;
}

std::span<const NumberFormat> number_formats() { return kSized; }

std::string_view courier_code(Courier courier) { return kNames[static_cast<size_t>(courier)][0]; }

std::string_view courier_name(Courier courier) { return kNames[static_cast<size_t>(courier)][1]; }

const CourierFacts& courier_facts(Courier courier) { return kFacts[static_cast<size_t>(courier)]; }

}  // namespace postlude::tracking
