#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace postlude::server {

/// The values of one template. A name that is not set, "" and false all leave its section out;
/// set every name a section asks for, since Mustache looks a missing one up in what surrounds it.
class PageValues {
 public:
  using List = std::vector<PageValues>;
  using Value = std::variant<bool, std::string, List>;

  PageValues& text(std::string_view name, std::string value);
  PageValues& number(std::string_view name, int64_t value);
  PageValues& flag(std::string_view name, bool value);
  PageValues& list(std::string_view name, List items);
  /// Takes over every value of `other`.
  PageValues& merge(PageValues other);

  const std::vector<std::pair<std::string, Value>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<std::string, Value>> entries_;
};

/// The shop's HTML templates, Mustache: {{value}} is escaped, {{{value}}} is HTML of our own
/// making,
/// {{> _name}} is a template that stands inside others, in a file _name.html. Used by any thread.
class ShopTemplates {
 public:
  /// Reads every *.html file of the directory. Throws std::runtime_error when one cannot be read or
  /// is not a template.
  explicit ShopTemplates(const std::string& directory);

  /// Returns the template filled in. Throws std::out_of_range for a name that does not exist.
  std::string render(std::string_view name, const PageValues& values) const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace postlude::server
