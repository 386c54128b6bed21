#include "demo/server/ingest_webhook.h"

#include <utility>
#include <vector>

#include "core/tracking/classify_text.h"
#include "core/tracking/merge_parcel.h"
#include "demo/server/http_problem.h"
#include "demo/server/shipment_repository.h"
#include "demo/server/webhook_repository.h"

namespace postlude::server {
namespace {

std::string_view source_name(tracking::TrackingSource source) {
  switch (source) {
#define X(name, text)                  \
  case tracking::TrackingSource::name: \
    return text;
    POSTLUDE_TRACKING_SOURCES(X)
#undef X
  }
  return {};
}

void verify(Database& database, std::string_view source, const native::WebhookHeaders& headers,
            std::string_view body) {
  const int64_t now_ms = system_now_ms();
  switch (native::verify_webhook(headers, body, webhook_keys(database, source, now_ms),
                                 now_ms / 1000)) {
    case native::WebhookReason::Ok:
      return;
    case native::WebhookReason::Unsigned:
      throw Problem(ProblemCode::SignatureMissing);
    case native::WebhookReason::Expired:
      throw Problem(ProblemCode::SignatureExpired);
    case native::WebhookReason::Forged:
      throw Problem(ProblemCode::SignatureInvalid);
  }
}

std::vector<tracking::Shipment> read_shipments(tracking::TrackingSource source,
                                               std::string_view body) {
  static const tracking::TextClassifier classifier;
  base::Result<std::vector<tracking::Shipment>> read = tracking::normalise(source, body);
  if (!read) {
    const base::Error& error = read.error();
    // A pointer there is only into JSON.
    const bool json = base::parse_json(body).ok();
    Problem problem(json ? ProblemCode::Invalid : ProblemCode::BadRequest,
                    std::string(base::error_name(error.code)));
    problem.pointer = error.pointer;
    throw problem;
  }
  tracking::classify_unplaced(classifier, read.value());
  return std::move(read.value());
}

std::optional<StoredParcel> parcel_of(Database& database, std::string_view source,
                                      const tracking::Shipment& told) {
  if (told.tracking_number.empty()) return find_parcel_by_alias(database, source, told.id);
  std::optional<StoredParcel> parcel = find_parcel(database, told.tracking_number);
  if (parcel) remember_alias(database, source, told.id, parcel->shipment.id);
  return parcel;
}

/// Writes what is told, once an event.
WebhookResult take_event(Database& database, std::string_view source, std::string_view event_id,
                         const std::vector<tracking::Shipment>& told) {
  WebhookResult outcome{"unchanged"};
  Transaction transaction(database);
  if (!claim_delivery(database, source, event_id, system_now_ms())) return {"duplicate"};
  for (const tracking::Shipment& shipment : told) {
    std::optional<StoredParcel> parcel = parcel_of(database, source, shipment);
    if (!parcel) {
      ++outcome.unknown;
      continue;
    }
    ++outcome.parcels;
    if (!tracking::merge_parcel(parcel->shipment, shipment)) continue;
    update_shipment(database, parcel->order_id, parcel->shipment);
    outcome.result = "merged";
  }
  if (outcome.parcels == 0) {
    outcome.result = "unknown_parcel";
    return outcome;  // rolled back: the shop may learn of the parcel before it is told again
  }
  transaction.commit();
  return outcome;
}

}  // namespace

WebhookResult ingest_webhook(App& app, tracking::TrackingSource source,
                             const native::WebhookHeaders& headers, std::string_view body) {
  const std::string_view name = source_name(source);
  DatabasePool::Lease database = app.databases.lease();
  verify(*database, name, headers, body);
  const WebhookResult outcome =
      take_event(*database, name, headers.id, read_shipments(source, body));
  // Whoever hears that it was taken before does not send it again.
  if (outcome.result == "duplicate") database->confirm_read();
  return outcome;
}

}  // namespace postlude::server
