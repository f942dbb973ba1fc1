// A trainer's report on many attempts as a PDF to print: the figures of cohort_html.h.
#pragma once

#include <string>

#include "engine/base/result.h"
#include "engine/report/cohort_html.h"

namespace mot::report {

/// The file's bytes, in the language of `words`.
Result<std::string> pdf_of_cohort(const Cohort& cohort,
                                  const CohortNames& names,
                                  const UiStrings& words);

}  // namespace mot::report
