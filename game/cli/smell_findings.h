// Smells among the findings of `mot check`.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/scenario/model.h"

namespace mot {

/// States that `mot check` looks at; past them a note names `mot analyse`.
inline constexpr std::size_t kStatesChecked = 20'000;

/// Looks for the smells of a scenario without errors and adds them as findings in its file. A state
/// without a response on offer is M0089.
void add_smells(const Scenario& scenario, DiagnosticSink& sink);

}  // namespace mot
