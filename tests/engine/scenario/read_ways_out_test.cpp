#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::codes_in;
using mot::test::edited;
using mot::test::loaded;

namespace {

std::string with(const std::string& line) {
  return edited({{"moments:\n", line + "\nmoments:\n"}});
}

}  // namespace

TEST_CASE("the encounter starts at the first moment, or where start says") {
  CHECK(loaded(with("start: start"))->start == 0);
  CHECK(loaded(mot::test::base_scenario())->start == 0);
  CHECK(codes_in(with("start: strat")) == "M0012");
  CHECK(codes_in(with("start: elsewhere-entirely")) == "M0012");
  CHECK(codes_in(with("start:")) == "M0022");
}

TEST_CASE("leaves are a list of conditions with one target each") {
  CHECK(codes_in(with("leaves: [{ when: mood < 0, next: end }]")) == "");
  CHECK(codes_in(with("leaves: []")) == "");
  CHECK(codes_in(with("leaves: [{ next: end }]")) == "M0024");
  CHECK(codes_in(with("leaves: [{ when: b }]")) == "M0024");
  CHECK(codes_in(with("leaves: [{ when: n, next: end }]")) == "M0071");
  CHECK(codes_in(with("leaves: [{ when: b, next: edn }]")) == "M0012");
  CHECK(codes_in(with("leaves: [{ when: b, next: [{ go: end }] }]")) == "M0022");
  CHECK(codes_in(with("leaves: { when: b, next: end }")) == "M0022");
  CHECK(codes_in(with("leaves: [end]")) == "M0022");
}

TEST_CASE("a smell is accepted with a reason, somewhere or everywhere") {
  CHECK(
      codes_in(with("accept: [{ smell: S0014, where: start, because: x }, { smell: S0001, because: "
                    "y }, { smell: S0002, where: start.good, because: z }]")) == "");
  CHECK(codes_in(with("accept: [{ smell: S14, because: x }]")) == "M0022");
  CHECK(codes_in(with("accept: [{ smell: M0014, because: x }]")) == "M0022");
  CHECK(codes_in(with("accept: [{ smell: S0014 }]")) == "M0024");
  CHECK(codes_in(with("accept: [{ because: x }]")) == "M0024");
  CHECK(codes_in(with("accept: [{ smell: S0014, where: strat, because: x }]")) == "M0012");
  CHECK(codes_in(with("accept: [{ smell: S0014, where: start.goood, because: x }]")) == "M0013");
}
