// What smells have in common: how far is looked, and what the author accepts.
#include "engine/analysis/smells.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/support/smelly_story.h"

namespace mot {

using namespace test;

TEST_CASE("S0034: past the limit only what was seen is reported") {
  const Encounter encounter(story_of(chain(6, {"a", 9}, {"b", 9})));
  const auto found = smells_of(encounter, 2);
  REQUIRE(std::count_if(found.begin(), found.end(),
                        [](const Smell& smell) { return smell.code == "S0034"; }) == 1);
  CHECK(std::none_of(found.begin(), found.end(), [](const Smell& smell) {
    return smell.code == "S0021" || smell.code == "S0022" || smell.code == "S0025" ||
           smell.code == "S0023";
  }));
  const auto whole = smells_of(encounter, 7);
  CHECK(std::none_of(whole.begin(), whole.end(),
                     [](const Smell& smell) { return smell.code == "S0034"; }));
}

TEST_CASE("S0035: what is accepted is silent, and what accepts nothing is not") {
  const std::string moments = scored("d", {{"a", 9}, {"b", 5}, {"c", 5}});
  const std::string accept = "accept: [{ smell: S0017, where: d, because: Two say the same. }]\n";
  CHECK(places(story_of(moments, accept), "S0017") == kNowhere);
  CHECK(places(story_of(moments, accept), "S0035") == kNowhere);
  CHECK(places(story_of(scored("d", {{"a", 9}, {"b", 5}}), accept), "S0035") == Places{"d"});
}

}  // namespace mot
