// What the scenarios of a library worth training with are held to. The figures are those of
// scenario_figures.h; `mot library --stats` marks what lies beyond. All thresholds are ours.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "engine/analysis/scenario_figures.h"
#include "engine/scenario/contents.h"

namespace mot {

/// Points of satisfaction between best and worst play, at least.
inline constexpr double kAimRange = 4;
/// What one choice may cost, percent of that range.
inline constexpr double kAimRegret = 40;
/// Decisions in which the best response is the longest (or first), percent, of one scenario at
/// most; and of a whole library between these two.
inline constexpr double kAimGiveaway = 60;
inline constexpr double kAimGiveawayLeast = 20;
inline constexpr double kAimGiveawayMost = 45;
/// Mean scores that players stay below who choose at random, or always the passive response.
inline constexpr double kAimRandom = 60;
inline constexpr double kAimPassive = 70;
/// Hidden needs and waits of a scenario, at least.
inline constexpr std::size_t kAimNeeds = 2;
inline constexpr std::size_t kAimWaits = 1;

enum class Aimed : std::uint8_t {
  range,
  reaches,
  longest,
  first,
  regret,
  random,
  passive,
  needs,
  waits
};
inline constexpr std::array<std::string_view, 9> kAimNames{
    "range", "reaches", "longest", "first", "regret", "random", "passive", "needs", "waits"};
inline std::string_view name_of(Aimed aim) { return kAimNames[static_cast<std::size_t>(aim)]; }

/// The aims a scenario misses, in the order of the names. What is not known misses nothing.
std::vector<Aimed> missed_aims(const ScenarioContents& contents, const ScenarioFigures& figures);

}  // namespace mot
