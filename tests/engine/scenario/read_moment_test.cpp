#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::codes_in;
using mot::test::edited;
using mot::test::loaded;
using mot::test::with_moments;

namespace {

std::string expects(const std::string& value) {
  return codes_in(edited({{"expects: [empathy]", "expects: " + value}}));
}
std::string fate(const std::string& branches) {
  return codes_in(with_moments("  - { id: mid, chance: [" + branches + "] }\n"));
}
std::string repeated(const std::string& item, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += item + ", ";
  return all;
}

}  // namespace

TEST_CASE("a moment is exactly one of decision, line, fate and ending") {
  CHECK(codes_in(with_moments("  - { id: mid, says: x }\n")) == "M0081");
  CHECK(codes_in(with_moments("  - { id: mid, says: x, next: end, ending: lost }\n")) == "M0080");
  CHECK(codes_in(with_moments("  - just a word\n")) == "M0022");
}

TEST_CASE("the rest of a moment of two kinds is checked in the same run") {
  CHECK(
      codes_in(with_moments("  - { id: mid, says: x, stage: frist, feels: wet, next: end, ending: "
                            "lost }\n")) == "M0040 M0042 M0080");
}

TEST_CASE("each kind has its own keys") {
  CHECK(
      codes_in(with_moments("  - { id: mid, says: x, stage: first, next: end, hint: h, weight: 2, "
                            "time_limit: 9, shuffle: false }\n")) == "M0025 M0025 M0025 M0025");
  CHECK(codes_in(edited({{"ending: resolved",
                          "ending: resolved\n    stage: first\n    channel: "
                          "phone\n    touchpoint: x\n    feels: angry"}})) == "");
  CHECK(
      codes_in(with_moments("  - { id: mid, says: x, feels: angry, stage: first, chance: [{ odds: "
                            "1, next: end }, { odds: 1, next: end }] }\n")) == "M0025 M0025 M0025");
  CHECK(codes_in(with_moments("  - { id: mid, scene: cabin, note: n, chance: [{ odds: 1, next: end "
                              "}, { odds: 1, next: end }] }\n")) == "");
}

TEST_CASE("a scored decision needs stage, channel, touchpoint and what is said") {
  CHECK(codes_in(edited({{"    stage: first\n", ""}})) == "M0024");
  CHECK(codes_in(edited({{"    channel: phone\n", ""}})) == "M0024");
  CHECK(codes_in(edited({{"    touchpoint: The call\n", ""}})) == "M0024");
  CHECK(codes_in(edited({{"    says: Hello\n", ""}})) == "M0024");
  CHECK(codes_in(with_moments("  - { id: mid, next: end }\n")) == "M0024");
  CHECK(codes_in(edited({{"    says: Bye\n", ""}})) == "");
}

TEST_CASE("weight and acceptable wait mean nothing on a free decision, and nothing is said of it") {
  CHECK(
      codes_in(with_moments("  - { id: mid, says: x, weight: 3, acceptable_wait: 5, responses: [{ "
                            "id: a, say: a, next: end }] }\n")) == "");
}

TEST_CASE("expects is a list of dimensions, or a map with levels and kinds") {
  for (const char* good :
       {"[empathy]", "{ empathy: 8 }", "{ empathy: { level: 8, kind: must-be } }",
        "{ empathy: { kind: attractive } }", "{ empathy: { level: 3 } }",
        "{ empathy: 8, note: why }"})
    CHECK(expects(good) == "");
  CHECK(expects("[]") == "M0030");
  CHECK(expects("{}") == "M0030");
  CHECK(expects("{ empathy: {} }") == "M0030");
  CHECK(expects("empathy") == "M0022");
  CHECK(expects("8") == "M0022");
  CHECK(expects("") == "M0022");
  CHECK(expects("{ empathy: }") == "M0022");
  CHECK(expects("{ empathy: '8' }") == "M0022");
  CHECK(expects("[[empathy]]") == "M0022");
  CHECK(expects("{ empathy: 0 }") == "M0023");
  CHECK(expects("{ empathy: 11 }") == "M0023");
  CHECK(expects("{ empathy: { kind: musbe } }") == "M0048");
  CHECK(expects("[emapthy]") == "M0043");
  CHECK(expects("{ emapthy: 8 }") == "M0043");
  CHECK(expects("[empathy, empathy]") == "M0103");
  CHECK(expects("[tangibles]") == "M0065");
  CHECK(expects("{ tangibles: { kind: must-be } }") == "M0065");
}

TEST_CASE("a map overrides the customer's levels and kinds one by one") {
  const auto s = loaded(edited(
      {{"empathy: 8, reliability: 7 }", "empathy: { level: 8, kind: must-be }, reliability: 7 }"},
       {"expects: [empathy]", "expects: { empathy: 5 }"}}));
  REQUIRE(s != nullptr);
  constexpr auto kEmpathy = static_cast<std::size_t>(mot::Dimension::empathy);
  CHECK(s->moments[0].stake.expected[kEmpathy].level == 5);
  CHECK(s->moments[0].stake.expected[kEmpathy].kind == mot::ExpectationKind::must_be);
  CHECK(s->moments[0].stake.importance[kEmpathy] == 16);
}

TEST_CASE("the ranges of a decision's numbers are those of the format") {
  const auto with = [](const std::string& line) {
    return codes_in(edited({{"    says: Hello\n", "    says: Hello\n    " + line + "\n"}}));
  };
  CHECK(with("weight: 1") == "");
  CHECK(with("weight: 5") == "");
  CHECK(with("weight: 6") == "M0023");
  CHECK(with("weight: 0") == "M0023");
  CHECK(with("acceptable_wait: 0") == "M0023");
  CHECK(with("acceptable_wait: 100000") == "");
  CHECK(with("acceptable_wait: 100001") == "M0023");
  CHECK(with("shuffle: no") == "M0022");
  CHECK(with("channel: fax") == "M0021");
}

TEST_CASE("a time limit and what happens then belong together") {
  const auto with = [](const std::string& lines, const std::string& extra = "") {
    return codes_in(edited({{"    says: Hello\n", "    says: Hello\n" + lines},
                            {"coach: Because.\n", "coach: Because.\n" + extra}}));
  };
  CHECK(with("    time_limit: 30\n    on_timeout: bad\n") == "");
  CHECK(with("    time_limit: 5\n    on_timeout: bad\n") == "");
  CHECK(with("    time_limit: 4\n    on_timeout: bad\n") == "M0023");
  CHECK(with("    time_limit: 601\n    on_timeout: bad\n") == "M0023");
  CHECK(with("    time_limit: 30\n") == "M0024");
  CHECK(with("    on_timeout: bad\n") == "M0104");
  CHECK(with("    time_limit: 30\n    on_timeout: bda\n") == "M0013");
  CHECK(with("    time_limit: 30\n    on_timeout: [bad]\n") == "M0022");
  const std::string good = "    time_limit: 30\n    on_timeout: good\n";
  CHECK(with(good, "        once: true\n") == "M0088");
  CHECK(with(good, "        when: true\n") == "M0088");
  CHECK(with(good, "        once: false\n") == "");
  CHECK(with(good, "        when: n\n") == "M0071");
}

TEST_CASE("fate has 2 to 32 branches with odds from 1 to 1000, each with one target") {
  const std::string one = "{ odds: 1, next: end }";
  CHECK(fate(repeated(one, 2)) == "");
  CHECK(fate(repeated(one, 32)) == "");
  CHECK(fate(repeated(one, 33)) == "M0029");
  CHECK(fate(one) == "M0030");
  CHECK(fate("") == "M0030");
  CHECK(fate(one + ", { odds: 0, next: end }") == "M0023");
  CHECK(fate(one + ", { odds: 1001, next: end }") == "M0023");
  CHECK(fate(one + ", { next: end }") == "M0024");
  CHECK(fate(one + ", { odds: 1 }") == "M0024");
  CHECK(fate(one + ", { odds: 1, next: [{ go: end }] }") == "M0022");
  CHECK(fate(one + ", end") == "M0022");
}

TEST_CASE("an ending has a kind and what is written in the survey") {
  const auto ending = [](const std::string& value) {
    return codes_in(edited({{"ending: resolved", "ending: " + value}}));
  };
  for (const char* kind : {"resolved", "unresolved", "lost", "escalated"})
    CHECK(ending(kind) == "");
  CHECK(ending("happy") == "M0049");
  CHECK(ending("") == "M0022");
  CHECK(ending("lost\n    verbatim: { promoter: a, passive: b, detractor: c }") == "");
  CHECK(ending("lost\n    verbatim: { promotor: a }") == "M0053");
  CHECK(ending("lost\n    verbatim: Good") == "M0022");
}
