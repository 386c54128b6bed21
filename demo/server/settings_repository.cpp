#include "demo/server/settings_repository.h"

#include <optional>
#include <stdexcept>

#include "core/base/source_time.h"

namespace postlude::server {

std::string read_setting(Database& database, std::string_view key) {
  Statement row = database.query("SELECT value FROM settings WHERE key = ?", key);
  return row.step() ? row.text(0) : std::string();
}

void write_setting(Database& database, std::string_view key, std::string_view value) {
  database.execute(
      "INSERT INTO settings (key, value) VALUES (?, ?) "
      "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      key, value);
}

void start_clock(Database& database, const std::string& chosen, Clock& clock) {
  int64_t offset_ms = 0;
  if (chosen != "system") {
    const std::optional<base::SourceTime> time = base::parse_source_time(chosen);
    const std::optional<int64_t> start_ms = time ? base::instant_ms(*time) : std::nullopt;
    if (!start_ms) throw std::invalid_argument("--clock: not a time with a zone: " + chosen);
    offset_ms = *start_ms - system_now_ms();
  }
  Transaction transaction(database);
  if (read_setting(database, "clock") == chosen) {
    offset_ms = std::stoll(read_setting(database, "clock_offset_ms"));
  } else {
    write_setting(database, "clock", chosen);
    write_setting(database, "clock_offset_ms", std::to_string(offset_ms));
  }
  transaction.commit();
  clock.set_offset_ms(offset_ms);
}

void advance_clock(Database& database, Clock& clock, int64_t by_ms) {
  Transaction transaction(database);
  // What is written, not the clock: another advance may be committed and not be set there yet.
  const int64_t offset_ms = std::stoll(read_setting(database, "clock_offset_ms")) + by_ms;
  write_setting(database, "clock_offset_ms", std::to_string(offset_ms));
  transaction.commit();
  clock.raise_offset_ms(offset_ms);
}

}  // namespace postlude::server
