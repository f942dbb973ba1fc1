// The smells of where an encounter can go: a story that shows each and one that just does not.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/support/smelly_story.h"

namespace mot {

using namespace test;

TEST_CASE("S0013: a choice that changes nothing") {
  const std::string last = scored("d", {{"a", 9}, {"b", 5}});
  CHECK(places(story_of(unscored("f", {{"x", 0, "d"}, {"y", 0, "d"}}) + last), "S0013") ==
        Places{"f"});
  // What is asked about later is a difference.
  const std::string asks = scored("d", {{"a", 9}, {"b", 5}, {"c", 8, "end", "when: chose(f.x)"}});
  CHECK(places(story_of(unscored("f", {{"x", 0, "d"}, {"y", 0, "d"}}) + asks), "S0013") ==
        kNowhere);
}

TEST_CASE("S0017: two responses that differ in words") {
  CHECK(places(story_of(scored("d", {{"a", 9}, {"b", 5}, {"c", 5}})), "S0017") == Places{"d.c"});
  CHECK(places(story_of(scored("d", {{"a", 9}, {"b", 5}, {"c", 6}})), "S0017") == kNowhere);
}

TEST_CASE("S0021: a moment that conditions shut off") {
  CHECK(places(story_with_secret(false), "S0021") == Places{"secret"});
  CHECK(places(story_with_secret(true), "S0021") == kNowhere);
}

TEST_CASE("S0023: nothing on offer, with the way there") {
  const std::string last = scored("d", {{"a", 9}, {"b", 5}});
  const Says x{"x", 0, "f", "once: true"};
  const Encounter empty(
      story_of(unscored("f", {x, {"y", 0, "d", "once: true, when: turn > 5"}}) + last));
  const auto found = smells_of(empty);
  const auto stuck = std::find_if(found.begin(), found.end(),
                                  [](const Smell& smell) { return smell.code == "S0023"; });
  REQUIRE(stuck != found.end());
  CHECK(stuck->severity == Severity::error);
  CHECK(stuck->where == "f");
  CHECK(stuck->witness == Places{"f.x"});
  CHECK(places(story_of(unscored("f", {x, {"y", 0, "d"}}) + last), "S0023") == kNowhere);
}

TEST_CASE("S0025: no end, and a scored decision that comes round") {
  const std::string keys = "variables: { open: false }\n";
  const std::string round = unscored("f", {{"x", 0, "f"}, {"y", 0, "end", "when: open"}});
  CHECK(places(story_of(scored("d", {{"a", 9, "f"}, {"b", 5}}) + round, keys), "S0025") ==
        Places{"f"});
  CHECK(
      places(story_of(scored("d", {{"a", 9, "f", "set: { open: true }"}, {"b", 5}}) + round, keys),
             "S0025") == kNowhere);
  CHECK(places(story_of(scored("d", {{"a", 9}, {"b", 5, "d"}})), "S0025") == Places{"d.b"});
}

TEST_CASE("S0026: four decisions after the last hope") {
  const auto lost_after = [](int decisions) {
    std::string text = scored("s", {{"good", 9}, {"bad", 5, "d0"}});
    std::string rest = chain(decisions, {"a", 6}, {"b", 5});
    for (std::size_t at; (at = rest.find("next: end")) != std::string::npos;)
      rest.replace(at, 9, "next: lost");
    return text + rest + "  - { id: lost, ending: lost, says: No. }\n";
  };
  CHECK(places(story_of(lost_after(4)), "S0026") == Places{"s.bad"});
  CHECK(places(story_of(lost_after(3)), "S0026") == kNowhere);
}

TEST_CASE("S0030: a stage that can be skipped") {
  const std::string second = "    stage: second\n    expects: [empathy]\n";
  const std::string later = scored("e", {{"a", 9}, {"b", 5}}, second);
  CHECK(places(story_of(scored("d", {{"a", 9, "e"}, {"b", 5}}) + later), "S0030") == kWhole);
  CHECK(places(story_of(scored("d", {{"a", 9, "e"}, {"b", 5, "e"}}) + later), "S0030") == kNowhere);
}

}  // namespace mot
