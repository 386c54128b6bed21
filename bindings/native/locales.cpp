#include "bindings/native/locales.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "core/base/json.h"
#include "core/output/phrase_id.h"

namespace postlude::native {
namespace {

constexpr std::string_view kRightToLeft[] = {"ar", "fa", "he", "ur"};
constexpr size_t kMaxAccepted = 16;

std::string_view language_of(std::string_view tag) { return tag.substr(0, tag.find('-')); }

Words read_words(const std::filesystem::path& path) {
  const auto fail = [&](const std::string& why) {
    throw std::runtime_error(path.string() + ": " + why);
  };
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file && bytes.empty()) fail("cannot be read");
  const auto document = base::parse_json(bytes);
  if (!document.ok() || !document.value().root().is_object()) fail("not a JSON object");

  Words words;
  words.tag = path.stem().string();
  for (const std::string_view language : kRightToLeft) {
    if (language_of(words.tag) == language) words.direction = Direction::Rtl;
  }
  for (const base::JsonRef member : document.value().root()) {
    const auto known = [&](const output::PhraseRow& row) { return row.key == member.key(); };
    if (std::none_of(std::begin(output::kPhrases), std::end(output::kPhrases), known)) {
      fail("unknown phrase \"" + std::string(member.key()) + "\"");
    }
  }
  for (const output::PhraseRow& row : output::kPhrases) {
    const base::JsonRef message = document.value().root()[row.key];
    const std::string key = "\"" + std::string(row.key) + "\"";
    if (!message.is_string() || message.text().empty()) fail("missing phrase " + key);
    try {
      words.phrases.push_back(compile_phrase(message.text(), row.args));
    } catch (const std::runtime_error& error) {
      fail(key + ": " + error.what());
    }
  }
  return words;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "0.8" as 800; nothing when it is not a weight.
int thousandths(std::string_view weight) {
  if (weight.empty() || weight.size() > 5 || (weight[0] != '0' && weight[0] != '1')) return -1;
  int value = 0;
  for (size_t i = 0; i < 5; ++i) {
    if (i == 1) {
      if (weight.size() > 1 && weight[1] != '.') return -1;
      continue;
    }
    const char digit = i < weight.size() ? weight[i] : '0';
    if (!is_digit(digit)) return -1;
    value = value * 10 + (digit - '0');
  }
  return value <= 1000 ? value : -1;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Takes everything up to the separator off the front of `rest`.
std::string_view next_part(std::string_view& rest, char separator) {
  const size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return trimmed(part);
}

}  // namespace

std::string_view direction_name(Direction direction) {
  return direction == Direction::Rtl ? "rtl" : "ltr";
}

Locales::Locales(const std::filesystem::path& folder) {
  std::error_code trouble;
  for (const auto& entry : std::filesystem::directory_iterator(folder, trouble)) {
    if (entry.path().extension() != ".json") continue;
    all_.push_back(std::make_shared<const Words>(read_words(entry.path())));
  }
  std::sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) { return a->tag < b->tag; });
  while (english_ < all_.size() && all_[english_]->tag != "en") ++english_;
  if (english_ == all_.size()) throw std::runtime_error(folder.string() + ": no en.json");
}

Language Locales::pick(const std::vector<std::string>& wanted) const {
  for (const std::string& asked : wanted) {
    const std::string tag = canonical_language_tag(asked);
    if (tag.empty()) continue;
    const auto exact = [&](const auto& words) { return words->tag == tag; };
    const auto related = [&](const auto& words) {
      return language_of(words->tag) == language_of(tag);
    };
    auto found = std::find_if(all_.begin(), all_.end(), exact);
    if (found == all_.end()) found = std::find_if(all_.begin(), all_.end(), related);
    if (found != all_.end()) return {*found, tag};
  }
  return {all_[english_], "en"};
}

std::string canonical_language_tag(std::string_view tag) {
  std::string out;
  for (size_t start = 0; start <= tag.size();) {
    size_t end = tag.find_first_of("-_", start);
    if (end == std::string_view::npos) end = tag.size();
    const std::string_view part = tag.substr(start, end - start);
    const bool letters = std::all_of(part.begin(), part.end(), is_letter);
    const auto allowed = [](char c) { return is_letter(c) || is_digit(c); };
    if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), allowed)) {
      return "";
    }
    const bool first = out.empty();
    if (first && (!letters || part.size() < 2 || part.size() > 3)) return "";
    if (part.size() == 1) break;  // extensions begin here
    if (!first) out.push_back('-');
    const bool region = !first && letters && part.size() == 2;
    const bool script = !first && letters && part.size() == 4;
    for (size_t i = 0; i < part.size(); ++i) {
      out.push_back(region || (script && i == 0) ? upper(part[i]) : lower(part[i]));
    }
    start = end + 1;
  }
  return out;
}

std::vector<std::string> accepted_languages(std::string_view header) {
  struct Accepted {
    std::string tag;
    int weight;
  };
  std::vector<Accepted> list;
  while (!header.empty() && list.size() < kMaxAccepted) {
    std::string_view item = next_part(header, ',');
    Accepted accepted{std::string(next_part(item, ';')), 1000};
    while (!item.empty()) {
      std::string_view parameter = next_part(item, ';');
      if (next_part(parameter, '=') == "q") accepted.weight = thousandths(parameter);
    }
    if (accepted.weight > 0 && !accepted.tag.empty() && accepted.tag != "*") {
      list.push_back(std::move(accepted));
    }
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Accepted& a, const Accepted& b) { return a.weight > b.weight; });
  std::vector<std::string> tags;
  for (Accepted& accepted : list) tags.push_back(std::move(accepted.tag));
  return tags;
}

}  // namespace postlude::native
