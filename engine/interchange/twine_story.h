// Twine passages, from whichever file, as an ImportedStory. Part of import.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/interchange/imported_story.h"
#include "engine/interchange/twine_text.h"

namespace mot {

/// A passage as it stands in the file.
struct TwinePassage {
  std::string name;
  std::vector<std::string> tags;
  std::string text;
  std::uint32_t line = 0;
};

/// A story as it stands in the file.
struct TwineStory {
  std::string title;
  /// "Harlowe", "3.3.8"; empty: not said.
  std::string format;
  std::string format_version;
  /// Name of the first passage; empty: not said.
  std::string start;
  std::vector<TwinePassage> passages;
};

/// Whether there are more passages than could become moments, so that reading on is of no use.
bool is_too_long(const TwineStory& twine);
tl::unexpected<Refusal> refuse_too_long();

/// The words between blanks.
std::vector<std::string> twine_tags(std::string_view text);

/// Passages that hold scripts, styles and settings are left out, with a notice; the others become
/// moments. Refuses a story without any.
Result<ImportedStory> story_of(TwineStory twine);

}  // namespace mot
