#include "game/stage/room_vote.h"

#include <catch2/catch.hpp>

using mot::RoomVote;

TEST_CASE("hands are counted, and a mistake is taken back") {
  RoomVote vote;
  vote.begin(3);
  for (const std::size_t response : {0U, 2U, 2U, 1U, 2U}) vote.add(response);
  CHECK(vote.counts() == std::vector<int>{1, 1, 3});
  CHECK(vote.total() == 5);
  vote.take_back();
  vote.take_back();
  CHECK(vote.counts() == std::vector<int>{1, 0, 2});
  vote.add(7);  // no such response
  CHECK(vote.total() == 3);
}

TEST_CASE("a vote goes on where it was left", "[room]") {
  RoomVote vote;
  vote.resume({2, 0, 1}, false);
  CHECK(vote.total() == 3);
  vote.add(1);
  CHECK(vote.counts() == std::vector<int>{2, 1, 1});
  vote.resume({2, 1, 1}, true);
  vote.add(1);
  CHECK(vote.revealed());
  CHECK(vote.counts() == std::vector<int>{2, 1, 1});
}

TEST_CASE("nothing is counted once the split is shown") {
  RoomVote vote;
  vote.begin(2);
  vote.add(1);
  vote.reveal();
  vote.add(0);
  vote.take_back();
  CHECK(vote.revealed());
  CHECK(vote.counts() == std::vector<int>{0, 1});
  vote.begin(2);
  CHECK_FALSE(vote.revealed());
  CHECK(vote.total() == 0);
  vote.take_back();
  CHECK(vote.total() == 0);
}
