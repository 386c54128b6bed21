#include "core/base/url.h"

#include "core/base/check.h"

namespace postlude::base {
namespace {

constexpr size_t kMaxUrlBytes = 2048;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// Returns where the first of these characters stands; the text's size when none does.
size_t first_of(std::string_view text, std::string_view wanted) {
  size_t at = 0;
  for (; at < text.size(); ++at) {
    for (const char c : wanted) {
      if (text[at] == c) return at;
    }
  }
  return at;
}

// Returns the length of "scheme:" at the front, 0 for a relative reference.
size_t scheme_length(std::string_view url) {
  const size_t end = first_of(url, ":/?#");
  return end < url.size() && url[end] == ':' ? end + 1 : 0;
}

bool starts_with_lower(std::string_view url, std::string_view wanted) {
  if (url.size() < wanted.size()) return false;
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (lower(url[i]) != wanted[i]) return false;
  }
  return true;
}

// Letters, digits, dots, hyphens and bytes of UTF-8 with an optional port; or an IPv6 literal.
bool plain_host(std::string_view authority) {
  if (authority.empty()) return false;
  size_t at = 0;
  if (authority[0] == '[') {
    const size_t end = first_of(authority, "]");
    if (end == authority.size() || end < 3) return false;
    for (const char c : authority.substr(1, end - 1)) {
      const char low = lower(c);
      if (!is_digit(c) && !(low >= 'a' && low <= 'f') && c != ':' && c != '.') return false;
    }
    at = end + 1;
  } else {
    while (at < authority.size() && authority[at] != ':') {
      const char c = authority[at];
      const bool utf8 = static_cast<unsigned char>(c) >= 0x80;
      if (!is_letter(c) && !is_digit(c) && c != '.' && c != '-' && c != '_' && !utf8) return false;
      ++at;
    }
    if (at == 0 || authority[0] == '.') return false;
  }
  if (at == authority.size()) return true;
  if (authority[at] != ':') return false;
  for (const char c : authority.substr(at + 1)) {
    if (!is_digit(c)) return false;
  }
  return authority.size() - at <= 6;
}

UrlReason reason_against(std::string_view url) {
  if (url.empty()) return UrlReason::Empty;
  if (url.size() > kMaxUrlBytes) return UrlReason::TooLong;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7f) return UrlReason::ControlCharacter;
    if (c == '\\') return UrlReason::Backslash;
  }
  if (url.starts_with("//")) return UrlReason::ProtocolRelative;
  const size_t scheme = scheme_length(url);
  if (scheme == 0) return UrlReason::Ok;
  const bool web = starts_with_lower(url, "https://") || starts_with_lower(url, "http://");
  if (!web) return UrlReason::Scheme;
  const std::string_view rest = url.substr(scheme + 2);
  const std::string_view authority = rest.substr(0, first_of(rest, "/?#"));
  if (first_of(authority, "@") != authority.size()) return UrlReason::Credentials;
  return plain_host(authority) ? UrlReason::Ok : UrlReason::Host;
}

}  // namespace

std::string_view url_reason_name(UrlReason reason) {
  switch (reason) {
#define X(name, text)   \
  case UrlReason::name: \
    return text;
    POSTLUDE_URL_REASONS(X)
#undef X
  }
  CHECK(false);
}

UrlCheck check_url(std::string_view raw) {
  const std::string_view url = trimmed(raw);
  UrlCheck check;
  check.reason = reason_against(url);
  if (check.reason == UrlReason::Ok) check.url.text_ = std::string(url);
  return check;
}

SafeUrl safe_url(std::string_view raw) { return check_url(raw).url; }

bool is_absolute(const SafeUrl& url) { return scheme_length(url.text()) != 0; }

}  // namespace postlude::base
