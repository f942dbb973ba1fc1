// A part of a story copied: what belongs to it, and what the copy names.
#include "engine/authoring/copy_branch.h"

#include <catch2/catch.hpp>

using mot::YamlSpans;

namespace {

// a → b → d, b → c → d; a → x; walk: from leaves.
const std::string kStory = R"(id: s
leaves:
  - { when: mood < -60, next: walk }
moments:
  - id: a
    says: A
    responses:
      - { id: one, say: one, next: b }
      - { id: two, say: two, next: x }

  # the branch
  - id: b   # begins
    says: B
    responses:
      - id: one
        say: chose(b.one) is no condition here
        when: not visited(b) and not visited(a) and chose( c.out )
        set: { n: n + 1 }
        next: c
      - { id: back, say: back, next: a }
      - { id: on, say: on, next: [ { when: chose(a.one), go: d }, { go: x } ] }

  - id: x
    says: X
    next: end

  - id: c
    says:
      - { when: visited(c), text: again }
      - { text: C }
    responses:
      - { id: out, say: out, next: d }
      - { id: walk, say: walk, next: walk }
  - id: d
    chance:
      - { odds: 1, next: b }
      - { odds: 2, next: end }

  - { id: end, ending: resolved }
  - { id: walk, ending: lost }
)";

}  // namespace

TEST_CASE("A branch is what nothing but its first moment leads to") {
  const YamlSpans spans = YamlSpans::parse(kStory).value();
  using Ids = std::vector<std::string>;
  CHECK(mot::branch_of(spans, "b") == Ids{"b", "c", "d"});
  CHECK(mot::branch_of(spans, "c") == Ids{"c"});
  CHECK(mot::branch_of(spans, "a") == Ids{"a", "b", "x", "c", "d", "end"});
  CHECK(mot::branch_of(spans, "end") == Ids{"end"});
  CHECK(mot::branch_of(spans, "nowhere").empty());
}

TEST_CASE("The copy names itself, and leads out where the branch does") {
  const YamlSpans spans = YamlSpans::parse(kStory).value();
  const auto copied = mot::copy_branch(spans, "b");
  REQUIRE(copied);
  CHECK(copied->id == "b-2");
  CHECK(copied->moments == 3);
  REQUIRE(copied->edit.changes.size() == 1);
  CHECK(copied->edit.changes.front().removed.empty());
  const std::string text = mot::applied(copied->edit, kStory);
  const std::string copy = R"(
  # the branch
  - id: b-2   # begins
    says: B
    responses:
      - id: one
        say: chose(b.one) is no condition here
        when: not visited(b-2) and not visited(a) and chose( c-2.out )
        set: { n: n + 1 }
        next: c-2
      - { id: back, say: back, next: a }
      - { id: on, say: on, next: [ { when: chose(a.one), go: d-2 }, { go: x } ] }

  - id: c-2
    says:
      - { when: visited(c-2), text: again }
      - { text: C }
    responses:
      - { id: out, say: out, next: d-2 }
      - { id: walk, say: walk, next: walk }

  - id: d-2
    chance:
      - { odds: 1, next: b-2 }
      - { odds: 2, next: end }
)";
  CHECK_THAT(text, Catch::Contains("      - { odds: 2, next: end }\n" + copy));
  CHECK(mot::applied(mot::inverse(copied->edit), text) == kStory);
  CHECK(mot::copy_branch(YamlSpans::parse(text).value(), "b")->id == "b-3");
}

TEST_CASE("A copy of the last moments stands at the end, also where the last line has no end") {
  const std::string text =
      "moments:\n  - { id: a, says: A, next: b }\n\n  - { id: b, says: B, next: c }\n"
      "\n  - { id: c, ending: lost }";
  const auto copied = mot::copy_branch(YamlSpans::parse(text).value(), "b");
  REQUIRE(copied);
  CHECK(copied->moments == 2);
  CHECK(mot::applied(copied->edit, text) ==
        text + "\n\n  - { id: b-2, says: B, next: c-2 }\n\n  - { id: c-2, ending: lost }\n");
}

TEST_CASE("Nothing is copied of a moment that is not there, or of a list in brackets") {
  CHECK_FALSE(mot::copy_branch(YamlSpans::parse(kStory).value(), "nowhere"));
  const YamlSpans brackets =
      YamlSpans::parse("moments: [ { id: a, says: A, next: b }, { id: b, ending: lost } ]\n")
          .value();
  CHECK_FALSE(mot::copy_branch(brackets, "a"));
}
