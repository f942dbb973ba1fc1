// A comparison as JSON, with the keys of docs/command_line.md, "mot compare --json".
#pragma once

#include "engine/base/json.h"
#include "engine/debrief/comparison.h"

namespace mot {

Json comparison_json(const Debrief& first, const Debrief& second, const Comparison& comparison);

}  // namespace mot
