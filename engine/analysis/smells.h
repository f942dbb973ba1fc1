// Smells: what is allowed by the format and yet likely to spoil an encounter as a test or as a
// story. Every rule, and those of the list that do not apply here: docs/smells.md.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/solve.h"
#include "engine/base/diagnostic.h"

namespace mot {

/// One finding of the analysis.
struct Smell {
  /// "S0013", a code of the catalogue.
  std::string_view code;
  Severity severity = Severity::hint;
  /// Of the response or the moment; line 0: the scenario as a whole.
  Position position;
  /// "moment", "moment.response", or empty.
  std::string where;
  std::string message;
  std::string hint;
  /// Choices from the start that show it, `moment.response` each; where fate has a part in it, with
  /// some luck. Empty where no single state shows it.
  std::vector<std::string> witness;
};

/// How far to look.
struct SmellOptions {
  /// States explored anew to check the conditions of texts.
  std::size_t states = 20'000;
  /// States of one moment in which the values of its responses are compared.
  std::size_t looks = 48;
  /// Once given up, what is found is not all there is.
  CancelFlag cancel = nullptr;
};

/// Every smell that the author does not accept, by position. Where the solution is not complete,
/// only what holds for the part that was seen, and S0034 says so.
std::vector<Smell> find_smells(const Program& program,
                               Solution& solution,
                               const SmellOptions& options = {});

/// The same where there is no solution yet: solves, and explores what texts need, at the same time.
std::vector<Smell> solve_and_find_smells(const Program& program,
                                         const SolveOptions& solve,
                                         const SmellOptions& options = {});

}  // namespace mot
