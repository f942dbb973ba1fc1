// Why this one next, in one sentence for people.
#pragma once

#include <optional>
#include <string>

#include "engine/curriculum/next.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// The sentence on `next`: `title` is what people call it, `card` its review card where it has one.
std::string why_text(const NextExercise& next,
                     const std::string& title,
                     const std::optional<Card>& card,
                     const UiStrings& words);

}  // namespace mot
