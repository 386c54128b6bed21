#include "core/tracking/coordinates.h"

#include <iterator>

namespace postlude::tracking {
namespace {

// The tz database's zone.tab, version 2025b (public domain, read 2026-11): the first row of each
// country, but of those whose first row is not where most of them live: AU Sydney, BR Sao_Paulo,
// CA Toronto, FM Pohnpei, RU Moscow, UA Kyiv, UM Wake, UZ Tashkent. BV and HM have none.
constexpr std::string_view kCodes =
    "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBWBYBZCACCCDCFCGCHCICK"
    "CLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGR"
    "GSGTGUGWGYHKHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLU"
    "LVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPK"
    "PLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTM"
    "TNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";
constexpr size_t kCodeSize = 2;

constexpr int8_t kPlaces[][2] = {
    {60, 1},     {36, 39},    {49, 49},    {24, -44},   {26, -45},   {59, 14},   {57, 32},
    {-13, 9},    {-111, 118}, {-49, -42},  {-20, -121}, {69, 12},    {-48, 108}, {18, -50},
    {85, 14},    {57, 35},    {62, 13},    {19, -42},   {34, 64},    {72, 3},    {18, -1},
    {61, 17},    {38, 36},    {-5, 21},    {9, 2},      {25, -45},   {46, -46},  {7, 82},
    {-23, -48},  {17, -49},   {-33, -33},  {36, -55},   {39, 64},    {-35, 18},  {77, 20},
    {25, -63},   {62, -56},   {-17, 69},   {-6, 11},    {6, 13},     {-6, 11},   {67, 6},
    {8, -3},     {-30, -114}, {-48, -50},  {6, 7},      {44, 86},    {7, -53},   {14, -60},
    {33, -59},   {21, -17},   {17, -49},   {-15, 75},   {50, 24},    {71, 10},   {75, 10},
    {16, 31},    {79, 9},     {22, -44},   {26, -50},   {52, 2},     {-3, -57},  {85, 18},
    {43, 22},    {39, -9},    {22, 28},    {57, -3},    {13, 28},    {86, 18},   {-26, 127},
    {-74, -41},  {10, 113},   {88, -5},    {69, 2},     {1, 7},      {73, 0},    {17, -44},
    {59, 32},    {7, -37},    {70, -2},    {8, 0},      {51, -4},    {91, -37},  {19, -12},
    {14, -10},   {23, -44},   {5, 6},      {54, 17},    {-77, -26},  {21, -64},  {19, 103},
    {17, -11},   {10, -41},   {32, 81},    {20, -62},   {65, 11},    {26, -51},  {68, 14},
    {-9, 76},    {76, -4},    {45, 25},    {77, -3},    {32, 63},    {-10, 51},  {47, 32},
    {51, 37},    {91, -16},   {60, 9},     {70, -1},    {26, -55},   {45, 26},   {51, 99},
    {-2, 26},    {61, 53},    {16, 75},    {2, 123},    {-17, 31},   {25, -45},  {55, 89},
    {53, 90},    {42, 34},    {27, -58},   {62, 55},    {26, 73},    {48, 25},   {20, -43},
    {67, 7},     {10, 57},    {9, -8},     {-42, 20},   {78, 18},    {71, 4},    {81, 17},
    {47, 9},     {48, -5},    {62, 5},     {67, 21},    {60, 14},    {26, -45},  {-27, 34},
    {10, 122},   {60, 15},    {18, -6},    {24, 68},    {68, 76},    {32, 81},   {22, 104},
    {21, -43},   {26, -11},   {24, -44},   {51, 10},    {-29, 41},   {6, 52},    {-22, 25},
    {28, -71},   {5, 72},     {-37, 23},   {-32, 12},   {-32, 118},  {19, 2},    {-41, 119},
    {9, 2},      {17, -61},   {74, 3},     {85, 8},     {39, 61},    {-1, 119},  {-27, -121},
    {-52, 124},  {34, 42},    {13, -57},   {-17, -55},  {-25, -106}, {-14, 105}, {21, 86},
    {35, 48},    {74, 15},    {67, -40},   {-36, -93},  {26, -47},   {45, 25},   {55, -6},
    {10, 96},    {-36, -41},  {36, 37},    {-30, 39},   {63, 19},    {64, 15},   {79, 27},
    {-3, 21},    {35, 33},    {-14, 114},  {-7, 39},    {22, 23},    {84, 13},   {2, 74},
    {-23, -4},   {65, 10},    {111, 11},   {68, 12},    {12, -9},    {62, 9},    {21, -12},
    {3, 32},     {8, -39},    {7, 22},     {0, 5},      {19, -63},   {26, -45},  {48, 26},
    {-37, 22},   {31, -51},   {17, 11},    {-70, 50},   {9, 1},      {20, 71},   {55, 49},
    {-13, -122}, {-12, 89},   {54, 42},    {52, 7},     {-30, -125}, {58, 21},   {15, -44},
    {-12, 127},  {36, 86},    {-10, 28},   {72, 22},    {0, 23},     {27, 118},  {58, -53},
    {-50, -40},  {59, 49},    {60, 9},     {19, -44},   {15, -48},   {26, -46},  {26, -46},
    {15, 76},    {-25, 120},  {-19, -125}, {-20, -122}, {18, 32},    {-18, 32},  {-37, 20},
    {-22, 20},   {-25, 22},
};
static_assert(kCodes.size() == kCodeSize * std::size(kPlaces));

// A byte each: the circle in 256 steps, the half circle from pole to pole too.
constexpr int kSteps = 256;
constexpr int16_t in_hundredths(int steps, int all) {
  return static_cast<int16_t>(steps * all / kSteps);
}

}  // namespace

std::optional<Coordinates> country_coordinates(std::string_view country) {
  if (country.size() != kCodeSize) return std::nullopt;
  for (size_t at = 0; at < kCodes.size(); at += kCodeSize) {
    if (kCodes.substr(at, kCodeSize) != country) continue;
    const int8_t(&place)[2] = kPlaces[at / kCodeSize];
    return Coordinates{in_hundredths(place[0], 18000), in_hundredths(place[1], 36000)};
  }
  return std::nullopt;
}

}  // namespace postlude::tracking
