// The scenario's texts in two languages side by side: what is missing, what has changed since it
// was translated, terms of the trade. The translation is a file of its own, with a journal of its
// own.
#pragma once

#include <memory>

#include "game/editor/panel.h"

namespace mot {

std::unique_ptr<Panel> make_translation_panel();

}  // namespace mot
