// One choice of the encounter, looked at again: what was said and thought, what was expected and
// delivered, what else could have been said and what it would have done, and why.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/solved_play.h"
#include "engine/customer/gap.h"
#include "engine/debrief/account.h"
#include "engine/debrief/telling.h"
#include "engine/encounter/view.h"

namespace mot {

/// How what was delivered compares with what was expected.
enum class Verdict : std::uint8_t { missed, met, exceeded };
std::string_view name_of(Verdict verdict);

/// How a whole moment of truth was felt (docs/model.md 1).
enum class MomentLabel : std::uint8_t { none, misery, neutral, magic };

/// One dimension at stake.
struct DimensionReview {
  Dimension dimension = Dimension::reliability;
  /// In the reader's language.
  std::string name;
  /// 1 … 10.
  int expected = 0;
  int delivered = 0;
  /// As it counts: a must-be earns nothing above its level, an attractive one costs nothing below.
  int difference = 0;
  ExpectationKind kind = ExpectationKind::performance;
  Verdict verdict = Verdict::met;
  /// Why a difference does not count; mostly empty.
  std::string note;
};

/// A wait that came with a response.
struct WaitReview {
  int minutes = 0;
  bool informed = false;
  int acceptable = 0;
  /// "A wait of 25 minutes, announced; 20 were acceptable."
  std::string text;
};

/// One response that could have been taken.
struct OptionReview {
  ResponseIndex response = kNone;
  std::string id;
  std::string text;
  bool is_action = false;
  bool chosen = false;
  /// The best response here (docs/model.md 7); at most one is.
  bool best = false;
  /// Hundredths, and how it is felt; meaningful where the moment is scored.
  int gap = 0;
  MomentLabel label = MomentLabel::none;
  /// What it costs in the end against the best response here, hundredths, ≥ 0; nothing where the
  /// solution is not exact.
  std::optional<int> cost;
  std::optional<Grade> grade;
  /// "At once −1.30; in the end it costs 0.42."
  std::string effect;
  /// What the customer would have answered; may be empty.
  std::string reply;
  /// Why: the coach's sentence, else one made from the figures. Never empty.
  std::string reason;
  bool by_coach = false;
};

/// A response that was not on offer because something had not been found out.
struct ClosedOption {
  std::string text;
  /// The needs to be found, as their texts.
  std::vector<std::string> needs;
};

/// A hidden need that this moment could bring to light.
struct NeedReview {
  std::string text;
  /// Found out with this choice; else another response here would have.
  bool found = false;
};

/// A service standard that the response touched.
struct StandardReview {
  std::string text;
  bool met = false;
};

/// One choice.
struct MomentReview {
  /// From 0.
  std::size_t choice = 0;
  MomentIndex moment = kNone;
  std::string id;
  /// The touchpoint, else "Choice 3".
  std::string title;
  /// Empty where there is none.
  std::string stage;
  std::string channel;
  /// What the customer (or who spoke) said last before the choice.
  std::optional<LineView> said;
  std::optional<LineView> reply;
  /// What the customer thought before the choice, and on hearing it; mostly one or none.
  std::vector<std::string> thoughts;
  std::vector<std::string> afterthoughts;
  bool scored = false;
  int gap = 0;
  MomentLabel label = MomentLabel::none;
  int mood = 0;
  std::vector<DimensionReview> dimensions;
  std::optional<WaitReview> wait;
  std::vector<NeedReview> needs;
  std::vector<StandardReview> standards;
  /// All that was on offer, in the file's order; one is chosen.
  std::vector<OptionReview> options;
  std::vector<ClosedOption> closed;
  /// What it cost, hundredths, and what fate then gave; nothing where the solution is not exact.
  std::optional<int> cost;
  std::optional<int> luck;
  bool timed_out = false;
  /// Negative: not measured.
  double seconds = -1;
  Confidence confidence = Confidence::unsaid;
  /// What being sure or not says beside how good the choice was; empty where nothing was said.
  std::string confidence_text;

  const OptionReview& chosen() const;
  /// The best option, or nullptr where it is not known.
  const OptionReview* best() const;
};

/// What the exact solution adds to a review; null pointers where it is not exact.
struct Reckoning {
  const SolvedPlay* play = nullptr;
  const Account* account = nullptr;
};

/// Reviews choice number `choice`.
MomentReview review_moment(const Telling& telling, std::size_t choice, const Reckoning& reckoning);

}  // namespace mot
