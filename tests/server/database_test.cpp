#include "demo/server/database.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "demo/server/faults.h"
#include "demo/server/settings_repository.h"
#include "tests/server/temporary_database.h"

namespace postlude::server {
namespace {

std::string pragma(Database& database, const char* sql) {
  Statement row = database.query(sql);
  return row.step() ? row.text(0) : std::string();
}

void expect_settings(Database& database) {
  EXPECT_EQ(pragma(database, "PRAGMA journal_mode"), "wal");
  EXPECT_EQ(pragma(database, "PRAGMA synchronous"), "2");  // FULL
  EXPECT_EQ(pragma(database, "PRAGMA foreign_keys"), "1");
}

TEST(Database, OpensWithALogThatIsFlushedAndForeignKeys) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  expect_settings(*database);
  const Transaction transaction(*database);
  expect_settings(*database);
}

TEST(Database, BindsEveryKindOfValue) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  const std::string nul("a\0b", 3);
  Statement row = database->query("SELECT ?, ?, ?, ?, ?", int64_t{-5}, nul, std::string_view(),
                                  std::optional<std::string>(), true);
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.integer(0), -5);
  EXPECT_EQ(row.text(1), nul);
  EXPECT_FALSE(row.is_null(2));
  EXPECT_EQ(row.text(2), "");
  EXPECT_TRUE(row.is_null(3));
  EXPECT_EQ(row.optional_integer(3), std::nullopt);
  EXPECT_EQ(row.integer(4), 1);
  EXPECT_FALSE(row.step());
}

TEST(Database, RefusesARowThatRefersToNothing) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  try {
    database->execute("INSERT INTO notices (order_id, offer_id, code) VALUES ('x', 'y', 'z')");
    FAIL();
  } catch (const DatabaseError& error) {
    EXPECT_TRUE(error.constraint());
    EXPECT_FALSE(error.passing());
  }
}

TEST(Database, TellsWhatWasNotedOnceItIsCommitted) {
  TemporaryDatabase temporary;
  std::vector<std::string> heard;
  temporary.pool.on_commit([&](const std::string& subject) { heard.push_back(subject); });
  DatabasePool::Lease database = temporary.pool.lease();
  {
    Transaction given_up(*database);
    database->note("given up");
  }
  Transaction transaction(*database);
  database->note("a");
  database->note("b");
  EXPECT_TRUE(heard.empty());
  transaction.commit();
  EXPECT_EQ(heard, (std::vector<std::string>{"a", "b"}));
}

TEST(Snapshot, IsOfOneMomentWhateverOthersCommit) {
  TemporaryDatabase temporary;
  DatabasePool::Lease reader = temporary.pool.lease();
  DatabasePool::Lease writer = temporary.pool.lease();
  write_setting(*writer, "a", "before");
  write_setting(*writer, "b", "before");
  {
    const Snapshot moment(*reader);
    EXPECT_EQ(read_setting(*reader, "a"), "before");
    Transaction transaction(*writer);
    write_setting(*writer, "a", "after");
    write_setting(*writer, "b", "after");
    transaction.commit();
    EXPECT_EQ(read_setting(*reader, "b"), "before");
  }
  EXPECT_EQ(read_setting(*reader, "b"), "after");
}

TEST(Snapshot, IsNotWrittenIn) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  {
    const Snapshot moment(*database);
    EXPECT_THROW(Transaction{*database}, DatabaseError);
  }
  write_setting(*database, "a", "1");  // it left nothing open
  EXPECT_EQ(read_setting(*temporary.pool.lease(), "a"), "1");
}

TEST(Migrate, IsDoneOnce) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  write_setting(*database, "kept", "yes");
  migrate(*database);
  EXPECT_EQ(read_setting(*database, "kept"), "yes");
}

TEST(Migrate, RefusesAFileOfANewerServer) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  database->run_script("PRAGMA user_version = 99");
  EXPECT_THROW(migrate(*database), DatabaseError);
}

TEST(Transaction, RollsBackUnlessCommitted) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  {
    Transaction transaction(*database);
    write_setting(*database, "a", "1");
  }
  EXPECT_EQ(read_setting(*database, "a"), "");
  {
    Transaction transaction(*database);
    write_setting(*database, "a", "2");
    transaction.commit();
  }
  EXPECT_EQ(read_setting(*database, "a"), "2");
}

TEST(Transaction, IsWrittenInByOneConnectionAndReadByOthers) {
  TemporaryDatabase temporary;
  DatabasePool::Lease writer = temporary.pool.lease();
  DatabasePool::Lease reader = temporary.pool.lease();
  Transaction transaction(*writer);
  write_setting(*writer, "a", "1");
  EXPECT_EQ(read_setting(*writer, "a"), "1");
  EXPECT_EQ(read_setting(*reader, "a"), "");
  transaction.commit();
  EXPECT_EQ(read_setting(*writer, "a"), "1");
  EXPECT_EQ(read_setting(*reader, "a"), "1");
}

TEST(Transaction, IsNotBegunWithinAnother) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  Transaction transaction(*database);
  EXPECT_THROW(Transaction{*database}, DatabaseError);
  write_setting(*database, "a", "1");
  transaction.commit();
  EXPECT_EQ(read_setting(*database, "a"), "1");
}

TEST(Transaction, IsNotOutlivedByItsStatements) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  Transaction transaction(*database);
  const Statement row = database->query("SELECT 1");
  EXPECT_THROW(transaction.commit(), std::logic_error);
}

TEST(Transaction, OfManyThreadsComesOneAfterTheOther) {
  TemporaryDatabase temporary;
  constexpr int kThreads = 8;
  constexpr int kRounds = 10;
  write_setting(*temporary.pool.lease(), "count", "0");
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&temporary] {
      for (int round = 0; round < kRounds; ++round) {
        DatabasePool::Lease database = temporary.pool.lease();
        Transaction transaction(*database);
        const int count = std::stoi(read_setting(*database, "count"));
        write_setting(*database, "count", std::to_string(count + 1));
        transaction.commit();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(read_setting(*temporary.pool.lease(), "count"), std::to_string(kThreads * kRounds));
}

TEST(Transaction, FailsAsOftenAsAFaultSays) {
  const Faults faults("sqlite_busy=1,sqlite_full=1");
  TemporaryDatabase temporary(&faults);
  DatabasePool::Lease database = temporary.pool.lease();
  const auto write = [&database](const char* value) {
    Transaction transaction(*database);
    write_setting(*database, "a", value);
    transaction.commit();
  };
  for (const char* value : {"busy", "full"}) {
    try {
      write(value);
      FAIL();
    } catch (const DatabaseError& error) {
      EXPECT_TRUE(error.passing());
    }
  }
  EXPECT_EQ(read_setting(*database, "a"), "");
  write("now");
  EXPECT_EQ(read_setting(*database, "a"), "now");
}

TEST(StartClock, KeepsWhatWasPushedForward) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  constexpr int64_t kDayMs = 24LL * 3600 * 1000;
  Clock clock;
  start_clock(*database, "2030-01-01T00:00:00Z", clock);
  advance_clock(*database, clock, kDayMs);
  Clock again;
  start_clock(*database, "2030-01-01T00:00:00Z", again);
  EXPECT_EQ(again.offset_ms(), clock.offset_ms());
  start_clock(*database, "system", again);
  EXPECT_EQ(again.offset_ms(), 0);
}

TEST(StartClock, RefusesATimeWithoutAZone) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease();
  Clock clock;
  for (const char* text : {"", "now", "2030-01-01", "2030-01-01T00:00:00"}) {
    EXPECT_THROW(start_clock(*database, text, clock), std::invalid_argument) << text;
  }
}

}  // namespace
}  // namespace postlude::server
