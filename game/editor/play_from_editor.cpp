#include "game/editor/play_from_editor.h"

#include "game/screens/doors.h"
#include "game/stage/open_scenario.h"
#include "game/stage/play.h"
#include "game/stage/play_screen.h"
#include "game/window/canvas.h"

namespace mot {
namespace {

// Stands where the library would, and is gone at once.
class WayBack : public Screen {
 public:
  Request handle(const Event& /*event*/) override { return Request::none(); }
  Request update(const Tick& /*tick*/) override { return Request::pop(); }
  void draw(Canvas& canvas) override {
    canvas.rect({0, 0, kLogicalWidth, kLogicalHeight}, theme::kCream);
  }
  bool needs_frame() const override { return true; }
};

}  // namespace

std::unique_ptr<Screen> play_from_editor(Toolkit& toolkit,
                                         const std::shared_ptr<GameContext>& context,
                                         std::shared_ptr<const Scenario> scenario) {
  context->open_library = [] { return std::make_unique<WayBack>(); };
  return make_play_screen(toolkit, context, unrecorded_play(*context, std::move(scenario)));
}

void end_play_from_editor(Toolkit& toolkit, const std::shared_ptr<GameContext>& context) {
  hang_doors(toolkit, context);
}

}  // namespace mot
