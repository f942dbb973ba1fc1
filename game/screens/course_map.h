// The courses: one as a path of stations, what each asks for, and the way into its encounter.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

std::unique_ptr<Screen> make_course_map_screen(Toolkit& toolkit,
                                               std::shared_ptr<GameContext> context);

}  // namespace mot
