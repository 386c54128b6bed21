#include "core/tracking/fold_words.h"

#include <algorithm>

namespace postlude::tracking {
namespace {

constexpr char32_t kInvalid = 0xFFFD;

struct Decoded {
  char32_t code = kInvalid;
  size_t size = 1;
};

Decoded decode(std::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (size == 1 || lead > 0xF4 || text.size() < size) return {};
  char32_t code = lead & (0x7FU >> size);
  for (size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code = (code << 6) | (byte(i) & 0x3FU);
  }
  return {code, size};
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

// U+00C0 to U+00FF and U+0100 to U+017F without their marks; "." is looked up below, "?" divides.
constexpr std::string_view kLatin1 =
    "aaaaaa.ceeeeiiiidnooooo?ouuuuy..aaaaaa.ceeeeiiiidnooooo?ouuuuy.y";
constexpr std::string_view kLatinA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooo"
    "oo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
// U+1EA0 to U+1EF9: Vietnamese, capital and small in turn.
constexpr std::string_view kVietnamese =
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

struct Pair {
  char32_t from;
  std::string_view to;
};

constexpr Pair kPairs[] = {
    {0xC6, "ae"},
    {0xE6, "ae"},
    {0xDF, "ss"},
    {0xDE, "th"},
    {0xFE, "th"},
    {0x132, "ij"},
    {0x133, "ij"},
    {0x152, "oe"},
    {0x153, "oe"},
    {0x1A0, "o"},
    {0x1A1, "o"},
    {0x1AF, "u"},
    {0x1B0, "u"},
    {0x218, "s"},
    {0x219, "s"},
    {0x21A, "t"},
    {0x21B, "t"},
    {0x259, "e"},
    {0x18F, "e"},
    {0x1E9E, "ss"},
    // Greek with tonos, and the final sigma.
    {0x386, "α"},
    {0x388, "ε"},
    {0x389, "η"},
    {0x38A, "ι"},
    {0x38C, "ο"},
    {0x38E, "υ"},
    {0x38F, "ω"},
    {0x3AC, "α"},
    {0x3AD, "ε"},
    {0x3AE, "η"},
    {0x3AF, "ι"},
    {0x3CA, "ι"},
    {0x390, "ι"},
    {0x3CC, "ο"},
    {0x3CD, "υ"},
    {0x3CB, "υ"},
    {0x3B0, "υ"},
    {0x3CE, "ω"},
    {0x3C2, "σ"},
    {0x401, "е"},
    {0x451, "е"},
    {0x490, "г"},
    {0x491, "г"},
    // Alef with hamza or madda, teh marbuta, and the Persian yeh and kaf.
    {0x622, "ا"},
    {0x623, "ا"},
    {0x625, "ا"},
    {0x649, "ي"},
    {0x629, "ه"},
    {0x6CC, "ي"},
    {0x6A9, "ك"},
    {0x6C1, "ه"},
    {0x6C3, "ه"},
    // Devanagari and Bengali letters with a nukta.
    {0x95C, "ड"},
    {0x95D, "ढ"},
    {0x9DC, "ড"},
    {0x9DD, "ঢ"},
    {0x9DF, "য"},
};

bool is_between(char32_t code, char32_t first, char32_t last) {
  return code >= first && code <= last;
}

bool is_ignored(char32_t code) {
  return is_between(code, 0x300, 0x36F) || is_between(code, 0x64B, 0x652) || code == 0x640 ||
         code == 0xAD || code == 0x93C || code == 0x9BC || is_between(code, 0x200B, 0x200F) ||
         code == 0xFEFF;
}

char32_t lower(char32_t code) {
  if (is_between(code, 'A', 'Z')) return code + 0x20;
  if (is_between(code, 0x391, 0x3A9)) return code + 0x20;
  if (is_between(code, 0x410, 0x42F)) return code + 0x20;
  if (is_between(code, 0x400, 0x40F)) return code + 0x50;
  if (is_between(code, 0x48A, 0x4BF) || is_between(code, 0x4D0, 0x52F)) return code | 1;
  if (is_between(code, 0x531, 0x556)) return code + 0x30;
  return code;
}

// Han, Kana, Hangul, Thai (with its vowel signs).
bool is_own_word(char32_t code) {
  return is_between(code, 0x3041, 0x30FF) || is_between(code, 0x3400, 0x9FFF) ||
         is_between(code, 0xAC00, 0xD7A3) || is_between(code, 0xE01, 0xE4E) || code == 0x3005;
}

bool is_digit_code(char32_t code) { return is_between(code, '0', '9'); }

bool is_letter(char32_t code) {
  if (code < 0x80) return is_between(code, 'a', 'z');
  // Everything else that scripts use for words; punctuation blocks left out.
  return is_between(code, 0x370, 0x1FFF) || is_between(code, 0x2C00, 0x2DFF);
}

bool divides_sentences(char32_t code) {
  constexpr std::u32string_view kDividers = U".!?;\n。！？；؛।|";
  return kDividers.find(code) != std::u32string_view::npos;
}

bool divides_clauses(char32_t code) {
  constexpr std::u32string_view kDividers = U",:，：،、";
  return kDividers.find(code) != std::u32string_view::npos;
}

class Folder {
 public:
  // `next` is the character after it: 12:30 and 1.5 are numbers.
  void add(char32_t code, char32_t next) {
    if (is_ignored(code)) return;
    if (is_between(code, 0xFF01, 0xFF5E)) code -= 0xFF01 - '!';
    code = lower(code);
    if (is_own_word(code)) {
      end_word();
      append_utf8(word_, code);
      end_word();
    } else if (divides_sentences(code) || divides_clauses(code)) {
      if (has_digit_ && is_digit_code(next)) return;
      end_word();
      ++clause_;
      if (divides_sentences(code)) ++sentence_;
    } else if (is_digit_code(code)) {
      has_digit_ = true;
    } else if (is_letter(code) || is_latin(code) || pair_of(code) != nullptr) {
      append_folded(code);
    } else {
      end_word();
    }
  }

  std::vector<Word> take() {
    end_word();
    return std::move(words_);
  }

 private:
  static bool is_latin(char32_t code) {
    return (is_between(code, 0xC0, 0x17F) && code != 0xD7 && code != 0xF7) ||
           is_between(code, 0x1EA0, 0x1EF9);
  }

  static const Pair* pair_of(char32_t code) {
    if (code < 0x80) return nullptr;
    const auto* const found = std::find_if(std::begin(kPairs), std::end(kPairs),
                                           [&](const Pair& pair) { return pair.from == code; });
    return found == std::end(kPairs) ? nullptr : found;
  }

  void append_folded(char32_t code) {
    if (const Pair* pair = pair_of(code)) {
      word_ += pair->to;
    } else if (is_between(code, 0xC0, 0xFF)) {
      word_.push_back(kLatin1[code - 0xC0]);
    } else if (is_between(code, 0x100, 0x17F)) {
      word_.push_back(kLatinA[code - 0x100]);
    } else if (is_between(code, 0x1EA0, 0x1EF9)) {
      word_.push_back(kVietnamese[code - 0x1EA0]);
    } else {
      append_utf8(word_, code);
    }
  }

  void end_word() {
    if (!word_.empty() && !has_digit_) words_.push_back({word_, sentence_, clause_});
    word_.clear();
    has_digit_ = false;
  }

  std::vector<Word> words_;
  std::string word_;
  bool has_digit_ = false;
  int sentence_ = 0;
  int clause_ = 0;
};

static_assert(kLatin1.size() == 0x40);
static_assert(kLatinA.size() == 0x80);
static_assert(kVietnamese.size() == 0x5A);

}  // namespace

std::vector<Word> fold_words(std::string_view text) {
  Folder folder;
  while (!text.empty()) {
    const Decoded current = decode(text);
    text.remove_prefix(current.size);
    folder.add(current.code, text.empty() ? kInvalid : decode(text).code);
  }
  return folder.take();
}

size_t character_size(std::string_view text) { return text.empty() ? 1 : decode(text).size; }

namespace {

// The Serbian alphabet from U+0430 on, and what Serbian and Macedonian add to it, in folded Latin.
// "" is a letter that neither of them has.
constexpr std::string_view kSerbian[] = {"a", "b", "v", "g", "d", "e", "z", "z", "i", "",  "k",
                                         "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h",
                                         "c", "c", "s", "",  "",  "",  "",  "",  "",  ""};
constexpr Pair kSerbianAdded[] = {{0x452, "d"}, {0x453, "g"},  {0x455, "z"},
                                  {0x458, "j"}, {0x459, "lj"}, {0x45A, "nj"},
                                  {0x45B, "c"}, {0x45C, "k"},  {0x45F, "dz"}};

std::string_view romanised(char32_t code) {
  if (is_between(code, 0x430, 0x44F)) return kSerbian[code - 0x430];
  const auto* const found = std::find_if(std::begin(kSerbianAdded), std::end(kSerbianAdded),
                                         [&](const Pair& pair) { return pair.from == code; });
  return found == std::end(kSerbianAdded) ? std::string_view() : found->to;
}

}  // namespace

bool romanise_cyrillic(std::vector<Word>& words) {
  bool any = false;
  for (Word& word : words) {
    std::string latin;
    for (std::string_view rest = word.text; !rest.empty();) {
      const Decoded letter = decode(rest);
      rest.remove_prefix(letter.size);
      if (letter.code < 0x80) {
        latin.push_back(static_cast<char>(letter.code));
        continue;
      }
      const std::string_view to = romanised(letter.code);
      if (to.empty()) return false;
      latin += to;
      any = true;
    }
    word.text = latin;
  }
  return any;
}

bool is_character_word(std::string_view text) {
  return !text.empty() && is_own_word(decode(text).code);
}

}  // namespace postlude::tracking
