// A playthrough as a file: choices by name and what is needed to replay them. It is the save game,
// the test fixture, the bug report. Format: docs/playthrough_format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json.h"
#include "engine/base/result.h"
#include "engine/customer/constants.h"

namespace mot {

/// How an encounter is played.
enum class PlayMode : std::uint8_t { practice, exam };
/// The word of the format: "practice", "exam".
std::string_view name_of(PlayMode mode);

/// How sure the trainee said to be of a choice.
enum class Confidence : std::uint8_t { unsaid, unsure, sure };
/// The word of the format: "unsure", "sure"; "unsaid" is never written.
std::string_view name_of(Confidence confidence);

/// Version of the file format that is written, and the only one that is read.
inline constexpr int kPlaythroughVersion = 1;

/// How many of a room voted for a response.
struct Vote {
  /// The response's name within its moment.
  std::string response;
  /// 0 … 10,000.
  int count = 0;

  friend bool operator==(const Vote&, const Vote&) = default;
};

/// One choice.
struct PlayedChoice {
  /// `moment.response`.
  std::string choice;
  /// Seconds from the moment the responses could be chosen; negative: not known.
  double seconds = -1;
  /// The response was taken because the time limit ran out.
  bool timed_out = false;
  /// Branches of fate that followed, by place in their lists.
  std::vector<std::int32_t> fate;
  Confidence confidence = Confidence::unsaid;
  /// Of a session in a room: every response that was on offer, in the order shown. Else empty.
  std::vector<Vote> votes{};

  friend bool operator==(const PlayedChoice&, const PlayedChoice&) = default;
};

/// What a room voted at one decision.
struct Poll {
  /// The choices that led there, `moment.response` each; none: the first decision.
  std::vector<std::string> after;
  /// Every response that was on offer, in the order shown.
  std::vector<Vote> votes;
  /// The room has seen the split.
  bool revealed = false;

  friend bool operator==(const Poll&, const Poll&) = default;
};

/// A way that a room went, and left by taking choices back.
struct Branch {
  /// From the start, at most 500.
  std::vector<PlayedChoice> choices;
  /// Where the room stood when it left for the others; at most one is.
  bool first = false;

  friend bool operator==(const Branch&, const Branch&) = default;
};

/// How many of them a playthrough holds.
inline constexpr std::size_t kMaxPolls = 2'000;
inline constexpr std::size_t kMaxBranches = 200;

/// A playthrough, whole or not yet.
struct Playthrough {
  std::string scenario;
  /// Hash over the scenario's meaning (content_hash.h) when it was played; empty: written by hand.
  std::string content;
  int model = kModelVersion;
  std::uint32_t seed = 1;
  PlayMode mode = PlayMode::practice;
  /// Language of the texts shown.
  std::string language;
  /// Name or pseudonym; may be empty.
  std::string learner;
  /// The trainer's session, and the class, team or cohort; may be empty.
  std::string session;
  std::string group;
  /// UTC, "2026-11-21T20:15:00Z"; empty where not known. `ended`: when the encounter ended.
  std::string started;
  std::string ended;
  /// Branches of fate before the first choice.
  std::vector<std::int32_t> opening_fate;
  std::vector<PlayedChoice> choices;
  /// The encounter reached an ending.
  bool complete = false;
  /// A trainer played it with a room full of people; it is nobody's own.
  bool room = false;
  /// Played on from a choice of another play, after its debrief; it counts for nobody.
  bool what_if = false;
  /// An exam that was left and begun anew: it is over, without an ending. `ended` says when.
  bool broken_off = false;
  /// What the trainee thought the customer would answer to "would you recommend us?", 0 … 10; −1:
  /// not asked.
  int prediction = -1;
  /// The sentence the trainee takes away; may be empty.
  std::string takeaway;
  /// Of a session in a room: all polls in the order held, also those of branches that were left;
  /// and those branches.
  std::vector<Poll> polls;
  std::vector<Branch> branches;

  friend bool operator==(const Playthrough&, const Playthrough&) = default;
};

/// The file's content, ending in a newline.
std::string write_playthrough(const Playthrough& playthrough);

/// Reads what write_playthrough made. Refuses anything else, naming the key and what is wrong with
/// it. Unknown keys are allowed.
Result<Playthrough> read_playthrough(std::string_view text);

/// The same as JSON values, for embedding.
Json to_json(const Playthrough& playthrough);
Result<Playthrough> playthrough_from_json(const Json& json);

}  // namespace mot
