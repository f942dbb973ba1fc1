// One trainee's encounter in progress: the only mutable object of the engine. view → person or bot → choose.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/encounter/playthrough.h"
#include "engine/encounter/program.h"
#include "engine/encounter/state.h"

namespace mot {

/// Where a session stands.
enum class SessionStatus : std::uint8_t {
  /// Waits for a choice.
  waiting,
  /// Reached an ending.
  ended,
  /// No response is on offer (M0089): over, as not finished.
  stuck,
  /// 500 choices were made: over, as not finished.
  exhausted,
};

/// A line that was or is to be shown: which variant of which moment or reply, and the state it was chosen in.
struct SpokenLine {
  /// The moment it belongs to (a reply: the moment of the response).
  MomentIndex moment = kNone;
  /// The response it replies to, or −1.
  ResponseIndex reply_to = kNone;
  /// Index into Scenario::lines, or −1 where nothing is said (an ending without words).
  std::int32_t line = kNone;
  /// Index into Scenario::lines of the thought, or −1.
  std::int32_t thought = kNone;
  /// Mood when it was said, for the face.
  std::int32_t mood = 0;
};

/// What one choice did.
struct Turn {
  ResponseIndex response = kNone;
  double seconds = -1;
  bool timed_out = false;
  /// The responses that were on offer, in the file's order.
  std::vector<ResponseIndex> offers;
  /// The reply (if any), then the lines on the way, then the words of the next decision or the ending.
  std::vector<SpokenLine> lines;
  std::vector<std::int32_t> fate;
  State before;
  State after;
};

/// An encounter. Copyable: a copy is a what-if.
class Session {
 public:
  /// Begins at the start. The program (and its scenario) must outlive the session.
  Session(const Program& program, std::uint32_t seed);

  const Program& program() const { return *program_; }
  const Scenario& scenario() const { return program_->scenario(); }
  std::uint32_t seed() const { return seed_; }
  const State& state() const { return state_; }
  SessionStatus status() const;
  /// The lines before the first choice.
  const std::vector<SpokenLine>& opening() const { return opening_; }
  const std::vector<std::int32_t>& opening_fate() const { return opening_fate_; }
  /// The choices so far.
  const std::vector<Turn>& turns() const { return turns_; }

  /// Responses on offer, in the file's order; empty unless waiting.
  std::vector<ResponseIndex> offers() const;
  /// The same in the order they are shown: drawn from (seed, moment), or the file's where the moment says `shuffle: false`.
  std::vector<ResponseIndex> shown_offers() const;

  /// Makes a choice. Refuses a response that is not on offer and a choice when the session is over; then nothing changes.
  Result<bool> choose(ResponseIndex response, double seconds = -1, bool timed_out = false);
  /// The same by name, `moment.response`.
  Result<bool> choose(std::string_view name, double seconds = -1, bool timed_out = false);

  /// Goes back to before choice number `turns` (0: the start). Requires turns ≤ turns().size().
  void rewind(std::size_t turns);

  /// What was played so far; fields the session does not know (learner, language, times of day) are empty.
  Playthrough playthrough() const;

 private:
  friend struct Replayer;
  void start(const std::vector<std::int32_t>* recorded_fate);
  void apply(ResponseIndex response, double seconds, bool timed_out, const std::vector<std::int32_t>* recorded_fate);

  const Program* program_;
  std::uint32_t seed_;
  State state_;
  std::vector<SpokenLine> opening_;
  std::vector<std::int32_t> opening_fate_;
  std::vector<Turn> turns_;
};

/// A replayed playthrough.
struct Replay {
  Session session;
  /// The first choice (from 0) that could not be made any more, with the reason; nothing where all could.
  std::optional<std::size_t> diverged_at;
  std::string reason;
  /// The scenario's meaning is not the one that was played, though all choices may still fit.
  bool content_changed = false;
};

/// Plays a playthrough again, with its own fate, as far as it still fits. Refuses one of another scenario or a later model.
Result<Replay> replay(const Program& program, const Playthrough& playthrough);

}  // namespace mot
