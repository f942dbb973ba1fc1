// The smells of how choices are judged: a story that shows each and one that just does not.
#include <catch2/catch.hpp>
#include <string>

#include "tests/support/smelly_story.h"

namespace mot {

using namespace test;

TEST_CASE("S0005: more than three in ten ways are best") {
  CHECK(places(story_of(chain(2, {"a", 8}, {"b", 8})), "S0005") == kWhole);
  CHECK(places(story_of(chain(2, {"a", 9}, {"b", 5})), "S0005") == kNowhere);
}

TEST_CASE("S0006: the best play breaks a standard") {
  const std::string keys = "standards: { s: A standard. }\n";
  CHECK(places(story_of(scored("d", {{"a", 9, "end", "breaks: [s]"}, {"b", 5}}), keys), "S0006") ==
        Places{"d.a"});
  CHECK(places(story_of(scored("d", {{"a", 9}, {"b", 5, "end", "breaks: [s]"}}), keys), "S0006") ==
        kNowhere);
  CHECK(places(story_of(scored("d", {{"a", 9, "end", "tags: [rude]"}, {"b", 5}})), "S0006") ==
        Places{"d.a"});
}

TEST_CASE("S0007: leaving early pays") {
  const std::string rest = chain(3, {"a", 8}, {"b", 6});
  CHECK(places(story_of(scored("s", {{"out", 9}, {"stay", 8, "d0"}}) + rest), "S0007") ==
        Places{"end"});
  CHECK(places(story_of(scored("s", {{"out", 2}, {"stay", 8, "d0"}}) + rest), "S0007") == kNowhere);
}

TEST_CASE("S0014: the best response is the longest") {
  const Says longest{"a", 9, "end", {}, "Rather more words than that."};
  const Says shortest{"a", 9, "end", {}, "No."};
  CHECK(places(story_of(chain(5, longest, {"b", 5})), "S0014") == kWhole);
  CHECK(places(story_of(chain(5, shortest, {"b", 5})), "S0014") == kNowhere);
  CHECK(places(story_of(chain(4, longest, {"b", 5})), "S0014") == kNowhere);
}

TEST_CASE("S0015: the rude one is always the worst") {
  const Says rude{"b", 5, "end", "tags: [rude]"};
  CHECK(places(story_of(chain(3, {"a", 9}, rude)), "S0015") == kWhole);
  const std::string last = scored("e", {{"a", 9}, {"b", 5, "end", "tags: [rude]"}, {"c", 4}});
  std::string once_not = chain(3, {"a", 9}, rude);
  once_not.replace(once_not.rfind("next: end"), 9, "next: e");
  CHECK(places(story_of(once_not + last), "S0015") == kNowhere);
}

TEST_CASE("S0016: nothing meets what is expected, without a mistake before") {
  CHECK(places(story_of(scored("d", {{"a", 7}, {"b", 5}})), "S0016") == Places{"d"});
  CHECK(places(story_of(scored("d", {{"a", 8}, {"b", 5}})), "S0016") == kNowhere);
  CHECK(places(story_of(scored("d", {{"a", 8}, {"b", 4, "e"}}) + scored("e", {{"a", 5}, {"b", 3}})),
               "S0016") == kNowhere);
}

TEST_CASE("S0019: a decision that hardly matters") {
  const std::string rest = chain(4, {"a", 9}, {"b", 5});
  CHECK(places(story_of(scored("s", {{"x", 8, "d0"}, {"y", 8, "d0"}}) + rest), "S0019") ==
        Places{"s"});
  CHECK(places(story_of(scored("s", {{"x", 9, "d0"}, {"y", 6, "d0"}}) + rest), "S0019") ==
        kNowhere);
}

}  // namespace mot
