// What is selected, as a form.
#pragma once

#include <memory>

#include "game/editor/panel.h"

namespace mot {

std::unique_ptr<Panel> make_form_panel();

}  // namespace mot
