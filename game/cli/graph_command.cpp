// `mot graph SCENARIO`: the scenario's map as a picture, or for Graphviz.
#include <fmt/format.h>

#include "engine/analysis/map_svg.h"
#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/output_file.h"
#include "game/cli/progress_line.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

/// More boxes than this are no picture any more.
constexpr std::size_t kMostMoments = 2'000;

}  // namespace

int graph_command(const GraphOptions& options) {
  if (const std::string twice =
          printed_twice({{"--svg -", options.svg == "-"}, {"--dot -", options.dot == "-"}});
      !twice.empty())
    return complain(twice, kWrongUsage);
  if (const std::string problem = in_the_way({options.svg, options.dot}, options.force);
      !problem.empty())
    return complain(problem, kWrongUsage);
  const auto opened =
      open_scenario(options.scenario, library_folder(options.library), options.language);
  if (!opened) return opened.error();
  const Scenario& scenario = *opened->scenario;
  if (scenario.moments.size() > kMostMoments) {
    return complain(fmt::format("{} has {} moments; a map is drawn of {} at most", scenario.id,
                                scenario.moments.size(), kMostMoments),
                    kNotGood);
  }
  const SignalsEndReading signals;
  ProgressLine line;
  SolveOptions solve;
  solve.limits.cancel = &interrupted();
  solve.limits.progress = [&line](std::size_t states) {
    if (line.is_due()) line.show(fmt::format("solving: {} states", states));
  };
  Solution solution(*opened->program, solve);
  if (solution.cancelled()) return end_interrupted();
  const ScenarioMap map = map_of(solution);
  const std::string language = interface_language(options.language);
  const UiStrings words = load_ui_strings(language);
  const Reading reading(scenario, language);
  int code = kDone;
  if (!options.svg.empty())
    code = write_output(options.svg, map_svg(scenario, map, reading, words));
  if (code == kDone && !options.dot.empty())
    code = write_output(options.dot, map_dot(scenario, map, reading, words));
  return code;
}

}  // namespace mot
