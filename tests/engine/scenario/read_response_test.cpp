#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::codes_in;
using mot::test::edited;
using mot::test::loaded;
using mot::test::with_moments;
using mot::test::with_response_lines;

namespace {

std::string delivers(const std::string& value) {
  return codes_in(edited({{"delivers: { empathy: 9 }", "delivers: " + value}}));
}

std::string waiting(const std::string& good, const std::string& moment = "acceptable_wait: 20") {
  return edited({{"expects: [empathy]", "expects: { responsiveness: 8 }\n    " + moment},
                 {"delivers: { empathy: 9 }", good},
                 {"delivers: { empathy: 2 }", "delivers: { responsiveness: 3 }"}});
}

}  // namespace

TEST_CASE("a response of a scored moment rates every dimension at stake, and no other") {
  CHECK(delivers("{ empathy: 1 }") == "");
  CHECK(delivers("{ empathy: 10, note: why }") == "");
  CHECK(delivers("{ empathy: 0 }") == "M0023");
  CHECK(delivers("{ empathy: 11 }") == "M0023");
  CHECK(delivers("{ empathy: 5.5 }") == "M0022");
  CHECK(delivers("{}") == "M0060");
  CHECK(delivers("{ empathy: 5, tangibles: 5 }") == "M0061");
  CHECK(delivers("{ tangibles: 5 }") == "M0060 M0061");
  CHECK(codes_in(edited({{"        delivers: { empathy: 9 }\n", ""}})) == "M0060");
}

TEST_CASE("ratings that could not be read are not missed as well") {
  CHECK(delivers("") == "M0022");
  CHECK(delivers("[empathy]") == "M0022");
  CHECK(delivers("{ emapthy: 5 }") == "M0043");
  CHECK(delivers("{ friendliness: 5 }") == "M0043");
}

TEST_CASE("a free decision is not rated") {
  CHECK(codes_in(with_moments("  - { id: mid, says: x, responses: [{ id: a, say: a, delivers: { "
                              "empathy: 3 }, next: end }] }\n")) == "M0061");
}

TEST_CASE("a wait rates responsiveness, by the acceptable wait of the moment") {
  const auto s = loaded(waiting("wait: { minutes: 25, informed: true }"));
  REQUIRE(s != nullptr);
  const mot::Response& response = s->responses[0];
  CHECK(response.has_wait);
  CHECK(response.wait_informed);
  CHECK(response.wait_minutes == 25);
  CHECK(response.delivers[static_cast<std::size_t>(mot::Dimension::responsiveness)] == 7);
  CHECK_FALSE(loaded(waiting("wait: { minutes: 25 }"))->responses[0].wait_informed);
}

TEST_CASE("a wait is a map with minutes, and stands instead of a rating") {
  CHECK(codes_in(waiting("wait: { minutes: 0 }")) == "");
  CHECK(codes_in(waiting("wait: { minutes: 100000 }")) == "");
  CHECK(codes_in(waiting("wait: { minutes: 100001 }")) == "M0023");
  CHECK(codes_in(waiting("wait: { informed: true }")) == "M0024");
  CHECK(codes_in(waiting("wait: { minutes: 5, informed: yes }")) == "M0022");
  CHECK(codes_in(waiting("wait: 25")) == "M0022");
  CHECK(codes_in(waiting("wait: { minutes: 5 }\n        delivers: { responsiveness: 5 }")) ==
        "M0063");
  CHECK(codes_in(waiting("wait: { minutes: 5 }", "weight: 1")) == "M0064");
  CHECK(codes_in(waiting("wait: { minutes: 5 }", "acceptable_wait: soon")) == "M0022");
  CHECK(codes_in(with_response_lines("        wait: { minutes: 5 }\n")) == "M0061");
}

TEST_CASE("a response is said or done") {
  CHECK(codes_in(edited({{"say: Good", "do: Good"}})) == "");
  CHECK(codes_in(edited({{"say: Good", "say: Good\n        do: Good"}})) == "M0066");
  CHECK(codes_in(edited({{"        say: Good\n", ""}})) == "M0024");
  CHECK(codes_in(edited({{"        say: Good\n", "        sya: Good\n"}})) == "M0020");
}

TEST_CASE("standards, needs and behaviours are lists of what is known, each once") {
  CHECK(
      codes_in(with_response_lines("        meets: [fast]\n        breaks: [kind]\n"
                                   "        uncovers: [baby]\n        behaviours: [explore, offer, "
                                   "act, confirm]\n        tags: [x, y-1]\n")) == "");
  CHECK(codes_in(with_response_lines("        meets: [fats, slow]\n")) == "M0044 M0044");
  CHECK(codes_in(with_response_lines("        meets: fast\n")) == "M0022");
  CHECK(codes_in(with_response_lines("        meets: [fast, fast]\n")) == "M0103");
  CHECK(codes_in(with_response_lines("        uncovers: [babi]\n")) == "M0045");
  CHECK(codes_in(with_response_lines("        behaviours: [explain]\n")) == "M0047");
  CHECK(codes_in(with_response_lines("        behaviours: [act, act]\n")) == "M0103");
  CHECK(codes_in(with_response_lines("        tags: [No Id]\n")) == "M0027");
  CHECK(codes_in(with_response_lines("        meets: [fast]\n        breaks: [kind, fast]\n")) ==
        "M0062");
}

TEST_CASE("set gives variables new values of their own type") {
  const auto set = [](const std::string& map) {
    return codes_in(with_response_lines("        set: " + map + "\n"));
  };
  for (const char* good : {"{ n: 5 }", "{ n: -5 }", "{ n: n + 5 }", "{ n: 'n + 5' }", "{ n: '5' }",
                           "{ b: true }", "{ b: n > 3 }", "{ b: not b, n: 1 }", "{}"})
    CHECK(set(good) == "");
  CHECK(set("{ n: true }") == "M0071");
  CHECK(set("{ b: 1 }") == "M0071");
  CHECK(set("{ n: }") == "M0022");
  CHECK(set("{ n: [1] }") == "M0022");
  CHECK(set("[n]") == "M0022");
  CHECK(set("{ n: +5 }") == "M0070");
  CHECK(set("{ m: 5 }") == "M0046");
  CHECK(set("{ b: yes }") == "M0046");
  CHECK(set("{ n: 1, n: 2 }") == "M0021");
}

TEST_CASE("a response of a scored decision without a coach is a warning") {
  CHECK(codes_in(edited({{"        coach: Because.\n", ""}})) == "M0101");
  CHECK(codes_in(with_moments(
            "  - { id: mid, says: x, responses: [{ id: a, say: a, next: end }] }\n")) == "");
}

TEST_CASE("a response leads somewhere") {
  CHECK(codes_in(edited({{"        next: end\n", ""}})) == "M0024");
  CHECK(codes_in(edited({{"next: end", "nxt: end"}})) == "M0020");
  CHECK(codes_in(edited({{"next: end", "next:"}})) == "M0022");
}
