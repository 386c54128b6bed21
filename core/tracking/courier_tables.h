#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace postlude::tracking {

/// The couriers whose numbers we know by their form. The code is what `postlude detect` says.
#define POSTLUDE_COURIERS(X)                                  \
  X(Amazon, "amazon", "Amazon Logistics")                     \
  X(CanadaPost, "canadapost", "Canada Post")                  \
  X(Canpar, "canpar", "Canpar Express")                       \
  X(Dhl, "dhl", "DHL")                                        \
  X(Dpd, "dpd", "DPD")                                        \
  X(FedEx, "fedex", "FedEx")                                  \
  X(Gofo, "gofo", "GOFO Express")                             \
  X(Landmark, "landmark", "Landmark Global")                  \
  X(LaserShip, "lasership", "LaserShip")                      \
  X(OldDominion, "old_dominion", "Old Dominion Freight Line") \
  X(OnTrac, "ontrac", "OnTrac")                               \
  X(Purolator, "purolator", "Purolator")                      \
  X(S10, "s10", "International mail")                         \
  X(SpeeDee, "speedee", "Spee-Dee Delivery")                  \
  X(Ups, "ups", "UPS")                                        \
  X(Usps, "usps", "USPS")                                     \
  X(Yodel, "yodel", "Yodel")                                  \
  X(YunExpress, "yunexpress", "YunExpress")

enum class Courier : uint8_t {
#define X(id, code, name) id,
  POSTLUDE_COURIERS(X)
#undef X
};

/// How the check digit is made from the serial characters.
enum class CheckRule : uint8_t {
  None,
  Mod7,         // the serial modulo 7
  Mod10Even3,   // GS1: places 0, 2, 4 ... from the left three times
  Mod10Odd3,    // places 1, 3, 5 ... three times
  Mod10Odd2,    // places 1, 3, 5 ... twice; a letter counts (its ASCII code - 3) % 10
  Luhn,         // from the right every other digit twice, its digits added up
  Weighted137,  // from the right times 1, 3, 7, 1 ...; sum modulo 11 modulo 10
  Mod37Over36,  // ISO/IEC 7064 MOD 37,36
  S10,          // UPU S10: times 8 6 4 2 3 5 9 7; 11 - sum modulo 11, where 10 is 0 and 11 is 5
};

/// What may stand before a number: "420" and the destination's ZIP code of five or nine digits.
enum class Routing : uint8_t { None, Zip5, Zip5OrZip9 };

/// One format. `pattern` describes all characters: digits and capitals stand for themselves,
/// d = a digit, a = a letter, n = either, [abc] = one of these, and {n} or {n,m} after any of them
/// repeats it ({n,m} only at the end of a pattern).
struct NumberFormat {
  Courier courier;
  std::string_view pattern;
  uint8_t score;  // how sure the form alone makes us, in percent
  CheckRule check = CheckRule::None;
  uint8_t serial_at = 0;    // where the serial begins; the check character follows it
  uint8_t serial_size = 0;  // 0 when there is no check character
  std::string_view lead{};  // put before a serial that does not begin with it, for the check only
  Routing routing = Routing::None;
  uint8_t least = 0;  // characters, counted from the pattern
  uint8_t most = 0;
};

std::span<const NumberFormat> number_formats();

/// Returns the formats that a number (digits, capitals, "-") may be of by its length and its first
/// character: bit i stands for number_formats()[i].
uint64_t formats_like(std::string_view number);

std::string_view courier_code(Courier courier);
std::string_view courier_name(Courier courier);

/// What else is known of a courier; the numbers of its page's address go where "%s" stands.
struct CourierFacts {
  std::string_view page;       // https
  std::string_view countries;  // where it delivers, ISO 3166-1 alpha-2 in a row; "" = everywhere
  std::string_view words;      // in names of shipping methods, in lower case, between "|"
};

const CourierFacts& courier_facts(Courier courier);

/// A designated postal operator, by the country at the end of its S10 numbers.
struct PostalOperator {
  std::string_view country;  // ISO 3166-1 alpha-2
  std::string_view name;
  std::string_view page;  // "" where its page takes no number
};

/// Returns nullptr for a country whose numbers are not known to exist.
const PostalOperator* postal_operator(std::string_view country);

/// The Universal Postal Union's own search, for operators without a page.
inline constexpr std::string_view kPostalUnionPage =
    "https://globaltracktrace.ptc.post/gtt.web/Search.aspx";

}  // namespace postlude::tracking
