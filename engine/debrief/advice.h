// What to do next: what to try instead at the turning points, what to practise, which scenario to
// play and why.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/debrief/moment_review.h"
#include "engine/debrief/skill_review.h"
#include "engine/scenario/glance.h"

namespace mot {

/// What to try at one choice.
struct TryInstead {
  /// From 0.
  std::size_t choice = 0;
  /// "At 4, “A time is promised”: “Twenty to eight …”"
  std::string text;
  /// The coach's sentence on that response.
  std::string reason;
};

/// A scenario to play next.
struct NextScenario {
  std::string id;
  /// In the reader's language.
  std::string title;
  /// One sentence.
  std::string reason;
  /// It is the same one again.
  bool again = false;
};

/// The advice.
struct Advice {
  std::vector<TryInstead> instead;
  /// On the weakest skill; empty where none is below 85.
  std::string tip;
  std::optional<NextScenario> next;
};

/// What there is to choose from.
struct NextChoices {
  /// The library at a glance, the scenario played among them.
  std::vector<ScenarioGlance> library;
  /// Ids of scenarios that were played to an end before.
  std::vector<std::string> finished;
};

/// Advice after a session whose turning points are `turning`.
Advice advice_for(const Telling& telling,
                  const SkillsReview& skills,
                  const std::vector<MomentReview>& moments,
                  const std::vector<std::size_t>& turning,
                  const NextChoices& choices);

}  // namespace mot
