// One trainee's encounter in progress: the only mutable object of the engine. view → person or bot
// → choose.
#pragma once

#include <cstdint>
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

/// Where an encounter in this state stands. Requires a state at a decision or an ending.
SessionStatus status_in(const Program& program, const State& state);

/// The responses a trainee may choose from in this state, in the file's order; empty unless
/// waiting.
std::vector<ResponseIndex> offers_in(const Program& program, const State& state);

/// Responses of one moment (in the file's order) in the order they are shown: drawn from (seed,
/// moment) over all of the moment's responses, so that an order tells nothing about what is hidden;
/// as they are where the moment says `shuffle: false`.
std::vector<ResponseIndex> in_shown_order(const Scenario& scenario,
                                          std::uint32_t seed,
                                          std::vector<ResponseIndex> offers);

/// A line that was or is to be shown: which variant of which moment or reply, and the state it was
/// chosen in.
struct SpokenLine {
  /// The moment it belongs to (a reply: the moment of the response).
  MomentIndex moment = kNone;
  /// The response it replies to, or −1.
  ResponseIndex reply_to = kNone;
  /// Index into Scenario::lines, or −1 where nothing is said (an ending without words, a response
  /// that is only thought about).
  std::int32_t line = kNone;
  /// Index into Scenario::lines of the thought, or −1.
  std::int32_t thought = kNone;
  /// Mood when it was said, for the face.
  std::int32_t mood = 0;

  friend bool operator==(const SpokenLine&, const SpokenLine&) = default;
};

/// What one choice did.
struct Turn {
  ResponseIndex response = kNone;
  double seconds = -1;
  bool timed_out = false;
  Confidence confidence = Confidence::unsaid;
  std::vector<Vote> votes;
  /// The responses that were on offer, in the file's order.
  std::vector<ResponseIndex> offers;
  /// The reply (if any), then the lines on the way, then the words of the next decision or the
  /// ending.
  std::vector<SpokenLine> lines;
  /// Branches of fate that followed, by place in their lists.
  std::vector<std::int32_t> fate;
  State before;
  State after;

  friend bool operator==(const Turn&, const Turn&) = default;
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
  SessionStatus status() const { return status_in(*program_, state_); }
  /// The lines before the first choice.
  const std::vector<SpokenLine>& opening() const { return opening_; }
  const std::vector<std::int32_t>& opening_fate() const { return opening_fate_; }
  /// The choices so far.
  const std::vector<Turn>& turns() const { return turns_; }
  /// The state after `turns` choices (0: before the first). Requires turns ≤ turns().size().
  const State& state_after(std::size_t turns) const {
    return turns < turns_.size() ? turns_[turns].before : state_;
  }

  /// Responses on offer, in the file's order; empty unless waiting.
  std::vector<ResponseIndex> offers() const { return offers_in(*program_, state_); }
  /// The same in the order they are shown.
  std::vector<ResponseIndex> shown_offers() const;

  /// Makes a choice. Refuses a response that is not on offer and a choice when the session is over;
  /// then nothing changes.
  Result<bool> choose(ResponseIndex response, double seconds = -1, bool timed_out = false);
  /// The same by name, `moment.response`.
  Result<bool> choose(std::string_view name, double seconds = -1, bool timed_out = false);

  /// Notes how sure the trainee was of the last choice. Requires a choice.
  void note_confidence(Confidence confidence) { turns_.back().confidence = confidence; }
  /// Keeps with the last choice how a room voted on it. Requires a choice.
  void note_votes(std::vector<Vote> votes) { turns_.back().votes = std::move(votes); }

  /// Goes back to before choice number `turns` (0: the start). Requires turns ≤ turns().size().
  void rewind(std::size_t turns);

  /// What was played so far; fields the session does not know (learner, language, times of day) are
  /// empty.
  Playthrough playthrough() const;

 private:
  friend struct Replayer;
  class FateSource;
  void start(FateSource fate);
  void apply(ResponseIndex response, double seconds, bool timed_out, FateSource fate);

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
  /// The first choice (from 0) that could not be made any more, with the reason; nothing where all
  /// could. The number of choices where all fit but the encounter, once ended, now goes on.
  std::optional<std::size_t> diverged_at;
  std::string reason;
  /// The reason for those who say it in the reader's language; its message is `reason`.
  Refusal why;
  /// The scenario's meaning is not the one that was played, though all choices may still fit.
  bool content_changed = false;
};

/// Plays a playthrough again, with its own fate, as far as it still fits. Refuses one of another
/// scenario or a later model. Fate that a playthrough without a content hash (one written by hand)
/// leaves out is drawn from its seed.
Result<Replay> replay(const Program& program, const Playthrough& playthrough);

}  // namespace mot
