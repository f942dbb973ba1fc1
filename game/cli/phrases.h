// Small phrases that several pages of the terminal share: signed gaps, words of the format in the
// reader's language, bars.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/outcome/scorecard.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// Hundredths with two decimals: 871 → "8.71".
std::string points(int hundredths);
/// The same with its sign: 127 → "+1.27", −50 → "−0.50", 0 → "0.00".
std::string signed_points(int hundredths);

/// A word of the format in the reader's language: ("feeling", "anxious") → text of
/// "feeling.anxious".
std::string word(const UiStrings& words, std::string_view group, std::string_view name);

/// Mood as a bar of `half` cells to each side of the middle: −50 of 4 → "··▓▓|····".
std::string mood_bar(int mood, std::size_t half);

/// 0 … 100 as a bar of `cells`: 60 of 10 → "▓▓▓▓▓▓····".
std::string share_bar(double percent, std::size_t cells);

/// Spaces up to `column`, at least one: for tables whose cells may be Chinese.
std::string padded(std::string_view text, std::size_t column);

/// "Satisfaction 8.71 of 10 (simulated)", "would recommend us: 9 of 10, promoter", each a line.
/// Requires a complete encounter.
std::string satisfaction_line(const UiStrings& words, const Scorecard& scorecard);
std::string recommend_line(const UiStrings& words, const Scorecard& scorecard);

}  // namespace mot
