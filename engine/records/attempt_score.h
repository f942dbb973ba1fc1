// From a session that is over to the score an attempt keeps, and back again: the same playthrough
// scored anew.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "engine/analysis/solve.h"
#include "engine/encounter/session.h"
#include "engine/outcome/scorecard.h"
#include "engine/records/attempt.h"

namespace mot {

/// What a scorecard says, by name.
AttemptScore attempt_score(const Session& session, const Scorecard& scorecard);

/// Finds scenarios by id, and keeps each with its program and its solution for the next call.
class ScenarioShelf {
 public:
  /// `load` returns the scenario of an id, or nullptr.
  using Load = std::function<std::shared_ptr<const Scenario>(const std::string& id)>;
  explicit ScenarioShelf(Load load) : load_(std::move(load)) {}

  /// Nullptr: there is none.
  const Program* find(const std::string& id);
  /// The exact solution; requires that find() found it.
  Solution& solution(const std::string& id);

 private:
  struct Known {
    std::shared_ptr<const Scenario> scenario;
    std::unique_ptr<const Program> program;
    std::unique_ptr<Solution> solution;
  };
  Load load_;
  std::map<std::string, Known> known_;
};

/// Why a playthrough has no score.
enum class Unscorable : unsigned char {
  /// No scenario of that id is there.
  no_scenario,
  /// The scenario is not the one that was played.
  changed,
  /// It was played with another version of the model.
  other_model,
};

/// The score of a playthrough, computed from nothing but itself and the scenario, exactly where
/// that can be solved.
tl::expected<AttemptScore, Unscorable> score_again(const Playthrough& play, ScenarioShelf& shelf);

/// Whether two scores say the same: numbers of the exact analysis are equal within 1e-9.
bool same_score(AttemptScore one, const AttemptScore& other);

}  // namespace mot
