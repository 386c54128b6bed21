#include "demo/server/demo_scans.h"

namespace postlude::server {

using tracking::ShipmentStatus;
using tracking::SubStatus;

const std::vector<DemoScan>& journey_scans() {
  static const std::vector<DemoScan> scans = {
      {"label_created", "Label created", ShipmentStatus::LabelCreated, SubStatus::None,
       "The sender has announced the shipment electronically.", "Leipzig"},
      {"picked_up", "Picked up", ShipmentStatus::PickedUp, SubStatus::AcceptanceScan,
       "The shipment was picked up from the sender.", "Leipzig"},
      {"departed", "Left the parcel centre", ShipmentStatus::InTransit, SubStatus::DepartedFacility,
       "The shipment has been processed in the parcel centre of origin.", "Radefeld"},
      {"arrived", "Arrived in the region", ShipmentStatus::InTransit, SubStatus::ArrivedAtFacility,
       "The shipment has arrived in the region of the recipient.", "Rüdersdorf"},
      {"out_for_delivery", "Out for delivery", ShipmentStatus::OutForDelivery, SubStatus::None,
       "The shipment has been loaded onto the delivery vehicle.", ""},
      {"delivered", "Delivered", ShipmentStatus::Delivered, SubStatus::None,
       "The shipment was delivered to the recipient.", ""},
  };
  return scans;
}

const std::vector<DemoScan>& other_scans() {
  static const std::vector<DemoScan> scans = {
      {"abroad_label", "Label created abroad", ShipmentStatus::LabelCreated, SubStatus::None,
       "The sender has announced the shipment electronically.", "Osaka", "JP"},
      {"abroad_picked_up", "Picked up abroad", ShipmentStatus::PickedUp, SubStatus::AcceptanceScan,
       "The shipment was picked up from the sender.", "Osaka", "JP"},
      {"abroad_departed", "Left its country", ShipmentStatus::InTransit,
       SubStatus::DepartedFacility, "The shipment has left the country of origin.", "Narita", "JP"},
      {"transit", "Changes planes", ShipmentStatus::InTransit, SubStatus::ArrivedAtFacility,
       "The shipment has arrived at the transit hub.", "Liège", "BE"},
      {"store_order", "Being packed in the shop", ShipmentStatus::Pending, SubStatus::None,
       "We are packing your order.", "Leipzig"},
      {"store_ready", "Ready in the shop", ShipmentStatus::ReadyForPickup, SubStatus::None,
       "Your order waits at the counter.", "Leipzig"},
      {"local_order", "Packed for the bicycle", ShipmentStatus::LabelCreated, SubStatus::None,
       "Your order is packed for our courier.", "Leipzig"},
      {"return_label", "Return label made", ShipmentStatus::LabelCreated, SubStatus::None,
       "The recipient has announced a return.", ""},
      {"return_posted", "Return handed in", ShipmentStatus::PickedUp, SubStatus::AcceptanceScan,
       "The return was handed in at a parcel shop.", ""},
      {"return_arrived", "Return arrived", ShipmentStatus::Delivered, SubStatus::None,
       "The return has arrived at the sender.", "Leipzig"},
  };
  return scans;
}

const std::vector<DemoScan>& trouble_scans() {
  static const std::vector<DemoScan> scans = {
      {"delayed", "Delayed", ShipmentStatus::Delayed, SubStatus::WeatherDelay,
       "The shipment is delayed because of the weather.", "Rüdersdorf"},
      {"attempt_failed", "Nobody at home", ShipmentStatus::AttemptFailed,
       SubStatus::RecipientAbsent, "Nobody was at home. We try again on the next working day.", ""},
      {"ready_for_pickup", "Waits at a shop", ShipmentStatus::ReadyForPickup, SubStatus::NoticeLeft,
       "The shipment is ready to be collected; bring the card we left and an ID.", ""},
      {"address_problem", "Address not found", ShipmentStatus::OnHold, SubStatus::AddressProblem,
       "The address could not be found. Please contact the sender.", ""},
      {"collected", "Collected", ShipmentStatus::Delivered, SubStatus::CollectedByCustomer,
       "The shipment was collected.", ""},
      {"neighbour", "Left with a neighbour", ShipmentStatus::Delivered,
       SubStatus::LeftWithNeighbour, "The shipment was left with a neighbour.", ""},
      {"locker", "Left in a locker", ShipmentStatus::Delivered, SubStatus::LeftInLocker,
       "The shipment was put into a parcel locker.", ""},
      {"safe_place", "Left at the door, with a photo", ShipmentStatus::Delivered,
       SubStatus::LeftAtSafePlace, "The shipment was left at the door.", ""},
      {"damaged", "Damaged", ShipmentStatus::Exception, SubStatus::Damaged,
       "The shipment was damaged and is being repacked.", "Rüdersdorf"},
      {"lost", "Lost", ShipmentStatus::Exception, SubStatus::Lost,
       "The shipment cannot be found. A search has begun.", "Rüdersdorf"},
      {"customs_started", "Reached customs", ShipmentStatus::InTransit, SubStatus::CustomsStarted,
       "The shipment is being cleared by customs.", "Frankfurt"},
      {"duties_due", "Duties are due", ShipmentStatus::OnHold, SubStatus::PaymentNeeded,
       "Customs holds the shipment until the duties are paid.", "Frankfurt"},
      {"customs_cleared", "Left customs", ShipmentStatus::InTransit, SubStatus::CustomsCleared,
       "Customs has released the shipment.", "Frankfurt"},
      {"handed_over", "Handed to another carrier", ShipmentStatus::InTransit,
       SubStatus::HandedToLocalCarrier,
       "The shipment was handed to the carrier that delivers in your region.", "Rüdersdorf"},
      {"appointment", "A new day is agreed", ShipmentStatus::InTransit, SubStatus::AppointmentMade,
       "The recipient has chosen another day.", "Rüdersdorf"},
      {"returning", "On its way back", ShipmentStatus::Returning, SubStatus::None,
       "The shipment is on its way back to the sender.", "Rüdersdorf"},
      {"returned", "Back at the sender", ShipmentStatus::Returned, SubStatus::None,
       "The shipment was returned to the sender.", "Leipzig"},
  };
  return scans;
}

const DemoScan* scan_of_code(std::string_view code) {
  for (const auto* scans : {&journey_scans(), &trouble_scans(), &other_scans()}) {
    for (const DemoScan& scan : *scans) {
      if (scan.code == code) return &scan;
    }
  }
  return nullptr;
}

}  // namespace postlude::server
