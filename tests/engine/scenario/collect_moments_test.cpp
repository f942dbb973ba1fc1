#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::codes_in;
using mot::test::edited;
using mot::test::with_moments;

namespace {

std::string responses(int count, const std::string& more = {}) {
  std::string all = "  - { id: mid, says: x, " + more + "responses: [";
  for (int i = 0; i < count; ++i) all += "{ id: r" + std::to_string(i) + ", say: x, next: end }, ";
  return codes_in(with_moments(all + "] }\n"));
}

}  // namespace

TEST_CASE("a moment's id is its own, as is a response's within its moment") {
  CHECK(codes_in(with_moments("  - { id: mid, says: x, next: end }\n"
                              "  - { id: mid, says: y, next: end }\n")) == "M0028");
  CHECK(codes_in(edited({{"id: bad", "id: good"}})) == "M0028");
  CHECK(
      codes_in(with_moments("  - { id: mid, says: x, responses: [{ id: good, say: x, next: end }] "
                            "}\n")) == "");
}

TEST_CASE("a missing id is reported once, and nothing for what may have meant it") {
  CHECK(codes_in(with_moments("  - { says: x, next: end }\n")) == "M0024");
  CHECK(codes_in(edited({{"      - id: bad\n        say", "      - say"}})) == "M0024");
  CHECK(codes_in(with_moments("  - { Id: mid, says: x, next: end }\n")) == "M0020");
}

TEST_CASE("32 responses are allowed, 33 are not") {
  CHECK(responses(32) == "");
  CHECK(responses(33) == "M0029");
  CHECK(responses(33, "time_limit: 9, on_timeout: r32, ") == "M0029");
  CHECK(responses(0) == "M0030");
}

TEST_CASE("responses are a list of maps") {
  CHECK(codes_in(with_moments("  - { id: mid, says: x, responses: { id: a } }\n")) == "M0022");
  CHECK(codes_in(with_moments("  - { id: mid, says: x, responses: [a] }\n")) == "M0022");
  CHECK(codes_in(with_moments("  - { id: mid, says: x, responses: }\n")) == "M0022");
}

TEST_CASE("responses below a misspelt key are read") {
  CHECK(codes_in(edited({{"    responses:", "    respones:"}, {"empathy: 9", "empathy: 90"}})) ==
        "M0020 M0023");
}
