#include "engine/authoring/stake_edits.h"

#include <catch2/catch.hpp>

using mot::WrittenStake;

namespace {

std::vector<WrittenStake> read(const std::string& expects) {
  return mot::stakes_at(mot::YamlSpans::parse("expects: " + expects + "\n").value(), "expects");
}

constexpr std::array<int, mot::kDimensions> kOwn{6, 9, 0, 8, 5};

}  // namespace

TEST_CASE("Stakes are read from a list and from a map, and written as they were") {
  for (const std::string text :
       {"[empathy, reliability]", "{ empathy: 9, reliability: { kind: must-be } }",
        "{ responsiveness: { level: 7, kind: attractive }, empathy: 3 }"}) {
    CHECK(mot::written_stakes(read(text), kOwn) == text);
  }
  CHECK(read("[]").empty());
  CHECK(read("word").empty());
}

TEST_CASE("In a map, what has no level of its own gets the customer's") {
  std::vector<WrittenStake> stakes = read("[empathy, assurance, reliability]");
  stakes[2].level = 4;
  CHECK(mot::written_stakes(stakes, kOwn) == "{ empathy: 8, assurance: 7, reliability: 4 }");
}
