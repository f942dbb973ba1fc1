// The smells of conditions: a story that shows each and one that just does not.
#include <catch2/catch.hpp>
#include <string>

#include "tests/support/smelly_story.h"

namespace mot {

using namespace test;

TEST_CASE("S0022: a route that is never taken") {
  CHECK(places(story_with_secret(false), "S0022") == Places{"d.a"});
  CHECK(places(story_with_secret(true), "S0022") == kNowhere);
}

TEST_CASE("S0022: routes that all responses share are judged together") {
  const std::string routes = "[{ when: mood > 0, go: good }, { go: end }]";
  const std::string good = "  - { id: good, ending: resolved, says: Well done. }\n";
  CHECK(places(story_of(scored("d", {{"a", 9, routes}, {"b", 5, routes}}) + good), "S0022") ==
        kNowhere);
  CHECK(places(story_of(scored("d", {{"a", 7, routes}, {"b", 5, routes}}) + good), "S0022") ==
        Places{"d.a"});
}

TEST_CASE("S0022: a text that is never and one that is always shown") {
  const auto text = [](const std::string& condition) {
    return "  - id: l\n    says: [{ when: " + condition +
           ", text: One. }, { text: Two. }]\n    next: end\n";
  };
  const std::string keys = "variables: { x: 0 }\n";
  const std::string decision = scored("d", {{"a", 9, "l", "set: { x: 3 }"}, {"b", 5, "l"}});
  CHECK(places(story_of(decision + text("x > 2"), keys), "S0022") == kNowhere);
  CHECK(places(story_of(decision + text("x > 3"), keys), "S0022") == Places{"l"});
  CHECK(places(story_of(decision + text("x >= 0"), keys), "S0022") == Places{"l"});
}

TEST_CASE("S0022: leaves that nobody takes") {
  const std::string lost = "  - { id: lost, ending: lost, says: No. }\n";
  const auto leaves = [](const std::string& when) {
    return "leaves: [{ when: " + when + ", next: lost }]\n";
  };
  const std::string decisions = chain(2, {"a", 9}, {"b", 2}) + lost;
  CHECK(places(story_of(decisions, leaves("mood < -10")), "S0022") == kNowhere);
  CHECK(places(story_of(decisions, leaves("mood < -99")), "S0022") == kWhole);
}

}  // namespace mot
