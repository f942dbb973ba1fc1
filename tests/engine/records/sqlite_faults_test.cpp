// What can go wrong with an SQLite file, done to it for real: other processes, killed ones, a full
// disk, missing rights, damage, files of others.
#include <fmt/format.h>
#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

#include "engine/base/file_lock.h"
#include "engine/records/migrations.h"
#include "engine/records/sql_connection.h"
#include "engine/records/store.h"
#include "engine/records/summary_table.h"
#include "tests/support/attempts.h"
#include "tests/support/child.h"
#include "tests/support/many_writers.h"
#include "tests/support/temporary_folder.h"

using Catch::Contains;
using mot::open_store;
using mot::test::attempts_in;
using mot::test::Child;
using mot::test::numbered_attempt;
using mot::test::TemporaryFolder;

namespace {

constexpr int kShortPatience = 200;

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> ids_in(const std::string& path) {
  auto store = open_store(path);
  REQUIRE(store);
  std::vector<std::string> ids;
  REQUIRE((*store)->visit({}, [&](const mot::Attempt& attempt) {
    ids.push_back(attempt.id);
    return true;
  }));
  return ids;
}

/// A store with three attempts.
void fill(const std::string& path) {
  auto store = open_store(path);
  REQUIRE(store);
  for (std::size_t i = 0; i < 3; ++i) REQUIRE((*store)->put(numbered_attempt(i)));
}

/// The same as the first program kept them.
void fill_as_first_program(const std::string& path) {
  auto connection = mot::connect_sqlite(path, kShortPatience);
  REQUIRE(connection);
  REQUIRE(migrate(**connection, 1));
  for (std::size_t i = 0; i < 3; ++i) {
    const mot::Attempt attempt = numbered_attempt(i);
    const std::vector<mot::SqlValue> values{attempt.id, attempt.play.scenario, attempt.play.learner,
                                            to_json(attempt).dump(-1)};
    REQUIRE((*connection)
                ->run("INSERT INTO attempts (id, scenario, learner, cohort, session, mode,"
                      " started, ended, complete, record) VALUES (?, ?, ?, '', '', '', '', '', 1,"
                      " ?)",
                      values, {}));
  }
}

std::string refusal_of(const std::string& path) {
  const auto store = open_store(path, kShortPatience);
  REQUIRE_FALSE(store);
  return store.error().message;
}

}  // namespace

TEST_CASE("a file that another process keeps locked is refused after the patience, then taken") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  fill(path);
  auto store = open_store(path, kShortPatience);
  REQUIRE(store);
  {
    auto other = mot::connect_sqlite(path, kShortPatience);
    REQUIRE(other);
    REQUIRE((*other)->begin());
    const auto put = (*store)->put(numbered_attempt(7));
    REQUIRE_FALSE(put);
    CHECK_THAT(put.error().message, Contains("locked for 0.2 seconds") && Contains(path));
    // Reading goes on.
    CHECK(attempts_in(**store)->size() == 3);
  }
  REQUIRE((*store)->put(numbered_attempt(7)));
  CHECK(ids_in(path).size() == 4);
}

TEST_CASE("a file that may only be read is read, and what is put is refused") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  fill(path);
  REQUIRE(::chmod(path.c_str(), 0444) == 0);
  REQUIRE(::chmod(folder.path().c_str(), 0555) == 0);
  Child child([&](const Child::Say& say) {
    if (!mot::test::become_nobody()) return mot::test::kNotPossible;
    auto store = open_store(path, kShortPatience);
    if (!store) {
      say(store.error().message);
      return 0;
    }
    const auto put = (*store)->put(numbered_attempt(9));
    say(put ? "it was put" : put.error().message);
    return 0;
  });
  const int code = child.wait();
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
  if (code == mot::test::kNotPossible) {
    WARN("not tested: this process cannot become another user");
    return;
  }
  CHECK_THAT(child.said(), Contains("records.sqlite may not be written") ||
                               Contains("records.sqlite cannot be opened"));
  CHECK(ids_in(path).size() == 3);
}

TEST_CASE("a full disk refuses an attempt whole, and takes it when there is room again") {
  const TemporaryFolder folder;
  const bool relative = GENERATE(false, true);
  Child child([&](const Child::Say& say) {
    constexpr std::size_t kDisk = 512 * 1024;
    if (!mot::test::mount_small_disk(folder.path().string(), kDisk)) {
      return mot::test::kNotPossible;
    }
    if (relative) std::filesystem::current_path(folder.path());
    const std::string path = relative ? "records.sqlite" : folder / "records.sqlite";
    const std::string ballast = folder / "ballast";
    std::ofstream(ballast) << std::string(200'000, 'x');
    auto store = open_store(path);
    if (!store) return 1;
    std::size_t put = 0;
    std::string cause;
    while (put < 10'000 && cause.empty()) {
      const auto done = (*store)->put(numbered_attempt(put));
      if (done) ++put;
      if (!done) cause = done.error().message;
    }
    say(cause);
    // What was put is there, and nothing of what was not.
    if (attempts_in(**store)->size() != put) return 2;
    std::filesystem::remove(ballast);
    if (!(*store)->put(numbered_attempt(put))) return 3;
    store->reset();
    auto again = open_store(path);
    return again && attempts_in(**again)->size() == put + 1 ? 0 : 4;
  });
  const int code = child.wait();
  if (code == mot::test::kNotPossible) {
    WARN("not tested: mounting a small disk is not allowed here");
    return;
  }
  CHECK(code == 0);
  CHECK_THAT(child.said(), Contains("is full; make room on it"));
}

TEST_CASE("a damaged file is refused and left as it is") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  SECTION("it is something else") { std::ofstream(path) << std::string(5000, 'x'); }
  SECTION("it was cut off") {
    fill(path);
    std::filesystem::resize_file(path, 5000);
  }
  const std::string before = content_of(path);
  CHECK_THAT(refusal_of(path), Contains("are damaged") && Contains("left as they are"));
  CHECK(content_of(path) == before);
}

TEST_CASE("tables of a newer program are refused and left as they are") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  fill(path);
  {
    auto connection = mot::connect_sqlite(path, kShortPatience);
    REQUIRE(connection);
    REQUIRE((*connection)->set_schema_version(99));
  }
  const std::string before = content_of(path);
  CHECK_THAT(refusal_of(path), Contains("newer version of this program (tables of version 99"));
  CHECK(content_of(path) == before);
}

TEST_CASE("a database of another program is refused and left as it is") {
  const TemporaryFolder folder;
  const std::string path = folder / "music.sqlite";
  {
    auto connection = mot::connect_sqlite(path, kShortPatience);
    REQUIRE(connection);
    REQUIRE((*connection)->run("CREATE TABLE songs (name TEXT)", {}, {}));
  }
  const std::string before = content_of(path);
  CHECK_THAT(refusal_of(path), Contains("is a database of another program"));
  CHECK(content_of(path) == before);
}

TEST_CASE("tables are copied before they are brought up to date") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  auto connection = mot::connect_sqlite(path, kShortPatience);
  REQUIRE(connection);
  REQUIRE(migrate(**connection, 1));
  CHECK(*(*connection)->schema_version() == 1);
  const auto copy = (*connection)->back_up(1);
  REQUIRE(copy);
  CHECK(*copy == path + ".version-1.backup");
  CHECK(*(*connection)->back_up(1) == path + ".version-1.2.backup");
  CHECK((std::filesystem::status(*copy).permissions() &
         (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
        std::filesystem::perms::none);
  auto opened = mot::connect_sqlite(*copy, kShortPatience);
  REQUIRE(opened);
  CHECK(*(*opened)->schema_version() == 1);
}

TEST_CASE("of many that open old records at once one copies them, and all get them") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  {
    auto connection = mot::connect_sqlite(path, kShortPatience);
    REQUIRE(connection);
    REQUIRE(migrate(**connection, 1));
  }
  std::vector<std::thread> openers;
  std::atomic<int> opened = 0;
  for (int i = 0; i < 8; ++i) {
    openers.emplace_back([&] {
      if (mot::open_store(path, 5'000)) ++opened;
    });
  }
  for (std::thread& opener : openers) opener.join();
  CHECK(opened == 8);
  int copies = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    copies += entry.path().extension() == ".backup" ? 1 : 0;
  }
  CHECK(copies == 1);
}

TEST_CASE("whoever brings the tables up to date is waited for no longer than for anything else") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  {
    auto connection = mot::connect_sqlite(path, kShortPatience);
    REQUIRE(connection);
    REQUIRE(migrate(**connection, 1));
  }
  {
    const mot::FileLock migrating(path + ".migrating", mot::FileLock::Kind::alone);
    CHECK_THAT(refusal_of(path), Contains("locked for 0.2 seconds") && Contains(path));
  }
  CHECK(ids_in(path).empty());
}

TEST_CASE("attempts of an older program get their summaries") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  fill_as_first_program(path);
  {
    auto connection = mot::connect_sqlite(path, kShortPatience);
    REQUIRE(connection);
    REQUIRE((*connection)->run("UPDATE attempts SET record = '{' WHERE number = 3", {}, {}));
  }
  const auto store = mot::open_store(path, kShortPatience);
  REQUIRE(store);
  CHECK(std::filesystem::exists(path + ".version-1.backup"));
  const auto table = mot::summaries_in(**store);
  REQUIRE(table);
  REQUIRE(table->rows().size() == 2);
  CHECK(table->learners().text(0) == numbered_attempt(0).play.learner);
  CHECK(table->rows()[1].recommend == numbered_attempt(1).score->recommend);
  CHECK((*store)->wrong_summaries({})->none());
}

TEST_CASE("what is deleted is deleted from the copies of older tables, too") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  fill_as_first_program(path);
  const auto store = mot::open_store(path, kShortPatience);
  REQUIRE(store);
  const std::string copy = path + ".version-1.backup";
  // One of tables that have summaries, as the next change of them will make it.
  REQUIRE(mot::connect_sqlite(path, kShortPatience).and_then([](const auto& connection) {
    return connection->back_up(2);
  }));
  const std::string gone = numbered_attempt(1).play.learner;
  for (const std::string& file : {copy, path + ".version-2.backup"}) {
    CHECK_THAT(content_of(file), Contains(gone));
  }
  CHECK_FALSE((*store)->remove_from_copies({}));
  mot::AttemptFilter filter;
  filter.learner = gone;
  CHECK((*store)->remove_from_copies(filter));
  for (const std::string& file : {copy, path + ".version-2.backup"}) {
    CHECK_THAT(content_of(file), !Contains(gone) && Contains(numbered_attempt(2).play.learner));
  }
  std::ofstream(copy) << std::string(4000, 'x');
  const auto refused = (*store)->remove_from_copies(filter);
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().message, Contains(copy));
}

TEST_CASE("a copy whose maker was killed goes whole with the first deletion") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  fill(path);
  const std::string half = path + ".version-1.2.backup.new-a1B2c3";
  std::ofstream(half) << numbered_attempt(1).play.learner;
  const std::string other = folder / "records.sqlite-notes";
  std::ofstream(other) << "kept";
  const auto store = open_store(path, kShortPatience);
  REQUIRE(store);
  mot::AttemptFilter filter;
  filter.learner = numbered_attempt(1).play.learner;
  {
    // It may be no half but one that is being made.
    const mot::FileLock migrating(path + ".migrating", mot::FileLock::Kind::alone);
    CHECK_FALSE((*store)->remove_from_copies(filter));
    CHECK(std::filesystem::exists(half));
  }
  REQUIRE((*store)->remove_from_copies(filter));
  CHECK_FALSE(std::filesystem::exists(half));
  CHECK(std::filesystem::exists(other));
  CHECK(ids_in(path).size() == 3);
}

TEST_CASE("while a copy may be in the making nobody is deleted from the copies, even without one") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  fill(path);
  const auto store = open_store(path, kShortPatience);
  REQUIRE(store);
  mot::AttemptFilter filter;
  filter.learner = numbered_attempt(1).play.learner;
  {
    const mot::FileLock migrating(path + ".migrating", mot::FileLock::Kind::alone);
    const auto refused = (*store)->remove_from_copies(filter);
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().message, Contains("locked for 0.2 seconds") && Contains(path));
  }
  CHECK((*store)->remove_from_copies(filter));
}

TEST_CASE("summaries whose choices are gone are refused, down to the very first") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  const auto store = mot::open_store(path, kShortPatience);
  REQUIRE(store);
  mot::Attempt attempt = numbered_attempt(0);
  attempt.play.choices.clear();
  REQUIRE((*store)->put(attempt));
  CHECK(mot::summaries_in(**store)->rows().size() == 1);
  attempt = numbered_attempt(1);
  attempt.play.choices.resize(1);
  REQUIRE((*store)->put(attempt));
  CHECK(mot::summaries_in(**store)->choices.size() == 1);
  auto connection = mot::connect_sqlite(path, kShortPatience);
  REQUIRE(connection);
  REQUIRE((*connection)->run("DELETE FROM choices", {}, {}));
  const auto refused = mot::summaries_in(**store);
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().message, Contains("name choices that are not there"));
}

TEST_CASE("what was put before a process was killed is there, once") {
  const TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  std::size_t expected = 0;
  for (std::size_t round = 0; round < 5; ++round) {
    const std::size_t first = round * 10'000;
    Child child([&](const Child::Say& say) {
      auto store = open_store(path);
      if (!store) return 1;
      for (std::size_t i = first;; ++i) {
        if (!(*store)->put(numbered_attempt(i))) return 2;
        say(fmt::format("{}", i));
      }
    });
    child.wait_for_lines(3 + 7 * round);
    child.kill();
    CHECK(child.wait() == 128 + 9);
    std::istringstream lines(child.said());
    auto store = open_store(path);
    REQUIRE(store);
    for (std::size_t i = 0; lines >> i; ++expected) CHECK(*(*store)->holds(mot::test::uuid(i)));
    const std::vector<std::string> ids = ids_in(path);
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    // One may have been put and not announced any more.
    CHECK(ids.size() >= expected);
    CHECK(ids.size() <= expected + round + 1);
  }
}

TEST_CASE("processes that begin and fill one file at the same time lose and double nothing") {
  const TemporaryFolder folder;
  mot::test::check_many_writers(folder / "records.sqlite", 8, 15);
}
