// A trainer's session: what is played, how, by which group, until when. One file for all seats.
// Implements docs/sessions.md.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "engine/base/yaml.h"
#include "engine/scenario/loader.h"

namespace mot {

/// What is shown when an encounter is over.
enum class SessionFeedback : std::uint8_t {
  /// The whole debrief.
  full,
  /// The outcome alone.
  score,
  /// That it is recorded.
  none,
};

struct TrainingSession {
  std::string id;
  /// May be empty.
  std::string title;
  /// One of the two is empty.
  std::string scenario;
  std::string course;
  /// Exam: no hint, no thought, no undo.
  bool exam = false;
  /// Factor of time limits, 0 (none) … 4; nothing: the seat's own.
  std::optional<double> timer;
  SessionFeedback feedback = SessionFeedback::full;
  /// Empty: the seat's own.
  std::string language;
  /// Class, team or cohort; may be empty.
  std::string group;
  /// The last day, "2026-12-01"; may be empty.
  std::string due;

  /// Whether the last day is over at a time, as Playthrough::started.
  bool is_over(const std::string& now) const { return !due.empty() && now.substr(0, 10) > due; }
};

/// Reads a session; null where it has errors. Its scenario or course is looked for in the library,
/// where there is one.
std::shared_ptr<const TrainingSession> read_training_session(const YamlDocument& document,
                                                             const LoadOptions& options,
                                                             DiagnosticSink& sink);

/// The same from a file.
std::shared_ptr<const TrainingSession> load_training_session(const std::string& path,
                                                             const LoadOptions& options,
                                                             DiagnosticSink& sink);

/// Whether a file of `mot play --session` is a trainer's session and no playthrough: by its name,
/// *.yaml, else by its first character, which in a playthrough is a brace. False where it is not
/// there.
bool names_training_session(const std::string& path);

}  // namespace mot
