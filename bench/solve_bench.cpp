// How much processor time the exact solution takes, by depth and width of a chain and for a layered
// graph of ten thousand decisions. One line of comma-separated values each: bench/plot_solve.py
// draws them. With `chain DEPTH WIDTH` or `layered DECISIONS DEPTH` it prints that scenario, for
// the whole program to be measured with. Figures: docs/performance.md.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>

#include "engine/analysis/solve.h"
#include "engine/base/draw.h"
#include "engine/encounter/session.h"
#include "engine/scenario/loader.h"
#include "tests/support/long_story.h"

namespace mot {
namespace {

// Processor time of all threads since then: on a machine that others use, too, it says more than
// the time that passed.
double milliseconds_since(std::clock_t begin) {
  return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// A play to its end, choosing anything.
Session any_play(const Program& program) {
  Session session(program, 1);
  while (session.status() == SessionStatus::waiting) {
    const auto offers = session.offers();
    const auto turn = static_cast<std::uint64_t>(session.state().turn);
    const std::uint32_t chosen =
        below(draw(1, Stream::policy, turn), static_cast<std::uint32_t>(offers.size()));
    if (!session.choose(offers[chosen])) break;
  }
  return session;
}

// The quickest of a few rounds: what other work adds is left out.
void measure(std::string_view kind,
             std::uint32_t depth,
             std::uint32_t width,
             const std::string& text) {
  constexpr int kRounds = 5;
  double load = 1e9;
  double solve = 1e9;
  double regret = 1e9;
  std::size_t states = 0;
  std::string paths;
  bool exact = false;
  for (int round = 0; round < kRounds; ++round) {
    const auto begin = std::clock();
    DiagnosticSink sink;
    const auto scenario = load_scenario_text("bench.yaml", text, {}, sink).scenario;
    if (!scenario) {
      fmt::print(stderr, "{} of {} × {} does not load\n", kind, depth, width);
      return;
    }
    const Program program(*scenario);
    load = std::min(load, milliseconds_since(begin));
    const auto solving = std::clock();
    Solution solution(program);
    const bool ends = solution.start_value(Aim::best) && solution.start_value(Aim::worst);
    solve = std::min(solve, milliseconds_since(solving));
    const Session session = any_play(program);
    const auto accounting = std::clock();
    const bool accounted = ends && solve_session(solution, session);
    regret = std::min(regret, milliseconds_since(accounting));
    states = solution.states();
    paths = solution.paths() ? solution.paths()->to_string() : "";
    exact = solution.exact() && accounted;
  }
  const std::string shown =
      paths.empty()
          ? ""
          : fmt::format("{}.{}e{}", paths[0], paths.size() > 1 ? paths[1] : '0', paths.size() - 1);
  fmt::print("{},{},{},{},{},{},{:.2f},{:.2f},{:.2f},{:.0f}\n", kind, depth, width, states, shown,
             exact ? "yes" : "no", load, solve, regret, peak_megabytes());
  std::fflush(stdout);
}

}  // namespace
}  // namespace mot

int main(int count, char** words) {
  if (count == 4) {
    const auto number = [&](int i) { return static_cast<std::uint32_t>(std::stoul(words[i])); };
    const bool chain = std::string_view(words[1]) == "chain";
    fmt::print("{}", chain ? mot::test::chain_story(number(2), number(3))
                           : mot::test::layered_story(number(2), number(3)));
    return 0;
  }
  fmt::print("kind,depth,width,states,paths,exact,load_ms,solve_ms,regret_ms,peak_mib\n");
  for (const std::uint32_t depth : {10U, 20U, 40U, 80U, 160U, 320U})
    mot::measure("chain", depth, 4, mot::test::chain_story(depth, 4));
  for (const std::uint32_t width : {2U, 8U, 16U, 32U})
    mot::measure("chain", 40, width, mot::test::chain_story(40, width));
  for (const std::uint32_t width : {10U, 50U, 260U})
    mot::measure("layered", 40, width, mot::test::layered_story(40 * width, 40));
}
