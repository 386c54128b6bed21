#include "core/app/refresh.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/session.h"

namespace postlude::app {
namespace {

constexpr int64_t kNow = 1795255200000;
constexpr int64_t kMinuteMs = 60'000;
constexpr uint64_t kSeeds[] = {0, 1, 1ull << 33, 0x9e3779b97f4a7c15u, ~0ull};
constexpr auto kTracking = static_cast<uint32_t>(WidgetKind::Tracking);
constexpr auto kPoll = static_cast<uint32_t>(output::TimerId::Poll);
constexpr auto kPage = static_cast<uint32_t>(Request::Page);
constexpr auto kChanges = static_cast<uint32_t>(Request::Changes);
constexpr auto kStream = static_cast<uint32_t>(Request::Stream);

TEST(PollDelay, IsTheMerchantsIntervalAndUpToAQuarterMore) {
  for (const uint64_t seed : kSeeds) {
    const uint32_t ms = poll_delay_ms(30'000, 0, 0, seed);
    EXPECT_GE(ms, 30'000u);
    EXPECT_LE(ms, 37'500u);
  }
}

TEST(PollDelay, DoublesWhileNobodyAnswers) {
  const struct {
    int failed;
    uint32_t middle;
  } rows[] = {{1, 2000},   {2, 4000},    {3, 8000},    {4, 16'000},  {5, 32'000},
              {6, 64'000}, {7, 128'000}, {8, 128'000}, {90, 128'000}};
  for (const auto& row : rows) {
    for (const uint64_t seed : kSeeds) {
      const uint32_t ms = poll_delay_ms(30'000, row.failed, 0, seed);
      EXPECT_GE(ms, row.middle / 2) << row.failed;
      EXPECT_LT(ms, row.middle / 2 + row.middle) << row.failed;
    }
  }
}

TEST(PollDelay, IsNeverShorterThanTheBackendAsksFor) {
  EXPECT_EQ(poll_delay_ms(30'000, 1, 300, 0), 300'000u);
  EXPECT_EQ(poll_delay_ms(30'000, 0, 1, 0), 30'000u);
  EXPECT_EQ(poll_delay_ms(30'000, 1, (1u << 22) - 1, 0), ((1u << 22) - 1) * 1000);
}

TEST(PollDelay, DiffersBetweenPages) {
  std::set<uint32_t> delays;
  for (uint64_t i = 0; i < 100; ++i) {
    delays.insert(poll_delay_ms(30'000, 0, 0, i * 0x9e3779b97f4a7c15u));
  }
  EXPECT_GT(delays.size(), 90u);
}

TEST(PollsBeforeListening, GrowWithEachLostStream) {
  const struct {
    int lost;
    uint32_t retry_after_s;
    int passed;
  } rows[] = {{1, 0, 0},   {2, 0, 1},  {3, 0, 3}, {4, 0, 7},     {5, 0, 15},
              {40, 0, 15}, {1, 60, 2}, {3, 1, 3}, {1, 3600, 120}};
  for (const auto& row : rows) {
    EXPECT_EQ(polls_before_listening(row.lost, row.retry_after_s, 30'000), row.passed)
        << row.lost << " lost, " << row.retry_after_s << " s";
  }
}

// A page that keeps up, as its backend and its host see it.
class RefreshTest : public testing::Test {
 protected:
  void open_page(bool stream) {
    page = R"({"version":1,"now_ms":1795255200000,"cursor":"17","config":{"api":"/v1",)"
           R"("poll_ms":30000,"stream":)" +
           std::string(stream ? "true" : "false") + R"(},"shipments":[]})";
    send(MessageType::Page, 0, 0, page);
    send(MessageType::Adopt, 1, kTracking);
  }
  void send(MessageType type, uint32_t a = 0, uint32_t b = 0, std::string_view payload = {}) {
    session.send(type, a, b, payload, now_ms);
  }
  void reply(uint32_t request, uint32_t status, std::string_view body = {}) {
    send(MessageType::Reply, request, status, body);
  }
  // Waits until the timer is over.
  void wait() {
    const uint32_t ms = timer_ms();
    ASSERT_GT(ms, 0u) << "no timer";
    now_ms += ms;
    send(MessageType::Timer, kPoll);
  }
  // The requests of the last step: "GET page LISTEN".
  std::string asked() const {
    std::string out;
    for (const output::Effect& effect : session.last_effects()) {
      if (effect.kind != output::EffectKind::Fetch) continue;
      if (!out.empty()) out += " ";
      const bool listens = effect.method == output::Method::Listen;
      if (listens) {
        out += effect.text.empty() ? "hush" : "listen";
      } else {
        out += effect.id == kPage ? "page" : "changes";
      }
    }
    return out;
  }
  uint32_t timer_ms() const {
    uint32_t ms = 0;
    for (const output::Effect& effect : session.last_effects()) {
      if (effect.kind == output::EffectKind::Timer && effect.id == kPoll) ms = effect.number;
    }
    return ms;
  }
  int64_t minutes_old() const { return session.model().tracking.minutes_old; }
  // A scan for each cursor, two minutes after the one before: what comes closer is folded.
  static std::string changes(int cursor) {
    const std::string id = std::to_string(cursor);
    const std::string minute = std::to_string(10 + 2 * cursor % 48);
    return R"({"version":1,"cursor":")" + id + R"(","shipments":[{"id":"s","status":)" +
           R"("in_transit","checkpoints":[{"id":"c)" + id +
           R"(","status":"in_transit","time":"2026-11-20T10:)" + minute + R"(:00Z"}]}]})";
  }

  Session session;
  std::string page;
  int64_t now_ms = kNow;
};

TEST_F(RefreshTest, AsksAfterTheIntervalAndAgainAfterEachAnswer) {
  open_page(false);
  for (const uint32_t status : {304u, 200u, 304u}) {
    EXPECT_GE(timer_ms(), 30'000u);
    wait();
    EXPECT_EQ(asked(), "changes");
    EXPECT_EQ(timer_ms(), 0u) << "the next question comes after the answer";
    reply(kChanges, status, changes(18));
  }
}

TEST_F(RefreshTest, StopsWhenTheTokenOpensNothingAnyMore) {
  for (const uint32_t status : {401u, 404u}) {
    open_page(false);
    wait();
    reply(kChanges, status);
    EXPECT_EQ(timer_ms(), 0u) << status;
  }
}

TEST_F(RefreshTest, AsksForThePageWhenItsPlaceIsNotKnown) {
  open_page(false);
  wait();
  reply(kChanges, 422);
  wait();
  EXPECT_EQ(asked(), "page");
}

TEST_F(RefreshTest, SaysHowOldTheStateIsAfterTwoQuestionsWithoutAnswer) {
  open_page(false);
  wait();
  reply(kChanges, 0);
  EXPECT_EQ(minutes_old(), 0);
  wait();
  reply(kChanges, 503);
  EXPECT_EQ(minutes_old(), 1);
  now_ms += 90 * kMinuteMs;
  send(MessageType::Refresh);
  EXPECT_EQ(minutes_old(), 90);
  reply(kChanges, 304);
  EXPECT_EQ(minutes_old(), 0);
}

TEST_F(RefreshTest, TellsTheAgeEveryMinuteWhileItWaitsLonger) {
  open_page(false);
  wait();
  reply(kChanges, 0);
  wait();
  reply(kChanges, 503 | 150u << 10);
  const int64_t before = minutes_old();
  std::string questions;
  for (const uint32_t ms : {60'000u, 60'000u, 30'000u}) {
    EXPECT_EQ(timer_ms(), ms);
    EXPECT_EQ(asked(), "");
    wait();
  }
  EXPECT_EQ(asked(), "changes");
  EXPECT_EQ(minutes_old(), before + 2);
}

TEST_F(RefreshTest, ListensSoonAfterThePageIsThere) {
  open_page(true);
  EXPECT_GE(timer_ms(), 1000u);
  EXPECT_LE(timer_ms(), 3000u);
  wait();
  EXPECT_EQ(asked(), "listen");
  EXPECT_EQ(session.last_effects()[0].text, "/v1/shipments/stream?since=17");
}

TEST_F(RefreshTest, AsksNothingWhileTheStreamLives) {
  open_page(true);
  wait();
  for (int i = 0; i < 100; ++i) {
    reply(kStream, 200, i % 10 == 0 ? changes(18 + i) : "");
    EXPECT_EQ(asked(), "");
    EXPECT_EQ(timer_ms(), 40'000u);
    now_ms += 15'000;
  }
  EXPECT_EQ(session.model().cursor, "108");
}

TEST_F(RefreshTest, AsksWhenAProxyKeepsTheStreamToItself) {
  open_page(true);
  wait();
  EXPECT_EQ(timer_ms(), 10'000u);
  wait();
  EXPECT_EQ(asked(), "hush changes");
  reply(kChanges, 304);
  EXPECT_EQ(asked(), "listen");
  wait();
  EXPECT_EQ(asked(), "hush changes");
  reply(kChanges, 304);
  EXPECT_EQ(asked(), "") << "the second time it passes an answer by";
  EXPECT_GE(timer_ms(), 30'000u);
}

TEST_F(RefreshTest, GivesASilentStreamUp) {
  open_page(true);
  wait();
  reply(kStream, 200);
  reply(kStream, 200);
  wait();
  EXPECT_EQ(asked(), "hush changes");
  reply(kChanges, 304);
  EXPECT_EQ(asked(), "listen");
}

TEST_F(RefreshTest, PollsWhenAsManyListenAsMayAndTriesAgainLater) {
  open_page(true);
  wait();
  reply(kStream, 503 | 60u << 10);
  wait();
  for (int polls = 0; polls < 2; ++polls) {
    EXPECT_EQ(asked(), "changes");
    reply(kChanges, 304);
    EXPECT_EQ(asked(), "");
    wait();
  }
  reply(kChanges, 304);
  EXPECT_EQ(asked(), "listen");
}

TEST_F(RefreshTest, DoesNotListenAgainAndAgainToAStreamThatBreaksOff) {
  open_page(true);
  int listened = 0, questions = 0;
  const int64_t end = now_ms + 60 * kMinuteMs;
  while (now_ms < end) {
    wait();
    ++questions;
    if (asked() == "listen") {
      ++listened;
      reply(kStream, 200);
      reply(kStream, 0);
      continue;
    }
    reply(kChanges, 304);
    if (asked() != "listen") continue;
    ++listened;
    reply(kStream, 200);
    reply(kStream, 0);
  }
  EXPECT_LE(listened, 15);
  EXPECT_GE(listened, 5);
  EXPECT_LE(questions, 130);
}

TEST_F(RefreshTest, ComesBackAtOnceAfterTheBackendStartsAnew) {
  open_page(true);
  wait();
  reply(kStream, 200);
  reply(kStream, 200);
  reply(kStream, 0);
  EXPECT_LE(timer_ms(), 3000u);
  wait();
  EXPECT_EQ(asked(), "changes");
  reply(kChanges, 304);
  EXPECT_EQ(asked(), "listen");
}

TEST_F(RefreshTest, AnAnswerOlderThanWhatTheStreamSaidIsAskedForAgain) {
  open_page(true);
  wait();
  reply(kStream, 200);
  send(MessageType::Refresh);
  EXPECT_EQ(asked(), "hush changes");
  reply(kChanges, 200, changes(18));
  EXPECT_EQ(asked(), "listen");
  reply(kStream, 200, changes(19));
  reply(kChanges, 200, changes(18));  // the same question had been asked twice
  EXPECT_EQ(asked(), "hush changes");
  EXPECT_EQ(session.model().cursor, "19");
  EXPECT_EQ(session.model().tracking.shipments[0].checkpoints.size(), 2u);
}

TEST_F(RefreshTest, AnEventThatCannotBeReadEndsTheStreamAndNotThePage) {
  open_page(true);
  wait();
  reply(kStream, 200);
  reply(kStream, 200, "{");
  EXPECT_EQ(asked(), "hush");
  wait();
  EXPECT_EQ(asked(), "changes");
  EXPECT_EQ(session.model().cursor, "17");
}

TEST_F(RefreshTest, EndsTheStreamWithTheLastElement) {
  open_page(true);
  wait();
  reply(kStream, 200);
  send(MessageType::Mount, 2, kTracking);
  send(MessageType::Unmount, 1);
  EXPECT_EQ(asked(), "");
  send(MessageType::Unmount, 2);
  EXPECT_EQ(asked(), "hush");
  send(MessageType::Timer, kPoll);
  EXPECT_EQ(asked(), "") << "nobody is there to be told";
}

TEST_F(RefreshTest, DoesNotListenWhereNothingIsOffered) {
  for (const char* config : {R"("poll_ms":0,"stream":true)", R"("poll_ms":30000)"}) {
    Session fresh;
    fresh.send(MessageType::Page, 0, 0,
               R"({"version":1,"cursor":"1","config":{"api":"/v1",)" + std::string(config) +
                   R"(},"shipments":[]})",
               kNow);
    fresh.send(MessageType::Adopt, 1, kTracking, {}, kNow);
    fresh.send(MessageType::Timer, kPoll, 0, {}, kNow);
    for (const output::Effect& effect : fresh.last_effects()) {
      EXPECT_NE(effect.method, output::Method::Listen) << config;
    }
  }
}

}  // namespace
}  // namespace postlude::app
