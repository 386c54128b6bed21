#pragma once

#include <string>
#include <string_view>

namespace postlude::base {

/// Why a URL was refused.
#define POSTLUDE_URL_REASONS(X)                                                            \
  X(Ok, "ok")                                                                              \
  X(Empty, "empty")                        /* nothing but white space */                   \
  X(TooLong, "too_long")                   /* more than 2,048 bytes */                     \
  X(ControlCharacter, "control_character") /* a control character or white space inside */ \
  X(Backslash, "backslash")                /* browsers read \ as / */                      \
  X(Scheme, "scheme")                      /* not http, https or relative */               \
  X(ProtocolRelative, "protocol_relative") /* //host keeps the page's scheme */            \
  X(Credentials, "credentials")            /* user:password@ before the host */            \
  X(Host, "host")                          /* no host, or characters no host has */

enum class UrlReason : unsigned char {
#define X(name, text) name,
  POSTLUDE_URL_REASONS(X)
#undef X
};

std::string_view url_reason_name(UrlReason reason);

/// A URL that was checked, or none. Only `check_url` makes one that holds text, so an attribute
/// that takes a SafeUrl cannot carry a script.
class SafeUrl {
 public:
  SafeUrl() = default;
  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }
  friend bool operator==(const SafeUrl&, const SafeUrl&) = default;

 private:
  friend struct UrlCheck check_url(std::string_view raw);
  std::string text_;
};

struct UrlCheck {
  SafeUrl url;  // empty unless reason is Ok
  UrlReason reason = UrlReason::Empty;
};

/// Accepts an absolute http or https URL with a plain host and a relative reference (path, query or
/// fragment); white space around it is dropped. All else is refused: other schemes however they are
/// spelt, "//host", backslashes, control characters, credentials. The text is kept as it was
/// written.
UrlCheck check_url(std::string_view raw);

/// `check_url(raw).url`.
SafeUrl safe_url(std::string_view raw);

/// Whether it is an absolute http or https URL; not when it is empty or a relative reference.
bool is_absolute(const SafeUrl& url);

}  // namespace postlude::base
