// Stories for the tests of smells, put together from a few words, and the places where something
// is found in them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/smells.h"
#include "tests/support/encounter.h"

namespace mot::test {

/// A response of these stories.
struct Says {
  std::string id;
  /// 0: not rated.
  int empathy = 0;
  std::string next = "end";
  /// More of its keys, as in a flow mapping.
  std::string more = {};
  std::string words = "Words.";
};

/// A scored decision; `more` are its keys between `touchpoint` and `responses`.
std::string scored(const std::string& id,
                   const std::vector<Says>& all,
                   const std::string& more = "    stage: first\n    expects: [empathy]\n");
/// A decision that is not scored.
std::string unscored(const std::string& id, const std::vector<Says>& all);
/// `count` scored decisions d0, d1, … one after the other, each with these two; the last leads to
/// `end`.
std::string chain(int count, const Says& first, const Says& second);
/// The body of a scenario with these moments and an ending `end`; `keys` stand before them.
std::string story_of(const std::string& moments, const std::string& keys = {});
/// A decision `d` whose response `a` leads to a line `secret` where x > 5. A decision before it
/// sets x to 6 where `open`; else x stays 0.
std::string story_with_secret(bool open);

/// All smells of a story, with at most so many states looked at.
std::vector<Smell> smells_of(const Encounter& encounter, std::size_t states = 20'000);

using Places = std::vector<std::string>;
inline const Places kNowhere{};
/// The scenario as a whole.
inline const Places kWhole{""};

/// The smells of a code in a story, as "where" each. Checks that each smell found stands in the
/// catalogue, and that its witness can be played.
Places places(const std::string& body, std::string_view code);

}  // namespace mot::test
