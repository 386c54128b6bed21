#include "demo/server/look_up.h"

#include <httplib.h>

#include <algorithm>
#include <optional>

#include "bindings/native/token.h"
#include "demo/server/http_problem.h"
#include "demo/server/lookup_tries.h"
#include "demo/server/random_id.h"
#include "demo/server/settings_repository.h"
#include "demo/server/shipment_repository.h"
#include "demo/server/text_checks.h"

namespace postlude::server {
namespace {

constexpr size_t kMaxFieldBytes = 200;
constexpr size_t kPhoneDigits = 9;  // what a number has in common with and without its country

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string without(std::string_view text, std::string_view dropped) {
  std::string out;
  for (const char c : text) {
    if (dropped.find(c) == std::string_view::npos) out += c;
  }
  return out;
}

std::string email_form(std::string_view text) { return without(lower(text), " "); }
std::string postcode_form(std::string_view text) { return without(lower(text), " -"); }

/// The last digits; "" for fewer.
std::string phone_form(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits.size() < kPhoneDigits ? std::string() : digits.substr(digits.size() - kPhoneDigits);
}

/// What an order is known by. Where there is none, texts that nobody can say.
struct Known {
  std::string order_id;
  std::string email;
  std::string postcode;
  std::string phone;
};

Known known_of(Database& database, const std::string& number) {
  Statement row = database.query(
      "SELECT o.id, c.email, o.address_postcode, o.phone FROM orders o "
      "JOIN customers c ON c.id = o.customer_id "
      "WHERE o.number IN (?1, '#' || ?1) AND o.payment_status <> 'pending'",
      number);
  if (!row.step()) return {};
  return {row.text(0), row.text(1), row.text(2), row.text(3)};
}

class Hasher {
 public:
  explicit Hasher(App& app) {
    DatabasePool::Lease database = app.databases.lease();
    key_ = read_setting(*database, "lookup_key");
    if (!key_.empty()) return;
    Transaction transaction(*database);
    key_ = read_setting(*database, "lookup_key");
    if (key_.empty()) {
      key_ = random_id("") + random_id("");
      write_setting(*database, "lookup_key", key_);
    }
    transaction.commit();
  }

  std::string operator()(std::string_view about, std::string_view text) const {
    return native::hmac_sha256(key_, std::string(about) + "\n" + std::string(text));
  }

  /// As it stands in the database.
  std::string bucket(std::string_view about, std::string_view text) const {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (const char byte : (*this)(about, text)) {
      out += kDigits[static_cast<unsigned char>(byte) >> 4U];
      out += kDigits[static_cast<unsigned char>(byte) & 15U];
    }
    return out;
  }

  /// Every kind of contact is compared, whatever was said, each in constant time.
  bool matches(const Known& known, std::string_view contact) const {
    using Form = std::string (*)(std::string_view);
    const struct {
      std::string_view about;
      const std::string& known;
      Form form;
    } kinds[] = {{"email", known.email, email_form},
                 {"postcode", known.postcode, postcode_form},
                 {"phone", known.phone, phone_form}};
    bool found = false;
    for (const auto& kind : kinds) {
      const std::string ours = kind.form(kind.known);
      const std::string theirs = kind.form(contact);
      const bool same =
          native::equal_in_constant_time((*this)(kind.about, ours), (*this)(kind.about, theirs));
      found = (same && !ours.empty()) || found;
    }
    return found && !known.order_id.empty();
  }

 private:
  std::string key_;
};

void require_field(const std::string& text, const char* pointer) {
  if (!text.empty() && text.size() <= kMaxFieldBytes && is_plain_line(text)) return;
  Problem problem(ProblemCode::Invalid, text.empty() ? "missing" : "not a short line");
  problem.pointer = pointer;
  throw problem;
}

void require_tries(int64_t left_s) {
  if (left_s == 0) return;
  Problem problem(ProblemCode::TooManyTries);
  problem.retry_after_s = static_cast<int>(left_s);
  throw problem;
}

std::string plain_number(std::string_view number) {
  std::string text = without(number, " ");
  text.erase(0, std::min(text.find_first_not_of('#'), text.size()));
  return lower(text);
}

}  // namespace

std::string look_up_order(App& app, const OrderLookup& lookup) {
  require_field(lookup.number, "/order_number");
  require_field(lookup.contact, "/contact");
  const Hasher hash(app);
  const std::string number = plain_number(lookup.number);
  const std::string of_order = hash.bucket("order", number);
  const std::string of_client = hash.bucket("client", lookup.client);
  const int64_t now_ms = app.clock.now_ms();
  DatabasePool::Lease database = app.databases.lease();
  Transaction transaction(*database);
  require_tries(wait_s(*database, of_client, kTriesAnAddress, now_ms));
  require_tries(wait_s(*database, of_order, kTriesAnOrder, now_ms));
  count_try(*database, of_client, now_ms);
  count_try(*database, of_order, now_ms);
  const Known known = known_of(*database, number);
  transaction.commit();
  if (!hash.matches(known, lookup.contact)) throw Problem(ProblemCode::NoMatch);
  return known.order_id;
}

tracking::Shipment look_up_parcel(App& app, std::string_view tracking_number,
                                  std::string_view client) {
  require_field(std::string(tracking_number), "/tracking_number");
  const Hasher hash(app);
  const std::string of_client = hash.bucket("client", client);
  const int64_t now_ms = app.clock.now_ms();
  DatabasePool::Lease database = app.databases.lease();
  Transaction transaction(*database);
  require_tries(wait_s(*database, of_client, kTriesAnAddress, now_ms));
  count_try(*database, of_client, now_ms);
  transaction.commit();
  std::optional<StoredParcel> parcel = find_parcel(*database, tracking_number);
  if (!parcel) throw Problem(ProblemCode::NoMatch);
  tracking::Shipment& shipment = parcel->shipment;
  shipment.id = "parcel";
  shipment.items.clear();
  shipment.signed_by.clear();
  shipment.proof_photo = {};
  shipment.report_url = {};
  shipment.returns = {};
  shipment.pickup = {};  // near whoever it is for
  for (tracking::Checkpoint& checkpoint : shipment.checkpoints) {
    checkpoint.place.coordinates.reset();
    checkpoint.place.postcode.clear();
  }
  return std::move(shipment);
}

std::string client_address(const App& app, const httplib::Request& request) {
  std::string address = request.remote_addr;
  if (!app.options.trusted_proxy.empty() && address == app.options.trusted_proxy) {
    // What stands further in front the client may have written itself.
    const size_t count = request.get_header_value_count("X-Forwarded-For");
    std::string list =
        count == 0 ? std::string() : request.get_header_value("X-Forwarded-For", count - 1);
    const size_t comma = list.rfind(',');
    if (comma != std::string::npos) list.erase(0, comma + 1);
    const std::string named = counted_address(without(list, " "));
    if (!named.empty()) return named;
  }
  return counted_address(address);
}

void remember_phone(Database& database, std::string_view order_id, std::string_view phone) {
  database.execute("UPDATE orders SET phone = ? WHERE id = ?", phone, order_id);
}

}  // namespace postlude::server
