// The debrief: everything that is said after an encounter, put together once. The window, the
// terminal, HTML, PDF and JSON show it; none of them computes. Figures are simulated.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/solved_play.h"
#include "engine/debrief/account.h"
#include "engine/debrief/advice.h"
#include "engine/debrief/crowd_review.h"
#include "engine/debrief/moment_review.h"
#include "engine/debrief/skill_review.h"
#include "engine/debrief/timeline.h"
#include "engine/debrief/voice.h"

namespace mot {

/// What must be said before the figures.
struct DebriefNotice {
  enum class Kind : std::uint8_t {
    /// No ending was reached.
    unfinished,
    /// A choice of the file could not be made any more; what follows is left out.
    diverged,
    /// The scenario's meaning is another than when it was played.
    changed,
    /// The scenario is too large to be solved: no account, no score.
    not_exact,
    /// Nothing was at stake in what was played.
    nothing_scored,
  };
  Kind kind = Kind::unfinished;
  std::string text;
};
/// "unfinished", "diverged", "changed", "not-exact", "nothing-scored".
std::string_view name_of(DebriefNotice::Kind kind);

/// Who played what, when.
struct DebriefHead {
  /// Of the scenario.
  std::string title;
  std::string customer;
  /// May be empty.
  std::string role;
  /// As typed; may be empty, and anything.
  std::string learner;
  /// "2026-11-21T20:15:00Z"; may be empty.
  std::string started;
  PlayMode mode = PlayMode::practice;
  std::uint32_t seed = 1;
  /// BCP 47 tag of the texts.
  std::string language;
  bool complete = false;
  /// "resolved", in the reader's language; empty without an ending.
  std::string ending;
  /// Sum of the times measured; 0: none.
  double seconds = 0;
  /// What the trainee took away, as typed; may be empty.
  std::string takeaway;
};

/// The whole of it.
struct Debrief {
  DebriefHead head;
  std::vector<DebriefNotice> notices;
  /// Score of MODEL 6, 0 … 100; nothing where the solution is not exact or there is no ending.
  std::optional<double> score;
  CustomersVoice voice;
  /// Nothing where the solution is not exact.
  std::optional<Account> account;
  Timeline timeline;
  std::vector<MomentReview> moments;
  SkillsReview skills;
  /// Nothing where the encounter has no ending or nothing was scored.
  std::optional<CrowdReview> crowd;
  Advice advice;
};

/// What a debrief is made of. Borrows everything.
struct DebriefSource {
  const Session& session;
  /// Of the same session, made with analysis.play->session where that is there.
  const Scorecard& card;
  const PlayAnalysis& analysis;
  const Reading& reading;
  const UiStrings& words;
  /// What the session does not know: learner, times of day, prediction, take-away.
  const Playthrough& playthrough;
  /// How the replay went; null for a session that was just played.
  const Replay* replayed = nullptr;
  /// Scorecards of earlier attempts, the latest first.
  std::vector<Scorecard> earlier;
  NextChoices next;
};

/// Puts the debrief together. Works for any session, also without a choice.
Debrief debrief(const DebriefSource& source);

}  // namespace mot
