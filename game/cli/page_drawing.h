// Debriefs as pages. What draws them needs libraries that take longer to load than a whole `mot
// check`, so they are linked into a second program: mot-pages is `mot` that can draw.
#pragma once

#include <string>

#include "engine/base/result.h"
#include "engine/debrief/debrief.h"
#include "engine/report/cohort_html.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// Draws a debrief as the content of a file, or says why it cannot.
struct PageDrawing {
  Result<std::string> (*html)(const Debrief& debrief, const UiStrings& words);
  Result<std::string> (*pdf)(const Debrief& debrief, const UiStrings& words);
  /// A trainer's report, for printing.
  Result<std::string> (*report)(const Cohort& cohort,
                                const report::CohortNames& names,
                                const UiStrings& words);
};

/// How this program draws; null in `mot` (main_without_pages.cpp), set in mot-pages
/// (main_pages.cpp).
const PageDrawing* page_drawing();

/// Becomes mot-pages, the program beside this one, with the same words after its name (`words` as
/// main() has them). Returns only where it cannot be started: the exit code, after a complaint.
int continue_as_pages_program(char** words);

}  // namespace mot
