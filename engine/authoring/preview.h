// A piece of a scenario played from any moment, in a state set by hand: what an editor shows while
// somebody writes. Choices are names, so that they outlive an edit of the text.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/encounter/program.h"
#include "engine/scenario/reading.h"

namespace mot {

/// Where a preview begins. What the scenario does not have is left out.
struct PreviewStart {
  /// Id of a moment; empty: where the scenario begins.
  std::string moment;
  /// −100 … 100; nothing: as the customer begins.
  std::optional<std::int32_t> mood;
  std::map<std::string, std::int32_t> variables;
  /// Moments that were visited, needs that are known.
  std::set<std::string> visited;
  std::set<std::string> known;

  /// Nothing was set by hand.
  bool is_usual() const {
    return moment.empty() && !mood && variables.empty() && visited.empty() && known.empty();
  }
};

/// One thing that is said.
struct PreviewLine {
  /// By the customer or another member of the cast; empty: it is what the trainee says or does.
  std::string speaker;
  std::string text;
  std::string thought;
};

/// A response that can be taken now.
struct PreviewOffer {
  /// "moment.response".
  std::string choice;
  std::string text;
};

/// A variable, or something that a condition asks about.
struct PreviewVariable {
  std::string name;
  bool is_boolean = false;
  std::int32_t value = 0;
};
struct PreviewFact {
  std::string name;
  bool holds = false;
};

/// What came of it.
struct PreviewPlay {
  std::vector<PreviewLine> lines;
  std::vector<PreviewOffer> offers;
  /// How many of the choices could be made.
  std::size_t made = 0;
  /// The moment it stands at; and it is an ending.
  std::string place;
  bool ended = false;
  std::int32_t mood = 0;
  /// 1 … 10 for what was scored so far; nothing before that.
  std::optional<double> satisfaction;
  std::vector<PreviewVariable> variables;
  /// Moments and needs that some condition asks about.
  std::vector<PreviewFact> visited;
  std::vector<PreviewFact> known;
};

/// By variable of the scenario, the greatest amount of all numbers that stand with it: its first
/// value, and those of every condition and value that it occurs in.
std::vector<std::int32_t> greatest_amounts(const Scenario& scenario);

/// Plays with the luck of seed 1, as far as the choices fit.
PreviewPlay play_preview(const Program& program,
                         const PreviewStart& start,
                         const std::vector<std::string>& choices,
                         const Reading& reading);

}  // namespace mot
