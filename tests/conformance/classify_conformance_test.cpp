#include <gtest/gtest.h>

#include <set>

#include "core/tracking/classify_text.h"
#include "core/tracking/normalise.h"
#include "tests/conformance/shared_data.h"

// Scans of real payloads whose codes say what they are: the code's meaning is the label, the
// carrier's words are what is classified.

namespace postlude::tracking {
namespace {

struct Folder {
  TrackingSource source;
  std::string_view folder;
  std::string_view ending;
};

constexpr Folder kFolders[] = {
    {TrackingSource::AfterShip, "aftership", ".json"},
    {TrackingSource::EasyPost, "easypost", ".json"},
    {TrackingSource::Shippo, "shippo", ".json"},
    {TrackingSource::Karrio, "karrio", ".expected.json"},
};

// Labels that the words contradict, and why the words are right.
struct Fault {
  std::string_view text;  // how it begins
  std::string_view label;
  std::string_view reason;
};

constexpr Fault kFaults[] = {
    {"Your package was released by the customs agency", "on_hold",
     "karrio puts UPS's code SR among those of a held parcel"},
    {"Votre colis est dans le site de livraison", "out_for_delivery",
     "karrio takes the preparation (MD2) for the tour"},
    {"Votre colis est en cours d'acheminement", "out_for_delivery", "ET1 is any movement"},
    {"Votre colis est en transit", "out_for_delivery", "ET1 is any movement"},
    {"Package available for clearance", "picked_up", "FedEx's code PU here is not a pick-up"},
    {"FedEx redirected your package", "attempt_failed",
     "DE is every delivery exception; this one is a redirection"},
    {"After an unsuccessful delivery attempt", "out_for_delivery", "the parcel is back"},
    {"Processed at Location", "picked_up", "a parcel is processed at every location"},
};

bool is_fault(std::string_view text, std::string_view label) {
  return std::any_of(std::begin(kFaults), std::end(kFaults), [&](const Fault& fault) {
    return text.starts_with(fault.text) && label == fault.label;
  });
}

// In karrio's case of Australia Post every scan carries the status of the whole parcel.
constexpr std::string_view kUnlabelled = "australiapost";

// Some sources have one word for what we tell apart.
bool is_coarser(ShipmentStatus label, ShipmentStatus ours) {
  using S = ShipmentStatus;
  if (label == S::Pending) return ours == S::LabelCreated;
  return label == S::InTransit && (ours == S::PickedUp || ours == S::OutForDelivery);
}

struct Tally {
  std::set<std::string> seen;
  size_t answered = 0;
  size_t right = 0;
  size_t coarser = 0;
};

void check_scan(const TextClassifier& classifier, const Checkpoint& scan, Tally& tally) {
  if (scan.status == ShipmentStatus::Unknown || scan.message.empty()) return;
  if (is_fault(scan.message, status_name(scan.status))) return;
  if (!tally.seen.insert(scan.message).second) return;
  const ShipmentStatus ours = classifier.classify(scan.message).status;
  if (ours == ShipmentStatus::Unknown) return;
  ++tally.answered;
  if (ours == scan.status) {
    ++tally.right;
  } else if (is_coarser(scan.status, ours)) {
    ++tally.coarser;
  } else {
    std::cout << scan.message << ": " << status_name(ours) << ", labelled "
              << status_name(scan.status) << "\n";
  }
}

TEST(ClassifyConformance, AgreesWithTheCodesOfRealScans) {
  if (!has_shared_data("karrio")) return;
  const TextClassifier classifier;
  Tally tally;
  for (const Folder& folder : kFolders) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(shared_data() / folder.folder)) {
      const std::string path = entry.path().string();
      if (!path.ends_with(folder.ending) || path.find(kUnlabelled) != std::string::npos) continue;
      const auto result = normalise(folder.source, read_file(path));
      if (!result.ok()) continue;
      for (const Shipment& shipment : result.value()) {
        for (const Checkpoint& scan : shipment.checkpoints) check_scan(classifier, scan, tally);
      }
    }
  }
  std::cout << tally.seen.size() << " labelled texts, " << tally.answered << " answered, "
            << tally.right << " the same, " << tally.coarser << " finer than their label\n";
  EXPECT_GE(tally.seen.size(), 40u);
  EXPECT_GE(tally.answered * 100, tally.seen.size() * 85);
  EXPECT_GE((tally.right + tally.coarser) * 100, tally.answered * 95);
}

}  // namespace
}  // namespace postlude::tracking
