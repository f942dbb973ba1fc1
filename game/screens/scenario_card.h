// A card of the library: picture, setting, result, title, minutes and difficulty of a scenario.
#pragma once

#include <optional>
#include <string>

#include "engine/scenario/glance.h"
#include "game/screens/play_results.h"
#include "game/screens/scenario_picture.h"
#include "game/window/widgets.h"

namespace mot {

inline constexpr float kCardWidth = 292;
inline constexpr float kCardHeight = 204;
inline constexpr float kCardPicture = 118;  // of that height
inline constexpr float kLeastPicture = 84;  // where the room is short

// How much higher than kCardHeight a card must be for this title.
float extra_card_height(Canvas& canvas, const std::string& title);

// What a card shows.
struct ScenarioCard {
  const ScenarioGlance& seen;
  const Scenario* scenario = nullptr;  // null: not read yet; its picture waits
  std::string title;                   // in the reader's language
  const ScenarioResults& results;
  std::optional<int> best;  // answer to "would you recommend us?" so far
};

// Places the card as control `id` and draws it; `box.h` may be more than the usual height, and what
// it has less than that and its title need is taken from the picture, kLeastPicture at most.
void draw_scenario_card(Canvas& canvas,
                        Ui& ui,
                        const std::string& id,
                        Rect box,
                        const ScenarioCard& card,
                        ScenarioPictures& pictures,
                        const UiStrings& words);

}  // namespace mot
