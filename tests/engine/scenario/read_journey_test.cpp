#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::codes_in;
using mot::test::codes_in_tree;
using mot::test::edited;
using mot::test::loaded;

namespace {

std::string journey(const std::string& map) {
  return codes_in(edited({{"{ id: j, title: J, stages: [ { id: first, title: F } ] }", map}}));
}

}  // namespace

TEST_CASE("a journey has id, title and stages with id and title each") {
  CHECK(journey("{ id: j, title: J, stages: [{ id: first, title: F, standard: S, about: A }] }") ==
        "");
  CHECK(journey("{ title: J, stages: [{ id: first, title: F }] }") == "M0024");
  CHECK(journey("{ id: j, stages: [{ id: first, title: F }] }") == "M0024");
  CHECK(journey("{ id: j, title: J }") == "M0024");
  CHECK(journey("{ id: j, title: J, stages: [{ id: first }] }") == "M0024");
  CHECK(journey("{ id: j, title: J, stages: [] }") == "M0030");
  CHECK(journey("{ id: j, title: J, stages: first }") == "M0022");
  CHECK(journey("{ id: j, title: J, stages: [first] }") == "M0022");
  CHECK(
      journey("{ id: j, title: J, stages: [{ id: first, title: F }, { id: first, title: G }] }") ==
      "M0028");
}

TEST_CASE("stages land in the model in order") {
  const auto s =
      loaded(edited({{"stages: [ { id: first, title: F } ]",
                      "stages: [{ id: zero, title: Z }, { id: first, title: F, standard: "
                      "S }]"}}));
  REQUIRE(s != nullptr);
  CHECK(s->stages[1].id == "first");
  CHECK(s->texts[s->stages[1].standard].text == "S");
  CHECK(s->moments[0].stage == 1);
}

TEST_CASE("a journey's own file is checked alone") {
  const std::string whole = "mot: 1\nid: prop\ntitle: P\nstages: [{ id: first, title: F }]\n";
  CHECK(codes_in_tree({{"journeys/prop.yaml", whole}}, {"journeys"}) == "");
  CHECK(codes_in_tree({{"journeys/prop.yaml", whole + "minutes: 5\n"}}, {"journeys"}) == "M0020");
}
