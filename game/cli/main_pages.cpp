// Linked into mot-pages.
#include "engine/report/cohort_pdf.h"
#include "engine/report/html.h"
#include "engine/report/pdf.h"
#include "game/cli/page_drawing.h"

namespace mot {

const PageDrawing* page_drawing() {
  static constexpr PageDrawing kDrawing{
      [](const Debrief& debrief, const UiStrings& words) -> Result<std::string> {
        return report::html_of(debrief, words);
      },
      [](const Debrief& debrief, const UiStrings& words) -> Result<std::string> {
        return report::pdf_of_debrief(debrief, words);
      },
      [](const Cohort& cohort, const report::CohortNames& names, const UiStrings& words) {
        return report::pdf_of_cohort(cohort, names, words);
      }};
  return &kDrawing;
}

}  // namespace mot
