// An attempt: one encounter that is over, with everything its figures can be computed from again.
// The row of the records. Format: docs/records.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json.h"
#include "engine/base/result.h"
#include "engine/customer/dimensions.h"
#include "engine/encounter/playthrough.h"
#include "engine/outcome/scorecard.h"

namespace mot {

/// Version of the format that is written, and the newest that is read.
inline constexpr int kAttemptVersion = 1;

/// What one choice came to, by name, so that it can be read without the scenario.
struct ScoredChoice {
  bool scored = false;
  /// Hundredths; meaningful where scored.
  int gap = 0;
  /// After the choice, −100 … 100.
  int mood = 0;
  /// Points of satisfaction; where the scenario was solved.
  std::optional<double> regret;
  std::optional<double> luck;
  std::optional<Grade> grade;
  /// The id of the best response there, where the scenario was solved.
  std::string best;
  /// Responses on offer, at least 1.
  int options = 1;
  /// What the choice is evidence for: dimensions at stake, behaviours of the best response.
  BitSet8 dimensions = 0;
  BitSet8 behaviours = 0;
  /// What the customer had answered, 0 … 10, had this moment just met expectation; where scored and
  /// complete.
  std::optional<int> recommend_if_met;

  friend bool operator==(const ScoredChoice&, const ScoredChoice&) = default;
};

/// The scorecard by name. Skills are 0 … 100.
struct AttemptScore {
  std::optional<EndingKind> ending;
  /// Hundredths of a point; only where complete.
  std::optional<int> satisfaction;
  std::optional<int> recommend;
  std::optional<double> best;
  std::optional<double> worst;
  std::optional<double> score;
  std::array<std::optional<double>, kDimensions> dimensions;
  std::array<std::optional<double>, kBehaviours> behaviours;
  std::vector<std::string> needs_found;
  std::vector<std::string> needs_missed;
  std::vector<std::string> standards_met;
  std::vector<std::string> standards_broken;
  /// One a choice.
  std::vector<ScoredChoice> choices;

  friend bool operator==(const AttemptScore&, const AttemptScore&) = default;
};

struct Attempt {
  /// A UUID made where it was played, so that sending it twice changes nothing.
  std::string id;
  Playthrough play;
  /// A class, a team, a cohort; may be empty.
  std::string group;
  /// The trainer's session it was played in; may be empty.
  std::string session;
  /// Nothing where it could not be computed: the scenario is not there or was changed since.
  std::optional<AttemptScore> score;

  friend bool operator==(const Attempt&, const Attempt&) = default;
};

/// The learner, scenario, times and choices of a play as a UUID: the same play always gives the
/// same, whoever records it and however often. `name` tells apart what is alike in all that: the
/// name of the play's file. What may be added after the end (take-away, prediction) does not count.
std::string attempt_id(const Playthrough& play, std::string_view name);

/// The UUID of a text: the same text always gives the same.
std::string named_uuid(std::string_view text);

/// "6ba7b810-9dad-11d1-80b4-00c04fd430c8": 36 characters, lower-case hex.
bool is_uuid(std::string_view text);

Json to_json(const Attempt& attempt);
/// Refuses what to_json cannot have made, naming the key and what is wrong. Unknown keys are
/// allowed.
Result<Attempt> attempt_from_json(const Json& json);

}  // namespace mot
