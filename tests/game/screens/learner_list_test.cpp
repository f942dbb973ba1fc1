// Who may play under which name (game/screens/learner_list.h).
#include "game/screens/learner_list.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/records/pin.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace mot;

Attempt attempt(const std::string& learner) {
  Attempt made;
  made.play.scenario = "late-room";
  made.play.learner = learner;
  made.play.started = "2026-01-01T08:00:00Z";
  made.id = attempt_id(made.play, learner);
  return made;
}

}  // namespace

TEST_CASE("the people of a store are listed, those without a name aside") {
  const test::TemporaryFolder folder;
  {
    const auto store = open_store(folder / "records.sqlite");
    REQUIRE(store);
    for (const char* name : {"Ben", "Ann", ""}) REQUIRE((*store)->put(attempt(name)));
  }
  const LearnerList list = read_learners(folder / "records.sqlite");
  CHECK(list.problem.empty());
  CHECK_FALSE(list.guarded);
  REQUIRE(list.learners.size() == 2);
  CHECK(list.learners[0].name == "Ann");
  CHECK(may_take(list, "Ann", "Ben"));
}

TEST_CASE("with a PIN one keeps one's own name or takes a new one, and no other") {
  const test::TemporaryFolder folder;
  {
    const auto store = open_store(folder / "records.sqlite");
    REQUIRE(store);
    REQUIRE((*store)->put(attempt("Ben")));
    REQUIRE(set_pin(**store, "2468", "somesalt"));
  }
  const LearnerList list = read_learners(folder / "records.sqlite");
  CHECK(list.guarded);
  CHECK(may_take(list, "Ann", "Ann"));
  CHECK(may_take(list, "Ann", "Cid"));
  CHECK(may_take(list, "Ann", ""));
  CHECK_FALSE(may_take(list, "Ann", "Ben"));
}

TEST_CASE("a PIN that was set, changed or removed elsewhere meanwhile is not written over") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  const auto is_now = [&](const std::string& pin) {
    const auto store = open_store(path);
    REQUIRE(store);
    return *is_pin(**store, pin);
  };
  CHECK(change_pin(path, "2468", std::nullopt) == true);
  CHECK(is_now("2468"));
  CHECK(change_pin(path, "1357", std::nullopt) == false);
  CHECK(is_now("2468"));
  CHECK(change_pin(path, "1357", "2468") == true);
  CHECK(is_now("1357"));
  {
    const auto store = open_store(path);
    REQUIRE(store);
    REQUIRE(set_pin(**store, "9999", "somesalt"));
  }
  CHECK(change_pin(path, "8642", "1357") == false);
  CHECK(change_pin(path, "", "1357") == false);
  CHECK(is_now("9999"));
  CHECK(change_pin(path, "", "9999") == true);
  CHECK(change_pin(path, "", "9999") == false);
  std::ofstream(path) << std::string(3000, 'x');
  CHECK_FALSE(change_pin(path, "2468", std::nullopt));
}

TEST_CASE("a store that cannot be read says why, and gives nobody's name away") {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "records.sqlite") << std::string(3000, 'x');
  const LearnerList list = read_learners(folder / "records.sqlite");
  CHECK_FALSE(list.problem.empty());
  CHECK(list.learners.empty());
  CHECK(may_take(list, "Ann", "Ann"));
  CHECK_FALSE(may_take(list, "Ann", "Ben"));
}
