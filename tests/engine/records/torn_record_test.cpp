#include "engine/records/torn_record.h"

#include <catch2/catch.hpp>

#include "engine/encounter/playthrough.h"
#include "tests/support/numbered_attempt.h"

using mot::names_learner;

TEST_CASE("a damaged play and a damaged attempt still name their learner") {
  mot::Attempt attempt = mot::test::numbered_attempt(1);
  attempt.play.learner = "Li \"Nana\" Na";
  const std::string play = write_playthrough(attempt.play);
  const std::string waiting = to_json(attempt).dump(-1);
  for (const std::string& whole : {play, waiting}) {
    const std::string damaged = whole.substr(0, whole.size() - 20);
    CHECK(names_learner(damaged, "Li \"Nana\" Na"));
    CHECK_FALSE(names_learner(damaged, "Li"));
    CHECK_FALSE(names_learner(damaged, ""));
    CHECK_FALSE(names_learner(damaged, "Wu"));
  }
}

TEST_CASE("a learner who is only written about is not the one whose file it is") {
  mot::Attempt attempt = mot::test::numbered_attempt(1);
  attempt.play.takeaway = "\"learner\":\"Wu\"";
  CHECK_FALSE(names_learner(to_json(attempt).dump(-1), "Wu"));
}
