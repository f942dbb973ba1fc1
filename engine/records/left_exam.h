// Exams that were begun and left. One goes on where it stands; whoever insists on a new one breaks
// the old one off, and it counts as an attempt without an ending.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/records/play_folder.h"

namespace mot {

/// Whose exam, of what.
struct ExamOf {
  std::string_view scenario;
  std::string_view learner;
  /// The trainer's session; empty: none.
  std::string_view session;
};

/// The newest exam among `plays` (as list_plays gives them) where it is not over; nothing where it
/// is, or where there is none. An older one that is not over was gone on with in another file.
std::optional<KeptPlay> left_exam(const std::vector<KeptPlay>& plays, const ExamOf& whose);

/// The same play, over at `now` (UTC, as Playthrough::ended) without an ending, and its file says
/// so. Where the file cannot be written it stays what it was, and the refusal says why.
Result<KeptPlay> break_off(KeptPlay kept, std::string_view now);

}  // namespace mot
