#include "game/screens/doors.h"

#include "engine/analysis/background_solver.h"
#include "game/screens/debrief.h"
#include "game/screens/glossary.h"
#include "game/screens/library.h"
#include "game/screens/settings.h"
#include "game/screens/tour.h"

namespace mot {

void hang_doors(Toolkit& toolkit, const std::shared_ptr<GameContext>& context) {
  // The context holds its doors; they must not hold it.
  const std::weak_ptr<GameContext> weak = context;
  Toolkit* tools = &toolkit;
  context->after_play = [tools, weak](std::shared_ptr<Play> play) {
    const std::shared_ptr<GameContext> shared = weak.lock();
    // A trainer may want to talk about it first.
    const bool shown = shared->shows_debrief(*play);
    return shown ? make_debrief_screen(*tools, shared, std::move(play)) : shared->open_library();
  };
  context->open_library = [tools, weak] {
    const std::shared_ptr<GameContext> shared = weak.lock();
    // Whoever is in the library waits for no best play.
    shared->solver().give_up();
    return make_library_screen(*tools, shared);
  };
  context->open_settings = [tools, weak] { return make_settings_screen(*tools, weak.lock()); };
  context->open_glossary = [tools, weak] { return make_glossary_screen(*tools, weak.lock()); };
  context->open_tour = [tools, weak] {
    return make_tour_screen(*tools, weak.lock(), AfterTour::back);
  };
}

std::shared_ptr<Play> kept_play(GameContext& context,
                                std::shared_ptr<const Scenario> scenario,
                                const KeptPlay& kept) {
  Result<std::shared_ptr<Play>> play = Play::resume(
      std::move(scenario), kept, context.language(), [&context] { return context.now(); },
      context.plays_folder());
  return play ? *play : nullptr;
}

}  // namespace mot
