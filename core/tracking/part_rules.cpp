#include "core/tracking/word_parts.h"

namespace postlude::tracking {
namespace {

using enum Concept;

constexpr Concepts operator|(Concept a, Concept b) {
  return Concepts{1} << static_cast<int>(a) | Concepts{1} << static_cast<int>(b);
}
constexpr Concepts operator|(Concepts set, Concept part) {
  return set | Concepts{1} << static_cast<int>(part);
}
constexpr Concepts only(Concept part) { return Concepts{1} << static_cast<int>(part); }

using S = ShipmentStatus;
using Sub = SubStatus;

constexpr PartRule kRules[] = {
    {"cancel", S::Cancelled, Sub::None, only(Cancel), 0, only(Refuse)},
    {"harm", S::Exception, Sub::Damaged, only(Harm), 0, only(Not)},
    {"gone", S::Exception, Sub::Lost, only(Gone), 0, Not | Wrong},
    {"customs + pay", S::OnHold, Sub::PaymentNeeded, Customs | Pay, 0, 0},
    {"back + sender + take", S::Returned, Sub::None, Back | Sender | Take, 0, Not | Yet},
    {"back", S::Returning, Sub::None, only(Back), 0, Depot | Customs | Refuse | Not},
    {"refuse", S::Exception, Sub::Refused, only(Refuse), 0, Enter | Harm},
    {"address + wrong", S::Exception, Sub::AddressProblem, Address | Wrong, 0, 0},
    {"not + take + yet/sender", S::LabelCreated, Sub::None, Not | Take, Yet | Sender,
     Home | Counter},
    {"yet + sender", S::LabelCreated, Sub::None, Yet | Sender, 0, Hold | Move | Counter},
    {"data + yet", S::LabelCreated, Sub::None, Data | Yet, 0, Hold | Customs},
    {"absent", S::AttemptFailed, Sub::RecipientAbsent, only(Absent), 0, Counter | Customs},
    {"not + home", S::AttemptFailed, Sub::RecipientAbsent, Not | Home, 0,
     Depot | Customs | Counter},
    {"not + enter", S::AttemptFailed, Sub::AccessDenied, Not | Enter, 0, Depot | Customs},
    {"not + address", S::AttemptFailed, Sub::AddressProblem, Not | Address, 0, Depot | Customs},
    {"not + carry + courier/receiver", S::AttemptFailed, Sub::None, Not | Carry, Courier | Receiver,
     Yet | Today},
    {"customs + hold", S::OnHold, Sub::CustomsDelay, Customs | Hold, 0, 0},
    {"customs + paper", S::OnHold, Sub::DocumentsNeeded, Customs | Paper, 0, 0},
    {"customs", S::InTransit, Sub::CustomsStarted, only(Customs), 0, Not | Yet},
    {"late", S::Delayed, Sub::None, only(Late), 0, Not | Customs},
    {"hold", S::OnHold, Sub::Held, only(Hold), 0, Not | Counter | Enter},
    {"neighbour + carry/leave/take", S::Delivered, Sub::LeftWithNeighbour, only(Neighbour),
     Carry | Leave | Take, Not | Today},
    {"take + sender", S::PickedUp, Sub::AcceptanceScan, Take | Sender, 0, Not | Yet | Wait | Data},
    {"courier + vehicle", S::OutForDelivery, Sub::None, Courier | Vehicle, 0, Not | Sender},
    {"courier + today/receiver/carry", S::OutForDelivery, Sub::None, only(Courier),
     Today | Receiver | Carry, Not | Sender | Take | Door},
    {"courier + move", S::OutForDelivery, Sub::None, Courier | Move, 0,
     Not | Sender | Depot | Take},
    {"vehicle + carry", S::OutForDelivery, Sub::None, Vehicle | Carry, 0, Not | Sender | Depot},
    {"today + carry/move", S::OutForDelivery, Sub::None, only(Today), Carry | Move,
     Not | Depot | Counter},
    {"counter + wait", S::ReadyForPickup, Sub::None, Counter | Wait, 0, Not | Sender},
    {"take + receiver + counter", S::Delivered, Sub::CollectedByCustomer, Take | Receiver | Counter,
     0, Not | Yet | Data | Courier},
    {"door + carry/leave", S::Delivered, Sub::LeftAtSafePlace, only(Door), Carry | Leave,
     Not | Today | Courier},
    {"depot + move", S::InTransit, Sub::None, Depot | Move, 0, Not | Carry | Courier},
    {"not + carry", S::AttemptFailed, Sub::None, Not | Carry, 0,
     Yet | Today | Data | Depot | Sender | Move},
    {"take + courier", S::PickedUp, Sub::AcceptanceScan, Take | Courier, 0,
     Not | Yet | Wait | Counter | Home | Receiver | Carry},
    {"leave + receiver", S::Delivered, Sub::None, Leave | Receiver, 0,
     Not | Yet | Today | Depot | Sender | Counter | Courier | Wait | Data},
    {"data", S::LabelCreated, Sub::None, only(Data), 0,
     Not | Move | Depot | Customs | Hold | Carry | Take | Late | Counter | Address | Wait},
    {"depot/move", S::InTransit, Sub::None, 0, Depot | Move,
     Not | Carry | Courier | Counter | Take | Data | Receiver | Door | Sender | Wait | Today |
         Leave},
};

}  // namespace

std::span<const PartRule> part_rules() { return kRules; }

}  // namespace postlude::tracking
