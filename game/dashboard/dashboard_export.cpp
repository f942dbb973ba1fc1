#include "game/dashboard/dashboard_export.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/base/file.h"
#include "engine/records/csv.h"

namespace mot {

std::string trainees_csv(const Cohort& cohort,
                         const std::vector<std::size_t>& places,
                         const report::CohortNames& names) {
  std::string sheet =
      "\xEF\xBB\xBFlearner,attempts,scenarios,passed,score,weakest_scenario,"
      "weakest_moment\r\n";
  for (const std::size_t place : places) {
    const Trainee& trainee = cohort.trainees[place];
    const bool weak = !trainee.weakest_moment.empty();
    sheet += fmt::format(
        "{},{},{},{},{},{},{}\r\n", csv_cell(trainee.name), trainee.attempts, trainee.scenarios,
        trainee.passed, trainee.score ? fmt::format("{:.1f}", *trainee.score) : "",
        weak ? csv_cell(names.scenario(trainee.weakest_scenario)) : "",
        weak ? csv_cell(names.moment(trainee.weakest_scenario, trainee.weakest_moment)) : "");
  }
  return sheet;
}

Result<std::string> export_dashboard(const std::string& folder,
                                     const std::string& day,
                                     const std::string& page,
                                     const std::string& sheet) {
  const std::string first = (std::filesystem::path(folder) / ("dashboard-" + day)).string();
  std::string path = first;
  const auto taken = [&](const char* ending) {
    std::error_code unknown;
    return std::filesystem::exists(path + ending, unknown);
  };
  for (int i = 2; taken(".html") || taken(".csv"); ++i) {
    path = fmt::format("{}-{}", first, i);
  }
  return write_file_atomically(path + ".html", page)
      .and_then([&](bool) { return write_file_atomically(path + ".csv", sheet); })
      .map([&](bool) { return path; });
}

}  // namespace mot
