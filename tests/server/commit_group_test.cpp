#include "demo/server/commit_group.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <atomic>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "demo/server/settings_repository.h"
#include "tests/server/temporary_database.h"

namespace postlude::server {
namespace {

/// Big-endian, as all numbers in a write-ahead log (sqlite.org/fileformat2.html, 4.1; 2026-11).
uint32_t number_at(const std::string& bytes, size_t at) {
  uint32_t number = 0;
  for (size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

/// Returns how often a log that was not begun anew says "committed": each was a flush.
int commits_in(const std::string& log_path) {
  std::ifstream file(log_path, std::ios::binary);
  const std::string log(std::istreambuf_iterator<char>(file), {});
  constexpr size_t kHeader = 32;
  constexpr size_t kFrameHeader = 24;
  if (log.size() < kHeader) return 0;
  int commits = 0;
  for (size_t at = kHeader; at + kFrameHeader <= log.size();
       at += kFrameHeader + number_at(log, 8)) {
    const bool of_this_log = number_at(log, at + 8) == number_at(log, 16);
    if (of_this_log && number_at(log, at + 4) != 0) ++commits;
  }
  return commits;
}

class CommitGroupTest : public testing::Test {
 protected:
  CommitGroupTest() : group(temporary.path()) {}

  void write(const char* key) {
    group.connection().run_script(std::string("INSERT INTO settings VALUES ('") + key + "', 'x')");
  }
  bool written(const char* key) { return read_setting(*temporary.pool.lease(), key) == "x"; }

  /// Takes a turn, lets the others come and queue behind it, and ends the turn by `end`.
  void write_before(const std::vector<std::function<void()>>& others,
                    const std::function<void()>& end) {
    group.begin();
    write("first");
    std::vector<std::thread> threads;
    for (const auto& other : others) {
      threads.emplace_back(other);
      while (group.waiting() < static_cast<int>(threads.size())) std::this_thread::yield();
    }
    end();
    for (std::thread& thread : threads) thread.join();
  }

  TemporaryDatabase temporary;
  CommitGroup group;
};

TEST_F(CommitGroupTest, WritesThoseWhoWaitTogether) {
  const int before = commits_in(temporary.path() + "-wal");
  const auto other = [this](const char* key) {
    return [this, key] {
      group.begin();
      write(key);
      group.commit();
      EXPECT_TRUE(written(key));
    };
  };
  write_before({other("second"), other("third"), other("fourth")}, [this] { group.commit(); });
  for (const char* key : {"first", "second", "third", "fourth"}) EXPECT_TRUE(written(key)) << key;
  EXPECT_EQ(commits_in(temporary.path() + "-wal") - before, 1);
}

TEST_F(CommitGroupTest, GoesOnOnlyWhenAllIsOnTheDisk) {
  std::atomic<bool> first_went_on = false;
  const auto other = [&] {
    group.begin();
    EXPECT_FALSE(written("first"));
    EXPECT_FALSE(first_went_on);
    group.commit();
    EXPECT_TRUE(written("first"));
  };
  write_before({other}, [&] {
    group.commit();
    first_went_on = true;
    EXPECT_TRUE(written("first"));
  });
}

TEST_F(CommitGroupTest, LeavesOutWhoGivesUp) {
  const auto gives_up = [this] {
    group.begin();
    write("given up");
    EXPECT_TRUE(group.roll_back());
    EXPECT_TRUE(written("first"));
  };
  const auto goes_on = [this] {
    group.begin();
    write("third");
    group.commit();
  };
  write_before({gives_up, goes_on}, [this] { group.commit(); });
  EXPECT_TRUE(written("first"));
  EXPECT_FALSE(written("given up"));
  EXPECT_TRUE(written("third"));
}

TEST_F(CommitGroupTest, FailsForAllWhenOneFillsTheDisk) {
  int lost = 0;
  const auto fills_the_disk = [&] {
    group.begin();
    SqliteConnection& connection = group.connection();
    connection.run_script("PRAGMA max_page_count=1");  // as large as it is, and no larger
    const int code =
        connection.try_script("INSERT INTO settings VALUES ('large', hex(zeroblob(2000000)))");
    EXPECT_EQ(code & 0xff, SQLITE_FULL);
    connection.run_script("PRAGMA max_page_count=4294967294");
    EXPECT_FALSE(group.roll_back());
  };
  write_before({fills_the_disk}, [&] {
    try {
      group.commit();
    } catch (const DatabaseError& error) {
      EXPECT_TRUE(error.passing()) << error.what();
      ++lost;
    }
  });
  EXPECT_EQ(lost, 1);
  EXPECT_FALSE(written("first"));
  group.begin();  // and takes the next
  write("first");
  group.commit();
  EXPECT_TRUE(written("first"));
}

TEST_F(CommitGroupTest, HasNoTurnWhileAnotherProcessHoldsTheFile) {
  SqliteConnection other(temporary.path());
  other.run_script("BEGIN IMMEDIATE");
  EXPECT_THROW(group.begin(), DatabaseError);
  other.run_script("ROLLBACK");
  group.begin();
  write("first");
  group.commit();
  EXPECT_TRUE(written("first"));
}

}  // namespace
}  // namespace postlude::server
