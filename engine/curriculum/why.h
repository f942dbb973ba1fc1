// Why this one next, in one sentence for people, and when one comes again.
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

/// When a card comes again: "today" or a day, "2026-11-21"; empty where there is no card yet.
std::string due_text(const std::optional<Card>& card, std::int64_t now, const UiStrings& words);

}  // namespace mot
