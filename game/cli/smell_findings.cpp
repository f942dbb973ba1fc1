#include "game/cli/smell_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/analysis/smells.h"

namespace mot {
namespace {

// Longer ways are for `mot analyse`, which prints them one choice a line.
constexpr std::size_t kLongestShown = 6;

std::string hint_of(const Smell& smell, std::string_view id) {
  if (smell.witness.empty()) return smell.hint;
  if (smell.witness.size() > kLongestShown)
    return fmt::format("{}; seen after {} choices: mot analyse {}", smell.hint,
                       smell.witness.size(), id);
  return fmt::format("{}; seen after {}", smell.hint, fmt::join(smell.witness, ","));
}

}  // namespace

void add_smells(const Scenario& scenario, DiagnosticSink& sink) {
  const Program program(scenario);
  SolveOptions options;
  options.limits.states = kStatesChecked;
  for (const Smell& smell : solve_and_find_smells(program, options)) {
    Diagnostic finding;
    const bool stuck = smell.code == "S0023" && smell.severity == Severity::error;
    finding.code = stuck ? std::string_view("M0089") : smell.code;
    finding.severity = smell.severity;
    finding.source = scenario.source;
    finding.position = smell.position;
    finding.message = smell.message;
    finding.hint = hint_of(smell, scenario.id);
    sink.add(std::move(finding));
  }
}

}  // namespace mot
