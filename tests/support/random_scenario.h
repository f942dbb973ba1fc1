// Random scenarios for property tests: as the text of a file, always without errors. The same seed
// and options give the same text on every machine. Print the seed where a test fails.
#pragma once

#include <cstdint>
#include <string>

namespace mot::test {

/// What a random scenario may have. Counts are upper bounds.
struct RandomScenario {
  /// Decisions, at least 1.
  int decisions = 5;
  /// Responses of a decision, 1 … 6.
  int responses = 3;
  /// Endings, 1 … 4.
  int endings = 2;
  /// Free decisions with `once` that are come back to.
  int hubs = 1;
  bool fate = true;
  bool variables = true;
  bool once = true;
  /// `when` on responses, variants and routes.
  bool conditions = true;
  bool leaves = true;
  /// Lines between decisions.
  bool lines = true;
  bool waits = true;
  /// Texts in several lines, with quotes, signs of YAML and Chinese.
  bool wild_texts = true;
};

/// The text of a scenario's file, without neighbours: customer and journey are inline.
std::string random_scenario(std::uint64_t seed, const RandomScenario& options = {});

/// An expression that compiles in every random scenario with variables and needs: integers n0, n1,
/// booleans b0, b1, need `need`, moment `d0` with response `r0`. At most `depth` operations deep.
std::string random_expression(std::uint64_t seed, bool boolean, int depth);

}  // namespace mot::test
