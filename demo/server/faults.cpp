#include "demo/server/faults.h"

#include <charconv>
#include <csignal>
#include <limits>
#include <stdexcept>

namespace postlude::server {
namespace {

thread_local const Faults* faults_of_request = nullptr;

}  // namespace

const std::vector<FaultPoint>& fault_points() {
  static const std::vector<FaultPoint> points = {
      {"gateway_down", "the gateway cannot be reached; nothing is charged"},
      {"gateway_timeout", "the gateway does its work, but its answer never comes"},
      {"gateway_delayed", "a charge reaches the gateway only after this many milliseconds"},
      {"lost_answer",
       "what became of an accept or an undo is committed, then the connection breaks"},
      {"slow", "every API answer waits this many milliseconds (slow=200)"},
      {"sqlite_busy", "a write transaction finds the database locked"},
      {"sqlite_full", "a commit finds the disk full"},
      {"busy_at", "this step of the database, counted from 1, finds it locked"},
      {"busy_from", "this step of the database and all behind it find it locked"},
      {"full_at", "this step of the database finds the disk full"},
      {"crash_at", "the process dies at this begin or end of a step of the database"},
      {"crash_before_charge", "the process dies after the stock is reserved"},
      {"crash_after_charge", "the process dies after the gateway has charged or given back"},
      {"crash_after_cancel", "the process dies when an order is cancelled, its money not yet back"},
      {"crash_after_commit", "the process dies after the order has changed, before the answer"},
  };
  return points;
}

Faults::Faults(std::string_view list) {
  while (!list.empty()) {
    const size_t comma = list.find(',');
    std::string_view part = list.substr(0, comma);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    const size_t equals = part.find('=');
    const std::string_view name = part.substr(0, equals);
    bool known = false;
    for (const FaultPoint& point : fault_points()) known = known || point.name == name;
    int64_t number = std::numeric_limits<int64_t>::max();
    if (equals != std::string_view::npos) {
      const std::string_view digits = part.substr(equals + 1);
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
      known = known && read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    }
    if (!known) throw std::invalid_argument("not a fault point: " + std::string(part));
    Armed& armed = armed_[std::string(name)];
    armed.number = number;
    armed.left = number;
  }
}

const Faults::Armed* Faults::find(std::string_view name) const {
  if (faults_of_request != nullptr && faults_of_request != this) {
    if (const Armed* own = faults_of_request->find(name)) return own;
  }
  const auto found = armed_.find(name);
  return found == armed_.end() ? nullptr : &found->second;
}

bool Faults::take(std::string_view name) const {
  const Armed* armed = find(name);
  return armed != nullptr && armed->left.fetch_sub(1) > 0;
}

int64_t Faults::number(std::string_view name) const {
  const Armed* armed = find(name);
  return armed == nullptr ? 0 : armed->number;
}

void Faults::crash_if(std::string_view name) const {
  if (take(name)) std::raise(SIGKILL);
}

bool Faults::due(std::string_view name) const {
  const Armed* armed = find(name);
  return armed != nullptr && armed->left.fetch_sub(1) == 1;
}

bool Faults::due_from(std::string_view name) const {
  const Armed* armed = find(name);
  return armed != nullptr && armed->left.fetch_sub(1) <= 1;
}

bool Faults::idle() const { return armed_.empty() && faults_of_request == nullptr; }

RequestFaults::RequestFaults(std::string_view list) : faults_(list) {
  if (!list.empty()) faults_of_request = &faults_;
}

RequestFaults::~RequestFaults() { faults_of_request = nullptr; }

}  // namespace postlude::server
