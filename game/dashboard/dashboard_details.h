// The dashboard's pages about one trainee and about one scenario.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/records/summary_table.h"
#include "game/dashboard/dashboard_panels.h"
#include "game/window/widgets.h"

namespace mot {

// The attempts of a learner that are their own and that are asked about, the latest first; all of
// them, whichever count.
std::vector<SummaryRow> attempts_of(const SummaryTable& table,
                                    const std::string& learner,
                                    CohortQuestion question);

// Their figures and the first hundred attempts of `own`, from a point on; returns the height.
// `pass`: the score that passes.
float draw_trainee_page(Canvas& canvas,
                        Rect place,
                        const Trainee& trainee,
                        const SummaryTable& table,
                        const std::vector<SummaryRow>& own,
                        double pass,
                        const CohortWords& words);

// How a response reads.
using ResponseText =
    std::function<std::string(const std::string& moment, const std::string& response)>;

// Every moment: what was chosen at all, first and latest, how well, how quickly; returns the
// height.
float draw_scenario_page(Canvas& canvas,
                         Rect place,
                         const Cohort& cohort,
                         const ResponseText& response,
                         const CohortWords& words);

}  // namespace mot
