#include "bindings/developer/courier_answer.h"

#include "bindings/developer/percent_text.h"
#include "core/tracking/detect_courier.h"

namespace postlude::developer {

void write_couriers(std::string_view number, std::string_view country,
                    std::string_view shipping_method, base::JsonWriter& out) {
  std::string capitals(country);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
  }
  out.begin_array();
  for (const auto& candidate : tracking::detect_courier(number, {capitals, shipping_method})) {
    out.begin_object();
    out.member("courier", tracking::courier_code(candidate.courier));
    out.member("name", candidate.name).member("url", std::string_view(candidate.url));
    out.key("score").raw(percent_text(candidate.score)).end_object();
  }
  out.end_array();
}

}  // namespace postlude::developer
