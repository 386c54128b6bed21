#include "core/tracking/detect_courier.h"

#include <algorithm>
#include <bit>

#include "core/tracking/number_pattern.h"

namespace postlude::tracking {
namespace {

constexpr size_t kLongest = 41;  // "GM" and 39 more
constexpr int kLeastSure = 1;
constexpr int kMostSure = 99;

// How much a hint moves a score. A method that names the courier decides between forms that are
// about as likely; it never beats a prefix with a check digit.
constexpr int kMethodNamesIt = 25;
constexpr int kDeliversThere = 4;
constexpr int kNotThere = -12;

// A number without white space, in capitals; longer ones are nobody's.
struct PlainNumber {
  char characters[kLongest] = {};
  size_t size = 0;
  bool too_long = false;

  void append(char c) {
    if (size == kLongest) {
      too_long = true;
    } else {
      characters[size++] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  std::string_view text() const { return {characters, size}; }
};

// White space as people paste it: ASCII's, no-break (C2 A0), the spaces and zero widths of U+200x
// (E2 80 80 to 8F) and U+202F, the ideographic one (E3 80 80), and the byte order mark.
size_t space_at(std::string_view text) {
  const auto c = static_cast<unsigned char>(text[0]);
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.size() >= 3 && text.starts_with("\xE2\x80")) {
    const auto last = static_cast<unsigned char>(text[2]);
    if (last <= 0x8F || last == 0xAF) return 3;
  }
  return text.starts_with("\xE3\x80\x80") || text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

PlainNumber plain_number(std::string_view text) {
  PlainNumber number;
  while (!text.empty() && !number.too_long) {
    const size_t space = space_at(text);
    if (space == 0) number.append(text[0]);
    text.remove_prefix(std::max<size_t>(space, 1));
  }
  return number;
}

bool is_checked(const NumberFormat& format, std::string_view number) {
  if (format.serial_size == 0) return true;
  const std::string_view serial = number.substr(format.serial_at, format.serial_size);
  const char check = number[format.serial_at + format.serial_size];
  if (format.lead.empty() || serial.starts_with(format.lead)) {
    return is_check_right(format.check, serial, check);
  }
  char whole[kLongest];
  const size_t lead = format.lead.copy(whole, kLongest);
  const size_t size = lead + serial.copy(whole + lead, kLongest - lead);
  return is_check_right(format.check, {whole, size}, check);
}

bool is_of_format(const NumberFormat& format, std::string_view number) {
  return matches_pattern(number, format.pattern) && is_checked(format, number);
}

bool is_word(std::string_view text, size_t at, size_t size) {
  const auto is_letter = [&](size_t i) {
    return (text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z';
  };
  return (at == 0 || !is_letter(at - 1)) && (at + size == text.size() || !is_letter(at + size));
}

// `words` in lower case, between "|"; each as a whole word.
bool names_one_of(std::string_view method, std::string_view words) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find('|'));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    for (size_t at = 0; at + word.size() <= method.size(); ++at) {
      const bool same = std::equal(word.begin(), word.end(), method.begin() + static_cast<long>(at),
                                   [&](char a, char b) { return a == lower(b); });
      if (same && is_word(method, at, word.size())) return true;
    }
  }
  return false;
}

bool delivers_to(std::string_view countries, std::string_view country) {
  for (size_t at = 0; at + 2 <= countries.size(); at += 2) {
    if (countries.substr(at, 2) == country) return true;
  }
  return false;
}

int hinted(int score, const CourierFacts& facts, const CourierHints& hints) {
  if (!hints.shipping_method.empty() && names_one_of(hints.shipping_method, facts.words)) {
    score += kMethodNamesIt;
  }
  if (!hints.country.empty() && !facts.countries.empty()) {
    score += delivers_to(facts.countries, hints.country) ? kDeliversThere : kNotThere;
  }
  return std::clamp(score, kLeastSure, kMostSure);
}

std::string page_of(std::string_view page, std::string_view number) {
  const size_t hole = page.find("%s");
  std::string url;
  url.reserve(page.size() + number.size());
  url.append(page.substr(0, hole));
  if (hole != std::string_view::npos) url.append(number).append(page.substr(hole + 2));
  return url;
}

// An S10 number is its country's postal operator's; "" as a page: nobody operates there.
bool name_operator(CourierCandidate& candidate, std::string_view number) {
  const PostalOperator* post = postal_operator(number.substr(number.size() - 2));
  if (post == nullptr) return false;
  candidate.name = post->name;
  candidate.url = page_of(post->page.empty() ? kPostalUnionPage : post->page, number);
  return true;
}

void add_candidate(std::vector<CourierCandidate>& candidates, const NumberFormat& format,
                   std::string_view number, const CourierHints& hints) {
  const CourierFacts& facts = courier_facts(format.courier);
  const int score = hinted(format.score, facts, hints);
  for (CourierCandidate& known : candidates) {
    if (known.courier != format.courier) continue;
    known.score = std::max(known.score, score);
    return;
  }
  CourierCandidate candidate{format.courier, courier_name(format.courier), score, {}};
  if (format.courier == Courier::S10) {
    if (!name_operator(candidate, number)) return;
  } else {
    candidate.url = page_of(facts.page, number);
  }
  candidates.push_back(std::move(candidate));
}

// Adds the formats of `number`, the tail of `whole` behind what `routing` allows.
void add_formats(std::vector<CourierCandidate>& candidates, std::string_view number,
                 Routing routing, std::string_view whole, const CourierHints& hints) {
  for (uint64_t like = formats_like(number); like != 0; like &= like - 1) {
    const NumberFormat& format = number_formats()[static_cast<size_t>(std::countr_zero(like))];
    if (format.routing >= routing && is_of_format(format, number)) {
      add_candidate(candidates, format, whole, hints);
    }
  }
}

}  // namespace

std::vector<CourierCandidate> detect_courier(std::string_view text, const CourierHints& hints) {
  constexpr size_t kZip5 = 8;
  constexpr size_t kZip9 = 12;
  std::vector<CourierCandidate> candidates;
  const PlainNumber plain = plain_number(text);
  if (plain.too_long) return candidates;
  const std::string_view number = plain.text();
  add_formats(candidates, number, Routing::None, number, hints);
  // A number may stand behind "420" and a ZIP code of nine digits or of five.
  if (number.size() > kZip9 && matches_pattern(number.substr(0, kZip9), "420d{9}")) {
    add_formats(candidates, number.substr(kZip9), Routing::Zip5OrZip9, number, hints);
    add_formats(candidates, number.substr(kZip5), Routing::Zip5, number, hints);
  }
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const CourierCandidate& a, const CourierCandidate& b) { return a.score > b.score; });
  return candidates;
}

}  // namespace postlude::tracking
