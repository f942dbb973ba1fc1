// Where an author begins a scenario: what it is made from, what it is called. Beside it those that
// they have written before.
#pragma once

#include <memory>
#include <string>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// What such a page begins with.
struct NewScenarioWishes {
  std::string file;           // that is to be made; empty: one in the author's own folder
  std::string template_name;  // chosen at first; empty: what suits this author
};

std::unique_ptr<Screen> make_new_scenario_page(Toolkit& toolkit,
                                               std::shared_ptr<GameContext> context,
                                               NewScenarioWishes wishes = {});

}  // namespace mot
