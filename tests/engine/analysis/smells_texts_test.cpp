// The smells of texts: a story that shows each and one that just does not.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/smelly_story.h"

namespace mot {

using namespace test;

TEST_CASE("S0032: too long for the time, and too long at all") {
  const auto timed = [](int seconds) {
    return fmt::format(
        "    stage: first\n    expects: [empathy]\n    time_limit: {}\n    on_timeout: b\n",
        seconds);
  };
  std::string words;
  for (int i = 0; i < 20; ++i) words += "word ";
  // 22 words and "Line.": 6.6 seconds.
  const std::vector<Says> both{{"a", 9, "end", {}, words}, {"b", 5}};
  CHECK(places(story_of(scored("d", both, timed(6))), "S0032") == Places{"d"});
  CHECK(places(story_of(scored("d", both, timed(7))), "S0032") == kNowhere);
  const std::string limit(320, 'a');
  CHECK(places(story_of(scored("d", {{"a", 9, "end", {}, limit}, {"b", 5}})), "S0032") == kNowhere);
  CHECK(places(story_of(scored("d", {{"a", 9, "end", {}, limit + "a"}, {"b", 5}})), "S0032") ==
        Places{"d.a"});
}

TEST_CASE("S0027: an ending without a word") {
  const std::string decision = "moments:\n" + scored("d", {{"a", 9}, {"b", 5}});
  CHECK(places(decision + "  - { id: end, ending: resolved }\n", "S0027") == Places{"end"});
  CHECK(places(decision + "  - { id: end, ending: resolved, says: Bye. }\n", "S0027") == kNowhere);
}

}  // namespace mot
