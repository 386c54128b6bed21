#include "core/session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/output/dump.h"

namespace postlude {
namespace {

constexpr int64_t kNow = 1795255200000;

std::string checkpoint(int number, const std::string& message) {
  const std::string two = (number < 10 ? "0" : "") + std::to_string(number);
  return R"({"id":"c)" + std::to_string(number) + R"(","status":"in_transit","message":")" +
         message + R"(","time":"2026-11-20T10:)" + two + R"(:00Z"})";
}

std::string page_of(int checkpoints) {
  std::string list;
  for (int i = checkpoints; i > 0; --i) {
    list += (list.empty() ? "" : ",") + checkpoint(i, "scan " + std::to_string(i));
  }
  return R"({"version":1,"shipments":[{"id":"s","status":"in_transit","checkpoints":[)" + list +
         "]}]}";
}

class SessionTest : public testing::Test {
 protected:
  Batch send(MessageType type, uint32_t a = 0, uint32_t b = 0, std::string_view payload = {}) {
    printed.clear();
    session.observe(
        [](void* context, const output::Patches& patches, const output::View& view) {
          output::dump_patches(patches, view, *static_cast<std::string*>(context));
        },
        &printed);
    return session.send(type, a, b, payload, kNow);
  }
  std::string shown(uint32_t root) {
    std::string out;
    if (const output::View* view = session.view_of(root)) output::dump_view(*view, out);
    return out;
  }

  Session session;
  std::string printed;
};

constexpr auto kTracking = static_cast<uint32_t>(WidgetKind::Tracking);

TEST_F(SessionTest, ShowsTheFallbackUntilSomethingIsKnown) {
  send(MessageType::Mount, 1, kTracking);
  EXPECT_EQ(session.view_of(1), nullptr);
  send(MessageType::Page, 0, 0, page_of(1));
  EXPECT_NE(session.view_of(1), nullptr);
}

TEST_F(SessionTest, SaysNothingWhenNothingChanged) {
  send(MessageType::Mount, 1, kTracking);
  send(MessageType::Page, 0, 0, page_of(12));
  send(MessageType::Page, 0, 0, page_of(12));
  EXPECT_EQ(printed, "");
}

TEST_F(SessionTest, PatchesOneCheckpointInPlace) {
  send(MessageType::Mount, 1, kTracking);
  send(MessageType::Page, 0, 0, page_of(40));
  send(MessageType::Checkpoint, 0, 0,
       R"({"shipment_id":"s","checkpoint":)" + checkpoint(7, "changed words") + "}");
  EXPECT_EQ(std::count(printed.begin(), printed.end(), '\n'), 1);
  EXPECT_NE(printed.find("\"changed words\""), std::string::npos);
}

TEST_F(SessionTest, ShowsTheSameAfterChangesInPlaceAsWhenBuiltAnew) {
  send(MessageType::Mount, 1, kTracking);
  send(MessageType::Page, 0, 0, page_of(40));
  const auto change = [&](int number, const std::string& words) {
    send(MessageType::Checkpoint, 0, 0,
         R"({"shipment_id":"s","checkpoint":)" + checkpoint(number, words) + "}");
  };
  for (int round = 0; round < 30; ++round) {
    change(1 + round % 40, "round " + std::to_string(round) + std::string(3000, 'x'));
  }
  send(MessageType::Mount, 2, kTracking);
  EXPECT_EQ(shown(1), shown(2));
}

std::string changes_of(const std::string& checkpoints, const std::string& more = "") {
  return R"({"version":1,"shipments":[{"id":"s","status":"in_transit",)" + more +
         R"("checkpoints":[)" + checkpoints + "]}]}";
}

TEST_F(SessionTest, PatchesOnlyWhatAChangeTouches) {
  send(MessageType::Mount, 1, kTracking);
  send(MessageType::Page, 0, 0, page_of(40));
  send(MessageType::Changes, 0, 0, changes_of(checkpoint(7, "changed words")));
  // The words alone: the live line tells the newest scan, which this is not.
  EXPECT_EQ(std::count(printed.begin(), printed.end(), '\n'), 1);
  send(MessageType::Changes, 0, 0, changes_of(checkpoint(7, "again")));
  EXPECT_EQ(std::count(printed.begin(), printed.end(), '\n'), 1);
  send(MessageType::Changes, 0, 0, changes_of(checkpoint(7, "again")));
  EXPECT_EQ(printed, "");
}

TEST_F(SessionTest, ShowsTheSameAfterChangesAsWhenBuiltAnew) {
  std::mt19937 random(20261129);
  const auto pick = [&](std::initializer_list<const char*> list) {
    return std::string(list.begin()[random() % list.size()]);
  };
  const auto some_checkpoint = [&] {
    const std::string number = std::to_string(random() % 14);
    return R"({"id":"c)" + number + R"(","status":")" +
           pick({"in_transit", "delivered", "out_for_delivery", "unknown"}) + R"(","message":")" +
           pick({"here", "there", ""}) + R"(","time":")" +
           pick({"2026-11-20T10:0", "2026-11-20T10:1"}) + number.back() + R"(:00Z"})";
  };
  for (int run = 0; run < 40; ++run) {
    session = Session();
    send(MessageType::Mount, 1, kTracking);
    send(MessageType::Page, 0, 0, page_of(static_cast<int>(random() % 7)));
    for (int step = 0; step < 25; ++step) {
      if (random() % 3 == 0) {
        send(MessageType::Checkpoint, 0, 0,
             R"({"shipment_id":"s","checkpoint":)" + some_checkpoint() + "}");
      } else {
        std::string some;
        for (uint32_t left = random() % 4; left > 0; --left) {
          some += (some.empty() ? "" : ",") + some_checkpoint();
        }
        send(MessageType::Changes, 0, 0,
             changes_of(some, pick({"", R"("carrier":"dhl",)", R"("tracking_number":"1",)",
                                    R"("tracking_url":"https://a.example/",)",
                                    R"("estimate":{"from":"2026-11-23"},)",
                                    R"("sub_status":"payment_needed",)"})));
      }
      send(MessageType::Mount, 2, kTracking);
      ASSERT_EQ(shown(1), shown(2)) << "run " << run << " step " << step;
      send(MessageType::Unmount, 2);
    }
  }
}

// Two parcels, the first of which has so many scans.
std::string two_parcels(int checkpoints) {
  std::string page = page_of(checkpoints);
  const std::string second =
      R"(,{"id":"t","status":"delivered","checkpoints":[{"id":"x","status":"delivered","time":"2026-11-19"}]})";
  return page.insert(page.size() - 2, second);
}

TEST_F(SessionTest, PutsANewScanInFrontWithoutLookingAtTheRest) {
  send(MessageType::Mount, 1, kTracking);
  send(MessageType::Page, 0, 0, page_of(40));
  send(MessageType::Checkpoint, 0, 0,
       R"({"shipment_id":"s","checkpoint":)" + checkpoint(41, "the newest") + "}");
  // It comes with its seven values, the one before is no longer the newest, the fourth goes into
  // the fold, whose label counts one more, and the live line tells it.
  EXPECT_EQ(std::count(printed.begin(), printed.end(), '\n'), 9 + 4) << printed;
}

TEST_F(SessionTest, ShowsTheSameAfterNewScansAsWhenBuiltAnew) {
  for (int length = 0; length < 8; ++length) {
    session = Session();
    send(MessageType::Mount, 1, kTracking);
    send(MessageType::Page, 0, 0, two_parcels(length));
    for (int number = length + 1; number < length + 9; ++number) {
      const char* const parcel = number % 3 == 0 ? "t" : "s";
      send(MessageType::Checkpoint, 0, 0,
           std::string(R"({"shipment_id":")") + parcel + R"(","checkpoint":)" +
               checkpoint(number, "scan " + std::to_string(number)) + "}");
      EXPECT_NE(printed, "");
      send(MessageType::Mount, 2, kTracking);
      EXPECT_EQ(shown(1), shown(2)) << length << " and " << number;
      send(MessageType::Unmount, 2);
    }
    // What is put in place later finds it.
    send(MessageType::Checkpoint, 0, 0,
         R"({"shipment_id":"s","checkpoint":)" + checkpoint(1, "changed words") + "}");
    send(MessageType::Mount, 2, kTracking);
    EXPECT_EQ(shown(1), shown(2)) << length;
    send(MessageType::Changes, 0, 0, changes_of(checkpoint(30, "a") + "," + checkpoint(31, "b")));
    send(MessageType::Mount, 3, kTracking);
    EXPECT_EQ(shown(1), shown(3)) << length;
  }
}

TEST_F(SessionTest, ShowsEveryRootOfAKind) {
  send(MessageType::Page, 0, 0, page_of(2));
  send(MessageType::Mount, 1, kTracking);
  send(MessageType::Mount, 2, kTracking);
  EXPECT_EQ(shown(1), shown(2));
  send(MessageType::Unmount, 1);
  EXPECT_EQ(session.view_of(1), nullptr);
  EXPECT_NE(session.view_of(2), nullptr);
}

TEST_F(SessionTest, AdoptsWithoutPatches) {
  send(MessageType::Page, 0, 0, page_of(5));
  send(MessageType::Adopt, 1, kTracking);
  EXPECT_EQ(printed.substr(0, 8), "Adopt 1 ");
  EXPECT_EQ(std::count(printed.begin(), printed.end(), '\n'), 1);
}

TEST_F(SessionTest, GivesTheSameBytesForTheSameMessages) {
  const auto play = [] {
    Session fresh;
    std::vector<std::string> batches;
    const auto keep = [&](Batch batch) {
      batches.emplace_back(reinterpret_cast<const char*>(batch.bytes), batch.size);
    };
    keep(fresh.send(MessageType::Mount, 1, kTracking, {}, kNow));
    keep(fresh.send(MessageType::Page, 0, 0, page_of(9), kNow));
    keep(fresh.send(MessageType::Page, 0, 0, page_of(10), kNow));
    return batches;
  };
  EXPECT_EQ(play(), play());
}

TEST_F(SessionTest, SurvivesEveryTruncationOfADocument) {
  const std::string whole = page_of(3);
  send(MessageType::Mount, 1, kTracking);
  for (size_t size = 0; size < whole.size(); ++size) {
    send(MessageType::Page, 0, 0, std::string_view(whole).substr(0, size));
    ASSERT_EQ(session.view_of(1), nullptr) << "after " << size << " bytes";
    ASSERT_EQ(session.last_effects().size(), 1u);
    ASSERT_EQ(session.last_effects()[0].kind, output::EffectKind::Warn);
  }
  send(MessageType::Page, 0, 0, whole);
  EXPECT_NE(session.view_of(1), nullptr);
}

TEST_F(SessionTest, RefusesNumbersOutOfRange) {
  for (uint32_t type = 0; type < 12; ++type) {
    send(static_cast<MessageType>(type), 0xffffffffu, 0xffffffffu, "{}");
  }
  send(static_cast<MessageType>(200), 0, 0, "{}");
  EXPECT_EQ(session.view_of(0xffffffffu), nullptr);
}

}  // namespace
}  // namespace postlude
