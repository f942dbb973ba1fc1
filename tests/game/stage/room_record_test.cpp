// What a room voted and where it went, kept although choices are taken back.
#include "game/stage/room_record.h"

#include <catch2/catch.hpp>
#include <string>

using mot::Poll;
using mot::RoomRecord;
using mot::Vote;

namespace {

RoomRecord::Way way(const std::string& names) {
  RoomRecord::Way choices;
  for (const char name : names) {
    choices.push_back({std::string("m.") + name, 1, false, {}});
  }
  return choices;
}

}  // namespace

TEST_CASE("a poll is found where it was held, and a later count takes its place", "[room]") {
  RoomRecord record;
  record.vote(way(""), {{"x", 1}}, false);
  record.vote(way("a"), {{"x", 2}}, true);
  record.vote(way(""), {{"x", 5}}, true);
  CHECK(record.polls() == std::vector<Poll>{{{}, {{"x", 5}}, true}, {{"m.a"}, {{"x", 2}}, true}});
  REQUIRE(record.poll_at(way("a")) != nullptr);
  CHECK(record.poll_at(way("a"))->votes == std::vector<Vote>{{"x", 2}});
  CHECK(record.poll_at(way("b")) == nullptr);
  CHECK(record.poll_at(way("aa")) == nullptr);
}

TEST_CASE("the first branch that is left is the one a room goes back to", "[room]") {
  RoomRecord record;
  record.leave(way("abc"));  // one choice taken back, and another one
  record.leave(way("ab"));
  CHECK(record.branches().size() == 1);
  record.reach(way("ad"));
  record.leave(way("ad"));
  record.reach(way("ae"));
  CHECK(record.has_first());
  record.leave(way("ae"));
  CHECK(record.take_first() == way("abc"));
  CHECK_FALSE(record.has_first());
  CHECK(record.branches() == std::vector<mot::Branch>{{way("ad"), false}, {way("ae"), false}});
}

TEST_CASE("what a room goes again is left no more", "[room]") {
  RoomRecord record;
  record.leave(way("ab"));
  record.reach(way("ab"));
  CHECK_FALSE(record.has_first());
  CHECK(record.branches().empty());
  record.leave(way("ab"));
  record.leave(way("abcd"));  // farther on the same way
  CHECK(record.branches() == std::vector<mot::Branch>{{way("abcd"), true}});
  record.leave(way(""));
  CHECK(record.branches().size() == 1);
}

TEST_CASE("a record holds as much as a playthrough may, and the first branch all the same",
          "[room]") {
  RoomRecord record;
  for (std::size_t i = 0; i <= mot::kMaxBranches; ++i) {
    record.leave({{"m.a" + std::to_string(i), 1, false, {}}});
  }
  CHECK(record.branches().size() == mot::kMaxBranches);
  CHECK(record.has_first());
}
