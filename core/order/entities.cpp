#include "core/order/entities.h"

#include <cstdint>
#include <optional>

namespace postlude::order {
namespace {

struct Run {
  uint16_t first;  // the code point of the first name; the others follow one by one
  const char* names;
};

// HTML 4.01, section 24 (https://www.w3.org/TR/html401/sgml/entities.html, read 2026-11), and XML's
// `apos`; `lang` and `rang` as HTML has them since version 5.
constexpr Run kRuns[] = {
    {34, "quot"},
    {38, "amp"},
    {39, "apos"},
    {60, "lt"},
    {62, "gt"},
    {160,
     "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr "
     "deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 "
     "frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc"
     " Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times "
     "Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml "
     "aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde "
     "ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn "
     "yuml"},
    {338, "OElig oelig"},
    {352, "Scaron scaron"},
    {376, "Yuml"},
    {402, "fnof"},
    {710, "circ"},
    {732, "tilde"},
    {913,
     "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi "
     "Rho"},
    {931, "Sigma Tau Upsilon Phi Chi Psi Omega"},
    {945,
     "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi "
     "rho sigmaf sigma tau upsilon phi chi psi omega"},
    {977, "thetasym upsih"},
    {982, "piv"},
    {8194, "ensp emsp"},
    {8201, "thinsp"},
    {8204, "zwnj zwj lrm rlm"},
    {8211, "ndash mdash"},
    {8216, "lsquo rsquo sbquo"},
    {8220, "ldquo rdquo bdquo"},
    {8224, "dagger Dagger bull"},
    {8230, "hellip"},
    {8240, "permil"},
    {8242, "prime Prime"},
    {8249, "lsaquo rsaquo"},
    {8254, "oline"},
    {8260, "frasl"},
    {8364, "euro"},
    {8465, "image"},
    {8472, "weierp"},
    {8476, "real"},
    {8482, "trade"},
    {8501, "alefsym"},
    {8592, "larr uarr rarr darr harr"},
    {8629, "crarr"},
    {8656, "lArr uArr rArr dArr hArr"},
    {8704, "forall"},
    {8706, "part exist"},
    {8709, "empty"},
    {8711, "nabla isin notin"},
    {8715, "ni"},
    {8719, "prod"},
    {8721, "sum minus"},
    {8727, "lowast"},
    {8730, "radic"},
    {8733, "prop infin"},
    {8736, "ang"},
    {8743, "and or cap cup int"},
    {8756, "there4"},
    {8764, "sim"},
    {8773, "cong"},
    {8776, "asymp"},
    {8800, "ne equiv"},
    {8804, "le ge"},
    {8834, "sub sup nsub"},
    {8838, "sube supe"},
    {8853, "oplus"},
    {8855, "otimes"},
    {8869, "perp"},
    {8901, "sdot"},
    {8968, "lceil rceil lfloor rfloor"},
    {0x27e8, "lang rang"},
    {9674, "loz"},
    {9824, "spades"},
    {9827, "clubs"},
    {9829, "hearts diams"},
};

// The HTML standard, numeric character reference end state (https://html.spec.whatwg.org, read
// 2026-11): 128 to 159 mean what they mean in windows-1252; 0 here is a number that keeps its
// value.
constexpr uint16_t kWindows1252[] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

constexpr uint32_t kReplacement = 0xfffd;
constexpr uint32_t kLastCodePoint = 0x10ffff;
constexpr size_t kMaxReferenceBytes = 32;  // longest that is looked at: "&#" and many leading zeros

void append_utf8(std::string& out, uint32_t code_point) {
  const auto put = [&out](uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xc0 | code_point >> 6);
    put(0x80 | (code_point & 63));
  } else if (code_point < 0x10000) {
    put(0xe0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 63));
    put(0x80 | (code_point & 63));
  } else {
    put(0xf0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 63));
    put(0x80 | (code_point >> 6 & 63));
    put(0x80 | (code_point & 63));
  }
}

std::optional<uint32_t> named(std::string_view name) {
  for (const Run& run : kRuns) {
    uint32_t code_point = run.first;
    std::string_view rest = run.names;
    while (!rest.empty()) {
      const size_t end = rest.find(' ');
      if (rest.substr(0, end) == name) return code_point;
      ++code_point;
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
  }
  return std::nullopt;
}

std::optional<uint32_t> digit_value(char c, uint32_t radix) {
  const char low = static_cast<char>(c | 0x20);
  uint32_t value = 99;
  if (c >= '0' && c <= '9') value = static_cast<uint32_t>(c - '0');
  if (low >= 'a' && low <= 'f') value = static_cast<uint32_t>(low - 'a' + 10);
  if (value >= radix) return std::nullopt;
  return value;
}

// `digits` is what stands between "&#" and ";".
std::optional<uint32_t> numeric(std::string_view digits) {
  uint32_t radix = 10;
  if (!digits.empty() && (digits[0] == 'x' || digits[0] == 'X')) {
    radix = 16;
    digits.remove_prefix(1);
  }
  if (digits.empty()) return std::nullopt;
  uint32_t value = 0;
  for (const char c : digits) {
    const auto digit = digit_value(c, radix);
    if (!digit) return std::nullopt;
    if (value <= kLastCodePoint) value = value * radix + *digit;
  }
  const bool surrogate = value >= 0xd800 && value <= 0xdfff;
  if (value == 0 || surrogate || value > kLastCodePoint) return kReplacement;
  if (value >= 0x80 && value < 0xa0 && kWindows1252[value - 0x80] != 0) {
    return kWindows1252[value - 0x80];
  }
  return value;
}

}  // namespace

std::string decode_entities(std::string_view html_text) {
  std::string out;
  out.reserve(html_text.size());
  while (!html_text.empty()) {
    const size_t start = html_text.find('&');
    out += html_text.substr(0, start);
    if (start == std::string_view::npos) break;
    html_text.remove_prefix(start);
    const size_t end = html_text.substr(0, kMaxReferenceBytes).find(';');
    std::optional<uint32_t> code_point;
    if (end != std::string_view::npos && end >= 2) {
      const std::string_view inner = html_text.substr(1, end - 1);
      code_point = inner[0] == '#' ? numeric(inner.substr(1)) : named(inner);
    }
    if (code_point) {
      append_utf8(out, *code_point);
      html_text.remove_prefix(end + 1);
    } else {
      out.push_back('&');
      html_text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace postlude::order
