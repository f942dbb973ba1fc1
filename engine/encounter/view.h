// What the stage shows of a session: texts in the reader's language, faces resolved, nothing to
// compute. Pull: ask again after each choice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/encounter/session.h"
#include "engine/scenario/reading.h"

namespace mot {

/// One line as it is shown.
struct LineView {
  std::string text;
  /// Cast id; empty: the customer.
  std::string speaker;
  std::string speaker_name;
  /// The customer's role, empty for others.
  std::string speaker_role;
  Feeling feeling = Feeling::neutral;
  /// The customer's thought, may be empty.
  std::string thought;
  /// Picture behind it.
  std::string scene;
  /// Paths to open, inside the scenario's folder; the files existed when the scenario was loaded.
  /// Empty: none.
  std::string image;
  std::string sound;
  MomentIndex moment = kNone;
  /// The response this replies to, or −1.
  ResponseIndex reply_to = kNone;
};

/// One response as it is shown.
struct OfferView {
  ResponseIndex response = kNone;
  std::string text;
  /// Something done, not said.
  bool is_action = false;
};

/// A stage of the journey.
struct StageView {
  enum class Progress : std::uint8_t { done, current, ahead };
  std::string title;
  Progress progress = Progress::ahead;
};

/// All that a front end needs to show where a session stands.
struct EncounterView {
  SessionStatus status = SessionStatus::waiting;
  /// What to show since the last choice, in order; the last is what the trainee answers (or the
  /// ending's words, where it has any).
  std::vector<LineView> lines;
  /// In the order they are shown; empty unless waiting.
  std::vector<OfferView> offers;
  std::vector<StageView> stages;
  /// The current stage, from 0, or −1.
  int stage = -1;
  std::string touchpoint;
  std::optional<Channel> channel;
  std::string scene;
  std::string hint;
  /// Seconds; 0: none. And the response then taken.
  int time_limit = 0;
  ResponseIndex on_timeout = kNone;
  /// −100 … 100.
  int mood = 0;
  /// The scored moments so far as CSAT 0 … 100, from the ledger so far; nothing before the first.
  std::optional<double> satisfaction;
  /// Choices made.
  int turn = 0;
  /// The ending, once ended.
  std::optional<EndingKind> ending;
};

/// The view of a session after its last choice.
EncounterView view(const Session& session, const Reading& reading);

/// The same as it was after `turns` choices (0: the opening). Requires turns ≤
/// session.turns().size().
EncounterView view_at(const Session& session, std::size_t turns, const Reading& reading);

/// One line resolved: variant, speaker, face.
LineView line_view(const Scenario& scenario, const SpokenLine& line, const Reading& reading);

}  // namespace mot
