// Tables of the page: beside each figure one that says the same without a picture. Part of
// html.cpp.
#pragma once

#include <string>

#include "engine/debrief/moment_review.h"
#include "engine/report/figures.h"

namespace mot::report {

std::string answer_table(const FigureSource& source);
std::string account_table(const FigureSource& source);
std::string timeline_table(const FigureSource& source);
std::string skills_table(const FigureSource& source);
std::string crowd_table(const FigureSource& source);
std::string impact_table(const FigureSource& source);

/// What a moment expected and got, by dimension.
std::string dimensions_table(const FigureSource& source, const MomentReview& moment);

/// "14 s", "3 min 20 s".
std::string duration_text(double seconds, const UiStrings& words);

}  // namespace mot::report
