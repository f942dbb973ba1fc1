#include "game/dashboard/dashboard_reader.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "engine/base/background.h"
#include "engine/records/pin.h"
#include "engine/records/sql_connection.h"
#include "tests/support/temporary_folder.h"

namespace {

mot::Attempt attempt(const std::string& learner) {
  mot::Attempt made;
  made.play.scenario = "late-room";
  made.play.learner = learner;
  made.play.started = "2026-11-22T10:00:00Z";
  made.play.complete = true;
  made.id = attempt_id(made.play, learner);
  return made;
}

}  // namespace

TEST_CASE("the dashboard counts what the store holds, beside whoever draws") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  {
    const auto store = mot::open_store(path);
    REQUIRE(store);
    REQUIRE((*store)->put(attempt("Li")));
    REQUIRE((*store)->put(attempt("Wu")));
  }
  mot::DashboardReader reader(path);
  mot::CohortQuestion question;
  question.learner = "Wu";
  reader.read(std::nullopt);
  reader.ask(question);
  while (reader.working()) {
    reader.step();
    std::this_thread::yield();
  }
  REQUIRE(reader.cohort() != nullptr);
  CHECK(reader.cohort()->attempts == 1);
}

TEST_CASE("what is asked while the records are read is said not to be taken") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  {
    const auto store = mot::open_store(path);
    REQUIRE(store);
    REQUIRE(set_pin(**store, "2468", "salt"));
  }
  mot::DashboardReader reader(path);
  CHECK(reader.read("2468"));
  CHECK_FALSE(reader.read(""));
  while (reader.working()) {
    reader.step();
    std::this_thread::yield();
  }
  CHECK_FALSE(reader.records().locked);
  CHECK(reader.read("2468"));
}

TEST_CASE("whoever leaves the dashboard while the store is busy does not wait for it") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  // Another program makes the tables: who opens the file waits for it, two seconds at most.
  const auto other = mot::connect_sqlite(path, 1'000);
  REQUIRE(other);
  REQUIRE((*other)->begin());
  const auto begun = std::chrono::steady_clock::now();
  {
    mot::DashboardReader reader(path);
    reader.read(std::nullopt);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    CHECK_FALSE(reader.step());
    CHECK(reader.working());
  }
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(1));
  (*other)->roll_back();
  CHECK(mot::work_beside_done(std::chrono::seconds(20)));
}

TEST_CASE("records behind a PIN are seen by who knows it, and faults are told") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  {
    const auto store = mot::open_store(path);
    REQUIRE(store);
    REQUIRE(set_pin(**store, "2468", "salt"));
  }
  CHECK(mot::open_records(path, std::nullopt).locked);
  CHECK_FALSE(mot::open_records(path, std::nullopt).wrong_pin);
  CHECK(mot::open_records(path, "1111").wrong_pin);
  const mot::OpenedRecords open = mot::open_records(path, "2468");
  CHECK_FALSE(open.locked);
  CHECK(open.table != nullptr);
  CHECK_FALSE(mot::open_records("/proc/none/records.sqlite", std::nullopt).problem.empty());
}
