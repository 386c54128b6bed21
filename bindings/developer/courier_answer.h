#pragma once

#include <string>
#include <string_view>

#include "core/base/json_writer.h"

namespace postlude::developer {

/// Writes [{"courier","name","url","score"}], the likeliest courier of the number first; `score`
/// lies between 0.01 and 0.99. `country` (ISO 3166-1, two letters of any case) and
/// `shipping_method` break ties; either may be empty.
void write_couriers(std::string_view number, std::string_view country,
                    std::string_view shipping_method, base::JsonWriter& out);

}  // namespace postlude::developer
