// What the dashboard shows, as files: a page, and a sheet of the trainees.
#pragma once

#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/records/cohort.h"
#include "engine/report/cohort_html.h"

namespace mot {

// Rows of the trainees at these places, in this order, with a heading.
std::string trainees_csv(const Cohort& cohort,
                         const std::vector<std::size_t>& places,
                         const report::CohortNames& names);

// Writes `<folder>/dashboard-<day>.html` and `.csv`, with a number behind the day where these are
// there already; returns the path without its ending.
Result<std::string> export_dashboard(const std::string& folder,
                                     const std::string& day,
                                     const std::string& page,
                                     const std::string& sheet);

}  // namespace mot
