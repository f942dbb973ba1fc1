// The debrief as a PDF to print and keep: two or three A4 pages for an encounter of usual length,
// tagged, with title and language.
#pragma once

#include <string>

#include "engine/base/result.h"
#include "engine/debrief/debrief.h"
#include "engine/text/ui_strings.h"

namespace mot::report {

/// The file's bytes.
Result<std::string> pdf_of_debrief(const Debrief& debrief, const UiStrings& words);

}  // namespace mot::report
