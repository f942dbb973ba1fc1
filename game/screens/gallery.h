// A sample of the toolkit in the look of the play screen, for documents and measuring; no scenario.
#pragma once

#include <memory>

#include "game/window/screen.h"

namespace mot {

std::unique_ptr<Screen> make_gallery(Toolkit& toolkit);

}  // namespace mot
