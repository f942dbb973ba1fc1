// The debrief as one HTML page: no network, no script; figures inline, each with a table beside it;
// to be read on a telephone, on a screen, without colour, and printed.
#pragma once

#include <string>

#include "engine/debrief/debrief.h"
#include "engine/text/ui_strings.h"

namespace mot::report {

/// The whole page.
std::string html_of(const Debrief& debrief, const UiStrings& words);

}  // namespace mot::report
