// The smells of the values: a story that shows each and one that just does not.
#include <catch2/catch.hpp>
#include <string>

#include "tests/support/smelly_story.h"

namespace mot {

using namespace test;

TEST_CASE("S0001: a need, a standard or a variable that nothing uses") {
  const std::string keys = "needs: { n: A need. }\n";
  CHECK(places(story_of(scored("d", {{"a", 9}, {"b", 5}}), keys), "S0001") == kWhole);
  CHECK(places(story_of(scored("d", {{"a", 9, "end", "uncovers: [n]"}, {"b", 5}}), keys),
               "S0001") == kNowhere);
  const std::string variable = "variables: { x: 0 }\n";
  const std::string sets = "set: { x: x + 1 }";
  CHECK(places(story_of(scored("d", {{"a", 9, "end", sets}, {"b", 5}}), variable), "S0001") ==
        kWhole);
  CHECK(places(story_of(scored("d", {{"a", 9, "d2", sets}, {"b", 5, "d2"}}) +
                            scored("d2", {{"a", 9}, {"b", 5}, {"c", 6, "end", "when: x > 0"}}),
                        variable),
               "S0001") == kNowhere);
}

TEST_CASE("S0012: the face says the opposite") {
  CHECK(places(story_of(scored("d", {{"a", 9}, {"b", 5, "end", "feels: pleased"}})), "S0012") ==
        Places{"d.b"});
  CHECK(places(story_of(scored("d", {{"a", 9, "end", "feels: pleased"}, {"b", 5}})), "S0012") ==
        kNowhere);
}

TEST_CASE("S0018: the end of the scale") {
  const std::string easy = "    stage: first\n    expects: { empathy: 3 }\n";
  CHECK(places(story_of(scored("d", {{"a", 10}, {"b", 3}}, easy)), "S0018") == kWhole);
  CHECK(places(story_of(scored("d", {{"a", 5}, {"b", 3}}, easy)), "S0018") == kNowhere);
}

TEST_CASE("S0020: a skill that rests on one choice") {
  const std::string both = "    stage: first\n    expects: [empathy, assurance]\n";
  const std::string start = scored("s",
                                   {{"x", 0, "d0", "delivers: { empathy: 9, assurance: 9 }"},
                                    {"y", 0, "d0", "delivers: { empathy: 6, assurance: 6 }"}},
                                   both);
  // Assurance once; and empathy is five of six.
  CHECK(places(story_of(start + chain(4, {"a", 9}, {"b", 5})), "S0020") == Places{"", ""});
  CHECK(places(story_of(start + chain(3, {"a", 9}, {"b", 5})), "S0020") == kNowhere);
}

TEST_CASE("S0027: an ending without the words for a category it comes with") {
  const auto ending = [](const std::string& verbatim) {
    return "moments:\n" + scored("d", {{"a", 9}, {"b", 8}}) +
           "  - { id: end, ending: resolved, says: Bye., verbatim: { " + verbatim + " } }\n";
  };
  CHECK(places(ending("promoter: Yes."), "S0027") == Places{"end"});
  CHECK(places(ending("promoter: Yes., passive: Well."), "S0027") == kNowhere);
  CHECK(places(ending("promoter: Yes., passive: Well., detractor: No."), "S0027") == Places{"end"});
}

TEST_CASE("S0028: an expectation that is never missed") {
  CHECK(places(story_of(scored("d", {{"a", 9}, {"b", 8}})), "S0028") == kWhole);
  CHECK(places(story_of(scored("d", {{"a", 9}, {"b", 7}})), "S0028") == kNowhere);
}

TEST_CASE("S0029: always the same category") {
  CHECK(places(story_of(scored("d", {{"a", 8}, {"b", 7}})), "S0029") == kWhole);
  CHECK(places(story_of(scored("d", {{"a", 9}, {"b", 7}})), "S0029") == kNowhere);
}

}  // namespace mot
