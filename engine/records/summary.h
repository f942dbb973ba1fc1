// What a trainer's figures need of an attempt, and no more: what is read of each of a hundred
// thousand. Made from the attempt, written with it, and never the only place of anything.
// Format: docs/records.md, "Summaries".
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/attempt.h"

namespace mot {

/// A response of a moment of a scenario, by ids.
struct ChoiceName {
  std::string scenario;
  std::string moment;
  std::string response;

  friend auto operator<=>(const ChoiceName&, const ChoiceName&) = default;
};

/// Numbers choices from 0 in the order they first came.
class ChoiceNames {
 public:
  ChoiceNames() = default;
  ChoiceNames(ChoiceNames&&) = default;
  ChoiceNames& operator=(ChoiceNames&&) = default;

  std::size_t size() const { return names_.size(); }
  /// Requires a number below size().
  const ChoiceName& name(std::uint32_t number) const { return names_[number]->first; }
  /// Nothing: it has no number yet.
  std::optional<std::uint32_t> find(const ChoiceName& name) const;
  /// The number it has, or the next one.
  std::uint32_t number_of(const ChoiceName& name);
  void clear();

 private:
  std::map<ChoiceName, std::uint32_t> numbers_;
  std::vector<std::map<ChoiceName, std::uint32_t>::const_iterator> names_;
};

/// One choice of an attempt.
struct AnswerSummary {
  /// A number of ChoiceNames.
  std::uint32_t choice = 0;
  /// By how much the moment moved the answer's category, −2 … 2, against just meeting what was
  /// expected; nothing where that is not known.
  std::optional<std::int8_t> moved;
  /// Hundredths of a point of satisfaction, rounded; nothing where the scenario was not solved.
  std::optional<std::int32_t> regret;
  /// Hundredths of a second, at most 44 minutes; nothing where it was not measured.
  std::optional<std::int32_t> time;
  std::optional<Grade> grade;
  bool timed_out = false;

  friend bool operator==(const AnswerSummary&, const AnswerSummary&) = default;
};

struct AttemptSummary {
  std::string scenario;
  std::string learner;
  std::string group;
  std::string session;
  /// As Playthrough::started.
  std::string started;
  bool complete = false;
  bool room = false;
  bool what_if = false;
  std::optional<EndingKind> ending;
  std::optional<int> recommend;
  /// Hundredths of a point.
  std::optional<int> satisfaction;
  /// 0 … 100, in hundred-thousandths, rounded down: what did not pass does not pass here, too.
  std::optional<int> score;
  std::vector<AnswerSummary> answers;

  friend bool operator==(const AttemptSummary&, const AttemptSummary&) = default;
};

/// Parts of AttemptSummary::score in a point of the score.
inline constexpr int kScoreParts = 100'000;

/// Gives a choice its number.
using NumberOfChoice = std::function<std::uint32_t(const ChoiceName&)>;

/// Numbers new choices.
AttemptSummary summary_of(const Attempt& attempt, const NumberOfChoice& number_of);

/// All but the names and times of a summary as printable text of a fixed number of letters a
/// choice, and back. False: the text is damaged; the summary is then undefined.
std::string figures_text(const AttemptSummary& summary);
bool read_figures(std::string_view text, AttemptSummary& summary);

}  // namespace mot
