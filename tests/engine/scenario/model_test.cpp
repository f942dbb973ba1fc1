#include "engine/scenario/model.h"

#include <catch2/catch.hpp>

#include "tests/support/findings.h"

TEST_CASE("moments and responses are found by the names people type") {
  const auto s = mot::test::loaded(mot::test::base_scenario());
  REQUIRE(s != nullptr);
  CHECK(s->find_moment("start") == 0);
  CHECK(s->find_moment("end") == 1);
  CHECK(s->find_moment("nowhere") == mot::kNone);
  CHECK(s->find_response("start.bad") == 1);
  CHECK(s->find_response("start.worse") == mot::kNone);
  CHECK(s->find_response("start") == mot::kNone);
  CHECK(s->find_response("end.bad") == mot::kNone);
  CHECK(s->name_of_response(1) == "start.bad");
}
