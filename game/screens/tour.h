// The guided tour: two minutes on a real encounter that show what is on the stage and what comes
// after it. By Enter or the button from step to step, left at any time; leaves no trace.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// What follows the tour.
enum class AfterTour {
  library,  // it was the first start
  back      // it goes from the stack
};

// Null where the library has no encounter to show it on.
std::unique_ptr<Screen> make_tour_screen(Toolkit& toolkit,
                                         std::shared_ptr<GameContext> context,
                                         AfterTour after);

}  // namespace mot
