#include "bindings/developer/run_scenario.h"

#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "core/output/dump.h"
#include "core/session.h"

namespace postlude::developer {
namespace {

constexpr std::string_view kMessageNames[] = {
#define X(name) #name,
    POSTLUDE_MESSAGES(X)
#undef X
};

void append_value(base::JsonRef value, base::JsonWriter& out) {
  switch (value.kind()) {
    case base::JsonKind::Missing:
    case base::JsonKind::Null:
      out.null();
      return;
    case base::JsonKind::Bool:
    case base::JsonKind::Number:
      out.raw(value.text());
      return;
    case base::JsonKind::String:
      out.value(value.text());
      return;
    case base::JsonKind::Array:
      out.begin_array();
      for (const base::JsonRef item : value) append_value(item, out);
      out.end_array();
      return;
    case base::JsonKind::Object:
      out.begin_object();
      for (const base::JsonRef item : value) append_value(item, out.key(item.key()));
      out.end_object();
      return;
  }
}

void print_patches(void* context, const output::Patches& patches, const output::View& view) {
  output::dump_patches(patches, view, *static_cast<std::string*>(context));
}

}  // namespace

void append_json(base::JsonRef value, std::string& out) {
  base::JsonWriter writer;
  append_value(value, writer);
  out += writer.text();
}

base::Result<std::string> run_scenario(std::string_view json) {
  auto parsed = base::parse_json(json);
  if (!parsed.ok()) return parsed.error();
  base::JsonReader in;
  std::string out;
  Session session;
  session.observe(print_patches, &out);
  for (const base::JsonRef step : in.required_array(parsed.value().root(), "steps")) {
    const std::string name = in.required_text(step, "send");
    size_t type = 0;
    while (type < std::size(kMessageNames) && kMessageNames[type] != name) ++type;
    if (type == std::size(kMessageNames)) in.fail(base::ErrorCode::BadValue, step, "send");
    const int64_t at = in.required_integer(step, "at");
    const auto a = static_cast<uint32_t>(in.optional_integer(step, "a").value_or(0));
    const auto b = static_cast<uint32_t>(in.optional_integer(step, "b").value_or(0));
    std::string payload = in.optional_text(step, "text");
    if (step["payload"].exists()) append_json(step["payload"], payload);
    if (in.failed()) return in.error();
    out += "> " + name + "\n";
    session.send(static_cast<MessageType>(type), a, b, payload, at);
    output::dump_effects(session.last_effects(), out);
  }
  if (in.failed()) return in.error();
  return out;
}

}  // namespace postlude::developer
