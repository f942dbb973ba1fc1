// A trainer's report on many attempts as one HTML page: no network, no script, to be read on a
// screen and printed. The look of the dashboard.
#pragma once

#include <functional>
#include <string>

#include "engine/records/cohort.h"
#include "engine/text/ui_strings.h"

namespace mot::report {

/// What the page says beside the figures.
struct CohortNames {
  /// Whom and what it is about: group, scenario, dates; may be empty.
  std::string about;
  /// In the reader's language.
  std::function<std::string(const std::string& scenario)> scenario;
  std::function<std::string(const std::string& scenario, const std::string& moment)> moment;
  std::function<std::string(const std::string& scenario,
                            const std::string& moment,
                            const std::string& response)>
      response;
};

/// Rows of the table of trainees on a page; the others are counted below it.
inline constexpr std::size_t kMostTrainees = 200;

/// The whole page.
std::string cohort_html(const Cohort& cohort, const CohortNames& names, const UiStrings& words);

}  // namespace mot::report
