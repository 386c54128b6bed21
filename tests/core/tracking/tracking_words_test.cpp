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
      {S::Exception, Sub::Destroyed, "todo.destroyed"},
      {S::Exception, Sub::Refused, "todo.refused"},
      {S::Exception, Sub::RejectedByCarrier, "todo.rejected"},
      {S::Exception, Sub::Undeliverable, "todo.undeliverable"},
      {S::Exception, Sub::PickupMissed, "todo.pickup_missed"},
      {S::Exception, Sub::AddressProblem, "todo.correct_address"},
      {S::Exception, Sub::CustomerMoved, "todo.customer_moved"},
      {S::Exception, Sub::None, "todo.contact_carrier"},
      {S::AttemptFailed, Sub::RecipientAbsent, "todo.arrange_redelivery"},
      {S::AttemptFailed, Sub::BusinessClosed, "todo.business_closed"},
      {S::AttemptFailed, Sub::AccessDenied, "todo.access_denied"},
      {S::AttemptFailed, Sub::NoticeLeft, "todo.arrange_redelivery"},
      {S::AttemptFailed, Sub::Refused, "todo.refused"},
      {S::OnHold, Sub::PaymentNeeded, "todo.pay_charges"},
      {S::OnHold, Sub::DocumentsNeeded, "todo.give_information"},
      {S::OnHold, Sub::CustomsInformationNeeded, "todo.customs_information"},
      {S::OnHold, Sub::Held, "todo.held"},
      {S::OnHold, Sub::SecurityProblem, "todo.security"},
      {S::OnHold, Sub::None, "todo.contact_carrier"},
      {S::Delayed, Sub::CustomsDelay, "todo.customs_delay"},
      {S::Delayed, Sub::WeatherDelay, "todo.weather_delay"},
      {S::Delayed, Sub::Missorted, "todo.missorted"},
      {S::Delayed, Sub::None, "todo.wait_delayed"},
      {S::Returning, Sub::None, "todo.coming_back"},
      {S::Returned, Sub::None, "todo.returned"},
      {S::Expired, Sub::None, "todo.expired"},
      {S::Cancelled, Sub::None, "todo.cancelled"},
      {S::ReadyForPickup, Sub::None, "todo.pick_up"},
      {S::Delivered, Sub::LeftWithNeighbour, "todo.check_neighbour"},
      {S::Delivered, Sub::LeftInLocker, "todo.check_locker"},
      {S::Delivered, Sub::LeftAtSafePlace, "todo.check_safe_place"},
      {S::Delivered, Sub::CollectedByCustomer, "todo.collected"},
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

TEST(ActionText, NamesTheEndOfReturnsNoMoreExactlyThanItIsKnown) {
  Shipment shipment;
  shipment.status = S::Delivered;
  shipment.returns.url = base::safe_url("/order/return");
  const auto words = [&] {
    return action_text(decide_next_action(shipment, time("2026-11-03")), shipment);
  };
  EXPECT_EQ(key_of(words()), "todo.return");
  shipment.returns.until = time("2026-11-20");
  EXPECT_EQ(key_of(words()), "todo.return_until");
  const auto kind_of = [](const output::Text& text) {
    return static_cast<output::ArgKind>(text.args[0].first & 0xff);
  };
  EXPECT_EQ(kind_of(words()), output::ArgKind::Weekday);
  shipment.returns.until = time("2026-11-20T18:00:00+01:00");
  EXPECT_EQ(kind_of(words()), output::ArgKind::DateTime);
  EXPECT_FALSE(asks_shopper(NextActionKind::ReturnIt));
}

// Whatever a source says of a parcel, there is one thing to do, and only what is asked of somebody
// stands out.
TEST(ActionText, AnswersEveryStatusWithEverySubStatus) {
  int silent_troubles = 0;
  for (size_t status = 0; status < kShipmentStatuses; ++status) {
#define X(name, text) Sub::name,
    for (const Sub sub_status : {POSTLUDE_SUB_STATUSES(X)}) {
#undef X
      for (const Direction direction : {Direction::Outbound, Direction::Return}) {
        Shipment shipment;
        shipment.status = static_cast<S>(status);
        shipment.sub_status = sub_status;
        shipment.direction = direction;
        const NextAction action = decide_next_action(shipment, time("2026-11-03"));
        EXPECT_TRUE(key_of(action_text(action, shipment)).starts_with("todo.") ||
                    action.kind == NextActionKind::SeeProof)
            << status_name(shipment.status) << "/" << sub_status_name(sub_status);
        const bool trouble = shipment.status == S::Exception || shipment.status == S::OnHold ||
                             shipment.status == S::AttemptFailed;
        if (trouble && direction == Direction::Outbound && !asks_shopper(action.kind)) {
          ++silent_troubles;
        }
      }
    }
  }
  EXPECT_EQ(silent_troubles, 0);
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
