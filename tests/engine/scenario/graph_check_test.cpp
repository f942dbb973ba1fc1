// Tests engine/scenario/graph_check.cpp through the loader.
#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::codes_in;
using mot::test::edited;
using mot::test::with_moments;

namespace {

std::string with_leaves(const std::string& leaves, const std::string& moments) {
  return edited({{"moments:\n", "leaves: " + leaves + "\nmoments:\n"},
                 {"    says: Bye\n", "    says: Bye\n" + moments}});
}

}  // namespace

TEST_CASE("a moment that nothing leads to cannot be reached, a warning in a draft") {
  CHECK(codes_in(edited({{"says: Bye\n", "says: Bye\n  - { id: far, ending: lost }\n"}})) ==
        "M0085");
  mot::DiagnosticSink sink;
  mot::load_scenario_text("t.yaml",
                          edited({{"mot: 1", "mot: 1\ndraft: true"},
                                  {"says: Bye\n", "says: Bye\n  - { id: far, ending: lost }\n"}}),
                          {}, sink);
  CHECK(sink.warnings() == 1);
  CHECK_FALSE(sink.has_errors());
}

TEST_CASE("what only leaves lead to is reached, and all that follows") {
  const std::string away = "  - { id: away, says: x, next: out }\n  - { id: out, ending: lost }\n";
  CHECK(codes_in(with_leaves("[{ when: mood < 0, next: away }]", away)) == "");
}

TEST_CASE("leaves open with the first scored choice, so their endings are scored") {
  CHECK(codes_in(with_leaves("[{ when: mood < 0, next: out }]",
                             "  - { id: out, ending: lost }\n")) == "");
}

TEST_CASE("an ending that is reached without a scored decision is reported at the ending") {
  CHECK(codes_in(edited({{"moments:\n",
                          "moments:\n  - { id: pre, says: x, responses: [{ id: a, say: a, next: "
                          "start }, { id: b, say: b, next: end }] }\n"}})) == "M0083");
}

TEST_CASE("no scored decision and no ending are reported once for all moments") {
  CHECK(codes_in(edited({{"    expects: [empathy]\n", ""},
                         {"        delivers: { empathy: 9 }\n", ""},
                         {"        delivers: { empathy: 2 }\n", ""}})) == "M0082");
  CHECK(codes_in(edited({{"  - id: end\n    ending: resolved\n    says: Bye\n", ""},
                         {"next: end", "next: start"},
                         {"next: end", "next: start"}})) == "M0084");
}

TEST_CASE("lines, fate and routes that lead in a circle are an error") {
  CHECK(codes_in(with_moments("  - { id: mid, says: x, next: mid }\n")) == "M0087");
  CHECK(codes_in(with_moments("  - { id: mid, says: x, next: m2 }\n"
                              "  - { id: m2, chance: [{ odds: 1, next: mid }, { odds: 1, next: "
                              "end }] }\n")) == "M0087");
  CHECK(codes_in(with_moments("  - { id: mid, says: x, next: [{ when: b, go: end }, { go: m2 }] }\n"
                              "  - { id: m2, says: x, next: mid }\n")) == "M0087");
}

TEST_CASE("a circle with a decision in it is a hub") {
  CHECK(codes_in(with_moments(
            "  - { id: mid, says: x, responses: [{ id: a, say: a, next: m2 }, { "
            "id: b, say: b, next: end }] }\n  - { id: m2, says: x, next: mid }\n")) == "");
}

TEST_CASE("what leads into a circle is not reported as well") {
  CHECK(codes_in(with_moments("  - { id: mid, says: x, next: m2 }\n"
                              "  - { id: m2, says: x, next: m2 }\n")) == "M0087");
}

TEST_CASE("a moment from which no ending can be reached is reported") {
  CHECK(codes_in(with_moments(
            "  - { id: mid, says: x, responses: [{ id: a, say: a, next: mid }] }\n")) == "M0086");
}

TEST_CASE("leaves are a way to an ending for decisions after a scored one") {
  CHECK(codes_in(edited(
            {{"next: end", "next: mid"},
             {"  - id: end\n",
              "  - { id: mid, says: x, responses: [{ id: a, say: a, next: mid }] }\n  - id: end\n"},
             {"moments:\n", "leaves: [{ when: mood < 0, next: end }]\nmoments:\n"}})) == "");
}

TEST_CASE("a misspelt target is repaired, one that is near to nothing ends the judgement") {
  CHECK(codes_in(edited({{"next: end", "next: ned"}})) == "M0012");
  CHECK(codes_in(with_moments("  - { id: mid, says: x, next: somewhere-else }\n")) == "M0012");
  const std::string unreached = "says: Bye\n  - { id: far-away, ending: lost }\n";
  CHECK(codes_in(edited({{"next: end", "next: the-moon"}, {"says: Bye\n", unreached}})) == "M0012");
}

TEST_CASE("what is certain is said beside a wrong target") {
  CHECK(codes_in(edited({{"moments:\n",
                          "moments:\n  - { id: pre, says: x, responses: [{ id: a, say: a, next: "
                          "start }, { id: b, say: b, next: end }] }\n"},
                         {"next: end\n      - id: bad", "next: the-moon\n      - id: bad"}})) ==
        "M0012 M0083");
}

TEST_CASE("a moment of two kinds or none brings no findings about the graph") {
  CHECK(codes_in(edited({{"ending: resolved", "ending: resolved\n    next: start"}})) == "M0080");
  CHECK(codes_in(with_moments("  - { id: mid, says: x }\n")) == "M0081");
}

TEST_CASE("a long chain of moments is walked without recursion") {
  std::string chain;
  for (int i = 0; i < 15'000; ++i)
    chain += "  - { id: " + std::string(i == 0 ? "mid" : "m" + std::to_string(i)) +
             ", says: x, next: " + (i == 14'999 ? "end" : "m" + std::to_string(i + 1)) + " }\n";
  CHECK(codes_in(with_moments(chain)) == "");
}
