// Linked into mot.
#include "game/cli/page_drawing.h"

namespace mot {

const PageDrawing* page_drawing() { return nullptr; }

}  // namespace mot
