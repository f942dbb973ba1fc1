#include "engine/customer/persona.h"

#include <catch2/catch.hpp>

using mot::own_expectation;
using mot::Persona;

TEST_CASE("a customer's own expectation weighs the levels by importance") {
  Persona chen;
  chen.level = {8, 9, 7, 8, 6};
  chen.importance[1] = 34;
  // (32·8 + 34·9 + 19·7 + 16·8 + 11·6) / 112 = 889/112 = 7.9375
  CHECK(own_expectation(chen) == 794);
}

TEST_CASE("dimensions without a level are left out of a customer's own expectation") {
  Persona two;
  two.level = {0, 8, 0, 7, 0};
  CHECK(own_expectation(two) == 758);  // (22·8 + 16·7) / 38
}

TEST_CASE("the kind of an expectation does not change its level") {
  Persona strict;
  strict.level = {8, 8, 8, 8, 8};
  strict.kind.fill(mot::ExpectationKind::must_be);
  CHECK(own_expectation(strict) == 800);
}

TEST_CASE("by default importance is as found by Parasuraman and others and adds up to 100") {
  int sum = 0;
  for (const int w : mot::kDefaultImportance) sum += w;
  CHECK(sum == 100);
}
