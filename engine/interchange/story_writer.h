// An imported story as a scenario's file: a draft as a person would have begun it, with a stub of a
// customer, a journey, and "rate me" where ratings are wanted.
#pragma once

#include <string>
#include <string_view>

#include "engine/interchange/imported_story.h"

namespace mot {

/// The YAML of a settled story. `source` is the name of the file it comes from, for the first
/// remark; `words` speaks the story's language, for the remarks and the stubs.
std::string write_story(const ImportedStory& story,
                        std::string_view source,
                        const UiStrings& words);

}  // namespace mot
