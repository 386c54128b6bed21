#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// What single words of a scan are about, in any language. A sentence that no phrase of cues.h
/// places is read by which of these meet in it.
enum class Concept : uint8_t {
  Not,
  Wrong,     // wrong, incomplete, missing
  Yet,       // still, not before
  Today,     // today, soon, between two hours
  Carry,     // deliver
  Courier,   // driver, postman
  Vehicle,   // van, loaded
  Receiver,  // recipient, customer, you
  Sender,    // sender, seller, shop
  Counter,   // where parcels are fetched: locker, post office, parcel shop
  Wait,      // wait, ready, can be fetched
  Home,      // home, there, answer
  Absent,
  Door,  // door, letter box, shed
  Neighbour,
  Leave,  // put, left (a parcel), handed
  Take,   // receive, take over, fetch
  Address,
  Enter,  // access, gate, code
  Customs,
  Pay,
  Paper,  // document, identity, invoice
  Back,   // return
  Harm,   // damaged
  Gone,   // lost, stolen
  Refuse,
  Late,
  Hold,
  Cancel,
  Move,   // on the way, arrive, depart
  Depot,  // hub, centre, warehouse, city
  Data,   // label, registration
};

/// Words of a concept, in the form of the phrases of cues.h.
struct WordPart {
  Concept part = Concept::Not;
  std::string_view phrases;
};

std::span<const WordPart> word_parts();

/// Sets of concepts, a bit each.
using Concepts = uint32_t;

/// What a sentence says in which all of `all`, one of `any` (unless 0) and none of `none` meet.
struct PartRule {
  std::string_view name;  // of the concepts, for explanations
  ShipmentStatus status = ShipmentStatus::Unknown;
  SubStatus sub_status = SubStatus::None;
  Concepts all = 0;
  Concepts any = 0;
  Concepts none = 0;
};

/// The rules, what goes further first.
std::span<const PartRule> part_rules();

}  // namespace postlude::tracking
