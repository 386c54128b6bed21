#include "core/tracking/tracking_words.h"

#include <gtest/gtest.h>

#include "core/tracking/next_action.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;

base::SourceTime time(std::string_view text) {
  return base::parse_source_time(text).value_or(base::SourceTime{});
}

std::string_view key_of(const output::Text& text) {
  return output::kPhrases[static_cast<size_t>(text.id)].key;
}

struct TroubleRow {
  S status;
  Sub sub_status;
  std::string_view words;
};

TEST(ActionText, HasWordsOfItsOwnForEachTrouble) {
  const TroubleRow kRows[] = {
      {S::Exception, Sub::Damaged, "todo.damaged"},
      {S::Exception, Sub::Lost, "todo.lost"},
      {S::Exception, Sub::Destroyed, "todo.lost"},
      {S::Exception, Sub::Refused, "todo.refused"},
      {S::Exception, Sub::RejectedByCarrier, "todo.undeliverable"},
      {S::Exception, Sub::Undeliverable, "todo.undeliverable"},
      {S::Exception, Sub::PickupMissed, "todo.pickup_missed"},
      {S::Exception, Sub::AddressProblem, "todo.correct_address"},
      {S::Exception, Sub::CustomerMoved, "todo.correct_address"},
      {S::Exception, Sub::None, "todo.contact_carrier"},
      {S::AttemptFailed, Sub::RecipientAbsent, "todo.arrange_redelivery"},
      {S::AttemptFailed, Sub::Refused, "todo.refused"},
      {S::OnHold, Sub::PaymentNeeded, "todo.pay_charges"},
      {S::OnHold, Sub::DocumentsNeeded, "todo.give_information"},
      {S::OnHold, Sub::CustomsInformationNeeded, "todo.customs_information"},
      {S::OnHold, Sub::Held, "todo.contact_carrier"},
      {S::Delayed, Sub::CustomsDelay, "todo.customs_delay"},
      {S::Delayed, Sub::WeatherDelay, "todo.weather_delay"},
      {S::Delayed, Sub::None, "todo.wait_delayed"},
      {S::Returning, Sub::None, "todo.contact_shop"},
      {S::Returned, Sub::None, "todo.returned"},
      {S::Expired, Sub::None, "todo.expired"},
      {S::Cancelled, Sub::None, "todo.contact_shop"},
      {S::ReadyForPickup, Sub::None, "todo.pick_up"},
      {S::Delivered, Sub::LeftWithNeighbour, "todo.check_neighbour"},
      {S::Delivered, Sub::LeftInLocker, "todo.check_locker"},
      {S::Delivered, Sub::LeftAtSafePlace, "todo.check_safe_place"},
      {S::Delivered, Sub::None, "todo.delivered"},
      {S::InTransit, Sub::None, "todo.track_at_carrier"},
      {S::Pending, Sub::None, "todo.nothing"},
  };
  for (const TroubleRow& row : kRows) {
    Shipment shipment;
    shipment.status = row.status;
    shipment.sub_status = row.sub_status;
    shipment.tracking_url = base::safe_url("https://carrier.example/1");
    const NextAction action = decide_next_action(shipment, time("2026-11-03"));
    EXPECT_EQ(key_of(action_text(action, shipment)), row.words)
        << status_name(row.status) << "/" << sub_status_name(row.sub_status);
  }
}

TEST(LatenessText, SaysHowLateOrHowSureAndOtherwiseNothing) {
  Shipment shipment;
  shipment.status = S::InTransit;
  EXPECT_FALSE(lateness_text(shipment, time("2026-11-03")).has_value());
  shipment.estimate = {time("2026-11-05"), {}, EstimateSource::Predicted, 80};
  EXPECT_EQ(key_of(*lateness_text(shipment, time("2026-11-03"))), "tracking.usual");
  EXPECT_EQ(key_of(*lateness_text(shipment, time("2026-11-06"))), "tracking.days_late");
  shipment.checkpoints.emplace_back().time = time("2026-10-20");
  EXPECT_EQ(key_of(*lateness_text(shipment, time("2026-11-03"))), "tracking.stale");
  shipment.checkpoints.clear();
  shipment.pace = Pace::RunningLate;
  EXPECT_EQ(key_of(*lateness_text(shipment, time("2026-11-03"))), "tracking.running_late");
  shipment.status = S::Delivered;
  shipment.delivered_at = time("2026-11-05");
  EXPECT_EQ(key_of(*lateness_text(shipment, time("2026-11-06"))), "tracking.on_time");
}

TEST(OpeningText, SaysWhetherItIsOpen) {
  Shipment shipment;
  EXPECT_FALSE(opening_text(shipment, time("2026-11-16T10:00")).has_value());
  shipment.pickup.hours = ";09:00-18:00;";
  EXPECT_EQ(key_of(*opening_text(shipment, time("2026-11-16T10:00"))), "tracking.pickup_open");
  EXPECT_EQ(key_of(*opening_text(shipment, time("2026-11-16T20:00"))),
            "tracking.pickup_closed_now");
  EXPECT_EQ(key_of(*opening_text(shipment, time("2026-11-17T10:00"))), "tracking.pickup_closed");
}

}  // namespace
}  // namespace postlude::tracking
