#include "engine/base/both.h"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

namespace {

TEST_CASE("both pieces of work are done when both() returns") {
  int here = 0;
  int there = 0;
  mot::both([&] { here = 1; }, [&] { there = 2; });
  CHECK(here == 1);
  CHECK(there == 2);
}

TEST_CASE("an exception of either piece comes out after the other is done") {
  bool done = false;
  CHECK_THROWS_AS(mot::both([&] { done = true; }, [] { throw std::runtime_error("there"); }),
                  std::runtime_error);
  CHECK(done);
  done = false;
  CHECK_THROWS_AS(mot::both([] { throw std::logic_error("here"); }, [&] { done = true; }),
                  std::logic_error);
  CHECK(done);
}

TEST_CASE("where both fail, the exception of this thread's work comes out") {
  CHECK_THROWS_AS(
      mot::both([] { throw std::logic_error("here"); }, [] { throw std::runtime_error("there"); }),
      std::logic_error);
}

}  // namespace
