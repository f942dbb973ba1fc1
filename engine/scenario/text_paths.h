// The path of every text of a scenario, as translations name it:
// "moments.first-call.responses.act.say". Implements docs/scenario_format.md, "A translation".
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/scenario/model.h"

namespace mot {

/// Path and text of everything that is translated in the file of this origin, in the file's order.
std::vector<std::pair<std::string, TextId>> text_paths(const Scenario& scenario, TextOrigin origin);

}  // namespace mot
