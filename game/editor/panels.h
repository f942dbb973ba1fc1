// The tabs of the editor, in their order.
#pragma once

#include <memory>
#include <vector>

#include "game/editor/panel.h"

namespace mot {

std::vector<std::unique_ptr<Panel>> make_panels();

}  // namespace mot
