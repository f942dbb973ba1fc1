// Also tests read_customer.cpp's and read_journey.cpp's places: inline, in files of their own, and
// what a broken one spares the scenario.
#include "engine/scenario/read_scenario.h"

#include <catch2/catch.hpp>

#include "engine/scenario/library.h"
#include "tests/support/findings.h"
#include "tests/support/temporary_folder.h"

using mot::test::base_scenario;
using mot::test::codes_in;
using mot::test::codes_in_tree;
using mot::test::edited;

namespace {

const std::string kCustomer =
    "mot: 1\nid: chen\nname: Chen\nrole: r\nabout: a\nportrait: lin\nexpects: { empathy: 8, "
    "reliability: 7 }\n";
const std::string kJourney = "mot: 1\nid: prop\ntitle: P\nstages: [{ id: first, title: F }]\n";

std::string with_files() {
  return edited({{"{ id: c, name: C, expects: { empathy: 8, reliability: 7 } }", "chen"},
                 {"{ id: j, title: J, stages: [ { id: first, title: F } ] }", "prop"}});
}

}  // namespace

TEST_CASE("required keys are missed one by one, recommended ones by a warning") {
  for (const char* line : {"mot: 1\n", "id: base\n", "title: A title\n", "language: en\n"})
    CHECK(codes_in(edited({{line, ""}})) == "M0024");
  for (const char* line :
       {"summary: A summary.\n", "brief: A brief.\n", "minutes: 5\n", "difficulty: 2\n"})
    CHECK(codes_in(edited({{line, ""}})) == "M0100");
}

TEST_CASE("of another version nothing else is said") {
  CHECK(codes_in(edited({{"mot: 1", "mot: 2\nnew_key: x"}, {"title:", "tilte:"}})) == "M0011");
}

TEST_CASE("what is no map is one finding") {
  CHECK(codes_in("- a\n") == "M0022");
  CHECK(codes_in("hello\n") == "M0022");
  CHECK(codes_in("# nothing\n") == "M0010");
}

TEST_CASE("moments are a list with at least one entry") {
  CHECK(codes_in("mot: 1\nid: a\ntitle: b\nlanguage: en\nsummary: s\nbrief: b\nminutes: 1\n"
                 "difficulty: 1\ncustomer: { id: c, name: C, expects: { empathy: 1 } }\n"
                 "moments: []\n") == "M0030");
  CHECK(codes_in("mot: 1\nid: a\ntitle: b\nlanguage: en\nsummary: s\nbrief: b\nminutes: 1\n"
                 "difficulty: 1\ncustomer: { id: c, name: C, expects: { empathy: 1 } }\n"
                 "moments: { a: b }\n") == "M0022");
}

TEST_CASE("a journey is needed where a stage is named, and once") {
  const std::string journey = "journey: { id: j, title: J, stages: [ { id: first, title: F } ] }\n";
  CHECK(codes_in(edited({{journey, ""}})) == "M0024");
}

TEST_CASE("customer and journey are looked for beside, in the parent, in the library") {
  CHECK(codes_in_tree({{"s/base.yaml", with_files()},
                       {"s/customers/chen.yaml", kCustomer},
                       {"s/journeys/prop.yaml", kJourney}},
                      {"s/base.yaml"}) == "");
  CHECK(codes_in_tree({{"s/base.yaml", with_files()},
                       {"customers/chen.yaml", kCustomer},
                       {"journeys/prop.yaml", kJourney}},
                      {"s/base.yaml"}) == "");
  CHECK(codes_in_tree({{"x/base.yaml", with_files()},
                       {"lib/hotel/customers/chen.yaml", kCustomer},
                       {"lib/journeys/prop.yaml", kJourney}},
                      {"x/base.yaml"}, "lib") == "");
  CHECK(codes_in_tree({{"x/base.yaml", with_files()}}, {"x/base.yaml"}) == "M0052 M0051");
}

TEST_CASE("files beside are found by the id inside, too") {
  CHECK(codes_in_tree({{"s/base.yaml", with_files()},
                       {"s/customers/other.yaml", kCustomer},
                       {"s/journeys/another.yaml", kJourney}},
                      {"s/base.yaml"}) == "");
}

TEST_CASE("what a broken customer or journey leaves unknown is not held against the scenario") {
  CHECK(codes_in_tree({{"s/base.yaml", with_files()},
                       {"s/customers/chen.yaml", "mot: 1\nid: [\n"},
                       {"s/journeys/prop.yaml", "mot: 2\n"}},
                      {"s/base.yaml"}) == "M0011 M0005");
}

TEST_CASE("a broken customer stops every scenario that names it, and is reported once") {
  for (const std::string& broken : {kCustomer + "age: 200\n", kCustomer + "x: [\n"}) {
    const mot::test::TemporaryFolder folder;
    CHECK(codes_in_tree({{"s/a.yaml", edited({{"id: base", "id: a"},
                                              {"{ id: c, name: C, expects: { empathy: 8, "
                                               "reliability: 7 } }",
                                               "chen"}})},
                         {"s/b.yaml", edited({{"id: base", "id: b"},
                                              {"{ id: c, name: C, expects: { empathy: 8, "
                                               "reliability: 7 } }",
                                               "chen"}})},
                         {"s/customers/chen.yaml", broken}},
                        {"s"})
              .size() == 5);
  }
}

TEST_CASE("mot and language stand in a file of its own, not in an inline customer or journey") {
  CHECK(codes_in(edited({{"{ id: c,", "{ mot: 1, id: c,"}})) == "M0020");
  CHECK(codes_in(edited({{"{ id: j,", "{ language: en, id: j,"}})) == "M0020");
}
