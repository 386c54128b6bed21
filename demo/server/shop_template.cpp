#include "demo/server/shop_template.h"

#include <kainjow/mustache.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace postlude::server {
namespace {

using kainjow::mustache::data;

data to_data(const PageValues& values) {
  data object{data::type::object};
  for (const auto& [name, value] : values.entries()) {
    if (const bool* flag = std::get_if<bool>(&value)) {
      object.set(name, data(*flag));
    } else if (const std::string* text = std::get_if<std::string>(&value)) {
      // The library takes "" for true; to a template it is nothing to show.
      object.set(name, text->empty() ? data(false) : data(*text));
    } else {
      data list{data::type::list};
      for (const PageValues& item : std::get<PageValues::List>(value)) list << to_data(item);
      object.set(name, std::move(list));
    }
  }
  return object;
}

}  // namespace

PageValues& PageValues::text(std::string_view name, std::string value) {
  entries_.emplace_back(std::string(name), std::move(value));
  return *this;
}

PageValues& PageValues::number(std::string_view name, int64_t value) {
  return text(name, std::to_string(value));
}

PageValues& PageValues::flag(std::string_view name, bool value) {
  entries_.emplace_back(std::string(name), value);
  return *this;
}

PageValues& PageValues::list(std::string_view name, List items) {
  entries_.emplace_back(std::string(name), std::move(items));
  return *this;
}

PageValues& PageValues::merge(PageValues other) {
  for (auto& entry : other.entries_) entries_.push_back(std::move(entry));
  return *this;
}

ShopTemplates::ShopTemplates(const std::string& directory) {
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.path().extension() != ".html") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + entry.path().string());
    std::string text(std::istreambuf_iterator<char>(in), {});
    const kainjow::mustache::mustache parsed(text);
    if (!parsed.is_valid()) {
      throw std::runtime_error(entry.path().string() + ": " + parsed.error_message());
    }
    texts_.emplace(entry.path().stem().string(), std::move(text));
  }
}

std::string ShopTemplates::render(std::string_view name, const PageValues& values) const {
  const auto found = texts_.find(name);
  if (found == texts_.end()) throw std::out_of_range("no template " + std::string(name));
  data object = to_data(values);
  for (const auto& [partial, text] : texts_) {
    // The library keeps values and partials under one roof; the underscore tells them apart.
    if (!partial.starts_with('_')) continue;
    object.set(partial, data(kainjow::mustache::partial([&text = text] { return text; })));
  }
  // Parsed anew each time: a parsed template of this library cannot be shared between threads.
  kainjow::mustache::mustache parsed(found->second);
  return parsed.render(object);
}

}  // namespace postlude::server
